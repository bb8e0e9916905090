import LanmuDiagnostics

extension Diagnostic {
  static func droppedNulls(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "text.null",
      message: Message(zh: "文本中有\(count)个空字符（NUL），已略去", en: "\(count) NUL characters were left out"))
  }

  static func openQuote(line: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "text.quote",
      message: Message(zh: "引号没有闭合，已按普通字符读取", en: "A quote is never closed; it was read as text"),
      position: SourcePosition(line: line))
  }

  static func lostRow(line: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "text.strayRow",
      message: Message(
        zh: "这一行像是表格的一行，但不与任何表格相连，未列入表格",
        en: "This line looks like a row of a table, but adjoins none, and was left out"),
      position: SourcePosition(line: line))
  }

  static func drawingTooLarge(line: Int, byteCount: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "text.drawingTooLarge",
      message: Message(
        zh: "画出的表格有\(byteCount)字节，超过上限\(limit)字节，未读",
        en: "The drawn table of \(byteCount) bytes is larger than the limit of \(limit) bytes and was not read"),
      position: SourcePosition(line: line))
  }

  /// How rows were told in the end is said by who reads the table: what its cells hold may tell it better than their number.
  static func guessedRows(line: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "text.rows",
      message: Message(
        zh: "文本没有标明各行的起止，由程序推断，请核对",
        en: "The text does not say where its rows end; that was guessed, and should be checked"),
      position: SourcePosition(line: line))
  }
}
