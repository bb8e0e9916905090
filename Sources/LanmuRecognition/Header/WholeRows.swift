internal import LanmuGrid

/// The rows below a header that surely have a cell for each of its fields, where covered cells are gone: those that have as many
/// cells as there are fields. Of rows that may be filled up, the first counts without its last cell, too, since nothing above
/// it could cover any.
struct WholeRows: Sendable {
  private let rows: [[TextEvidence?]]

  /// - Parameters:
  ///   - body: the rows below the header.
  ///   - width: how many fields it has.
  init(_ body: ArraySlice<FieldRow>, width: Int) {
    let near = body.prefix(Self.depth).filter { $0.grid == body.first?.grid && $0.filledCount >= Self.fewestCells }
    let tellsPadding = near.contains { $0.cells.contains(where: \.isPadding) }
    var whole: [[TextEvidence?]] = []
    for (place, row) in near.enumerated() {
      let filled = (row.cells.lastIndex { !$0.label.isEmpty } ?? -1) + 1
      let isWhole =
        if row.layout != .dropped || tellsPadding {
          row.cells.count { !$0.isPadding } == width
        } else {
          filled == width || place == 0 && filled == width - 1
        }
      if isWhole { whole.append(row.cells.map { $0.label.isEmpty ? nil : TextEvidence($0.label) }) }
    }
    rows = whole
  }

  /// How much the cells of a row on the average are none that the labels above them could have.
  func contradiction(of labels: [HeaderWord]) -> Double {
    guard !rows.isEmpty else { return 0 }
    let count = rows.reduce(0) { sum, row in
      sum
        + zip(row, labels).count { cell, label in
          guard let cell, let meaning = label.meaning else { return false }
          return Self.contradicts(cell, meaning.family)
        }
    }
    return Self.price * Double(count) / Double(rows.count)
  }

  /// Whether a cell's text is surely of another kind than its label says.
  private static func contradicts(_ cell: TextEvidence, _ family: FieldMeaning) -> Bool {
    let namesUnits = cell.units > sure && cell.bodies > sure && !cell.isDuty && !cell.isProse
    let namesTime = cell.time > sure && !cell.isProse && cell.length <= longestTime
    return switch family {
    case .number: !cell.isNumber
    case .level: cell.isProse || namesTime
    case .update: namesUnits || !namesTime && (cell.isProse || cell.isDuty)
    case .responsible: namesTime || cell.units < 0.5 && (cell.isProse || cell.isDuty)
    case .requirement, .target: namesUnits || namesTime
    default: false
    }
  }

  private static let depth = 12
  /// Rows of fewer cells may be headings of sections, or what is left of others.
  private static let fewestCells = 3
  private static let sure = 0.8
  private static let longestTime = 20
  /// What a cell costs that its label contradicts.
  private static let price = 2.0
}
