internal import LanmuGrid

/// Rows that keep the empty cells of labels that go on, and lost cells behind their labels: what stands there would fit far
/// better further right.
///
/// Where a label itself may cover what is gone, or a row's end was cut off, the texts behind the labels fit their places as well
/// as any others, and nothing is told here.
struct InnerLosses: Sendable {
  let columns: [LogicalColumn]
  let cost: ContentCost

  /// Whether short rows of a table mostly lost such cells, and not those at their ends, of which it keeps the empty ones.
  func explainShortRows(_ rows: [[AlignableCell]], layout: Grid.Layout) -> Bool {
    guard layout == .cellPerLine || layout == .delimited, let outermost = columns.levels.first else { return false }
    let keeping = rows.count { $0.count == columns.count && $0[outermost].isEmpty }
    let short = rows.filter { $0.count < columns.count && $0.contains { !$0.isEmpty } }
    let straying = short.count(where: straysBehindLabels)
    // Between delimiters, short rows may have lost their ends only, however many others lost cells further left.
    return layout == .delimited
      ? straying > Self.fewest && keeping > short.count - straying
      : straying >= Self.fewest && keeping > short.count && straying * 2 > short.count
  }

  /// Whether a row as wide as the table lost such a cell, and got an empty one at its end instead.
  func explain(_ row: [AlignableCell]) -> Bool {
    guard let last = row.lastIndex(where: { !$0.isEmpty }) else { return false }
    return straysBehindLabels(Array(row[...last]))
  }

  /// So few rows may have odd words.
  private static let fewest = 2

  private func straysBehindLabels(_ row: [AlignableCell]) -> Bool {
    keepsLabels(row) && WidthRegime.strays(row, width: columns.count, cost: cost)
  }

  /// Whether the fields of labels hold nothing that belongs further right: then what a label covers is not gone.
  private func keepsLabels(_ row: [AlignableCell]) -> Bool {
    guard let deepest = columns.levels.last, row.count > deepest else { return false }
    return columns.levels.allSatisfy { level in
      guard !row[level].isNothing else { return true }
      let prices = cost.prices(row[level].text, row[level].evidence)
      return prices[(deepest + 1)...].allSatisfy { $0 >= prices[level] }
    }
  }
}
