/// Bars alone below texts, where bars otherwise end the lines of the cells that they close: the text is the last cell of a row,
/// behind which no bar stands, and the bar that of the next row's first cell, which is empty.
struct BarsBelowTexts {
  /// How many bars a row has, if such bars stand only after every so many.
  let period: Int?

  init(_ pieces: ArraySlice<BarStream.Piece>) {
    let filled = pieces.indices.filter { !pieces[$0].parts.isEmpty }
    let places = filled.filter(pieces.isBarBelowText)
    guard places.count >= Self.fewest, places.count * 2 <= filled.count, let first = places.first, first > 1 else {
      period = nil
      return
    }
    // The first such limit may be that of the header's row, or of any further row.
    let apart = zip(places.dropFirst(), places).map { $0 - $1 }
    period = ([first] + apart).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.first { period in
      guard (2..<RowWidthGuess.mostColumns).contains(period), pieces.count % period == 0,
        places.allSatisfy({ $0 % period == 0 })
      else { return false }
      // All other limits but a few have the texts of two cells.
      let ends = stride(from: period, to: pieces.count, by: period)
      let shown = ends.count { pieces.isBarBelowText($0) || pieces[$0].parts.count > 1 }
      return shown * 10 >= (pieces.count / period - 1) * 7
    }
  }

  /// Fewer may stand so by chance.
  private static let fewest = 3
}

/// Which lines between two bars end a row, and which begin the next, where bars end lines.
struct LineEndLimits {
  private let lasts: Set<String>
  private let firsts: Set<String>
  private let labels: KnownLabels

  init(_ pieces: ArraySlice<BarStream.Piece>, period: Int, labels: KnownLabels) {
    let limits = stride(from: period, to: pieces.count, by: period).map { pieces[$0] }
    let pairs = limits.filter { $0.parts.count == 2 && !$0.hasBarBelowText }
    let alone = limits.filter(\.hasBarBelowText)
    let ends = alone.map { BarStream.cell($0).text } + alone.flatMap { $0.parts.map(\.text) }
    lasts = Set(ends + pairs.map(\.parts[0].text))
    firsts = Set(pairs.map(\.parts[1].text))
    self.labels = labels
  }

  /// How many of the lines belong to the last cell.
  func cut(of piece: BarStream.Piece, isFirst: Bool) -> Int {
    let count = piece.parts.count
    if piece.hasBarBelowText { return count }
    guard count > 2 else { return max(0, count - 1) }
    let texts = piece.parts.map(\.text)
    func joined(_ range: Range<Int>) -> String { texts[range].joined(separator: "\n") }
    if isFirst, let label = (1..<count).first(where: { labels.strength(of: texts[..<$0].joined()) == 1 }) {
      return label
    }
    let known = (1..<count).reversed().first { place in
      lasts.contains(joined(0..<place)) || firsts.contains(joined(place..<count))
    }
    if let known { return known }
    // Lines of a few characters, all as long but the last one, are of a label in a narrow field.
    var cut = count - 1
    let length = texts[cut - 1].count
    guard length <= Self.longestTornLine, texts[cut].count <= length else { return cut }
    while cut > 1, texts[cut - 1].count == length, !lasts.contains(texts[cut - 1]) { cut -= 1 }
    return cut
  }

  private static let longestTornLine = 4
}

extension BarStream.Piece {
  /// Whether its bar stands alone on the line below its text.
  var hasBarBelowText: Bool { isAlone && !parts.isEmpty }
}

extension ArraySlice<BarStream.Piece> {
  fileprivate func isBarBelowText(_ place: Int) -> Bool { self[place].hasBarBelowText }
}
