package import LanmuDiagnostics

extension LanmuError {
  package static func inputMissing(_ path: String) -> LanmuError {
    LanmuError(
      Code("input.missing"), .noInput, message: Message(zh: "没有这个文件", en: "There is no such file"),
      remedy: Message(zh: "请核对文件名和路径", en: "Check the name and the path"), position: SourcePosition(file: path))
  }

  package static func inputIsDirectory(_ path: String) -> LanmuError {
    LanmuError(
      Code("input.directory"), .data, message: Message(zh: "这是一个文件夹，不是文件", en: "This is a directory, not a file"),
      remedy: Message(zh: "请给出文件夹中的文件", en: "Name a file in it"), position: SourcePosition(file: path))
  }

  package static func inputUnreadable(_ path: String) -> LanmuError {
    LanmuError(
      Code("input.unreadable"), .inputOutput, message: Message(zh: "文件无法读取", en: "The file cannot be read"),
      remedy: Message(zh: "请检查读取权限，或先复制到本机磁盘", en: "Check its permissions, or copy it to a local disk first"),
      position: SourcePosition(file: path))
  }

  package static func inputEmpty(_ path: String) -> LanmuError {
    LanmuError(
      Code("input.empty"), .data, message: Message(zh: "文件是空的", en: "The file is empty"),
      remedy: Message(zh: "请重新保存或重新下载该文件", en: "Save or download it again"), position: SourcePosition(file: path))
  }

  package static func inputTooLarge(_ path: String, limit: Int) -> LanmuError {
    LanmuError(
      Code("input.tooLarge"), .data,
      message: Message(zh: "文件超过\(limit)字节的上限", en: "The file is larger than the limit of \(limit) bytes"),
      remedy: Message(zh: "请拆分文件，或只保留需要的表", en: "Split it, or keep only the tables that matter"),
      position: SourcePosition(file: path))
  }
}
