internal import CLibXLSXWriter
internal import LanmuDiagnostics

/// The errors of writing a workbook.
enum WriterFault {
  /// The file exists and may not be replaced.
  static func exists(_ path: String) -> LanmuError {
    LanmuError(
      .init("output.exists"), .cannotCreate,
      message: Message(zh: "输出文件已存在", en: "the output file exists already"),
      remedy: Message(zh: "请换一个文件名，或加 --force 覆盖", en: "choose another name, or replace it with --force"),
      position: SourcePosition(file: path))
  }

  /// A file or folder cannot be written.
  static func cannotCreate(_ path: String?, reason: String) -> LanmuError {
    LanmuError(
      .init("output.cannotCreate"), .cannotCreate,
      message: Message(zh: "无法写出文件（\(reason)）", en: "the file cannot be written (\(reason))"),
      remedy: Message(
        zh: "请检查文件夹是否存在、是否有写入权限、磁盘是否已满", en: "check that the folder exists, may be written to, and has room"),
      position: SourcePosition(file: path))
  }

  /// The workbook asks for something that a worksheet cannot hold.
  static func invalid(_ what: Message, sheet: String? = nil, row: Int? = nil, column: Int? = nil) -> LanmuError {
    LanmuError(
      .init("workbook.invalid"), .software, message: what,
      remedy: Message(zh: "这是程序的缺陷，请报告", en: "this is a defect of the program, please report it"),
      position: SourcePosition(sheet: sheet, row: row, column: column))
  }

  /// Throws unless a call of the library succeeded; `what` names the call for the message.
  static func check(
    _ code: lxw_error, _ what: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil
  ) throws(LanmuError) {
    if code == LXW_NO_ERROR { return }
    switch code {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      throw LanmuError(
        .init("workbook.memory"), .inputOutput, message: Message(zh: "内存不足", en: "out of memory"),
        remedy: Message(zh: "请关闭其他程序或分批处理", en: "close other programs or work in smaller batches"))
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE:
      throw LanmuError(
        .init("workbook.temporaryFile"), .inputOutput,
        message: Message(zh: "临时文件无法读写", en: "a temporary file cannot be read or written"),
        remedy: Message(
          zh: "请检查临时文件夹（TMPDIR 或 /tmp）的空间和权限", en: "check room and rights of the folder for temporary files"))
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
      LXW_ERROR_ZIP_PARAMETER_ERROR, LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR:
      throw cannotCreate(nil, reason: what)
    default:
      let name = unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "\(code.rawValue)"
      throw invalid(
        Message(zh: "工作簿库拒绝了 \(what)（\(name)）", en: "the workbook library refused \(what) (\(name))"), sheet: sheet,
        row: row, column: column)
    }
  }
}
