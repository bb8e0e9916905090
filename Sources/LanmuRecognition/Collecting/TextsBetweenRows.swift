internal import LanmuGrid
internal import LanmuDiagnostics

/// Paragraphs that stand between the rows of one table and in none of its cells: what page breaks bring along, but also what a
/// cell has lost, or an author has put there.
///
/// Running heads, page numbers and the like say nothing; of all else it is said that it was left out, so that nobody believes it
/// to be in the plan.
struct TextsBetweenRows: Sendable {
  private struct Text: Sendable {
    var text: String
    var line: Int?
  }

  /// The paragraphs since the last row.
  private var waiting: [Text] = []
  private var left: [Text] = []

  /// - Parameter isWithin: whether rows are known to stand below.
  mutating func take(_ text: String, line: Int?, isWithin: Bool) {
    let text = Text(text: text, line: line)
    if isWithin { leave([text]) } else { waiting.append(text) }
  }

  /// A further row of the same table stands below.
  ///
  /// - Returns: the notes among the paragraphs, which are the table's.
  mutating func rowFollows() -> [String] {
    guard !waiting.isEmpty else { return [] }
    let notes = waiting.filter { NoteBelow.opensNote($0.text) }
    leave(waiting)
    waiting = []
    return notes.map(\.text)
  }

  private mutating func leave(_ texts: [Text]) {
    left += texts.filter { !NoteBelow.opensNote($0.text) && !CaptionReading.saysNothing($0.text) }
  }

  /// Takes the lines off a row's number that stood above it: where each cell has a bar behind it and no mark says where rows end, a
  /// line without one goes on into the first cell of the next row.
  static func removeText(aboveNumberOf row: inout FieldRow, below header: TableHeader?) -> String? {
    guard !row.layout.keepsSpans, header?.fields.first?.meaning == .number, let cell = row.cells.first,
      let end = cell.raw.lastIndex(of: "\n")
    else { return nil }
    let number = String(cell.raw[cell.raw.index(after: end)...])
    let text = String(cell.raw[..<end])
    guard TextEvidence(CellText.label(number)).isNumber, !TextEvidence(CellText.label(text)).isNumber else {
      return nil
    }
    (row.cells[0].raw, row.cells[0].label) = (number, CellText.label(number))
    return text
  }

  /// No further row follows.
  mutating func tableEnds() { waiting = [] }

  /// What is to be said of the texts that were left out.
  ///
  /// - Parameters:
  ///   - paragraphs: all that stand outside tables; what stands twice is a running head.
  ///   - titles: what tables are called, which a page may begin with.
  func diagnostics(among paragraphs: [SurroundingParagraph], titles: [String]) -> [Diagnostic] {
    guard !left.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for paragraph in paragraphs { counts[CellText.label(paragraph.text), default: 0] += 1 }
    for title in titles { counts[CellText.label(title), default: 0] += 1 }
    return left.filter { counts[CellText.label($0.text), default: 0] < 2 }.map { text in
      let excerpt = CellText.excerpt(text.text, atMost: 24)
      return Diagnostic(
        .warning, code: "text.between",
        message: Message(
          zh: "表格各行之间的文字“\(excerpt)”不在任何单元格内，未列入方案",
          en: "“\(excerpt)” stands between the table's rows and in no cell, and was left out"),
        position: text.line.map { SourcePosition(line: $0) } ?? SourcePosition())
    }
  }
}
