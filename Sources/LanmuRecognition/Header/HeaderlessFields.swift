internal import LanmuGrid

/// The fields of a table that has no header, judged by what stands in them.
struct HeaderlessFields: Sendable {
  /// `nil` if the content does not look like a plan's.
  private(set) var header: TableHeader?

  /// Rows looked at; more would not change the picture.
  private static let sampleSize = 200

  init(_ rows: [FieldRow]) {
    let sample = rows.prefix(Self.sampleSize)
    guard sample.count >= 3 else { return }
    let keepsSpans = sample.first?.layout.keepsSpans ?? true
    let width = sample.flatMap(\.cells).map { $0.column + ($0.label.isEmpty ? 0 : 1) }.max() ?? 0
    guard width >= 3, width <= 24 else { return }
    let full = sample.filter { keepsSpans || $0.filled.count >= max(3, width - 1) }
    var evidence: [[TextEvidence]] = Array(repeating: [], count: width)
    for row in full {
      for cell in row.filled where cell.column < width && cell.columnSpan < width {
        evidence[cell.column].append(TextEvidence(cell.label))
      }
    }
    var meanings = evidence.map(ColumnContent.init).map(\.likeliest)
    // Labels stand left of everything that they label.
    guard let firstData = meanings.firstIndex(where: { $0 != .level && $0 != .number && $0 != nil }) else { return }
    for index in meanings.indices where index > firstData && meanings[index] == .level {
      meanings[index] = .requirement
    }
    let found = Set(meanings.compactMap { $0 })
    guard found.contains(.responsible), found.contains(.update) || found.contains(.requirement),
      meanings.contains(.level)
    else { return }
    let fields = meanings.enumerated().map { index, meaning in
      HeaderField(label: "", group: "", meaning: meaning ?? .other, strength: 0.5, columns: index..<index + 1)
    }
    header = TableHeader(fields: fields, rows: [])
  }
}

/// What stands in a column, on the whole.
struct ColumnContent: Sendable {
  var count: Int
  var time: Double
  var units: Double
  var prose: Double
  var number: Double
  var length: Double
  var mode: Double

  init(_ evidence: [TextEvidence]) {
    count = evidence.count
    let total = Double(max(1, evidence.count))
    func share(_ value: (TextEvidence) -> Double) -> Double { evidence.reduce(0) { $0 + value($1) } / total }
    time = share { $0.time }
    units = share { $0.units }
    prose = share { $0.isProse ? 1 : 0 }
    number = share { $0.isNumber ? 1 : 0 }
    length = share { Double($0.length) }
    mode = share { $0.isMode ? 1 : 0 }
  }

  /// The meaning that fits best; `nil` for an empty column.
  var likeliest: FieldMeaning? {
    guard count > 0 else { return nil }
    if number > 0.8 { return .number }
    if time > 0.6 { return .update }
    if units > 0.7 { return .responsible }
    if mode > 0.7 { return .mode }
    if prose > 0.35 || length > 14 { return .requirement }
    return .level
  }
}
