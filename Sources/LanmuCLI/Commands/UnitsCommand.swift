import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan

/// `lanmu units`: the units of a plan with aliases, groups and duties by role.
struct UnitsCommand: LanmuSubcommand {
  enum Format: String, OutputFormat { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: helpText(
      zh: "列出方案中的单位：别名、群体成员、各类职责的栏目数。", en: "Lists the units of a plan with aliases, groups and duties by role."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "text"))
  var to: Format?

  @Flag(help: .text(zh: "说明各名称为何视为同一单位", en: "Tell why names are taken for one unit."))
  var explain = false

  @Argument(help: .text(zh: "方案，- 为标准输入", en: "The plan; - for standard input.", valueName: "plan"))
  var plan: String

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let sink = output.sink
    try sink.check(binary: false, inputs: [plan])
    let format = try output.format(asked: to, otherwise: .text)
    let reader = try reading.planReader()
    let outcome = try input.plan(plan, with: reader)
    console.report(outcome.diagnostics, of: plan)
    let directory = reader.directory.map { $0.adding(.builtIn) } ?? .builtIn
    let report = UnitReport(
      source: outcome.value.source, summaries: UnitSummary.summaries(of: outcome.value),
      explanations: explain ? outcome.value.unitExplanations(directory: directory) : [],
      suggestions: explain ? outcome.value.successionSuggestions() : [])
    switch format {
    case .json: try sink.write(String(decoding: try report.json(language: console.language), as: UTF8.self))
    case .text: try sink.write(report.text(language: console.language))
    }
    return .success
  }
}
