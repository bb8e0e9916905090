import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuReports
import LanmuWorkbook

/// `lanmu collect`: reads filled-in task sheets back.
struct CollectCommand: LanmuSubcommand {
  enum Format: String, OutputFormat { case json, xlsx }

  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: helpText(zh: "读回各单位填报的任务清单。", en: "Reads filled-in task sheets back."),
    discussion: helpText(
      zh: "目录中如有“任务清单目录”工作簿，则据此列出未反馈的单位。",
      en: "An index workbook among the files tells which units have not answered."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "json"))
  var to: Format?

  @Option(
    help: .text(
      zh: "应反馈的月份（默认按目录或多数）", en: "The month expected (default: the index's, or most sheets').", valueName: "YYYY-MM"),
    transform: CivilArgument.month)
  var month: CivilMonth?

  @Option(
    help: .text(zh: "收集日期（默认今天），此后的更新日期视为有误", en: "The day of collecting (default: today); later dates are faults."),
    transform: CivilArgument.date)
  var asOf: CivilDate?

  @Option(
    help: .text(
      zh: "把有问题的清单标注后另存到该目录：问题单元格加底色和批注，前附“问题”表",
      en: "Write faulty sheets back into this folder, with marks, notes and a list of problems.", valueName: "dir"))
  var mark: String?

  @Argument(
    help: .text(zh: "填报后的任务清单，或其所在目录", en: "Filled-in task sheets, or folders of them.", valueName: "sheet-or-dir"))
  var paths: [String]

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let format = try output.format(asked: to, otherwise: .json)
    let sink = output.sink
    try sink.check(binary: format == .xlsx, inputs: paths)
    let expectation = ReturnCollection.Expectation(month: month, today: asOf ?? BeijingClock.today)
    let collection = try ReturnFiles.collect(paths, expectation) { done, count in
      console.progress(Message(zh: "已读 \(done)/\(count) 份", en: "\(done) of \(count) read"))
    }
    console.progress(nil)
    guard !collection.units.isEmpty else {
      report(collection.problems, console)
      throw Self.noTaskSheet(paths)
    }
    switch format {
    case .json: try sink.write(ReturnsJSON.text(of: collection, language: console.language))
    case .xlsx:
      let workbook = ReturnReport(collection).workbook
      try sink.writeFile { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    }
    report(collection.problems, console)
    sayCounts(of: collection, console)
    if let mark { try writeMarked(collection, into: mark, console) }
    return .success
  }

  /// Each clerk's own file, with what is wrong in it marked.
  private func writeMarked(_ collection: ReturnCollection, into folder: String, _ console: Console) throws(LanmuError) {
    try FilePlace.makeDirectory(folder)
    var count = 0
    var taken: [String] = []
    let byFile = Dictionary(grouping: collection.problems) { $0.position.file ?? "" }
    for (file, problems) in byFile.sorted(by: { $0.key < $1.key }) where !file.isEmpty {
      // What cannot be opened cannot be marked either; it stands among the problems.
      guard !problems.contains(where: { $0.kind == .unreadable }) else { continue }
      guard let marked = marked(file, problems, console) else { continue }
      var name = file.split(separator: "/").last.map(String.init) ?? file
      if name.lowercased().hasSuffix(".xlsx") { name.removeLast(5) }
      name = SheetName.safeFile(name, taken: taken)
      taken.append(name)
      try OutputFile(path: folder + "/" + name + ".xlsx", replacing: output.force).write { path throws(LanmuError) in
        try marked.write(to: path)
      }
      count += 1
    }
    console.say(
      Message(zh: "\(folder)：\(count) 份清单已标注问题", en: "\(folder): \(count) sheets with their problems marked"))
  }

  /// The file with its marks; `nil` where there is nothing to mark, or no .xlsx workbook to mark it in, which is told.
  private func marked(_ file: String, _ problems: [ReturnProblem], _ console: Console) -> WorkbookParts? {
    do {
      return try ReturnMarking.mark(WorkbookParts(.file(path: file)), problems: problems)
    } catch {
      let reason = Message(
        zh: "不是 .xlsx 工作簿，无法在其中标注，问题见汇总",
        en: "no .xlsx workbook to set marks in; its problems are in the summary")
      console.report([Diagnostic(.warning, code: "returns.unmarked", message: reason)], of: file)
      return nil
    }
  }

  private static func noTaskSheet(_ paths: [String]) -> LanmuError {
    LanmuError(
      .init("collect.noTaskSheet"), .data,
      message: Message(zh: "其中没有一份任务清单", en: "there is no task sheet among this"),
      remedy: Message(
        zh: "请给出由 lanmu tasks 生成、各单位填报后退回的 .xlsx 文件或其目录",
        en: "name the .xlsx files that lanmu tasks wrote and the units filled in, or their folder"),
      position: SourcePosition(file: paths.first))
  }

  private func report(_ problems: [ReturnProblem], _ console: Console) {
    let diagnostics = problems.map { problem in
      Diagnostic(
        problem.severity, code: "returns.\(problem.kind.rawValue)",
        message: Message(
          zh: problem.message.chinese + (problem.text.isEmpty ? "" : "：“\(problem.text)”"),
          en: problem.message.english + (problem.text.isEmpty ? "" : ": “\(problem.text)”")), position: problem.position
      )
    }
    console.report(diagnostics, of: paths.first ?? "")
  }

  private func sayCounts(of collection: ReturnCollection, _ console: Console) {
    let counts = collection.unitCounts
    var zh = "\(counts.answered) 个单位反馈，\(counts.silent) 个未反馈"
    var en = "\(counts.answered) units answered, \(counts.silent) did not"
    if counts.blank > 0 {
      zh += "，\(counts.blank) 个退回但未填报"
      en += ", \(counts.blank) returned nothing filled in"
    }
    console.say(
      Message(
        zh: zh + "；\(collection.returns.count) 项填报，\(collection.problems.count) 个问题",
        en: en + "; \(collection.returns.count) answers, \(collection.problems.count) problems"))
  }
}
