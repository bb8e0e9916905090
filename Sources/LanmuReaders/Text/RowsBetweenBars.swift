/// Rows whose bars stand only between cells, so that a row's last cell and the next row's first one have no bar between them.
///
/// They stand in one piece at regular distances: as many pieces apart as a row has bars. An empty one of the two leaves
/// nothing, or a blank line.
struct RowsBetweenBars {
  private let pieces: [BarStream.Piece]
  /// How many pieces a bar closes.
  private let closed: Int
  /// How many bars a row has.
  private let period: Int

  /// - Returns: `nil` if bars do not stand so.
  init?(_ pieces: [BarStream.Piece], labels: KnownLabels) {
    self.pieces = pieces
    closed = pieces.last?.isClosed == false ? pieces.count - 1 : pieces.count
    let doubles = (1..<max(1, closed)).filter { pieces[$0].parts.count > 1 }
    var found: Int?
    for period in doubles.prefix(Self.mostTried) where found == nil && period <= Self.mostBars {
      if Self.fits(period, pieces: pieces, closed: closed, doubles: doubles, labels: labels) { found = period }
    }
    guard let found else { return nil }
    period = found
  }

  private static let mostTried = 4
  private static let mostBars = 64

  /// Whether pieces at a distance from each other hold two cells, or follow a blank line, and hardly any others do.
  private static func fits(
    _ period: Int, pieces: [BarStream.Piece], closed: Int, doubles: [Int], labels: KnownLabels
  ) -> Bool {
    guard closed % period == 0 else { return false }
    let ends = Array(stride(from: period, to: closed, by: period))
    let full = doubles.filter { $0 % period == 0 }
    guard full.count * 10 >= doubles.count * 9, full.contains(where: { !pieces[$0 - 1].isBlankBehind }) else {
      return false
    }
    let shown = ends.count { pieces[$0].parts.count > 1 || pieces[$0 - 1].isBlankBehind }
    if period == 1 { return shown == ends.count && pieces.count > closed }
    if shown * 10 >= ends.count * 7 { return pieces.count > closed || ends.count > 1 }
    // Cells of the first column broken over lines look alike where each cell has its bar; there the rows are one longer.
    return full.count > 1
      && (pieces.count > closed || RowWidthGuess(pieces.map { BarStream.cell($0) }, labels: labels).width != period)
  }

  /// The cells of each row.
  func rows() -> [[FoundField]] {
    var firsts: Set<String> = []
    var lasts: Set<String> = []
    for index in stride(from: period, to: closed, by: period) where pieces[index].parts.count > 1 {
      if let first = pieces[index].parts.last { firsts.insert(first.text) }
      lasts.insert(BarStream.cell(pieces[index], parts: pieces[index].parts.dropLast()).text)
    }
    var rows: [[FoundField]] = [[]]
    for (index, piece) in pieces.enumerated() {
      guard index > 0, index < closed, index % period == 0 else {
        rows[rows.count - 1].append(BarStream.cell(piece))
        continue
      }
      let isAhead = piece.parts.count > 1 || beginsRow(at: index, firsts: firsts, lasts: lasts)
      rows[rows.count - 1].append(BarStream.cell(piece, parts: isAhead ? piece.parts.dropLast() : piece.parts[...]))
      rows.append([BarStream.cell(piece, parts: isAhead ? piece.parts.suffix(1) : [])])
    }
    // An empty last cell leaves nothing.
    let width = period + 1
    if let last = rows.last, last.count == width - 1 {
      rows[rows.count - 1].append(FoundField(text: "", line: last.last?.line ?? 1))
    }
    return rows
  }

  /// Whether the only cell between the bars at the end of a row and at the start of the next belongs to the next.
  private func beginsRow(at index: Int, firsts: Set<String>, lasts: Set<String>) -> Bool {
    guard let part = pieces[index].parts.first else { return false }
    if pieces[index - 1].isBlankBehind { return true }
    if firsts.contains(part.text) != lasts.contains(part.text) { return firsts.contains(part.text) }
    // Where bars close lines, one on a line of its own stands behind an empty cell.
    let isAlone = pieces[index].barLine + 1 != part.line
    let alone = pieces.prefix(closed).count { $0.parts.last.map(\.line) != $0.barLine + 1 }
    return !isAlone || alone * 2 > closed
  }
}
