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
  private let labels: KnownLabels
  /// Whether most bars stand on lines of their own.
  private let areMostlyAlone: Bool
  /// Whether bars end the lines of their cells, so that one alone below a text is that of an empty cell.
  private let endLines: Bool

  /// - Returns: `nil` if bars do not stand so.
  init?(_ pieces: [BarStream.Piece], labels: KnownLabels) {
    (self.pieces, self.labels) = (pieces, labels)
    closed = pieces.last?.isClosed == false ? pieces.count - 1 : pieces.count
    let doubles = (1..<max(1, closed)).filter { pieces[$0].parts.count > 1 }
    var found: Int?
    // The limits of the first rows may hold an empty cell each, and be told by none: then those of later rows are as far apart.
    let apart = zip(doubles.dropFirst(), doubles).prefix(Self.mostTried).map { $0 - $1 }
    for period in doubles.prefix(Self.mostTried) + apart where found == nil && period <= Self.mostBars {
      if Self.fits(period, pieces: pieces, closed: closed, doubles: doubles, labels: labels) { found = period }
    }
    endLines = found == nil
    guard let found = found ?? BarsBelowTexts(pieces.prefix(closed)).period else { return nil }
    period = found
    areMostlyAlone = pieces.prefix(closed).count { $0.parts.last.map(\.line) != $0.barLine + 1 } * 2 > closed
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
    let shown = ends.count { pieces[$0].parts.count > 1 || pieces[$0 - 1].isBlankBehind }
    // Lists run over lines within rows as well, but hardly a table breaks the same cell in nearly all of its rows.
    let areLimits = ends.count >= fewestLimits && full.count * 10 >= ends.count * 9 && pieces.count > closed
    guard areLimits || full.count * 10 >= doubles.count * 9, full.contains(where: { !pieces[$0 - 1].isBlankBehind })
    else { return false }
    if period == 1 { return shown == ends.count && pieces.count > closed }
    if shown * 10 >= ends.count * 7 { return pieces.count > closed || ends.count > 1 }
    // A known label that ends a row above a text that begins one has no bar behind it.
    let endsInLabel = full.contains { place in
      let texts = pieces[place].parts.map(\.text)
      return labels.strength(of: texts[0]) == 1 && labels.strength(of: texts.joined()) < 1
    }
    if endsInLabel, full.count > 1 { return true }
    // So do the running numbers of rows.
    let numbers = full.compactMap {
      pieces[$0].parts.last.flatMap { PageFurniture.isBareNumber($0.text) ? Int($0.text) : nil }
    }
    if full.count >= fewestKnown, numbers.count == full.count, zip(numbers, numbers.dropFirst()).allSatisfy(<) {
      return true
    }
    // So do texts that fill cells elsewhere, while the pieces of a broken one do not.
    let cells = Set(pieces.lazy.filter { $0.parts.count == 1 }.map { $0.parts[0].text })
    let known = full.count { place in pieces[place].parts.contains { cells.contains($0.text) } }
    if full.count >= fewestKnown, known * 2 >= full.count { return true }
    guard full.count > 1 else { return false }
    // Cells of the first column broken over lines look alike where each cell has its bar; there the rows are one longer.
    if pieces.count > closed { return true }
    let width = RowWidthGuess(pieces.map { BarStream.cell($0) }, labels: labels).width
    return width != period && !standInSomeColumns(full, ofRows: width, period: period)
  }

  /// Whether pieces of several lines that are so far apart stand only in some of the places that are so in rows of another width:
  /// cells of a few columns broken over lines, where limits of rows would stand in all.
  private static func standInSomeColumns(_ full: [Int], ofRows width: Int, period: Int) -> Bool {
    guard width % period == 0 else { return false }
    let places = width / period
    let below = full.filter { $0 >= width }
    return below.count >= places * 2 && Set(below.map { $0 % width }).count < places
  }

  private static let fewestKnown = 3
  /// Fewer of a column's cells may happen to be broken.
  private static let fewestLimits = 4

  /// The cells of each row, and whether it had to be guessed at many limits of rows which of their two cells is empty.
  func rows() -> (rows: [[FoundField]], isGuessed: Bool) {
    if endLines { return rowsByLineEnds() }
    var firsts: [String] = []
    var lasts: [String] = []
    for index in stride(from: period, to: closed, by: period) where pieces[index].parts.count > 1 {
      if let first = pieces[index].parts.last { firsts.append(first.text) }
      lasts.append(BarStream.cell(pieces[index], parts: pieces[index].parts.dropLast()).text)
    }
    let open = stride(from: period, to: closed, by: period).filter { pieces[$0].parts.count == 1 }
    let ends = RowEnds(firsts: firsts, lasts: lasts, open: open.map { pieces[$0].parts[0].text })
    let limits = LineEndLimits(pieces.prefix(closed), period: period, barsEndLines: false, labels: labels)
    var guesses = 0
    var rows: [[FoundField]] = [[]]
    for (index, piece) in pieces.enumerated() {
      guard index > 0, index < closed, index % period == 0 else {
        rows[rows.count - 1].append(BarStream.cell(piece))
        continue
      }
      let isAhead = piece.parts.count > 1 || beginsRow(at: index, ends: ends, guesses: &guesses)
      let cut = isAhead ? limits.cut(of: piece, isFirst: index == period) : piece.parts.count
      rows[rows.count - 1].append(BarStream.cell(piece, parts: piece.parts[..<cut]))
      rows.append([BarStream.cell(piece, parts: piece.parts[cut...])])
    }
    closeLast(&rows)
    return (rows, guesses * Self.fewGuesses > rows.count)
  }

  /// Adds the last cell of all if it is empty and left nothing.
  private func closeLast(_ rows: inout [[FoundField]]) {
    guard let last = rows.last, last.count == period else { return }
    rows[rows.count - 1].append(FoundField(text: "", line: last.last?.line ?? 1))
  }

  /// The same where bars end lines, which tells of either cell at a limit of rows whether it is empty.
  private func rowsByLineEnds() -> (rows: [[FoundField]], isGuessed: Bool) {
    let limits = LineEndLimits(pieces.prefix(closed), period: period, barsEndLines: true, labels: labels)
    var rows: [[FoundField]] = [[]]
    for (index, piece) in pieces.enumerated() {
      guard index > 0, index < closed, index % period == 0 else {
        rows[rows.count - 1].append(BarStream.cell(piece))
        continue
      }
      let cut = limits.cut(of: piece, isFirst: index == period)
      rows[rows.count - 1].append(BarStream.cell(piece, parts: piece.parts[..<cut]))
      rows.append([BarStream.cell(piece, parts: piece.parts[cut...])])
    }
    closeLast(&rows)
    return (rows, false)
  }

  /// Guesses in one row of so many say little of the table.
  private static let fewGuesses = 20

  /// Whether the only cell between the bars at the end of a row and at the start of the next belongs to the next.
  private func beginsRow(at index: Int, ends: RowEnds, guesses: inout Int) -> Bool {
    guard let part = pieces[index].parts.first else { return false }
    if pieces[index - 1].isBlankBehind { return true }
    if let isFirst = beginsBody(part.text, at: index) { return isFirst }
    if let side = ends.side(of: part.text) {
      if !side.isClear { guesses += 1 }
      return side.isFirst
    }
    // Where bars close lines, one on a line of its own stands behind an empty cell.
    if areMostlyAlone { guesses += 1 }
    return areMostlyAlone || pieces[index].barLine + 1 == part.line
  }

  /// Whether a text below a header's row begins a row: nothing stands above the first cell of the first row, which is there,
  /// then, while a label ends the header's row. `nil` if no header's row ends there.
  private func beginsBody(_ text: String, at index: Int) -> Bool? {
    let strengths = cellsWithin(index - period).map(labels.strength(of:))
    guard strengths.contains(1), !strengths.contains(0) else { return nil }
    if labels.strength(of: text) == 1 { return false }
    return cellsWithin(index).contains { labels.strength(of: $0) == 0 } ? true : nil
  }

  /// The texts of a row between its first cell and its last.
  private func cellsWithin(_ start: Int) -> [String] {
    pieces[start + 1..<min(start + period, closed)].map { BarStream.cell($0).text }.filter { !$0.isEmpty }
  }
}
