import LanmuDiagnostics

extension LanmuError {
  static func passwordProtected(_ file: String) -> LanmuError {
    LanmuError(
      Code("format.encrypted"), .data, message: Message(zh: "文件设有打开密码", en: "The document is protected by a password"),
      remedy: Message(
        zh: "请用办公软件打开，去除密码后另存", en: "Open it in an office program, remove the password, and save it again"),
      position: SourcePosition(file: file))
  }

  static func foreignZip(_ file: String) -> LanmuError {
    LanmuError(
      Code("format.zip"), .data,
      message: Message(
        zh: "这是普通压缩包，不是.docx或.xlsx文档", en: "This is a zip archive, but no .docx or .xlsx document"),
      remedy: Message(zh: "请先解压，再给出其中的文档", en: "Unpack it, and name the document in it"),
      position: SourcePosition(file: file))
  }

  static func presentation(_ file: String) -> LanmuError {
    LanmuError(
      Code("format.presentation"), .data, message: Message(zh: "这是演示文稿，不是文档或表格", en: "This is a presentation"),
      remedy: Message(zh: "请将其中的表格另存为.docx或.xlsx", en: "Save its tables as .docx or .xlsx"),
      position: SourcePosition(file: file))
  }

  static func portableDocument(_ file: String) -> LanmuError {
    LanmuError(
      Code("format.pdf"), .data,
      message: Message(zh: "PDF文件没有可靠的表格结构，不能直接读取", en: "A PDF holds no tables that could be read reliably"),
      remedy: Message(
        zh: "请取得原始的.docx或.xlsx；没有时，可用WPS或Word打开并另存为.docx后再读",
        en: "Ask for the .docx or .xlsx that it was made from, or save it as .docx from WPS or Word and read that"),
      position: SourcePosition(file: file))
  }

  static func planIsNoDocument(_ file: String) -> LanmuError {
    LanmuError(
      Code("format.plan"), .data,
      message: Message(zh: "这是JSON文件，里面没有原始表格", en: "This is JSON, which holds no raw tables"),
      remedy: Message(
        zh: "规范化方案请交给convert、check、diff等命令", en: "Give a normalized plan to convert, check, diff and the like"),
      position: SourcePosition(file: file))
  }

  static func unknownFormat(_ file: String, kind: BinaryKind?) -> LanmuError {
    let message =
      switch kind {
      case .image: Message(zh: "这是图片，没有可读取的文字", en: "This is an image without text")
      case .archive: Message(zh: "这是压缩包", en: "This is an archive")
      case .program: Message(zh: "这是程序或数据库文件", en: "This is a program or a database")
      case nil: Message(zh: "不认识的文件格式", en: "The format of the file is unknown")
      }
    let remedy =
      kind == .archive
      ? Message(zh: "请先解压，再给出其中的文档", en: "Unpack it, and name the document in it")
      : Message(
        zh: "可读取.docx、.xlsx、.html、.mht、.csv、.tsv、.txt；确知格式时可用--from指明",
        en: "Known are .docx, .xlsx, .html, .mht, .csv, .tsv and .txt; name the format with --from if you know it")
    return LanmuError(
      Code("format.unknown"), .data, message: message, remedy: remedy, position: SourcePosition(file: file))
  }
}
