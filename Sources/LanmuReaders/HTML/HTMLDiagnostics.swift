import LanmuDiagnostics

extension Diagnostic {
  static func pageTooDeep(line: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "html.depth",
      message: Message(zh: "网页标记嵌套过深，只读取了此处之前的内容", en: "The page nests too deeply; only what stands before was read"),
      position: SourcePosition(line: line))
  }

  static func tablesTooDeep() -> Diagnostic {
    Diagnostic(
      .warning, code: "html.tableDepth",
      message: Message(zh: "表格嵌套过深，最里层的表未读取", en: "Tables nest too deeply; the innermost were left out"))
  }

  static func tableCut() -> Diagnostic {
    Diagnostic(
      .warning, code: "html.tableSize",
      message: Message(zh: "表格过大，超出上限的单元格未读取", en: "A table is too large; cells beyond the limit were left out"))
  }

  static func missingMessagePart() -> Diagnostic {
    Diagnostic(
      .warning, code: "mhtml.cut",
      message: Message(zh: "网页存档不完整，缺少结尾", en: "The web archive is incomplete: its end is missing"))
  }
}

extension LanmuError {
  static func pageTooLong(limit: Int) -> LanmuError {
    LanmuError(
      Code("html.tooLong"), .data,
      message: Message(zh: "网页文字超过\(limit)字节的上限", en: "The page holds more than \(limit) bytes of text"),
      remedy: Message(zh: "请只保留需要的表格", en: "Keep only the tables that matter"))
  }

  static func messageWithoutPage(_ file: String) -> LanmuError {
    LanmuError(
      Code("mhtml.noPage"), .data, message: Message(zh: "网页存档中没有网页", en: "The web archive holds no page"),
      remedy: Message(zh: "请用浏览器或Word重新另存为网页", en: "Save the page again from a browser or Word"),
      position: SourcePosition(file: file))
  }
}
