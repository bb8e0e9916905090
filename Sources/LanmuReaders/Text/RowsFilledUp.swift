/// Rows that lost their covered cells and were filled up at their ends with bare bars, `| |||`, so that each has as many bars as
/// the table has fields.
///
/// All runs of bars end whole rows then, however many of these stand between two of them: rows that lost nothing have no run.
struct RowsFilledUp {
  private let pieces: [BarStream.Piece]
  private let width: Int

  /// - Returns: `nil` if bars do not count out rows of one width.
  init?(_ pieces: [BarStream.Piece], labels: KnownLabels) {
    self.pieces = pieces
    let ends = pieces.indices.filter { pieces[$0].fillsUp && pieces[$0].endsLine }.map { $0 + 1 }
    guard ends.count >= Self.leastRuns else { return nil }
    let common = ends.reduce(0, Self.commonDivisor)
    guard common >= Self.leastCells, common <= RowWidthGuess.mostColumns, pieces.count % common == 0 else { return nil }
    // Empty cells within rows leave runs as well, and a few runs may all happen to stand after every second row or the like: only
    // known labels that fill one row tell how many cells a row has.
    let first = pieces.prefix(RowWidthGuess.mostColumns * 2).map { BarStream.cell($0).text }
    let block = HeaderWidth(first, labels: labels).block
    guard let width = block ?? (Self.isHeader(first, width: common, labels: labels) ? common : nil),
      width >= Self.leastCells, common % width == 0
    else { return nil }
    self.width = width
    // A row has a text of its own, so that no run is longer.
    let areRows = stride(from: 0, to: pieces.count, by: width).allSatisfy { start in
      pieces[start..<start + width].contains { !$0.parts.isEmpty }
    }
    guard areRows else { return nil }
  }

  /// Whether known labels fill a row of a width, and none of the next row surely is one, though some may look like it.
  private static func isHeader(_ texts: [String], width: Int, labels: KnownLabels) -> Bool {
    let strengths = texts.prefix(width * 2).map(labels.strength(of:))
    return strengths.count == width * 2 && !strengths[width...].contains(1) && !strengths[..<width].contains(0)
      && strengths[..<width].count { $0 == 1 } * 2 >= width
  }

  /// Fewer runs may end at multiples of a number by chance.
  private static let leastRuns = 3
  /// Rows of two cells are lists rather than a table that lost cells.
  private static let leastCells = 3

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other > 0 { (one, other) = (other, one % other) }
    return one
  }

  /// The cells of each row. Which of the empty ones only fill up is told where a blank parts an empty cell's own bar from those
  /// behind it.
  func rows() -> [[FoundField]] {
    let runs = pieces.indices.filter { $0 > 0 && pieces[$0].fillsUp && !pieces[$0 - 1].fillsUp }
    let tellsPadding = runs.allSatisfy { !pieces[$0 - 1].parts.isEmpty || pieces[$0 - 1].isParted }
    return stride(from: 0, to: pieces.count, by: width).map { start in
      pieces[start..<start + width].map { piece in
        var cell = BarStream.cell(piece)
        cell.isPadding = tellsPadding && piece.fillsUp
        return cell
      }
    }
  }
}
