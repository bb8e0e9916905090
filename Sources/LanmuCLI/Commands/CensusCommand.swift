import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics

/// `lanmu census`: the monthly census of a site.
struct CensusCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "census",
    abstract: helpText(zh: "生成每月的网站普查工作报表。", en: "Makes the monthly census of a website."),
    discussion: helpText(
      zh: "除方案外各项输入都可缺省；没有数据的指标标为“未提供数据”，不作通过处理。",
      en: "Every input but the plan may be left out; what no input measures is marked so and never counts as passed."))

  enum Format: String, OutputFormat { case xlsx, json, md }

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: .text(zh: "普查月份", en: "The month.", valueName: "yyyy-mm"),
    transform: CivilArgument.month)
  var month: CivilMonth?

  @Option(
    help: .text(zh: "监测时间点（默认当月最后一天）", en: "The day of monitoring (default: the month's last day).", valueName: "date"),
    transform: CivilArgument.date)
  var asOf: CivilDate?

  @Option(help: .text(zh: "发布记录（可多个）", en: "Exports of published items.", valueName: "file"))
  var records: [String] = []

  @Option(
    help: .text(
      zh: "发布记录自何日起完整；不给出就不判定空白栏目",
      en: "From when on these exports are complete; without it no column is called blank.", valueName: "date"),
    transform: CivilArgument.date)
  var recordsSince: CivilDate?

  @Option(help: .text(zh: "信件记录", en: "Logs of letters.", valueName: "file")) var letters: [String] = []
  @Option(help: .text(zh: "链接检查记录", en: "Logs of link checks.", valueName: "file")) var links: [String] = []
  @Option(help: .text(zh: "可用性探测记录", en: "Logs of availability probes.", valueName: "file")) var probes: [String] = []
  @Option(help: .text(zh: "填报后的任务清单或其目录", en: "Filled-in task sheets or a folder of them.", valueName: "file"))
  var returns: [String] = []
  @Option(help: .text(zh: "上期普查的工作簿或JSON", en: "Last month's census: its workbook or JSON.", valueName: "file"))
  var previous: String?

  @Option(
    help: .text(
      zh: "规则：census-2015、inspect-2019、local，或YAML文件", en: "Rules: census-2015, inspect-2019, local, or a YAML file.",
      valueName: "name|file"))
  var rules = "census-2015"

  @Option(
    help: .text(zh: "对照表（YAML）：栏目、单位、表头", en: "A mapping file (YAML) of columns, units, headers.", valueName: "file"))
  var map: String?

  @Option(
    help: .text(
      zh: "把未对应的栏目和单位写成对照表草稿", en: "Write what did not match as the draft of a mapping file.", valueName: "file"))
  var writeMap: String?

  @Option(
    help: .text(
      zh: "本地节假日表，覆盖全国日历：日期、休/班、名称、依据", en: "Local days off and on: date, 休/班, name, basis.", valueName: "file"))
  var calendar: String?

  @Option(help: .text(zh: "网站名称（默认取自方案标题）", en: "The site's name (default: from the plan's title).", valueName: "name"))
  var site = ""

  @Option(help: .format(otherwise: "xlsx"))
  var to: Format?

  @Option(
    help: .text(
      zh: "报表的模板（见 lanmu template export census）", en: "The workbook's template (see lanmu template export census).",
      valueName: "file"))
  var template: String?

  @Flag(help: .text(zh: "把几个网站的普查结果（JSON）汇总", en: "Roll the censuses of several sites (JSON) up into one."))
  var merge = false

  @Argument(
    help: .text(
      zh: "方案，- 为标准输入；--merge 时为普查结果", en: "The plan, - for standard input; with --merge the censuses.",
      valueName: "plan"))
  var plans: [String]

  private var plan: String { plans.first ?? "-" }

  /// Everything that is read.
  private var files: [String] {
    plans + records + letters + links + probes + returns + [previous, map, calendar, template].compactMap(\.self)
  }

  func validate() throws {
    try InputOptions.checkStandardInput(files)
    if merge { return }
    if plans.count != 1 { throw ValidationError(helpText(zh: "一次普查只用一个方案", en: "A census has one plan.")) }
    guard let month else {
      throw ValidationError(
        helpText(zh: "请用 --month 指定月份，如 --month 2026-11", en: "--month is needed, as in --month 2026-11."))
    }
    if let asOf, asOf < month.firstDay {
      throw ValidationError(
        helpText(zh: "--as-of \(asOf.text) 早于普查月份", en: "--as-of \(asOf.text) lies before the month of the census."))
    }
    if let recordsSince, recordsSince > asOf ?? month.lastDay {
      throw ValidationError(
        helpText(
          zh: "--records-since \(recordsSince.text) 晚于监测时间点",
          en: "--records-since \(recordsSince.text) lies after the day of monitoring."))
    }
  }

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    if merge { return try roll(console) }
    let format = try output.format(asked: to, otherwise: .xlsx)
    try output.sink.check(binary: format == .xlsx, inputs: files)
    guard let month else { return .validationFailure }
    let reading = try input.plan(plan, with: try reading.planReader())
    console.report(reading.diagnostics, of: plan)
    var request = CensusRequest(plan: reading.value, month: month, rules: try ruleSet())
    request.asOf = asOf
    request.site = site
    request.recordsSince = recordsSince
    request.records = try sources(records)
    request.letters = try sources(letters)
    request.links = try sources(links)
    request.probes = try sources(probes)
    request.returns = returns
    request.previous = try previous.map { name throws(LanmuError) in try input.source(name) }
    if let map { request.mapping = (try text(map), map) }
    if let calendar { request.calendar = try self.calendar(calendar, console) }
    request.progress = { file, rows in
      console.progress(Message(zh: "\(file)：已读\(rows)行", en: "\(file): \(rows) rows read"))
    }
    let census = try census(request, console)
    console.report(census.diagnostics, of: plan)
    if console.verbose { console.report(census.value.problems.listed.map(Self.note), of: plan) }
    if let writeMap {
      try OutputFile(path: writeMap, replacing: output.force).write(CensusMaker.mappingDraft(for: census.value))
    }
    switch format {
    case .json:
      try output.sink.write(
        CensusJSON.text(census.value, diagnostics: census.diagnostics, in: general.language))
    case .md: try output.sink.write(CensusNotice.text(census.value))
    case .xlsx:
      var notes: [Diagnostic] = []
      let calendar = request.calendar
      let form = template.map { ByteSource.file(path: $0) }
      try output.sink.writeFile { path throws(LanmuError) in
        if let form {
          notes = try CensusWorkbook.write(census.value, template: form, to: path, calendar: calendar)
        } else {
          notes = try CensusWorkbook.write(census.value, to: path, calendar: calendar)
        }
      }
      console.report(notes, of: output.output ?? "-")
    }
    console.say(CensusNotice.summary(census.value))
    return .success
  }

  private func census(_ request: CensusRequest, _ console: Console) throws(LanmuError) -> Outcome<Census> {
    defer { console.progress(nil) }
    return try CensusMaker.census(request)
  }

  private func roll(_ console: Console) throws(LanmuError) -> ExitCode {
    var roll = CensusRoll()
    for name in plans { try roll.add(try input.source(name)) }
    if let month, let other = roll.months.first(where: { $0 != month.text }) {
      throw LanmuError(
        .init("census.mergeMonth"), .data,
        message: Message(
          zh: "有\(other)的结果，而 --month 为\(month.text)", en: "a result is of \(other), and --month is \(month.text)"),
        remedy: Message(zh: "请只给出该月的结果，或去掉 --month", en: "give that month's results only, or leave --month out"))
    }
    console.report(roll.diagnostics, of: output.output ?? "-")
    // Where nothing says otherwise a roll-up is JSON: it is what the next roll-up reads.
    switch try output.format(asked: to, otherwise: .json) {
    case .json: try output.sink.write(roll.json)
    case .md: try output.sink.write(roll.markdown)
    case .xlsx:
      try output.sink.check(binary: true)
      var notes: [Diagnostic] = []
      try output.sink.writeFile { path throws(LanmuError) in notes = try roll.write(to: path) }
      console.report(notes, of: output.output ?? "-")
    }
    console.say(roll.summary)
    return .success
  }

  /// A row that is off, as `--verbose` lists it; the workbook lists them in any case.
  private static func note(_ problem: InputProblem) -> Diagnostic {
    var position = SourcePosition(file: problem.place.file, line: problem.place.row)
    if !problem.place.sheet.isEmpty {
      position = SourcePosition(file: problem.place.file, sheet: problem.place.sheet, row: problem.place.row - 1)
    }
    let text = problem.text.isEmpty ? "" : "：\(problem.text)"
    return Diagnostic(
      .note, code: "census." + problem.kind.rawValue,
      message: Message(zh: problem.kind.chineseName + text, en: problem.kind.rawValue + text), position: position)
  }

  private func sources(_ names: [String]) throws(LanmuError) -> [ByteSource] {
    var result: [ByteSource] = []
    for name in names { result.append(try input.source(name)) }
    return result
  }

  private func text(_ name: String) throws(LanmuError) -> String {
    String(decoding: try input.source(name).bytes(limit: ResourceLimits.standard.textBytes), as: UTF8.self)
  }

  private func ruleSet() throws(LanmuError) -> RuleSet {
    if let builtIn = try RuleSetReader.ruleSet(named: rules) { return builtIn }
    return try RuleSetReader.ruleSet(try text(rules), file: rules)
  }

  private func calendar(_ name: String, _ console: Console) throws(LanmuError) -> WorkingCalendar {
    let outcome = try CensusMaker.calendar(try input.source(name))
    console.report(outcome.diagnostics, of: name)
    return outcome.value
  }
}
