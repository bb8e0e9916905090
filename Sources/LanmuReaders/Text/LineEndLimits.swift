/// Which lines between two bars end a row, and which begin the next.
struct LineEndLimits {
  /// Whether a bar alone below a text is that of an empty cell.
  private let barsEndLines: Bool
  private let lasts: Set<String>
  private let firsts: Set<String>
  private let labels: KnownLabels

  init(_ pieces: ArraySlice<BarStream.Piece>, period: Int, barsEndLines: Bool, labels: KnownLabels) {
    self.barsEndLines = barsEndLines
    let limits = stride(from: period, to: pieces.count, by: period).map { pieces[$0] }
    let alone = limits.filter { barsEndLines && $0.hasBarBelowText }
    let pairs = limits.filter { $0.parts.count == 2 && !(barsEndLines && $0.hasBarBelowText) }
    let ends = alone.map { BarStream.cell($0).text } + alone.flatMap { $0.parts.map(\.text) }
    lasts = Set(ends + pairs.map(\.parts[0].text))
    firsts = Set(pairs.map(\.parts[1].text))
    self.labels = labels
  }

  /// How many of the lines belong to the last cell.
  func cut(of piece: BarStream.Piece, isFirst: Bool) -> Int {
    let count = piece.parts.count
    if barsEndLines, piece.hasBarBelowText { return count }
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
