import LanmuAnalysis
import LanmuPlan
import LanmuReports

/// An invented plan with everything that task sheets must cope with.
enum TaskSheetSample {
  static var plan: Plan {
    let month = TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "每月至少1条")
    let window = TimeRule(.interval(every: TimeSpan(14, .day), atLeast: 1), text: "2周内更新")
    let change = TimeRule(.onChange, text: "有变动时更新")
    let long = String(repeating: "及时公开本单位制定的文件、解读材料和办理结果，内容应当准确完整，并注明发布机构和日期；", count: 30)
    var entries = [
      PlanEntry(
        id: "1f0c5a7be2d34c11", path: ["新闻中心", "工作动态"], requirement: "反映工作进展的图文信息。",
        supply: TimedText(text: "信息形成之日起3个工作日内"), update: TimedText(text: "2周内更新", rules: [window]),
        assignments: [
          Assignment(unit: "县政府办公室", role: .lead, duty: "牵头"),
          Assignment(unit: "各镇", role: .cooperating, duty: "配合"),
        ]),
      PlanEntry(
        id: "2b1c5a7be2d34c12", path: ["政务公开", "政策文件", "规范性文件"], starred: true, requirement: long,
        update: TimedText(text: "每月至少1条", rules: [month]), mode: "信息报送",
        assignments: [
          Assignment(unit: "县司法局", role: .responsible, scope: "规范性文件清理结果"),
          Assignment(unit: "县政府办公室", role: .cooperating),
        ]),
      PlanEntry(
        id: "3c1c5a7be2d34c13", path: ["政务公开", "机构职能"], requirement: "=机构名称、职责、领导分工",
        update: TimedText(text: "有变动时更新", rules: [change]),
        assignments: [Assignment(unit: "各镇", role: .responsible), Assignment(unit: "县司法局", role: .responsible)]),
    ]
    for index in 0..<25 {
      entries.append(
        PlanEntry(
          id: String(0x4d14 + index, radix: 16) + "5a7be2d34c14", path: ["重点领域", "第\(index + 1)类信息"],
          requirement: "按要求公开有关事项的办理依据、流程、结果和监督方式。", supply: TimedText(text: "形成之日起20个工作日内"),
          update: TimedText(text: "每月至少1条", rules: [month]),
          assignments: [Assignment(unit: "县司法局", role: index % 3 == 0 ? .lead : .responsible)]))
    }
    return Plan(
      title: "青溪县人民政府门户网站内容保障方案", documentNumber: "青政办发〔2026〕8号",
      units: [
        PlanUnit(name: "县政府办公室", aliases: ["县府办"]), PlanUnit(name: "县司法局"),
        PlanUnit(name: "各镇", kind: .group, members: ["城关镇", "石桥镇"]), PlanUnit(name: "县气象局"),
      ], entries: entries)
  }

  static func set(census: Bool = false) -> TaskSheetSet? {
    guard let month = CivilMonth(year: 2026, month: 12) else { return nil }
    let last = CivilDate(year: 2026, month: 10, day: 9)
    let statuses = [
      "1f0c5a7be2d34c11": ColumnStatus(
        state: .overdue, lastUpdate: last, dueOn: CivilDate(year: 2026, month: 10, day: 23), daysOver: 39),
      "2b1c5a7be2d34c12": ColumnStatus(state: .blank),
      "4d145a7be2d34c14": ColumnStatus(
        state: .due, lastUpdate: CivilDate(year: 2026, month: 11, day: 9),
        dueOn: CivilDate(year: 2027, month: 1, day: 3)),
    ]
    return TaskSheetSet(plan, .init(month: month, census: census ? statuses : nil))
  }
}
