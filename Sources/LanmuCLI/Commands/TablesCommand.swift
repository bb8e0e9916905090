import ArgumentParser
import Lanmu
import LanmuDiagnostics

/// `lanmu tables`: the raw tables of a document, nothing interpreted.
struct TablesCommand: LanmuSubcommand {
  enum Format: String, OutputFormat { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: helpText(
      zh: "列出文档中的原始表格（含合并单元格），不作解释。", en: "Shows the raw tables of a document, merged cells included."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "text"))
  var to: Format?

  @Argument(help: .text(zh: "文档，- 为标准输入", en: "The document; - for standard input.", valueName: "input"))
  var document: String

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let sink = output.sink
    try sink.check(binary: false, inputs: [document])
    let format = try output.format(asked: to, otherwise: .text)
    let source = try input.source(document)
    let reading = try input.documentReader.read(source, format: input.from)
    console.report(reading.diagnostics, of: document)
    switch format {
    case .text: try sink.write(TablesText.text(of: reading.value, language: console.language))
    case .json:
      try sink.write(
        TablesJSON.text(
          of: reading.value, file: source.displayName, diagnostics: reading.diagnostics, language: console.language))
    }
    let count = reading.value.tables.count
    console.say(Message(zh: "\(document)：\(count) 张表", en: "\(document): \(count) tables"))
    return .success
  }
}
