/// What stands between bars on lines of their own.
struct BarGaps {
  struct Gap {
    /// The lines, blank ones among them.
    var slots: [Int]
  }

  /// The end of a row and the start of the next.
  struct Limit {
    var last: [Int]
    var first: [Int]
    var numbers: [Int] = []
    /// A blank line parts the two besides.
    var isParted = false
    /// The two cells have more lines than one each, and none is blank.
    var isTorn = false
  }

  let text: TextLines
  private let free: [Bool]
  private let labels: KnownLabels
  private(set) var bars: [Int]
  private var gaps: [Gap] = []
  private var isAtEnd = false

  init(_ text: TextLines, free: [Bool], from first: Int, labels: KnownLabels) {
    (self.text, self.free, self.labels, bars) = (text, free, labels, [first])
  }

  var startsWithBar: Bool { text.isBar(bars[0]) }

  func isBlank(_ line: Int) -> Bool { text.lines[line].isBlank }

  /// What stands behind a bar and before the next one; `nil` if none follows soon, or one beside text.
  mutating func gap(_ place: Int) -> Gap? {
    while gaps.count <= place, !isAtEnd { readGap() }
    return place < gaps.count ? gaps[place] : nil
  }

  private mutating func readGap() {
    isAtEnd = true
    let bar = bars[bars.count - 1]
    for line in (bar + 1..<text.count).prefix(Self.mostLines) {
      guard free[line] else { return }
      guard text.lines[line].pipes > 0 else { continue }
      guard text.isBar(line) else { return }
      isAtEnd = false
      bars.append(line)
      gaps.append(Gap(slots: Array(bar + 1..<line)))
      return
    }
  }

  private static let mostLines = 40

  // MARK: - Cells

  /// The line on which the table's first cell starts, above its first bar.
  func firstCell(after claimed: Int) -> Int {
    text.firstCell(above: bars[0], after: claimed, free: free, labels: labels)
  }

  /// Whether a gap holds one cell, or an empty one.
  func isCell(_ gap: Gap) -> Bool { gap.slots.count < 2 || !gap.slots.contains(where: isBlank) }

  func cell(_ slots: [Int], at bar: Int) -> FoundField {
    let parts = slots.filter { !isBlank($0) }.map { text.trimmedText(line: $0) }
    return FoundField(text: parts.joined(separator: "\n"), line: (slots.first ?? bar) + 1)
  }

  /// The lines of a table's last cell, below its last bar.
  func lastCell(below bar: Int, isTorn: Bool) -> [Int] {
    guard bar + 1 < text.count, free[bar + 1], text.lines[bar + 1].pipes == 0 else { return [] }
    guard isTorn, !isBlank(bar + 1) else { return [bar + 1] }
    return (bar + 1..<text.count).prefix(Self.mostLines).prefix {
      free[$0] && !isBlank($0) && text.lines[$0].pipes == 0
    }
  }

  // MARK: - Limits of rows

  /// The cells of a gap that holds the end of a row and the start of the next; `nil` if it does not.
  func limit(_ gap: Gap) -> Limit? {
    let slots = gap.slots
    guard slots.count > 1 else { return nil }
    if let number = pageNumber(in: slots) { return limit(around: number, of: slots) }
    let blanks = slots.indices.filter { isBlank(slots[$0]) }
    guard !opensTable(slots.dropFirst()) else { return nil }
    if blanks == [0] { return Limit(last: [slots[0]], first: Array(slots.dropFirst())) }
    if blanks.isEmpty, isKnownLabel(slots) { return nil }
    if blanks.isEmpty || blanks == [slots.count - 1] || slots.count == 2 {
      return Limit(
        last: Array(slots.dropLast()), first: Array(slots.suffix(1)), isTorn: blanks.isEmpty && slots.count > 2)
    }
    // A blank line between the two, of which either may be blank as well.
    guard slots.count == 3, isBlank(slots[1]) else { return nil }
    return Limit(last: [slots[0]], first: [slots[2]], isParted: true)
  }

  /// Whether lines above a bar are a heading and the first label of another table.
  private func opensTable(_ slots: ArraySlice<Int>) -> Bool {
    guard slots.count > 1, let last = slots.last else { return false }
    return slots.dropLast().map(text.trimmedText).contains {
      PageFurniture.opensPart($0) || PageFurniture.isTableMark($0)
    }
      || labels.strength(of: text.trimmedText(line: last)) == 1
  }

  /// Whether lines are one known label, broken.
  private func isKnownLabel(_ slots: [Int]) -> Bool {
    labels.strength(of: slots.map(text.trimmedText).joined()) == 1
  }

  /// The place of a page number between two cells. A bare number is one between blank lines.
  private func pageNumber(in slots: [Int]) -> Int? {
    slots.indices.dropFirst().dropLast().first { place in
      let content = text.trimmedText(line: slots[place])
      return PageFurniture.isPageNumber(content)
        || PageFurniture.isBareNumber(content) && isBlank(slots[place - 1]) && isBlank(slots[place + 1])
    }
  }

  /// The cells before a page number and behind it, among blank lines; `nil` if there is more.
  private func limit(around number: Int, of slots: [Int]) -> Limit? {
    func cell(_ side: ArraySlice<Int>, isLast: Bool) -> [Int]? {
      let texts = side.filter { !isBlank($0) }
      guard texts.count < 2 || texts.count == texts[texts.count - 1] - texts[0] + 1 else { return nil }
      return texts.isEmpty ? (isLast ? side.prefix(1) : side.suffix(1)).map(\.self) : texts
    }
    guard let last = cell(slots[..<number], isLast: true), let first = cell(slots[(number + 1)...], isLast: false)
    else { return nil }
    return Limit(last: last, first: first, numbers: [slots[number]])
  }

  /// The last cell of a table that ends in a gap, with other text below it.
  func end(in gap: Gap) -> [Int]? { gap.slots.count > 2 ? Array(gap.slots.prefix(1)) : nil }
}
