package import LanmuAnalysis
package import LanmuWorkbook

/// A difference as the values of a template: everything that the program's own workbook shows, under the words that stand on
/// it (`WorkbookRecord`), and the counts by name.
package enum ChangeTemplateData {
  package static func record(of difference: PlanDifference) -> TemplateRecord {
    let summary = difference.summary
    func count(_ number: Int) -> TemplateRecord.Value { .number(Double(number)) }
    var record = TemplateRecord(
      defaultList: "逐条对照",
      [
        ("旧方案", .text(difference.oldTitle)), ("新方案", .text(difference.newTitle)),
        ("旧文号", .text(difference.oldDocumentNumber)), ("新文号", .text(difference.newDocumentNumber)),
        ("新增数", count(summary.added)), ("删除数", count(summary.removed)), ("变更数", count(summary.changed)),
        ("未变数", count(summary.unchanged)), ("更名数", count(difference.units.renamed.count)),
        ("变化数", count(summary.changes)), ("单位", .text(difference.unit ?? "")),
      ])
    record.add(WorkbookRecord.record(of: ChangeWorkbook.workbook(of: difference)))
    return record
  }

  /// The built-in template's first draft, made of a difference that has every kind of change.
  package static func draft(of difference: PlanDifference) -> Workbook {
    var draft = TemplateDraft.workbook(of: ChangeWorkbook.workbook(of: difference), title: "方案变化对照模板")
    for index in draft.sheets.indices {
      guard let row = draft.sheets[index].rows.firstIndex(where: { Self.hasKind($0) }) else { continue }
      let area = CellArea(row: row, column: 1)
      for (word, color) in [
        ("单位更名", OfficialStyle.neutralFill), ("新增", OfficialStyle.onTimeFill), ("增加", OfficialStyle.onTimeFill),
        ("删除", OfficialStyle.overdueFill), ("减少", OfficialStyle.overdueFill), ("栏目", OfficialStyle.openFill),
      ] {
        draft.sheets[index].conditionalFormats.append(
          ConditionalFormat(area, .containsText(word, CellStyle().with { $0.fill = color }), stopsIfTrue: true))
      }
    }
    return draft
  }

  /// The English names of the placeholders.
  package static let aliases: [String: String] = [
    "oldPlan": "旧方案", "newPlan": "新方案", "oldNumber": "旧文号", "newNumber": "新文号", "added": "新增数", "removed": "删除数",
    "changed": "变更数", "unchanged": "未变数", "renamed": "更名数", "changes": "变化数", "items": "逐条对照",
    "impacts": "按单位", "renamings": "单位更名", "order": "序号", "kind": "变化", "column": "栏目", "field": "项目",
    "note": "说明", "units": "涉及单位", "unit": "单位", "role": "角色",
  ]

  private static func hasKind(_ row: SheetRow) -> Bool {
    row.cells.contains { $0.column == 1 && $0.value.plainText.hasSuffix(".变化}") }
  }
}
