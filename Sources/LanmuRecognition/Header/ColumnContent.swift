/// What stands in a column, on the whole.
struct ColumnContent: Sendable {
  var count: Int
  var time: Double
  var units: Double
  var prose: Double
  var number: Double
  var length: Double
  var mode: Double
  /// Share of cells that are addresses, telephone numbers or the like.
  var contact: Double
  /// Share of cells too long, or with commas in them, to be labels.
  var phrases: Double
  /// Share of cells that are but a tick, a cross, a box, or a count (≥2, 4条).
  var marks: Double

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
    contact = share { $0.isContact ? 1 : 0 }
    phrases = share { $0.isProse || $0.length > 16 ? 1 : 0 }
    marks = share { $0.isMark ? 1 : 0 }
  }

  /// The meaning that fits best; `nil` for an empty column.
  var likeliest: FieldMeaning? {
    guard count > 0 else { return nil }
    if number > 0.8 { return .number }
    if contact > 0.6 || marks > 0.6 { return .other }
    if time > 0.6 { return .update }
    if units > 0.7 { return .responsible }
    if mode > 0.6, length <= 10 { return .mode }
    if prose > 0.35 || phrases > 0.25 || length > 14 { return .requirement }
    return .level
  }
}
