import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuDiagnostics
import LanmuReports
import LanmuWorkbook

/// The formats that a difference is written in.
enum ChangeFormat: String, OutputFormat {
  case text
  case json
  case xlsx
  case html
  case md

  var isBinary: Bool { self == .xlsx }

  func write(_ difference: PlanDifference, to output: OutputOptions, language: Language) throws(LanmuError) {
    let sink = output.sink
    // Pages and circulars go to Chinese offices whatever the terminal speaks, unless another language is asked for.
    let pageLanguage = Language.ofArguments(CommandLine.arguments) ?? .chinese
    switch self {
    case .text:
      let toTerminal =
        sink.path == nil && DescriptorWriter.isTerminal(DescriptorWriter.standardOutput)
        && (environmentValue("NO_COLOR") ?? "").isEmpty && environmentValue("TERM") != "dumb"
      try sink.write(ChangeText(language: language, usesColour: toTerminal).text(of: difference))
    case .json:
      try sink.write(String(decoding: ChangeJSON.encode(difference, language: language), as: UTF8.self))
    case .xlsx:
      let workbook = ChangeWorkbook.workbook(of: difference)
      try sink.writeFile { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    case .html: try sink.write(ChangeHTML(language: pageLanguage).text(of: difference))
    case .md: try sink.write(ChangeMarkdown(language: pageLanguage).text(of: difference))
    }
  }
}
