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
      // The nearest text above a cell that is no placeholder, by column.
      var above: [Int: String] = [:]
      for (_, row) in sheet.rows.sorted(by: { $0.key < $1.key }) {
        for cell in row.cells where row.repeats && cell.hasContent {
          guard let label = above[cell.column], !own.contains(label), !design.labels.contains(label) else { continue }
          design.labels.append(label)
        }
        for cell in row.cells where !cell.text.isEmpty && cell.placeholders.isEmpty { above[cell.column] = cell.text }
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
