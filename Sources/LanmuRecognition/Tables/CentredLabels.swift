import LanmuDiagnostics

/// Outer labels that stand in the midst of the rows that they were merged over, as they are seen there, and not beside the first.
///
/// Such a label tells itself: the level right below it is empty in its row, where none of its own can have begun yet, and a row
/// above begins that level without one.
enum CentredLabels {
  /// Moves such labels up to the rows that begin what stands below them.
  ///
  /// - Returns: for each row that stands above its label, where that stood.
  static func raise(
    in rows: inout [[AlignableCell]], columns: [LogicalColumn], cost: ContentCost
  ) -> [Int: String] {
    let levels = columns.indices.filter { columns[$0].meaning == .level }
    guard levels.count > 2, levels[levels.count - 1] - levels[0] == levels.count - 1 else { return [:] }
    let aligner = RowAligner(columns: columns, regime: .indexed)
    var raised: [Int: String] = [:]
    for (outer, inner) in zip(levels, levels.dropFirst().dropLast()) {
      let lone = rows.indices.filter { isLone(rows[$0], outer: outer, inner: inner, last: levels[levels.count - 1]) }
      let starts = lone.map { start(above: $0, in: rows, first: levels[0], outer: outer, inner: inner) }
      // A table in which labels stand above none of the next level does so wherever it likes.
      guard !lone.isEmpty, lone.count <= mostRaised, !starts.contains(nil) else { continue }
      // Where a row has drifted, what seems to be a label of one level is one of another.
      let isInPlace = zip(lone, starts).allSatisfy { row, start in
        rows[(start ?? row)...row].allSatisfy { cells in
          cells.count == columns.count
            && aligner.readingByPlace(cells, cost: cost, limit: LostBody.placeLimit) != nil
        }
      }
      guard isInPlace else { continue }
      for case (let row, let start?) in zip(lone, starts) {
        let label = rows[row][outer]
        rows[start][outer] = AlignableCell(
          raw: label.raw, text: label.text, evidence: label.evidence, line: rows[start].first { !$0.isEmpty }?.line)
        rows[row][outer] = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: label.line)
        for index in start..<row { raised[index] = label.text }
      }
    }
    return raised
  }

  /// More labels of a table hardly stand so.
  private static let mostRaised = 2

  /// Whether a row has a label of one level and one further in than the next, but none of that.
  private static func isLone(_ row: [AlignableCell], outer: Int, inner: Int, last: Int) -> Bool {
    row.count > last && !row[outer].isNothing && row[inner].isEmpty
      && row[(inner + 1)...last].contains { !$0.isNothing }
  }

  /// The row above that begins the level below the label, if it has none around that.
  private static func start(
    above row: Int, in rows: [[AlignableCell]], first: Int, outer: Int, inner: Int
  ) -> Int? {
    for index in rows[..<row].indices.reversed().prefix(furthest) {
      let above = rows[index]
      guard above.count > inner, above[first...outer].allSatisfy(\.isEmpty) else { return nil }
      if !above[inner].isNothing { return index }
    }
    return nil
  }

  /// A label stands hardly so many rows below the first of its own.
  private static let furthest = 4

  /// The doubt about a row above a label that was taken for its own.
  static func doubt(_ label: String) -> Doubt {
    let excerpt = CellText.excerpt(label, atMost: 12)
    return Doubt(
      field: .level, code: "label.raised",
      message: Message(
        zh: "“\(excerpt)”写在下面的行，像是合并单元格居中所致，本行也归入其下，请核对",
        en: "“\(excerpt)” stands in a row below, as if centred in a merged cell; this row was placed under it, too"),
      probability: probability)
  }

  private static let probability = 0.8
}
