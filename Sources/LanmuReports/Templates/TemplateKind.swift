internal import LanmuAnalysis
internal import LanmuPlan
package import LanmuWorkbook

/// What a template is for, and with that the names that it may use.
package enum TemplateKind: String, Sendable, CaseIterable {
  case tasks

  /// The layout that the built-in template began as.
  package var draft: Workbook? {
    switch self {
    case .tasks: TaskTemplateDraft.workbook()
    }
  }

  package var aliases: [String: String] {
    switch self {
    case .tasks: TaskTemplateData.aliases
    }
  }

  /// Names of which a template needs one, so that what was filled in can be read back.
  package var identifiers: [String] {
    switch self {
    case .tasks: ["条目", "任务编号", "栏目路径", "路径"]
    }
  }

  /// Every name with some value, for checking.
  package var sample: TemplateRecord {
    switch self {
    case .tasks:
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
      var record = TaskTemplateData.record(sheet)
      record["各单位"] = TaskTemplateData.record(set)["各单位"]
      return record
    }
  }
}
