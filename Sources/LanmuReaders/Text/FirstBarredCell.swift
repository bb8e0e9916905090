import LanmuGrid

/// Where the first cell of a table with bars begins: its own bar may stand on a line below it, or end the last of its lines.
struct FirstBarredCell {
  /// The first of the lines above that of the bar which belong to its cell; `nil` if none does.
  private(set) var start: Int?

  private let text: TextLines
  private let free: [Bool]
  private let bar: Int
  private let claimed: Int
  private let labels: KnownLabels

  /// - Parameters:
  ///   - text: the lines of the document.
  ///   - free: whether each line belongs to no table yet.
  ///   - bar: the line with the table's first bar.
  ///   - claimed: the line below the last table.
  ///   - labels: the known labels of headers.
  init(_ text: TextLines, free: [Bool], bar: Int, after claimed: Int, labels: KnownLabels) {
    (self.text, self.free, self.bar, self.claimed, self.labels) = (text, free, bar, claimed, labels)
    guard bar > claimed, free[bar - 1], !text.lines[bar - 1].isBlank, text.lines[bar - 1].pipes == 0 else { return }
    let above = text.trimmedText(line: bar - 1)
    if text.bytes[text.bytes.trimmed(text.lines[bar].range).lowerBound] == Byte.pipe {
      start = (labels.strength(of: above) == 1 ? nil : tornStart(least: 2)) ?? bar - 1
    } else if isFirstHalf(above) {
      start = bar - 1
    } else if endsTornCell {
      start = tornStart(least: 1)
    }
  }

  /// Whether a text is the first characters of a known label, of which the bar's line holds the last ones.
  private func isFirstHalf(_ start: String) -> Bool {
    let end = BarWalk.firstCell(text.trimmedText(line: bar))
    return !end.isEmpty && start.count <= Self.longestHalf && labels.strength(of: start + end) == 1
  }

  /// A longer line above a label is a title.
  private static let longestHalf = 3

  /// Where the cell starts if it stands on several lines of a few characters each between a blank line and its bar: 卫生⏎健康. A
  /// title above a table is longer.
  ///
  /// - Parameter least: how many lines there must be above the bar's.
  private func tornStart(least: Int) -> Int? {
    var start = bar
    while start > claimed, free[start - 1], !text.lines[start - 1].isBlank {
      guard bar - start < Self.mostTornLines, text.lines[start - 1].pipes == 0,
        text.trimmedText(line: start - 1).count <= Self.longestTornLine
      else { return nil }
      start -= 1
    }
    // At a text's start, and right below another table, a title may be as short.
    let isBelowBlank = start > claimed && text.lines[start - 1].isBlank
    return bar - start >= least && isBelowBlank ? start : nil
  }

  /// Whether the bar's line holds the last characters of one cell and its bar, and the line above it begins no other part of the
  /// text: neither this cell nor the next is a header's label, which a short caption may stand above.
  private var endsTornCell: Bool {
    let content = text.trimmedText(line: bar)
    guard bar + 1 < text.count, text.lines[bar].pipes == 1, content.last == "|",
      (1...Self.longestTornLine).contains(BarWalk.firstCell(content).count)
    else { return false }
    return [bar, bar + 1].allSatisfy { labels.strength(of: BarWalk.firstCell(text.trimmedText(line: $0))) < 1 }
      && !PageFurniture.opensPart(text.trimmedText(line: bar - 1))
  }

  private static let mostTornLines = 3
  private static let longestTornLine = 4
}
