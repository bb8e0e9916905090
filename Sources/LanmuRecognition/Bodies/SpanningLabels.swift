/// Rows that keep the empty cells of what is merged downwards, while a label that reaches over several levels left a single
/// cell: what stands behind it has moved to the left.
///
/// Fields between delimiters are left alone: there a row that lost an empty field at its start looks the same.
enum SpanningLabels {
  /// The rows with the empty cells put back behind such labels; `nil` unless all of the table reads so.
  static func restored(
    _ rows: [[AlignableCell]], columns: [LogicalColumn], cost: ContentCost
  ) -> [[AlignableCell]]? {
    let levels = columns.levels
    guard let outermost = levels.first, let innermost = levels.last, levels.count > 1,
      innermost - outermost == levels.count - 1
    else { return nil }
    let width = columns.count
    var result = rows
    var covered = 0
    var short = 0
    var readable = 0
    var fitting = 0
    var whole = 0
    var opening = 0
    // How many cells the row above lacked.
    var above = 0
    // The level column of the label above, if it reaches over the levels behind it.
    var spanning: Int?
    for (index, row) in rows.enumerated() {
      let missing = width - row.count
      let isWhole = missing == 0
      defer { above = missing }
      if isWhole {
        whole += 1
        if let first = levels.first(where: { !row[$0].isEmpty }) {
          if let last = spanning, first > last { opening += 1 }
          spanning = nil
        }
      }
      if row.count > innermost, row[outermost].isEmpty, row[outermost...innermost].contains(where: { !$0.isEmpty }) {
        covered += 1
      }
      guard !isWhole, row.contains(where: { !$0.isEmpty }) else { continue }
      short += 1
      guard missing > 0, missing < levels.count else { continue }
      let label = row[innermost - missing]
      // Below a label that reaches over several rows as well, one empty cell is left of it.
      let goesOn = missing == above && row[outermost...innermost - missing].allSatisfy(\.isEmpty)
      guard !label.isNothing || goesOn else { continue }
      if !label.isNothing { spanning = innermost - missing }
      var wide = row
      let empty = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: label.line)
      wide.insert(contentsOf: Array(repeating: empty, count: missing), at: innermost - missing + 1)
      result[index] = wide
      readable += 1
      if WidthRegime.fits(wide, width: width, cost: cost) { fitting += 1 }
    }
    // Nothing stands below a label that reaches over all levels behind it: what has rows there lacks the labels before it.
    guard short > 0, opening * mostOpening <= readable, readable * leastReadable.of >= short * leastReadable.are,
      fitting * leastFitting.of >= short * leastFitting.are, covered >= leastCovered, covered * 10 >= rows.count,
      whole > 0
    else { return nil }
    return result
  }

  /// Of so many short rows so many must have a label where one reaches over the levels behind it, and so many of their texts
  /// must fit the fields that they then stand in.
  private static let leastReadable = (are: 19, of: 20)
  private static let leastFitting = (are: 3, of: 4)
  /// One label in so many at most may have others below it, as where another loss hides the next branch.
  private static let mostOpening = 10
  /// So many rows must show that what is merged downwards left empty cells; else short rows may as well lack their first labels.
  private static let leastCovered = 2
}
