internal import LanmuContainer
package import LanmuDiagnostics
internal import LanmuWorkbook

/// Fills a template: the workbook as it was designed, with values for placeholders and rows for records.
///
/// The package is patched in place (`WorkbookParts`), since that keeps everything that was designed; writing it anew would keep
/// only what this program knows. Formulas are moved with their rows and calculated by the program that opens the file.
package struct TemplateFiller {
  let root: TemplateRecord
  /// English names for the Chinese ones.
  let aliases: [String: String]

  package init(_ root: TemplateRecord, aliases: [String: String] = [:]) {
    self.root = root
    self.aliases = aliases
  }

  /// The filled package and what was noticed: placeholders that nothing is known about, what could not be carried over.
  package func fill(_ template: WorkbookParts) throws(LanmuError) -> Outcome<WorkbookParts> {
    var parts = template
    var diagnostics: [Diagnostic] = []
    let styles = TemplateStyles(try parts.styles())
    var names: [String] = []
    var renamed: [String: String] = [:]
    var filled: [(original: String, sheet: WorkbookParts.SheetPart, map: RowMap)] = []
    var sheets: [WorkbookParts.SheetPart] = []
    let rootScope = TemplateScope(records: [root], aliases: aliases)
    for original in template.sheets {
      let scopes = Self.scopes(forSheetNamed: original.name, rootScope)
      for (index, scope) in scopes.enumerated() {
        var target = original
        let name = SheetName.safe(
          TemplateText.plain(original.name, scope, list: nil), taken: names)
        names.append(name)
        if index == 0 {
          renamed[original.name] = name
        } else {
          target = try parts.addSheet(named: name, like: original, isHidden: original.isHidden)
          try parts.copyRelated(of: original.part, from: template, to: target.part)
        }
        target.name = name
        guard let markup = try template.markup(original.part) else { continue }
        var writer = TemplateSheetWriter(
          TemplateSheet(markup, sharedStrings: template.sharedStrings), name: original.name, newName: name,
          scope: scope,
          styles: styles)
        try writer.fill(&parts, target)
        diagnostics += writer.diagnostics
        sheets.append(target)
        filled.append((original.name, target, writer.map))
      }
    }
    parts.sheets = sheets
    parts.rewriteDefinedNames(filled, template.sheets, renamed)
    try parts.rewriteCharts(filled, renamed)
    try parts.finish(recalculates: true)
    return Outcome(parts, diagnostics: diagnostics)
  }

  /// The records for a sheet's name: one sheet for each record of a list that the name repeats over.
  private static func scopes(forSheetNamed name: String, _ scope: TemplateScope) -> [TemplateScope] {
    for placeholder in Placeholder.all(in: name) {
      if case .item(let list) = placeholder.kind, let records = scope.list(list) {
        return records.map { scope.pushing($0, of: list) }
      }
    }
    return [scope]
  }
}

/// Text with placeholders replaced.
enum TemplateText {
  static func plain(_ text: String, _ scope: TemplateScope, list: String?) -> String {
    Placeholder.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let placeholder): value(placeholder, scope)?.text ?? ""
      }
    }.joined()
  }

  static func value(_ placeholder: Placeholder, _ scope: TemplateScope) -> TemplateRecord.Value? {
    switch placeholder.kind {
    case .value, .item: scope.value(placeholder.name)
    default: nil
    }
  }
}
