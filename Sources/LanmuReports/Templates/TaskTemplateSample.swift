internal import LanmuAnalysis
internal import LanmuPlan

extension TaskTemplateData {
  /// Every name with some value, for checking.
  package static var sample: TemplateRecord {
    guard let month = CivilMonth(year: 2026, month: 1) else { return TemplateRecord() }
    let plan = Plan(
      title: "例", documentNumber: "例〔2026〕1号", units: [PlanUnit(name: "例单位")],
      entries: [
        PlanEntry(
          id: "0123456789abcdef", path: ["例频道", "例栏目"], requirement: "例",
          assignments: [Assignment(unit: "例单位", role: .responsible)])
      ])
    let set = TaskSheetSet(plan, .init(month: month))
    guard let sheet = set.sheets.first else { return TemplateRecord() }
    var record = self.record(sheet)
    record["各单位"] = self.record(set)["各单位"]
    return record
  }
}
