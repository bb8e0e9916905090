package import LanmuDiagnostics

/// Looks through a template without filling it for people: what it asks for that nobody knows, and what it would lose.
package enum TemplateCheck {
  /// `sample` holds every name that the kind of template knows, with at least one record in each list.
  package static func check(
    _ template: WorkbookParts, sample: TemplateRecord, aliases: [String: String], identifiers: [String] = []
  ) throws(LanmuError) -> [Diagnostic] {
    var diagnostics = try TemplateFiller(sample, aliases: aliases).fill(template).diagnostics
    var texts: [String] = []
    for sheet in template.sheets {
      guard let markup = try template.markup(sheet.part) else { continue }
      let content = TemplateSheet(markup, sharedStrings: template.sharedStrings)
      var formulas = 0
      for (number, row) in content.rows.sorted(by: { $0.key < $1.key }) {
        formulas += row.cells.count { $0.formula != nil }
        for cell in row.cells {
          texts.append(cell.text)
          let closes = Placeholder.all(in: cell.text).filter { $0.kind == .close }
          for close in closes where !isOpened(close.name, before: number, in: content) {
            diagnostics.append(
              warning(
                "template.block",
                Message(
                  zh: "\(close.source)之前没有{#\(close.name)}",
                  en: "\(close.source) closes nothing: no {#\(close.name)} before"),
                sheet.name, number, cell.column))
          }
        }
      }
      if formulas > 0 {
        diagnostics.append(
          Diagnostic(
            .note, code: "template.formulas",
            message: Message(
              zh: "\(formulas)个公式随行移动，其值由打开文件的程序计算",
              en: "\(formulas) formulas move with their rows; the program that opens the file computes them"),
            position: SourcePosition(sheet: sheet.name)))
      }
    }
    diagnostics += losses(of: template)
    let placeholders = Set(texts.flatMap { Placeholder.all(in: $0) }.map { aliases[$0.name] ?? $0.name })
    if !identifiers.isEmpty, !identifiers.contains(where: placeholders.contains) {
      diagnostics.append(
        Diagnostic(
          .warning, code: "template.identifier",
          message: Message(
            zh: "模板中没有" + identifiers.map { "{.\($0)}" }.joined(separator: "、") + "，填报后无法按行读回",
            en: "the template has none of \(identifiers.joined(separator: ", ")): returned sheets cannot be read back"),
          position: SourcePosition()))
    }
    return diagnostics
  }

  private static func isOpened(_ name: String, before row: Int, in sheet: TemplateSheet) -> Bool {
    sheet.rows.contains { number, content in
      number <= row && content.placeholders.contains { $0.kind == .open && $0.name == name }
    }
  }

  /// Parts whose references to rows are not moved.
  private static func losses(of template: WorkbookParts) -> [Diagnostic] {
    let kinds: [(String, String, Message)] = [
      (
        "/pivotTables/", "template.pivot",
        Message(zh: "数据透视表的区域不随行伸展", en: "areas of pivot tables do not stretch with the rows")
      ),
      ("/externalLinks/", "template.external", Message(zh: "外部链接原样保留，不会更新", en: "external links stay as they are")),
      (
        "vbaProject.bin", "template.macros", Message(zh: "含宏的工作簿请另存为 .xlsx", en: "save a workbook with macros as .xlsx")
      ),
      ("/slicers/", "template.slicer", Message(zh: "切片器不随行伸展", en: "slicers do not stretch with the rows")),
    ]
    return kinds.compactMap { fragment, code, message in
      guard let part = template.order.first(where: { $0.contains(fragment) }) else { return nil }
      return Diagnostic(.warning, code: code, message: message, position: SourcePosition(part: part))
    }
  }

  private static func warning(
    _ code: String, _ message: Message, _ sheet: String, _ row: Int, _ column: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: code, message: message, position: SourcePosition(sheet: sheet, row: row - 1, column: column))
  }
}
