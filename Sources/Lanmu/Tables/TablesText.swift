package import LanmuDiagnostics
package import LanmuGrid

/// The raw tables of a document as text for people: a heading and a drawing for each.
package enum TablesText {
  package static func text(of document: TableDocument, language: Language) -> String {
    var text = ""
    for (index, table) in document.tables.enumerated() {
      if index > 0 { text += "\n" }
      text += heading(of: table, number: index + 1, language: language) + "\n"
      text += GridDrawing(table).text
    }
    return text
  }

  private static func heading(of table: Grid, number: Int, language: Language) -> String {
    let name = table.name.replacing("\n", with: " ")
    switch language {
    case .chinese:
      var words = "表 \(number)" + (name.isEmpty ? "" : "  \(name)") + "（\(table.rowCount) 行 × \(table.columnCount) 列）"
      if let nesting = table.nestedIn { words += "，嵌套于表 \(nesting.table + 1) 第 \(nesting.row + 1) 行" }
      if table.visibility != .visible { words += "，隐藏" }
      if !table.hiddenColumns.isEmpty { words += "，\(table.hiddenColumns.count) 列隐藏" }
      return words
    case .english:
      var words =
        "Table \(number)" + (name.isEmpty ? "" : "  \(name)")
        + " (\(table.rowCount) rows × \(table.columnCount) columns)"
      if let nesting = table.nestedIn { words += ", nested in table \(nesting.table + 1), row \(nesting.row + 1)" }
      if table.visibility != .visible { words += ", hidden" }
      if !table.hiddenColumns.isEmpty { words += ", \(table.hiddenColumns.count) columns hidden" }
      return words
    }
  }
}
