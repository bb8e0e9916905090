import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

/// Reads formats of which we know nothing by letting LibreOffice convert them.
///
/// The conversion has a profile and a directory of its own, both removed afterwards, and a time limit; macros of documents
/// are not run in such a profile.
struct ForeignReader {
  let limits: ResourceLimits
  /// `nil` where LibreOffice is not installed.
  var office = ExternalProgram(named: ["soffice", "libreoffice"], orAt: usualPaths)
  /// Seconds that a conversion may take.
  var timeLimit = 120

  init(limits: ResourceLimits) { self.limits = limits }

  /// - Throws: `foreign.missing` where LibreOffice is not installed, `foreign.timeout`, `foreign.failed`,
  ///   `foreign.interrupted`, and the errors of the readers.
  func read(_ source: ByteSource, format: SourceFormat) throws(LanmuError) -> Outcome<TableDocument> {
    let name = source.displayName
    guard let office else { throw .officeMissing(name, format: format) }
    let bytes = try source.bytes(limit: limits.wholePartBytes)
    guard !bytes.isEmpty else { throw .inputEmpty(name) }
    var interruption: Int32?
    do {
      return try read(bytes, of: source, format: format, by: office, interruption: &interruption)
    } catch {
      // Only now is the temporary directory gone.
      if let interruption { ExternalProgram.resume(interruption) }
      throw error
    }
  }

  private func read(
    _ bytes: [UInt8], of source: ByteSource, format: SourceFormat, by office: ExternalProgram,
    interruption: inout Int32?
  ) throws(LanmuError) -> Outcome<TableDocument> {
    let name = source.displayName
    let target = Self.target(of: format, head: bytes.prefix(4096))
    let directory = try TemporaryDirectory()
    let input = try directory.write(
      bytes, named: "input.\(Self.fileExtension(of: format, named: source.fileExtension))")
    let output = try directory.makeDirectory(named: "output")
    let profile = try directory.makeDirectory(named: "profile")
    let arguments = [
      "-env:UserInstallation=file://\(profile)", "--headless", "--norestore", "--nologo", "--nodefault",
      "--nolockcheck",
      "--convert-to", Self.filter(to: target), "--outdir", output, input,
    ]
    switch office.run(arguments, home: directory.path, seconds: timeLimit) {
    case .timedOut: throw .officeTimedOut(name, seconds: timeLimit)
    case .interrupted(let signal):
      interruption = signal
      throw .officeInterrupted(name)
    case .exited, .killed, .notStarted: break
    }
    guard let converted = directory.firstFile(in: output) else { throw .officeFailed(name, format: format) }
    // The converted file is gone when anybody reads of it, so what is said of it is said of the original.
    do {
      var outcome =
        target == .docx
        ? try DOCXReader(limits: limits, narrowestColumn: Self.narrowestColumn).read(.file(path: converted))
        : try XLSXReader(limits: limits).read(.file(path: converted))
      outcome.value.format = format.rawValue
      for index in outcome.diagnostics.indices { outcome.diagnostics[index].position.file = name }
      return outcome
    } catch {
      var ofOriginal = error
      ofOriginal.position.file = name
      throw ofOriginal
    }
  }

  /// Half a point: edges that a conversion leaves closer together than this were one.
  private static let narrowestColumn = 10

  private static func target(of format: SourceFormat, head: ArraySlice<UInt8>) -> SourceFormat {
    switch format {
    case .xls, .ods, .xlsb: return .xlsx
    case .officeXML:
      let text = String(decoding: head, as: UTF8.self)
      return text.contains("spreadsheet") || text.contains("Workbook") ? .xlsx : .docx
    default: return .docx
    }
  }

  /// What LibreOffice shall write; named in full, because it finds no filter of its own for web pages saved as ODT.
  private static func filter(to target: SourceFormat) -> String {
    target == .docx ? "docx:MS Word 2007 XML" : target.rawValue
  }

  /// The extension that helps LibreOffice to choose its filter: the document's own if it is one of the format's.
  private static func fileExtension(of format: SourceFormat, named given: String) -> String {
    SourceFormat(name: given) == format ? given : format.rawValue
  }

  private static let usualPaths = [
    "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  ]
}

extension LanmuError {
  static func officeMissing(_ file: String, format: SourceFormat) -> LanmuError {
    let isSheet = [.xls, .ods, .xlsb].contains(format)
    let package = isSheet ? "libreoffice-calc" : "libreoffice-writer"
    let better = isSheet ? ".xlsx" : ".docx"
    return LanmuError(
      Code("foreign.missing"), .data,
      message: Message(
        zh: "读取.\(format.rawValue)需要LibreOffice，本机没有安装",
        en: "Reading .\(format.rawValue) takes LibreOffice, which is not installed"),
      remedy: Message(
        zh: "请安装\(package)（如apt install \(package)），或用办公软件另存为\(better)",
        en: "Install \(package) (apt install \(package)), or save the document as \(better)"),
      position: SourcePosition(file: file))
  }

  static func officeInterrupted(_ file: String) -> LanmuError {
    LanmuError(
      Code("foreign.interrupted"), .inputOutput,
      message: Message(zh: "转换被中断", en: "The conversion was interrupted"),
      remedy: Message(zh: "请重新运行", en: "Run it again"), position: SourcePosition(file: file))
  }

  static func officeTimedOut(_ file: String, seconds: Int) -> LanmuError {
    LanmuError(
      Code("foreign.timeout"), .data,
      message: Message(
        zh: "LibreOffice在\(seconds)秒内没有转换完", en: "LibreOffice did not convert the document within \(seconds) seconds"),
      remedy: Message(zh: "请用办公软件另存为.docx或.xlsx", en: "Save it as .docx or .xlsx in an office program"),
      position: SourcePosition(file: file))
  }

  static func officeFailed(_ file: String, format: SourceFormat) -> LanmuError {
    LanmuError(
      Code("foreign.failed"), .data,
      message: Message(
        zh: "LibreOffice无法转换此文件（.\(format.rawValue)）",
        en: "LibreOffice cannot convert the document (.\(format.rawValue))"),
      remedy: Message(
        zh: "请核对文件是否完好，或用办公软件另存为.docx或.xlsx",
        en: "Check that it is whole, or save it as .docx or .xlsx in an office program"),
      position: SourcePosition(file: file))
  }
}
