import ArgumentParser
import Lanmu
import LanmuDiagnostics
import LanmuContainer
import LanmuPlan
import LanmuReports
import LanmuWorkbook

/// `lanmu tasks`: one task sheet for each unit, and an index workbook.
struct TasksCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: helpText(
      zh: "为每个单位生成一份任务清单（XLSX），另附目录工作簿。", en: "Writes a task sheet (XLSX) for each unit, and an index workbook."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "输出目录；与 --one-workbook 连用时为文件（默认为当前目录下的“任务清单-年-月”）",
      en: "The output folder, or the file with --one-workbook (default: 任务清单-YYYY-MM here).", valueName: "dir"))
  var output: String?

  @Flag(help: .text(zh: "覆盖已有的文件", en: "Replace existing files."))
  var force = false

  @Option(
    help: .text(zh: "任务所属月份（默认本月）", en: "The month of the tasks (default: this month).", valueName: "YYYY-MM"),
    transform: CivilArgument.month)
  var month: CivilMonth?

  @Option(name: .customLong("unit"), help: .text(zh: "只生成这些单位的清单（可多次给出）", en: "Only these units (may be repeated)."))
  var units: [String] = []

  @Flag(help: .text(zh: "全部单位放在一个工作簿中", en: "All units in one workbook."))
  var oneWorkbook = false

  @Option(
    help: .text(
      zh: "任务清单的模板（见 lanmu template export tasks）", en: "The sheets' template (see lanmu template export tasks).",
      valueName: "file"))
  var template: String?

  @Option(
    help: .text(
      zh: "普查结果（lanmu census --to json），用于填写上次更新和状态",
      en: "A census (lanmu census --to json) that tells last updates and states.", valueName: "file"))
  var census: String?

  @Option(
    help: .text(zh: "下发日期（默认当月第一个工作日）", en: "The day of issue (default: the month's first working day)."),
    transform: CivilArgument.date)
  var issued: CivilDate?

  @Option(
    help: .text(zh: "反馈截止日期（默认当月最后一个工作日）", en: "The day to return by (default: the month's last working day)."),
    transform: CivilArgument.date)
  var returnBy: CivilDate?

  @Option(
    help: .text(
      zh: "本地节假日表，覆盖全国日历：日期、休/班、名称、依据", en: "Local days off and on: date, 休/班, name, basis.", valueName: "file"))
  var calendar: String?

  @Argument(help: .text(zh: "方案，- 为标准输入", en: "The plan; - for standard input.", valueName: "plan"))
  var plan: String

  func validate() throws {
    try InputOptions.checkStandardInput([plan] + [census, calendar].compactMap(\.self))
    if output == "-", !oneWorkbook {
      throw ValidationError(
        helpText(
          zh: "任务清单是一个目录，不能写到标准输出；只要一个工作簿请加 --one-workbook",
          en: "Task sheets are a folder and cannot go to standard output; for one workbook add --one-workbook."))
    }
  }

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    if output == "-" { try OutputSink(path: nil, replacing: force).check(binary: true) }
    try checkName()
    let outcome = try input.plan(plan, with: reading.planReader())
    console.report(outcome.diagnostics, of: plan)
    let statuses = try statuses()
    var set = try TaskSheetSet(
      outcome.value,
      .init(
        month: month ?? CivilMonth(containing: BeijingClock.today), issuedOn: issued, returnBy: returnBy,
        calendar: workingCalendar(console), census: statuses))
    guard set.issuedOn <= set.returnBy else { throw Self.noTime(from: set.issuedOn, to: set.returnBy) }
    try keepWanted(in: &set, of: outcome.value)
    guard !set.sheets.isEmpty else { throw Self.noDuties }
    let report = TaskSheetReport(set)
    if oneWorkbook {
      try writeOneWorkbook(report, console)
    } else {
      try writeFolder(report, console)
    }
    for unit in set.idleUnits {
      console.say(Message(zh: "\(unit)：方案未安排任务，列入目录", en: "\(unit): no duties, listed in the index"))
    }
    return .success
  }

  /// A workbook ends in .xlsx, or nobody can open it; and a folder that does was meant for a workbook.
  private func checkName() throws(LanmuError) {
    guard let output, output != "-", FilePlace(at: output) != .directory else { return }
    let isWorkbook = ByteSource.file(path: output).fileExtension == "xlsx"
    if oneWorkbook, !isWorkbook {
      throw Self.wrongName(
        Message(
          zh: "“\(output)”不是 .xlsx 文件名，而结果是工作簿", en: "“\(output)” does not end in .xlsx, and the result is a workbook"),
        Message(
          zh: "请写成 -o \(Self.workbookName(output))，或给出已有的目录",
          en: "write -o \(Self.workbookName(output)), or name an existing folder"))
    }
    if !oneWorkbook, isWorkbook, FilePlace(at: output) == .nothing {
      throw Self.wrongName(
        Message(
          zh: "每个单位一份清单，须写到目录，而“\(output)”是工作簿的名字",
          en: "the sheets of the units need a folder, and “\(output)” names a workbook"),
        Message(
          zh: "要一个工作簿请加 --one-workbook；要目录请去掉 .xlsx",
          en: "for one workbook add --one-workbook; for a folder leave .xlsx out"))
    }
  }

  private static func workbookName(_ path: String) -> String {
    let name = ByteSource.file(path: path).fileExtension
    let stem = name.isEmpty ? path[...] : path.dropLast(name.count + 1)
    return String(stem) + ".xlsx"
  }

  private static func wrongName(_ message: Message, _ remedy: Message) -> LanmuError {
    LanmuError(.init("output.format"), .usage, message: message, remedy: remedy)
  }

  private func statuses() throws(LanmuError) -> [String: ColumnStatus]? {
    guard let census else { return nil }
    do throws(LanmuError) {
      return try CensusStatuses.decode(input.source(census).bytes(limit: ResourceLimits.standard.textBytes))
    } catch {
      throw error.inFile(census)
    }
  }

  private func workingCalendar(_ console: Console) throws(LanmuError) -> WorkingCalendar {
    guard let calendar else { return .national }
    let outcome = try CensusMaker.calendar(try input.source(calendar))
    console.report(outcome.diagnostics, of: calendar)
    return outcome.value
  }

  /// Keeps the units that were asked for: by name, alias, or the group that they belong to.
  private func keepWanted(in set: inout TaskSheetSet, of plan: Plan) throws(LanmuError) {
    guard !units.isEmpty else { return }
    var wanted: Set<String> = []
    for name in units {
      var names = plan.units.filter { $0.name == name || $0.aliases.contains(name) }.flatMap { unit in
        [unit.name] + (unit.kind == .group ? unit.members : [])
      }
      if set.sheets.contains(where: { $0.unit == name }) { names.append(name) }
      guard !names.isEmpty else { throw Self.unknown(name, among: set) }
      wanted.formUnion(names)
    }
    set.sheets.removeAll { !wanted.contains($0.unit) }
    set.idleUnits.removeAll { !wanted.contains($0) }
  }

  private static let noDuties = LanmuError(
    .init("tasks.noDuties"), .data,
    message: Message(zh: "方案中没有任何单位承担任务", en: "the plan gives no unit any duty"),
    remedy: Message(
      zh: "请用 lanmu check 查看保障单位一栏是否被识别，或用 --units 补充单位",
      en: "see with lanmu check whether its unit fields were recognised"))

  private static func noTime(from issued: CivilDate, to returnBy: CivilDate) -> LanmuError {
    LanmuError(
      .init("tasks.noTime"), .usage,
      message: Message(
        zh: "反馈截止日期\(returnBy.text)早于下发日期\(issued.text)",
        en: "the day to return by, \(returnBy.text), is before the day of issue, \(issued.text)"),
      remedy: Message(zh: "请核对 --month、--issued 和 --return-by", en: "check --month, --issued, and --return-by"))
  }

  private static func unknown(_ name: String, among set: TaskSheetSet) -> LanmuError {
    let all = set.sheets.map(\.unit) + set.idleUnits
    let close = all.filter { $0.contains(name) || name.contains($0) }
    let list = (close.isEmpty ? all : close).prefix(12).joined(separator: "、")
    return LanmuError(
      .init("tasks.unknownUnit"), .usage,
      message: Message(zh: "方案中没有单位“\(name)”", en: "the plan names no unit “\(name)”"),
      remedy: Message(zh: "请从方案的单位中选择：\(list)", en: "choose one of the plan's units: \(list)"))
  }

  private func parts() throws(LanmuError) -> WorkbookParts? {
    guard let template else { return nil }
    return try TaskTemplateDesign.noted(in: WorkbookParts(.file(path: template)))
  }

  /// A template for all units at once has a sheet that repeats over them.
  private func wholeTemplate() throws(LanmuError) -> WorkbookParts? {
    guard let parts = try parts() else { return nil }
    guard parts.repeatsSheets else {
      throw LanmuError(
        .init("tasks.templateForOne"), .data,
        message: Message(zh: "该模板只适用于单个单位", en: "this template is for one unit at a time"),
        remedy: Message(
          zh: "请去掉 --one-workbook，或把工作表命名为“{各单位.单位}”", en: "leave out --one-workbook, or name a sheet {各单位.单位}"),
        position: SourcePosition(file: template))
    }
    return parts
  }

  private func writeFolder(_ report: TaskSheetReport, _ console: Console) throws(LanmuError) {
    let folder = output ?? "任务清单-" + report.set.month.text
    let isLong = report.fileNames.count > 200
    let diagnostics = try TaskSheetFolder(
      report, folder: folder, replacing: force,
      template: parts().map { parts throws(LanmuError) in try PreparedTemplate(parts) }, isPartial: !units.isEmpty
    ).write {
      done, count in
      if isLong { console.progress(Message(zh: "已生成 \(done)/\(count) 份", en: "\(done) of \(count) sheets written")) }
    }
    if isLong { console.progress(nil) }
    console.report(diagnostics, of: folder)
    let tasks = report.set.sheets.reduce(0) { $0 + $1.tasks.count }
    console.say(
      Message(
        zh: "\(folder)：\(report.fileNames.count) 份任务清单，共 \(tasks) 项任务，目录为“\(report.indexFileName)”",
        en:
          "\(folder): \(report.fileNames.count) task sheets with \(tasks) tasks; the index is “\(report.indexFileName)”"
      ))
  }

  private func writeOneWorkbook(_ report: TaskSheetReport, _ console: Console) throws(LanmuError) {
    var path = output ?? report.oneWorkbookFileName
    if FilePlace(at: path) == .directory {
      path += (path.hasSuffix("/") ? "" : "/") + report.oneWorkbookFileName
    }
    let template = try wholeTemplate().map { parts throws(LanmuError) in try PreparedTemplate(parts) }
    var diagnostics: [Diagnostic] = []
    try OutputSink(path: path == "-" ? nil : path, replacing: force).writeFile { path throws(LanmuError) in
      if let template {
        diagnostics = try TemplateOutput.write(
          TaskTemplateData.record(report.set), in: template, aliases: TaskTemplateData.aliases, to: path,
          replacing: true)
      } else {
        diagnostics = try report.oneWorkbook().write(to: path, replacing: true)
      }
    }
    console.report(diagnostics, of: path)
    guard path != "-" else { return }
    console.say(
      Message(
        zh: "\(path)：\(report.set.sheets.count) 个单位的任务清单",
        en: "\(path): the task sheets of \(report.set.sheets.count) units"))
  }
}
