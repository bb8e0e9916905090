package import LanmuPlan
import LanmuRecognition

/// One table of a plan as a rectangle of texts, for every format that shows tables.
package struct PlanSheet: Sendable, Hashable {
  package var title: String
  package var note: String
  package var fields: [PlanField]
  package var header: [String]
  /// Each row as long as `header`.
  package var rows: [[String]]

  /// The plan's tables one by one, each with the fields that it fills; tables without entries are left out.
  package static func sheets(of plan: Plan) -> [PlanSheet] {
    plan.tables.indices.compactMap { index in
      let entries = plan.entries.filter { $0.table == index }
      guard !entries.isEmpty else { return nil }
      let table = plan.tables[index]
      let fields = PlanField.used(by: entries)
      return PlanSheet(
        title: table.title, note: table.note, fields: fields, header: fields.map { $0.heading(for: table.kind) },
        rows: entries.map { entry in fields.map { $0.text(of: entry) } })
    }
  }

  /// All entries in one rectangle; where the plan has several tables, the first field names the table.
  package static func whole(_ plan: Plan) -> PlanSheet {
    let fields = PlanField.used(by: plan.entries)
    let severalTables = Set(plan.entries.map(\.table)).count > 1
    let kind = plan.tables.first?.kind ?? .columns
    return PlanSheet(
      title: plan.title, note: "", fields: fields,
      header: (severalTables ? [NormalizedHeading.table] : []) + fields.map { $0.heading(for: kind) },
      rows: plan.entries.map { entry in
        (severalTables ? [name(of: entry.table, in: plan)] : []) + fields.map { $0.text(of: entry) }
      })
  }

  private static func name(of table: Int, in plan: Plan) -> String {
    guard plan.tables.indices.contains(table), !plan.tables[table].title.isEmpty else { return String(table + 1) }
    return plan.tables[table].title
  }
}
