internal import LanmuAnalysis
package import LanmuDiagnostics

/// Finds what a template of task sheets has beside the sheet's own fields.
///
/// A designer may show more of the plan than the program's own sheet does, on sheets of its own as well. When such a workbook
/// comes back, all this is no answer of the unit; so it goes along on a hidden sheet.
package enum TaskTemplateDesign {
  private static let sheetName = "_lanmu_design"

  /// The template with a hidden sheet that tells of its design; the template itself where there is nothing to tell.
  package static func noted(in template: WorkbookParts) throws(LanmuError) -> WorkbookParts {
    let design = try design(of: template)
    guard !design.isEmpty else { return template }
    var parts = template
    try parts.addHiddenTexts(design.lines, named: sheetName)
    return parts
  }

  static func design(of template: WorkbookParts) throws(LanmuError) -> TaskSheetDesign {
    var design = TaskSheetDesign()
    design.notes = try WorkbookNotes.notes(in: template).map(\.text)
    let own = Set(TaskSheetField.allCases.map(\.label))
    let answers = Set(TaskSheetField.inputs.map(\.label))
    for part in template.sheets where !part.isHidden {
      guard let markup = try template.markup(part.part) else { continue }
      let sheet = TemplateSheet(markup, sharedStrings: template.sharedStrings)
      if !sheet.rows.values.contains(where: { $0.cells.contains { answers.contains($0.text) } }) {
        design.sheets.append(part.name)
      }
      for (number, row) in sheet.rows.sorted(by: { $0.key < $1.key }) where row.repeats {
        for cell in row.cells where cell.hasContent {
          guard let label = sheet.label(above: number, column: cell.column), !own.contains(label),
            !design.labels.contains(label)
          else { continue }
          design.labels.append(label)
        }
      }
    }
    return design
  }
}

extension TemplateSheet.Row {
  /// Whether the row stands once for each record of a list.
  fileprivate var repeats: Bool {
    placeholders.contains { if case .item = $0.kind { true } else { false } }
  }
}

extension TemplateSheet.Cell {
  fileprivate var hasContent: Bool { !text.isEmpty || hasConstant || formula != nil }
}

extension TemplateSheet {
  /// The nearest text above a cell that is no placeholder.
  fileprivate func label(above row: Int, column: Int) -> String? {
    for number in stride(from: row - 1, through: 1, by: -1) {
      let cell = rows[number]?.cells.first { $0.column == column }
      if let cell, !cell.text.isEmpty, cell.placeholders.isEmpty { return cell.text }
    }
    return nil
  }
}
