import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuDiagnostics
import LanmuReports
import LanmuWorkbook

/// `lanmu collect`: reads filled-in task sheets back.
struct CollectCommand: LanmuSubcommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, xlsx }

  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: helpText(zh: "读回各单位填报的任务清单。", en: "Reads filled-in task sheets back."),
    discussion: helpText(
      zh: "目录中如有“任务清单目录”工作簿，则据此列出未反馈的单位。",
      en: "An index workbook among the files tells which units have not answered."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .text(zh: "输出格式（默认按 -o 的扩展名，否则 json）", en: "The output's format (default: by -o, else json)."))
  var to: Format?

  @Option(
    help: .text(
      zh: "应反馈的月份（默认按目录或多数）", en: "The month expected (default: the index's, or most sheets').", valueName: "YYYY-MM"),
    transform: { text in
      guard let month = CivilMonth(parsing: text) else { throw ValidationError("'\(text)' is no month (YYYY-MM).") }
      return month
    })
  var month: CivilMonth?

  @Option(
    help: .text(zh: "收集日期（默认今天），此后的更新日期视为有误", en: "The day of collecting (default: today); later dates are faults."),
    transform: { text in
      guard let date = CivilDate(parsing: text) else { throw ValidationError("'\(text)' is no date (YYYY-MM-DD).") }
      return date
    })
  var asOf: CivilDate?

  @Argument(
    help: .text(zh: "填报后的任务清单，或其所在目录", en: "Filled-in task sheets, or folders of them.", valueName: "sheet-or-dir"))
  var paths: [String]

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let format = to ?? (output.output?.lowercased().hasSuffix(".xlsx") == true ? .xlsx : .json)
    let sink = output.sink
    try sink.check(binary: format == .xlsx)
    let expectation = ReturnCollection.Expectation(month: month, today: asOf ?? BeijingClock.today)
    let collection = try ReturnFiles.collect(paths, expectation) { done, count in
      console.say(Message(zh: "已读 \(done)/\(count) 份", en: "\(done) of \(count) read"))
    }
    switch format {
    case .json: try sink.write(ReturnsJSON.text(of: collection, language: console.language))
    case .xlsx:
      let workbook = ReturnReport(collection).workbook
      try sink.writeFile { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    }
    report(collection, console)
    return .success
  }

  private func report(_ collection: ReturnCollection, _ console: Console) {
    let diagnostics = collection.problems.map { problem in
      Diagnostic(
        problem.severity, code: "returns.\(problem.kind.rawValue)",
        message: Message(
          zh: problem.message.chinese + (problem.text.isEmpty ? "" : "：“\(problem.text)”"),
          en: problem.message.english + (problem.text.isEmpty ? "" : ": “\(problem.text)”")), position: problem.position
      )
    }
    console.report(diagnostics, of: paths.first ?? "")
    let silent = collection.problems.count { $0.kind == .noReturn }
    console.say(
      Message(
        zh:
          "\(collection.units.count - silent) 个单位反馈，\(silent) 个未反馈；\(collection.returns.count) 项填报，\(collection.problems.count) 个问题",
        en:
          "\(collection.units.count - silent) units answered, \(silent) did not; \(collection.returns.count) answers, \(collection.problems.count) problems"
      ))
  }
}
