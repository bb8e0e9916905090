internal import LanmuContainer
package import LanmuDiagnostics

extension TemplateFiller {
  /// Whether the template has a placeholder that the record knows: in a cell, a sheet's name, a header or footer, or a drawing.
  ///
  /// What repeats over a list counts even if the list is empty: no month is bound to have something of everything.
  package func hasPlace(in template: PreparedTemplate) throws(LanmuError) -> Bool {
    let scope = TemplateScope(records: [root], aliases: aliases)
    for (part, sheet) in zip(template.parts.sheets, template.sheets) {
      if sheet.rows.values.contains(where: { $0.placeholders.contains { isKnown($0, scope) } }) { return true }
      let around = [part.name, sheet.markup.root.first("headerFooter")?.text ?? ""]
      if around.contains(where: { isKnown($0, scope) }) { return true }
    }
    for part in template.parts.drawnParts {
      guard var markup = try template.parts.markup(part) else { continue }
      var found = false
      markup.root.transform { element in
        if element.localName == "t", isKnown(element.text, scope) { found = true }
      }
      if found { return true }
    }
    return false
  }

  private func isKnown(_ text: String, _ scope: TemplateScope) -> Bool {
    Placeholder.all(in: text).contains { isKnown($0, scope) }
  }

  private func isKnown(_ placeholder: Placeholder, _ scope: TemplateScope) -> Bool {
    switch placeholder.kind {
    case .chart: root.charts[placeholder.name] != nil
    case .item(let list):
      scope.value(placeholder.name) != nil
        || scope.list(list).map { records in
          records.first.map { scope.pushing($0).value(placeholder.name) != nil } ?? true
        } ?? false
    default: scope.value(placeholder.name) != nil
    }
  }
}
