internal import LanmuContainer
package import LanmuDiagnostics

/// Looks through a template without filling it for people: what it asks for that nobody knows, and what it would lose.
package enum TemplateCheck {
  /// `sample` holds every name that the kind of template knows, with at least one record in each list.
  package static func check(
    _ template: WorkbookParts, sample: TemplateRecord, aliases: [String: String], identifiers: [String] = []
  ) throws(LanmuError) -> [Diagnostic] {
    let found = try TemplateFiller(sample, aliases: aliases).fill(template).diagnostics
    var diagnostics = distinct(found).map { diagnostic in
      // What is only a month without data when a template is used may be a slip of the pen when it is checked.
      var copy = diagnostic
      if diagnostic.code == "template.list" { copy.severity = .warning }
      return copy
    }
    let scope = TemplateScope(records: [sample], aliases: aliases)
    var texts: [String] = []
    for sheet in template.sheets {
      guard let markup = try template.markup(sheet.part) else { continue }
      let content = TemplateSheet(markup, sharedStrings: template.sharedStrings)
      for (number, row) in content.rows.sorted(by: { $0.key < $1.key }) {
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
                SourcePosition(sheet: sheet.name, row: number - 1, column: cell.column)))
          }
        }
      }
      let around = [sheet.name, markup.root.first("headerFooter")?.text ?? ""]
      for placeholder in around.flatMap({ Placeholder.all(in: $0) }) where !isKnown(placeholder, scope) {
        diagnostics.append(
          warning(
            "template.unknown",
            Message(
              zh: "工作表名或页眉页脚中，没有名为\(placeholder.source)的内容",
              en: "in the sheet's name, header or footer: nothing is known as \(placeholder.source)"),
            SourcePosition(sheet: sheet.name)))
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

  private static func warning(_ code: String, _ message: Message, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(.warning, code: code, message: message, position: position)
  }

  /// A template's place is told of once, however many rows it becomes.
  private static func distinct(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in diagnostics where !result.contains(diagnostic) { result.append(diagnostic) }
    return result
  }

  private static func isKnown(_ placeholder: Placeholder, _ scope: TemplateScope) -> Bool {
    switch placeholder.kind {
    case .item(let list) where !list.isEmpty:
      scope.list(list).map { $0.first?[scope.aliases[placeholder.name] ?? placeholder.name] != nil } ?? false
    default: scope.value(placeholder.name) != nil
    }
  }
}
