/// Rows of cells that a bar closes each, the last one too, where cells of several lines and line ends behind bars have torn rows
/// apart.
///
/// A line that ends in no bar leaves its cell open, so that the next line goes on with it; a line of bars alone, or with nothing
/// but ticks behind its first one, closes empty cells of the row above; and lines that hold as many cells together as the table is wide are one row. Takes time linear in
/// the lines.
struct ClosedRows {
  private(set) var rows: [[FoundField]] = []
  /// The line on which each row ends.
  private(set) var lastLines: [Int] = []
  /// Lines that stand within no cell.
  private(set) var paragraphs: [TextPiece] = []

  /// Lines that belong together, whatever the width of the table is.
  private struct Unit {
    var lines: [Int]
    var bars: Int
    /// Whether it begins with a running number.
    var isNumbered: Bool
  }

  private let text: TextLines
  private let isBordered: Bool

  /// `nil` if rows are closed by no bar, or none is torn.
  ///
  /// - Parameters:
  ///   - barred: the lines with bars, in order; the first is the table's header, if it has one.
  ///   - strays: what stands on the other lines among them.
  init?(_ barred: [Int], strays: [TextPiece], in text: TextLines) {
    self.text = text
    guard barred.count >= Self.fewestLines, let first = barred.first, Self.isClosed(first, in: text),
      barred.count(where: { Self.isClosed($0, in: text) }) * 2 >= barred.count
    else { return nil }
    isBordered = Self.isOpened(first, in: text)
    guard let units = units(barred, strays: strays) else { return nil }
    let groups = grouped(units)
    guard groups.contains(where: { $0.count > 1 }), groups.count >= 2 else { return nil }
    // Where a bar opens each row, rows that lack no cell, or are filled up, have as many.
    if isBordered {
      let bars = groups.map { group in group.reduce(0) { $0 + text.lines[$1].pipes } }
      let usual = bars.mostFrequent()
      guard bars.count(where: { $0 == usual }) * 10 >= bars.count * 6 else { return nil }
    }
    rows = groups.map(fields)
    lastLines = groups.map { $0.last ?? first }
  }

  private static let fewestLines = 3

  static func isClosed(_ line: Int, in text: TextLines) -> Bool {
    let range = text.bytes.trimmed(text.lines[line].range)
    return range.upperBound > range.lowerBound && text.bytes[range.upperBound - 1] == Byte.pipe
  }

  private static func isOpened(_ line: Int, in text: TextLines) -> Bool {
    text.bytes[text.bytes.trimmed(text.lines[line].range).lowerBound] == Byte.pipe
  }

  // MARK: - Units

  /// The lines put together as far as their own bars tell; `nil` if lines without a bar at their end are rows of their own.
  private mutating func units(_ barred: [Int], strays: [TextPiece]) -> [Unit]? {
    let closed = barred.filter { Self.isClosed($0, in: text) }.map { text.lines[$0].pipes }
    let widest = closed.max() ?? 0
    let usual = closed.mostFrequent() ?? widest
    var loose = strays[...]
    var units: [Unit] = []
    var isOpen = false
    for line in barred {
      while let stray = loose.first, stray.line < line {
        loose.removeFirst()
        // Page numbers stand within torn cells, too.
        if isOpen, stray.isProse {
          units[units.count - 1].lines.append(stray.line)
        } else if !isOpen, stray.line + 1 == line, !holdsText(line), !opensPart(stray.line) {
          units.append(Unit(lines: [stray.line], bars: 0, isNumbered: opensWithNumber(stray.line)))
          isOpen = true
        } else {
          paragraphs.append(stray)
        }
      }
      let bars = text.lines[line].pipes
      if isOpen, bars * 2 > widest, let above = units.last, above.bars * 2 > widest { return nil }
      // What is as wide as whole rows are, or opens another part, goes on with no row, though that is not closed.
      if isOpen, bars >= max(usual, Self.narrowest) || opensPart(line) { isOpen = false }
      if isOpen || continuesRow(line, of: units, widest: widest) {
        units[units.count - 1].lines.append(line)
        units[units.count - 1].bars += bars
      } else {
        units.append(Unit(lines: [line], bars: bars, isNumbered: opensWithNumber(line)))
      }
      isOpen = !Self.isClosed(line, in: text)
    }
    paragraphs += loose
    return units
  }

  /// Whether a line holds bars alone that close empty cells of the row above, or opens no row where a bar opens each.
  private func continuesRow(_ line: Int, of units: [Unit], widest: Int) -> Bool {
    guard let above = units.last else { return false }
    let bars = text.lines[line].pipes
    if isBordered, !Self.isOpened(line, in: text) { return above.bars + bars <= widest }
    return (!holdsText(line) || holdsTicks(line)) && (bars < above.bars || above.bars + bars <= widest)
  }

  /// Whether a line opens with the bar of an empty cell and holds nothing but ticks behind it, where no bar opens rows: each
  /// empty cell of a row of ticks began a line.
  private func holdsTicks(_ line: Int) -> Bool {
    guard !isBordered, Self.isOpened(line, in: text) else { return false }
    return PipeFields.cut(text, line: line, isBordered: false).allSatisfy { $0.text.unicodeScalars.count <= 1 }
  }

  private func holdsText(_ line: Int) -> Bool {
    let range = text.bytes.trimmed(text.lines[line].range)
    return text.bytes[range].contains { $0 != Byte.pipe && $0 != Byte.space && $0 != Byte.tab }
  }

  private func opensWithNumber(_ line: Int) -> Bool {
    PageFurniture.isBareNumber(firstText(line))
  }

  /// Whether a line begins a part of the document, or ends the table: 二、…, 合计, 注：….
  private func opensPart(_ line: Int) -> Bool {
    let first = firstText(line)
    return PageFurniture.opensSection(first) || Self.endings.contains(where: first.hasPrefix)
  }

  /// 备注 and 联系人 alone are labels of headers as well.
  private static let endings = ["合计", "总计", "小计", "注：", "注:", "备注：", "备注:", "填表人", "制表人", "附件"]

  /// What stands before a line's first bar, or behind it where one opens each row.
  private func firstText(_ line: Int) -> String {
    var range = text.bytes.trimmed(text.lines[line].range)
    if isBordered, text.bytes[range.lowerBound] == Byte.pipe { range = range.lowerBound + 1..<range.upperBound }
    return text.trimmedText(range.lowerBound..<(text.bytes[range].firstIndex(of: Byte.pipe) ?? range.upperBound))
  }

  // MARK: - Rows

  /// The lines of each row: units that are together as wide as the table are one, where that leaves hardly any short.
  private func grouped(_ units: [Unit]) -> [[Int]] {
    let single = units.map(\.lines)
    guard let header = units.first, !isBordered, let usual = units.map(\.bars).mostFrequent() else { return single }
    // A header of several rows says less of the width than numbers do; one that is as wide as most rows says all.
    let widths = usual == header.bars ? [usual] : Set([header.bars, usual, counted(units)]).sorted(by: >)
    for width in widths where width >= Self.narrowest {
      // Only a header can tell that rows as wide as most are halves.
      let groups = groups(of: units, width: width, whole: width == header.bars ? width : usual)
      guard groups.contains(where: { $0.count > 1 }) else { continue }
      if isLikely(groups, of: units, width: width) { return groups.map { group in group.flatMap { units[$0].lines } } }
    }
    return single
  }

  private static let narrowest = 3

  /// How many cells most rows have from one running number to the next.
  private func counted(_ units: [Unit]) -> Int {
    units.split(omittingEmptySubsequences: false) { $0.isNumbered }.dropFirst().map { rest in
      let number = units[rest.startIndex - 1]
      return number.bars + rest.reduce(0) { $0 + $1.bars }
    }.mostFrequent() ?? 0
  }

  private static let mostPieces = 64

  private func groups(of units: [Unit], width: Int, whole: Int) -> [[Int]] {
    var groups: [[Int]] = []
    var index = 0
    while index < units.count {
      var bars = units[index].bars
      var end = index + 1
      while bars < width, end < units.count, end - index < Self.mostPieces, !units[end].isNumbered,
        units[end].bars < width, !(units[end].bars == whole && units[end - 1].bars == whole),
        !opensPart(units[end].lines[0])
      {
        bars += units[end].bars
        end += 1
      }
      // Two short rows as wide as each other are rows that lack the same cells; so is a heading no piece of one.
      let isEven = (index + 1..<end).contains { units[$0].bars > 1 && units[$0].bars == units[$0 - 1].bars }
      if bars != width || isEven || opensPart(units[index].lines[0]) { end = index + 1 }
      groups.append(Array(index..<end))
      index = end
    }
    return groups
  }

  /// Whether rows put together are more likely torn ones than rows that lack cells.
  private func isLikely(_ groups: [[Int]], of units: [Unit], width: Int) -> Bool {
    let body = groups.dropFirst()
    // A table that is cut off may end within a row.
    let short = units.dropFirst().dropLast(groups.last?.count == 1 ? 1 : 0).count { $0.bars < width }
    let torn = body.filter { $0.count > 1 }
    let pieces = torn.reduce(0) { $0 + $1.count }
    if pieces * 10 >= short * 9 {
      // Nothing covers the first row below a header: where that is short, it was torn, and the others like it.
      if pieces == short, body.first.map({ $0.count > 1 }) ?? false { return true }
      // Where rows that lack cells are filled up, short ones do not lack any; elsewhere two of them may well make up a row.
      let whole = body.filter { $0.count == 1 && units[$0[0]].bars == width }
      if whole.count * 10 >= body.count * 6, whole.contains(where: { isFilledUp(units[$0[0]]) }) { return true }
    }
    // Where nearly all rows are counted, what has no number goes on with the row above.
    let counted = body.count { units[$0[0]].isNumbered }
    return counted * 10 >= body.count * 9 && torn.allSatisfy { units[$0[0]].isNumbered }
  }

  private func isFilledUp(_ unit: Unit) -> Bool {
    unit.lines.last.map { PipeFields.padding(text, line: $0) > 0 } ?? false
  }

  // MARK: - Fields

  private func fields(_ lines: [Int]) -> [FoundField] {
    var row: [FoundField] = []
    var isOpen = false
    for (place, line) in lines.enumerated() {
      var fields = PipeFields.cut(text, line: line, isBordered: isBordered && place == 0)
      if isOpen, let rest = fields.first, !row.isEmpty {
        if !rest.text.isEmpty { row[row.count - 1].text += "\n" + rest.text }
        fields.removeFirst()
      }
      row += fields
      isOpen = !Self.isClosed(line, in: text)
    }
    return row
  }
}
