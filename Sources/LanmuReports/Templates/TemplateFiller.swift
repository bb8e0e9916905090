internal import LanmuContainer
package import LanmuDiagnostics
internal import LanmuWorkbook

/// A template that has been read, ready to be filled any number of times.
package struct PreparedTemplate: Sendable {
  let parts: WorkbookParts
  /// The sheets in the order of `parts.sheets`.
  let sheets: [TemplateSheet]
  let styles: TemplateStyles
  let hasFormulas: Bool
  /// The name by which messages call the template.
  package var name: String { parts.displayName }

  package init(_ parts: WorkbookParts) throws(LanmuError) {
    self.parts = parts
    var sheets: [TemplateSheet] = []
    for sheet in parts.sheets {
      guard let markup = try parts.markup(sheet.part) else { continue }
      sheets.append(TemplateSheet(markup, sharedStrings: parts.sharedStrings))
    }
    self.sheets = sheets
    styles = TemplateStyles(try parts.styles())
    hasFormulas = sheets.contains { $0.rows.values.contains { $0.cells.contains { $0.formula != nil } } }
  }
}

/// Fills a template: the workbook as it was designed, with values for placeholders and rows for records.
///
/// The package is patched in place (`WorkbookParts`), since that keeps everything that was designed; writing it anew would keep
/// only what this program knows. Formulas move with their rows and carry the value that they compute to.
package struct TemplateFiller {
  let root: TemplateRecord
  /// English names for the Chinese ones.
  let aliases: [String: String]

  package init(_ root: TemplateRecord, aliases: [String: String] = [:]) {
    self.root = root
    self.aliases = aliases
  }

  package func fill(_ template: WorkbookParts) throws(LanmuError) -> Outcome<WorkbookParts> {
    try fill(PreparedTemplate(template))
  }

  /// A sheet to be filled, and what it was in the template.
  private struct Filling {
    var original: String
    var target: WorkbookParts.SheetPart
    var writer: TemplateSheetWriter
  }

  /// The filled package and what was noticed: placeholders that nothing is known about, what could not be carried over.
  package func fill(_ template: PreparedTemplate) throws(LanmuError) -> Outcome<WorkbookParts> {
    var parts = template.parts
    var diagnostics: [Diagnostic] = []
    var fillings = try fillings(of: template, in: &parts)
    // Formulas speak of the first sheet that a template's sheet has become.
    let moves = Dictionary(
      fillings.map { ($0.original, SheetMove(name: $0.target.name, map: $0.writer.map)) },
      uniquingKeysWith: { first, _ in first })
    var markups: [RawMarkup] = []
    for index in fillings.indices {
      markups.append(try fillings[index].writer.fill(&parts, fillings[index].target, moves: moves))
      diagnostics += fillings[index].writer.diagnostics
    }
    parts.sheets = fillings.map(\.target)
    let filled = fillings.map { (original: $0.original, sheet: $0.target, map: $0.writer.map) }
    let renamed = moves.mapValues(\.name)
    parts.rewriteDefinedNames(filled, template.parts.sheets, renamed)
    try parts.rewriteCharts(filled, renamed)
    diagnostics += try placeCharts(fillings, in: &parts, &markups)
    try parts.fillDrawnTexts(TemplateScope(records: [root], aliases: aliases))
    if template.hasFormulas { diagnostics += try calculate(&markups, fillings, in: parts) }
    for (filling, markup) in zip(fillings, markups) { parts.set(filling.target.part, markup) }
    // Where a value is missing, the program that opens the file computes all of them.
    try parts.finish(recalculates: diagnostics.contains { $0.code == "template.formula" })
    return Outcome(parts, diagnostics: diagnostics)
  }

  /// Charts that the template asks for by name. Those that are designed in it are moved before.
  private func placeCharts(
    _ fillings: [Filling], in parts: inout WorkbookParts, _ markups: inout [RawMarkup]
  ) throws(LanmuError) -> [Diagnostic] {
    guard fillings.contains(where: { !$0.writer.chartPlaces.isEmpty }) else { return [] }
    let sheets = fillings.map { filling in
      ChartPlacement.FilledSheet(
        template: filling.writer.template, part: filling.target.part, original: filling.original,
        name: filling.target.name, map: filling.writer.map, places: filling.writer.chartPlaces)
    }
    var placement = ChartPlacement(sheets, TemplateScope(records: [root], aliases: aliases))
    try placement.place(root.charts, in: &parts, &markups)
    return placement.diagnostics
  }

  private func fillings(
    of template: PreparedTemplate, in parts: inout WorkbookParts
  ) throws(LanmuError) -> [Filling] {
    var names: [String] = []
    var fillings: [Filling] = []
    let rootScope = TemplateScope(records: [root], aliases: aliases)
    for (original, sheet) in zip(template.parts.sheets, template.sheets) {
      let scopes = Self.scopes(forSheetNamed: original.name, rootScope)
      for (index, scope) in scopes.enumerated() {
        var target = original
        let name = SheetName.safe(TemplateText.plain(original.name, scope), taken: names)
        names.append(name)
        if index > 0 {
          target = try parts.addSheet(named: name, like: original, isHidden: original.isHidden)
          try parts.copyRelated(of: original.part, from: template.parts, to: target.part)
        }
        target.name = name
        fillings.append(
          Filling(
            original: original.name, target: target,
            writer: TemplateSheetWriter(
              sheet, name: original.name, newName: name, scope: scope, styles: template.styles)))
      }
    }
    return fillings
  }

  /// Computes the formulas of all sheets; those that cannot be are told of, by their place in the template.
  private func calculate(
    _ markups: inout [RawMarkup], _ fillings: [Filling], in parts: WorkbookParts
  ) throws(LanmuError) -> [Diagnostic] {
    // Rows are written as they are filled, and formulas need to see their cells.
    for index in markups.indices {
      markups[index] = try RawMarkup(markups[index].bytes, part: fillings[index].target.part)
    }
    let calculation = TemplateCalculation(names: parts.definedNames)
    for (markup, filling) in zip(markups, fillings) {
      calculation.add(markup.root, named: filling.target.name, sharedStrings: parts.sharedStrings)
    }
    var diagnostics: [Diagnostic] = []
    for index in markups.indices {
      for place in calculation.complete(&markups[index].root, named: fillings[index].target.name) {
        diagnostics.append(
          Diagnostic(
            .note, code: "template.formula",
            message: Message(zh: "此公式的值由打开文件的程序计算", en: "the program that opens the file computes this formula"),
            position: SourcePosition(
              sheet: fillings[index].original, row: fillings[index].writer.map.source(of: place.row + 1) - 1,
              column: place.column)))
      }
    }
    return diagnostics
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
  static func plain(_ text: String, _ scope: TemplateScope) -> String {
    plain(Placeholder.pieces(of: text), scope)
  }

  static func plain(_ pieces: [Placeholder.Piece], _ scope: TemplateScope) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .placeholder(let placeholder): result += value(placeholder, scope)?.text ?? ""
      }
    }
    return result
  }

  static func value(_ placeholder: Placeholder, _ scope: TemplateScope) -> TemplateRecord.Value? {
    switch placeholder.kind {
    case .value, .item: scope.value(placeholder.name)
    default: nil
    }
  }
}
