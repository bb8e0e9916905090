import ArgumentParser
import LanmuContainer
import LanmuDiagnostics

/// Where a command's result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .text(zh: "输出文件（默认标准输出）", en: "The output file (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(help: .text(zh: "覆盖已有的输出", en: "Replace an existing output."))
  var force = false

  /// The place to write the result to; `-o -` is standard output as well.
  var sink: OutputSink { OutputSink(path: output == "-" ? nil : output, replacing: force) }

  /// The format to write: the one asked for, else the one that the output's name asks for, else the command's own.
  ///
  /// - Throws: `output.format` where the name promises a document that the command does not write.
  func format<Format: OutputFormat>(asked: Format?, otherwise: Format) throws(LanmuError) -> Format {
    if let asked { return asked }
    guard let output, output != "-" else { return otherwise }
    if let format = Format(extensionOf: output) { return format }
    let name = ByteSource.file(path: output).fileExtension
    guard Self.documentExtensions.contains(name) else { return otherwise }
    let formats = Format.allCases.map(\.rawValue)
    throw LanmuError(
      .init("output.format"), .usage,
      message: Message(
        zh: "“\(output)”的扩展名是.\(name)，本命令不写这种文件", en: "“\(output)” ends in .\(name), which this command does not write"),
      remedy: Message(
        zh: "请换扩展名，或用 --to 指定格式：\(formats.joined(separator: "、"))",
        en: "give it another extension, or name the format with --to: \(formats.joined(separator: ", "))"))
  }

  /// Extensions that promise a kind of document: a file of that name with something else in it would mislead whoever opens it.
  private static let documentExtensions: Set<String> = [
    "docx", "doc", "wps", "rtf", "odt", "pdf", "xlsx", "xls", "et", "ods", "xlsb", "csv", "tsv", "html", "htm", "md",
    "json", "zip", "pptx",
  ]
}
