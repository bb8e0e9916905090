internal import LanmuContainer
package import LanmuDiagnostics
internal import LanmuWorkbook

/// Looks through a template without filling it for people: what it asks for that nobody knows, and what it would lose.
package enum TemplateCheck {
  /// `sample` holds every name that the kind of template knows, with at least one record in each list.
  package static func check(
    _ template: WorkbookParts, sample: TemplateRecord, aliases: [String: String], identifiers: [String] = []
  ) throws(LanmuError) -> [Diagnostic] {
    let prepared = try PreparedTemplate(template)
    let filler = TemplateFiller(sample, aliases: aliases)
    guard try filler.hasPlace(in: prepared) else {
      return [
        warning(
          "template.foreign",
          Message(zh: "没有这种模板的占位符，填写后仍是原样", en: "there is no placeholder of this kind: filled, it would stay as it is"),
          SourcePosition())
      ]
    }
    let found = try filler.fill(prepared).diagnostics
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
        diagnostics += severalLists(row, scope, SourcePosition(sheet: sheet.name, row: number - 1), in: content)
        for cell in row.cells {
          texts.append(cell.text)
          diagnostics += unreadable(
            cell, sheetNames: template.sheets.map(\.name),
            SourcePosition(sheet: sheet.name, row: number - 1, column: cell.column))
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
      diagnostics += rulesWithPlaceholders(
        markup.root, sheet: sheet.name, sheetNames: template.sheets.map(\.name))
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
    diagnostics += try unknownDrawn(template, scope)
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

  /// A row repeats over one list; fields of another in it would stay empty.
  private static func severalLists(
    _ row: TemplateSheet.Row, _ scope: TemplateScope, _ position: SourcePosition, in sheet: TemplateSheet
  ) -> [Diagnostic] {
    let blocks = Set(sheet.rows.values.flatMap(\.placeholders).filter { $0.kind == .open }.map(\.name))
    var lists: [String] = []
    for case .item(let list) in row.placeholders.map(\.kind) {
      let name = list.isEmpty ? scope.records.first?.defaultList ?? "" : scope.aliases[list] ?? list
      if !lists.contains(name), !blocks.contains(list), scope.repeats(name) { lists.append(name) }
    }
    guard lists.count > 1 else { return [] }
    let names = lists.joined(separator: "、")
    return [
      warning(
        "template.lists",
        Message(
          zh: "一行只能按一个列表重复，此行有 \(names)，请分行或改用两张表",
          en: "a row repeats over one list, and this one has \(lists.joined(separator: ", ")): use rows of their own"),
        position)
    ]
  }

  /// What looks like a placeholder and is none, so that it would be printed as it stands; and placeholders within formulas.
  private static func unreadable(
    _ cell: TemplateSheet.Cell, sheetNames: [String], _ position: SourcePosition
  ) -> [Diagnostic] {
    if let formula = cell.formula, let placeholder = placeholder(in: formula, sheetNames: sheetNames) {
      return [inFormula(placeholder, position)]
    }
    return cell.pieces.compactMap { piece in
      guard case .text(let text) = piece, let attempt = Placeholder.attempt(in: text) else { return nil }
      return warning(
        "template.unreadable",
        Message(zh: "“\(attempt)”不能识别为占位符，会原样输出", en: "“\(attempt)” is read as no placeholder and stays as it is"),
        position)
    }
  }

  /// The first placeholder in a formula, those in the names of sheets aside, which follow the sheets.
  private static func placeholder(in formula: String, sheetNames: [String]) -> Placeholder? {
    let rest = sheetNames.reduce(formula) { $0.replacing(CellArea.quoted($1) + "!", with: "") }
    return Placeholder.all(in: rest).first
  }

  private static func inFormula(_ placeholder: Placeholder, _ position: SourcePosition) -> Diagnostic {
    warning(
      "template.formulaPlaceholder",
      Message(
        zh: "公式中的\(placeholder.source)不会被替换，请引用填有它的单元格",
        en: "\(placeholder.source) is not replaced within formulas: refer to a cell that holds it"), position)
  }

  /// Validations and conditional formats whose formulas or prompts hold placeholders, which stay as they are.
  private static func rulesWithPlaceholders(
    _ root: RawMarkup.Element, sheet: String, sheetNames: [String]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for rules in root.elements where ["conditionalFormatting", "dataValidations"].contains(rules.localName) {
      for rule in [rules] + rules.elements {
        let area = (rule["sqref"] ?? rules["sqref"])?.split(separator: " ").first.flatMap { SheetReference($0) }
        let texts =
          rule.elements.filter { $0.localName.hasPrefix("formula") }.map(\.text)
          + ["prompt", "error", "promptTitle", "errorTitle"].compactMap { rule[$0] }
        let found = texts.lazy.compactMap { placeholder(in: $0, sheetNames: sheetNames) }
        guard let placeholder = found.first else { continue }
        diagnostics.append(
          inFormula(
            placeholder,
            SourcePosition(sheet: sheet, row: area.map { $0.rows.lowerBound - 1 }, column: area?.firstColumn)))
      }
    }
    return diagnostics
  }

  /// Placeholders that nobody knows in text boxes, titles of charts and notes.
  private static func unknownDrawn(
    _ template: WorkbookParts, _ scope: TemplateScope
  ) throws(LanmuError) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for part in template.drawnParts {
      guard var markup = try template.markup(part) else { continue }
      markup.root.transform { element in
        guard element.localName == "t" else { return }
        for placeholder in Placeholder.all(in: element.text) where !isKnown(placeholder, scope) {
          found.append(
            warning(
              "template.unknown",
              Message(
                zh: "文本框、图表标题或批注中，没有名为\(placeholder.source)的内容",
                en: "in a text box, a chart's title or a note: nothing is known as \(placeholder.source)"),
              SourcePosition(part: part)))
        }
      }
    }
    return found
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
    case .chart: scope.records.first?.charts[placeholder.name] != nil
    case .item(let list) where !list.isEmpty:
      scope.list(list).map { $0.first?[scope.aliases[placeholder.name] ?? placeholder.name] != nil } ?? false
    default: scope.value(placeholder.name) != nil
    }
  }
}
