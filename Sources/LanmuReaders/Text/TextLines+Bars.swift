/// Lines of tables that have a bar on a line of its own between cells.
extension TextLines {
  /// Whether a line holds a bar and nothing else.
  func isBar(_ line: Int) -> Bool {
    let range = bytes.trimmed(lines[line].range)
    return range.count == 1 && bytes[range.lowerBound] == Byte.pipe
  }

  /// The line on which a table's first cell starts: that above its bar, unless it only ends a known label.
  ///
  /// - Parameters:
  ///   - bar: the line of the bar behind the cell.
  ///   - claimed: the line behind what another table holds.
  ///   - free: for each line, whether no table holds it.
  func firstCell(above bar: Int, after claimed: Int, free: [Bool], labels: KnownLabels) -> Int {
    let above = (max(claimed, bar - Self.longestLabel)..<bar).reversed().prefix { free[$0] && !lines[$0].isBlank }
    var label = ""
    for line in above {
      label = trimmedText(line: line) + label
      if labels.strength(of: label) == 1 { return line }
    }
    return bar - 1
  }

  /// Over so many lines a label is broken at most.
  private static let longestLabel = 3
}
