import ArgumentParser
import Lanmu
import LanmuContainer
import LanmuDiagnostics
import LanmuReaders
import LanmuRecognition

/// How inputs are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: .text(
      zh: "输入的格式（默认自动识别）：docx、xlsx、html、mht、csv、tsv、txt、json 等",
      en: "The input's format (default: found out): docx, xlsx, html, mht, csv, tsv, txt, json ….", valueName: "format"),
    transform: { name in
      guard let format = SourceFormat(name: name) else {
        throw ValidationError(helpText(zh: "没有“\(name)”这种格式", en: "'\(name)' is no known format."))
      }
      return format
    })
  var from: SourceFormat?

  @Option(
    help: .text(
      zh: "文本的编码（默认自动识别）：utf-8、gb18030、big5 等",
      en: "The encoding of text (default: found out): utf-8, gb18030, big5 ….",
      valueName: "encoding"),
    transform: { label in
      guard let encoding = TextEncoding(label: label) else {
        throw ValidationError(helpText(zh: "没有“\(label)”这种编码", en: "'\(label)' is no known encoding."))
      }
      return encoding
    })
  var encoding: TextEncoding?

  /// The source that an argument names; `-` is standard input, read to its end.
  func source(_ argument: String) throws(LanmuError) -> ByteSource {
    guard argument == "-" else { return .file(path: argument) }
    let input = ByteSource.file(path: "/dev/stdin")
    return .memory(try input.bytes(limit: ResourceLimits.standard.textBytes), name: "-")
  }

  /// Standard input ends with its first reader; a second one would find it empty.
  ///
  /// - Throws: `ValidationError` if more than one of these arguments names it.
  static func checkStandardInput(_ arguments: [String]) throws {
    guard arguments.count(where: { $0 == "-" }) > 1 else { return }
    throw ValidationError(helpText(zh: "标准输入只能读一次", en: "Standard input can be read only once."))
  }

  var documentReader: DocumentReader { DocumentReader(encoding: encoding, labels: .ofPlans()) }

  /// Reads the plan that an argument names.
  func plan(_ argument: String, with reader: PlanReader = PlanReader()) throws(LanmuError) -> Outcome<Plan> {
    try plan(source(argument), with: reader)
  }

  /// Reads the plan in a source.
  func plan(_ source: ByteSource, with reader: PlanReader) throws(LanmuError) -> Outcome<Plan> {
    var reader = reader
    reader.encoding = encoding
    return try reader.read(source, format: from)
  }

  /// The layout of the tables in a source.
  func profile(_ source: ByteSource, with reader: PlanReader) throws(LanmuError) -> RecognitionProfile {
    var reader = reader
    reader.encoding = encoding
    return try reader.profile(of: source, format: from)
  }

  /// Reads the plans that two arguments name, both at once.
  func plans(
    _ first: String, _ second: String, with reader: PlanReader
  ) throws(LanmuError) -> (Outcome<Plan>, Outcome<Plan>) {
    var reader = reader
    reader.encoding = encoding
    let plans = try reader.read([source(first), source(second)], format: from)
    return (plans[0], plans[1])
  }
}
