internal import LanmuGrid

/// Walks down the lines of a stream of cells with bars between them, to where the table ends.
struct BarWalk {
  private let text: TextLines
  private let free: [Bool]
  let labels: KnownLabels

  private(set) var lines: Range<Int>
  private(set) var paragraphs: [TextPiece] = []
  private(set) var pieces: [BarStream.Piece] = []
  /// Whether a cell so far has several lines.
  private(set) var hasTornPiece = false
  /// Whether a blank line stands between the text of a cell so far and its bar.
  private var hasPartedBar = false
  private var barLines = 0
  private var rowLines = 0

  /// Whether hardly a line holds more than one cell.
  var isCellPerLine: Bool { barLines >= 4 && rowLines * 10 <= barLines * 2 }

  /// The cell whose bar has not come yet.
  private var current: BarStream.Piece
  /// How many lines without a bar, and how many blank ones, stand since the last other one.
  private var unbarred = 0
  private var blanks = 0
  /// The blank lines around a page number end nothing.
  private var isBelowPage = false
  /// Blank lines right before a bar alone are empty cells, unless others part texts.
  private var blankBefore: Int?
  private var beforeBars: [Int] = []
  private var partsTexts = false

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    (self.text, self.free, self.labels) = (text, free, labels)
    lines = first..<first
    current = BarStream.Piece(barLine: first)
    if let start = FirstBarredCell(text, free: free, bar: first, after: claimed, labels: labels).start {
      current.parts = (start..<first).map { FoundField(text: text.trimmedText(line: $0), line: $0 + 1) }
      current.slots = current.parts
      lines = start..<first
    }
  }

  /// Takes the lines from one on for the table's as long as they are.
  mutating func run(from first: Int) {
    var index = first
    while index < text.count, free[index], take(line: index) { index += 1 }
    if keepsLines {
      findSurplusBlanks()
    } else if !partsTexts {
      for place in beforeBars { pieces[place].isBlankBehind = false }
    }
    closeLast()
  }

  /// Takes a line, unless the table ends above it.
  private mutating func take(line index: Int) -> Bool {
    let line = text.lines[index]
    if line.isBlank { return takeBlank(line: index) }
    noteBlanksAbove(line: index)
    guard line.pipes == 0 ? takeText(line: index) : takeBars(line: index) else { return false }
    blanks = 0
    return true
  }

  private mutating func takeBlank(line index: Int) -> Bool {
    blanks += 1
    guard blanks <= Self.mostBlanks else { return false }
    current.slots.append(FoundField(text: "", line: index + 1))
    if current.parts.isEmpty, !pieces.isEmpty {
      pieces[pieces.count - 1].isBlankBehind = true
      blankBefore = pieces.count
    }
    return true
  }

  /// Notes whether blank lines above a line stand before a bar or part texts.
  private mutating func noteBlanksAbove(line index: Int) {
    guard let place = blankBefore else { return }
    if startsWithBar(line: index) { beforeBars.append(place - 1) } else { partsTexts = true }
    blankBefore = nil
  }

  private func startsWithBar(line index: Int) -> Bool {
    text.bytes[text.bytes.trimmed(text.lines[index].range).lowerBound] == Byte.pipe
  }

  private mutating func takeText(line index: Int) -> Bool {
    unbarred += 1
    if unbarred > Self.mostUnbarred || (blanks > 1 && !current.parts.isEmpty) { return false }
    let content = text.trimmedText(line: index)
    if PageFurniture.isPageNumber(content) || isBarePageNumber(line: index) {
      paragraphs.append(TextPiece(line: index, content: .paragraph(content)))
      current.pageNumber = current.slots.count
      if current.parts.isEmpty, !pieces.isEmpty { pieces[pieces.count - 1].isPageBehind = true }
      isBelowPage = true
      return true
    }
    if ends(before: content, line: index) { return false }
    current.parts.append(FoundField(text: content, line: index + 1))
    current.slots.append(FoundField(text: content, line: index + 1))
    isBelowPage = false
    return true
  }

  private mutating func takeBars(line index: Int) -> Bool {
    if !startsWithBar(line: index), ends(before: text.trimmedText(line: index), line: index) { return false }
    unbarred = 0
    isBelowPage = false
    barLines += 1
    addBars(line: index)
    lines = lines.lowerBound..<index + 1
    return true
  }

  /// So many lines without a bar are no cell any more, and so many blank ones end the table.
  private static let mostUnbarred = 24
  private static let mostBlanks = 3

  /// Whether the table ends above a line; a heading that stands there is then no cell of it.
  private mutating func ends(before content: String, line: Int) -> Bool {
    let parting = isBelowPage ? 0 : blanks
    guard
      endsTable(before: content, current: current, blanks: parting) || isAboveHeader(current, text: text, line: line)
    else { return false }
    if parting == 0 { current.parts.removeLast() }
    return true
  }

  private mutating func addBars(line index: Int) {
    let fields = PipeFields.cut(text, line: index, isBordered: false)
    let range = text.bytes.trimmed(text.lines[index].range)
    let endsWithBar = text.bytes[range.upperBound - 1] == Byte.pipe
    let filled = fields.count { !$0.text.isEmpty }
    if filled > 1 { rowLines += 1 }
    guard filled > 0 else { return addBarsAlone(line: index) }
    for (place, field) in fields.enumerated() {
      if !field.text.isEmpty {
        current.parts.append(field)
        current.slots.append(field)
      }
      let isLast = place == fields.count - 1
      if isLast, !endsWithBar { break }
      current.barLine = index
      current.endsLine = isLast
      current.fillsUp = place > 0 && filled == 1 && !fields[0].text.isEmpty
      hasTornPiece = hasTornPiece || current.parts.count > 1
      pieces.append(current)
      current = BarStream.Piece(barLine: index)
    }
  }

  /// A line that holds nothing but bars: the first closes the cell above it, those behind it the cells that pad a row.
  private mutating func addBarsAlone(line index: Int) {
    let start = text.bytes.trimmed(text.lines[index].range).lowerBound
    let bars = text.lines[index].pipes
    current.barLine = index
    current.endsLine = true
    current.isAlone = bars == 1
    current.isPadded = bars > 1
    hasTornPiece = hasTornPiece || current.parts.count > 1
    hasPartedBar = hasPartedBar || !current.parts.isEmpty && current.slots.last?.text.isEmpty == true
    pieces.append(current)
    current = BarStream.Piece(barLine: index)
    if bars > 1 {
      pieces[pieces.count - 1].endsLine = false
      pieces[pieces.count - 1].isPadded = false
      pieces[pieces.count - 1].isParted = text.bytes[start + 1] != Byte.pipe
      for place in 1..<bars {
        let isLast = place == bars - 1
        pieces.append(BarStream.Piece(barLine: index, endsLine: isLast, isPadded: isLast, fillsUp: true))
      }
    }
  }

  /// Whether a number alone counts a page: blank lines stand beside it, or a known label below it, and a text follows, or the bar
  /// of an empty cell.
  private func isBarePageNumber(line: Int) -> Bool {
    guard !pieces.isEmpty, PageFurniture.isBareNumber(text.trimmedText(line: line)) else { return false }
    guard let next = (line + 1..<text.count).prefix(4).first(where: { !text.lines[$0].isBlank }), free[next] else {
      return false
    }
    let label = Self.firstCell(text.trimmedText(line: next))
    if label.isEmpty {
      // Bars on lines of their own, none of which a blank line parts from its cell's text.
      return text.lines[line - 1].isBlank && next > line + 1 && pieces.count >= Self.manyPieces && !hasPartedBar
        && pieces.suffix(Self.manyPieces).allSatisfy(\.isAlone) && text.isBar(next)
    }
    return text.lines[line - 1].isBlank || next > line + 1 || labels.strength(of: label) == 1
  }

  /// What stands before the first bar of a line.
  static func firstCell(_ content: String) -> String {
    String(content.prefix { $0 != "|" }.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether each bar has a line of its own, and each cell one as well, blank if it is empty.
  private var keepsLines: Bool { pieces.allSatisfy { $0.isAlone && !$0.slots.isEmpty } }

  /// Where each cell keeps a line, only a blank line above the cell's own parts something.
  private mutating func findSurplusBlanks() {
    for place in pieces.indices.dropLast() {
      let slots = pieces[place + 1].slots
      pieces[place].isBlankBehind = slots.count > 1 && slots[0].text.isEmpty
    }
  }

  /// The text behind the last bar is the last cell of a table whose bars stand between cells: its first line.
  private mutating func closeLast() {
    // Pieces with the end of one row and the start of the next in them show that bars stand only between cells.
    guard let part = current.parts.first,
      pieces.contains(where: { $0.parts.count > 1 }) || BarStream.opensLines(pieces),
      pieces.last?.isBlankBehind != true
    else { return }
    var piece = current
    piece.parts = [part]
    piece.isClosed = false
    pieces.append(piece)
    lines = lines.lowerBound..<max(lines.upperBound, part.line)
  }
}
