internal import CLibZip
package import LanmuDiagnostics

extension LanmuError {
  package static func notZip(_ file: String) -> LanmuError {
    LanmuError(
      Code("zip.notZip"), .data,
      message: Message(zh: "这不是压缩包格式的文件（.docx、.xlsx等）", en: "This is not a zip-based document (.docx, .xlsx …)"),
      remedy: Message(zh: "请核对文件格式，或用办公软件另存为.docx或.xlsx", en: "Check the format, or save it as .docx or .xlsx"),
      position: SourcePosition(file: file))
  }

  package static func truncatedZip(_ file: String) -> LanmuError {
    LanmuError(
      Code("zip.truncated"), .data,
      message: Message(zh: "文件不完整：压缩包的目录缺失或损坏", en: "The file is incomplete: its zip directory is missing or broken"),
      remedy: Message(zh: "请重新下载或重新保存该文件", en: "Download it or save it again"), position: SourcePosition(file: file))
  }

  package static func tooManyParts(_ file: String, count: Int, limit: Int) -> LanmuError {
    LanmuError(
      Code("zip.tooManyParts"), .data,
      message: Message(
        zh: "压缩包内有\(count)个文件，超过上限\(limit)", en: "The package has \(count) parts; the limit is \(limit)"),
      remedy: Message(zh: "请用办公软件重新保存该文件", en: "Save the document again with an office program"),
      position: SourcePosition(file: file))
  }

  package static func encryptedEntry(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("zip.encrypted"), .data, message: Message(zh: "该部件已加密", en: "This part is encrypted"),
      remedy: Message(zh: "请去除密码后再试", en: "Remove the password and try again"), position: position)
  }

  package static func zipBomb(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("zip.bomb"), .data,
      message: Message(zh: "该部件解压后大得异常，已停止读取", en: "This part inflates beyond all measure; reading was stopped"),
      remedy: Message(zh: "请核对文件来源，或用办公软件重新保存", en: "Check where the file comes from, or save it again"),
      position: position)
  }

  package static func damagedEntry(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("zip.damaged"), .data,
      message: Message(zh: "该部件的数据已损坏（解压或校验失败）", en: "This part's data is damaged (inflating or its checksum failed)"),
      remedy: Message(zh: "请重新下载或重新保存该文件", en: "Download it or save it again"), position: position)
  }

  /// Whether the data of an archive's entry broke off or is wrong.
  var isDamagedEntry: Bool { code.rawValue == "zip.damaged" }

  static func unreadableEntry(at position: SourcePosition, code: Int32) -> LanmuError {
    switch code {
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: return .encryptedEntry(at: position)
    case ZIP_ER_COMPNOTSUPP:
      return LanmuError(
        Code("zip.method"), .data,
        message: Message(zh: "该部件使用了不支持的压缩方式", en: "This part is compressed in a way that is not supported"),
        remedy: Message(zh: "请用办公软件重新保存该文件", en: "Save the document again with an office program"), position: position)
    default: return .damagedEntry(at: position)
    }
  }
}
