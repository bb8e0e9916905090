import ArgumentParser
import LanmuDiagnostics
import LanmuPlan
import LanmuReports
import LanmuWorkbook

/// The formats that a plan is written in.
enum PlanFormat: String, OutputFormat {
  case json
  case xlsx
  case csv
  case tsv
  case html
  case md

  var isBinary: Bool { self == .xlsx }

  func write(_ outcome: Outcome<Plan>, to sink: OutputSink, language: Language) throws(LanmuError) {
    switch self {
    case .json:
      let bytes = try PlanJSON.encode(outcome.value, diagnostics: outcome.diagnostics, language: language)
      try sink.write(String(decoding: bytes, as: UTF8.self))
    case .xlsx:
      let workbook = PlanWorkbook.workbook(of: outcome.value)
      try sink.writeFile { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    case .csv: try sink.write(PlanTextFormat.csv.text(of: outcome.value))
    case .tsv: try sink.write(PlanTextFormat.tsv.text(of: outcome.value))
    case .html: try sink.write(PlanTextFormat.html.text(of: outcome.value))
    case .md: try sink.write(PlanTextFormat.markdown.text(of: outcome.value))
    }
  }
}
