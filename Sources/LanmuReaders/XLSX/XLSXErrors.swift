internal import LanmuDiagnostics

extension LanmuError {
  static func notWorkbook(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("xlsx.noWorkbook"), .data,
      message: Message(zh: "压缩包里没有工作簿", en: "There is no workbook in the package"),
      remedy: Message(zh: "请核对文件，或用办公软件另存为.xlsx", en: "Check the file, or save it as .xlsx with an office program"),
      position: position)
  }

  static func binaryWorkbook(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("xlsx.binary"), .data,
      message: Message(zh: "这是二进制工作簿（.xlsb）", en: "This is a binary workbook (.xlsb)"),
      remedy: Message(zh: "请用办公软件另存为.xlsx", en: "Save it as .xlsx with an office program"), position: position)
  }

  static func tooManyCells(at position: SourcePosition, limit: Int) -> LanmuError {
    LanmuError(
      Code("xlsx.tooManyCells"), .data,
      message: Message(zh: "单元格超过\(limit)个的上限", en: "There are more than \(limit) cells"),
      remedy: Message(zh: "请拆分文件，或只保留需要的工作表", en: "Split the file, or keep only the sheets that matter"),
      position: position)
  }

  static func tooMuchText(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("xlsx.tooMuchText"), .data,
      message: Message(zh: "文字总量超过上限", en: "There is more text than the limit allows"),
      remedy: Message(zh: "请拆分文件，或只保留需要的工作表", en: "Split the file, or keep only the sheets that matter"),
      position: position)
  }
}
