import Lanmu
import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuPlan
import LanmuReports
import LanmuSamples
import LanmuWorkbook

/// The whole job on the built-in samples, from two versions of a plan to the census of a month.
struct Demo {
  var folder: String
  var replacing: Bool
  var language: Language

  private static let month = DemoCensus.month
  private static let nextMonth = CivilMonth(parsing: "2026-12")

  /// Writes everything, and tells after each step what was made.
  func run(tell: (Message) -> Void) throws(LanmuError) {
    guard let month = Self.month, let nextMonth = Self.nextMonth else { return }
    try FilePlace.makeDirectory(folder)
    let plan = try writePlan("1-方案", BuiltInSamples.plan, tell)
    let revised = try writePlan("2-修订方案", BuiltInSamples.revisedPlan, tell)
    try writeChanges(from: plan, to: revised, tell)
    let census = try writeCensus(of: plan, month: month, tell)
    try writeTasks(of: plan, month: nextMonth, census: census, tell)
  }

  private func writePlan(
    _ name: String, _ bytes: [UInt8], _ tell: (Message) -> Void
  ) throws(LanmuError) -> Plan {
    try file(name + ".docx").write(bytes)
    let outcome = try PlanReader().read(.memory(bytes, name: name + ".docx"))
    try file(name + ".json").write(
      PlanJSON.encode(outcome.value, diagnostics: outcome.diagnostics, language: language))
    let workbook = PlanWorkbook.workbook(of: outcome.value)
    try file(name + ".xlsx").write { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    let count = outcome.value.entries.count
    let units = outcome.value.units.count
    tell(
      Message(
        zh: "\(name).docx → .json、.xlsx：\(count) 个条目，\(units) 个单位",
        en: "\(name).docx → .json, .xlsx: \(count) entries, \(units) units"))
    return outcome.value
  }

  private func writeChanges(from old: Plan, to new: Plan, _ tell: (Message) -> Void) throws(LanmuError) {
    let difference = try new.difference(from: old)
    try file("3-修订变化.txt").write(ChangeText(language: language, usesColour: false).text(of: difference))
    let workbook = ChangeWorkbook.workbook(of: difference)
    try file("3-修订变化.xlsx").write { path throws(LanmuError) in _ = try workbook.write(to: path, replacing: true) }
    tell(
      Message(
        zh:
          "3-修订变化.txt、.xlsx：新增 \(difference.added.count)，删除 \(difference.removed.count)，变化 \(difference.changed.count)",
        en:
          "3-修订变化.txt, .xlsx: \(difference.added.count) added, \(difference.removed.count) removed, \(difference.changed.count) changed"
      ))
  }

  private func writeCensus(
    of plan: Plan, month: CivilMonth, _ tell: (Message) -> Void
  ) throws(LanmuError) -> Census {
    let logs: [(name: String, bytes: [UInt8])] = [
      ("4-发布记录-2026-11.xlsx", BuiltInSamples.records), ("4-信件-2026-11.csv", BuiltInSamples.letters),
      ("4-链接检查-2026-11.csv", BuiltInSamples.links), ("4-可用性探测-2026-11.csv", BuiltInSamples.probes),
    ]
    for log in logs { try file(log.name).write(log.bytes) }
    let census = try DemoCensus.census(of: plan, month: month, logs)
    try file("5-普查-2026-11.xlsx").write { path throws(LanmuError) in
      _ = try CensusWorkbook.write(census.value, to: path)
    }
    try file("5-普查-2026-11.json").write(
      CensusJSON.text(census.value, diagnostics: census.diagnostics, in: language))
    try file("5-普查通报-2026-11.md").write(CensusNotice.text(census.value))
    let summary = CensusNotice.summary(census.value)
    tell(Message(zh: "5-普查-2026-11.xlsx：" + summary.chinese, en: "5-普查-2026-11.xlsx: " + summary.english))
    return census.value
  }

  private func writeTasks(
    of plan: Plan, month: CivilMonth, census: Census, _ tell: (Message) -> Void
  ) throws(LanmuError) {
    let statuses = try CensusStatuses.decode(Array(CensusJSON.text(census).utf8))
    let report = TaskSheetReport(TaskSheetSet(plan, .init(month: month, census: statuses)))
    let name = "6-任务清单-2026-12"
    _ = try TaskSheetFolder(report, folder: folder + "/" + name, replacing: replacing).write()
    tell(
      Message(
        zh: "\(name)/：\(report.fileNames.count) 个单位的任务清单，目录为“\(report.indexFileName)”",
        en: "\(name)/: the task sheets of \(report.fileNames.count) units; the index is “\(report.indexFileName)”"))
  }

  private func file(_ name: String) -> OutputFile { OutputFile(path: folder + "/" + name, replacing: replacing) }
}
