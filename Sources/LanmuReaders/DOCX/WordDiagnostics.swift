import LanmuDiagnostics

/// What was noticed in a Word document; of one kind at most a handful, so that a strange document does not bury its user.
struct WordDiagnostics: Sendable {
  private(set) var list: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private static let limitPerCode = 20

  mutating func noteDetached(isUneven: Bool, at position: SourcePosition) {
    if isUneven {
      add(
        .note, "docx.merge.uneven",
        Message(
          zh: "此单元格标为与上方合并，但宽度与上方不同，按独立单元格读取",
          en: "This cell is marked as merged with the one above, which is not as wide; it was read as a cell of its own"
        ),
        position)
    } else {
      add(
        .note, "docx.merge.orphan",
        Message(
          zh: "此单元格标为与上方合并，但上方没有合并的起点，按独立单元格读取",
          en:
            "This cell is marked as merged with one above, but no merge starts there; it was read as a cell of its own"),
        position)
    }
  }

  mutating func noteHiddenByMerge(at position: SourcePosition) {
    add(
      .note, "docx.merge.hiddenText",
      Message(
        zh: "被合并遮住的单元格中有文字，按显示效果未读取", en: "A cell that a merge covers holds text, which is not shown and was left out"),
      position)
  }

  mutating func noteTableInTextBox(at position: SourcePosition) {
    add(
      .note, "docx.textBox.table",
      Message(zh: "文本框中有一个表，未列入正文的表", en: "A text box holds a table; it is not among the tables of the body"), position)
  }

  mutating func noteForeignContent(at position: SourcePosition) {
    add(
      .warning, "docx.foreignContent",
      Message(zh: "此处嵌入了另一个文档，未读取", en: "Another document is embedded here; it was not read"), position)
  }

  mutating func noteTooDeep(limit: Int, at position: SourcePosition) {
    add(
      .warning, "docx.nesting",
      Message(
        zh: "表嵌套超过\(limit)层，更深的未读取", en: "Tables nest deeper than \(limit) levels; the deeper ones were not read"),
      position)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: Message, _ position: SourcePosition
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.limitPerCode else { return }
    list.append(Diagnostic(severity, code: code, message: message, position: position))
  }
}
