package import LanmuDiagnostics
package import LanmuGrid

/// The raw tables of a document as JSON (`lanmu-tables/1`).
package enum TablesJSON {
  package static let schema = "lanmu-tables/1"

  package static func text(
    of document: TableDocument, file: String, diagnostics: [Diagnostic], language: Language
  ) -> String {
    var json = JSONWriter()
    json.begin(.object)
    json.member("schema", schema)
    json.key("source")
    json.begin(.object)
    json.member("file", file)
    json.member("format", document.format)
    json.end(.object)
    json.line()
    json.key("tables")
    json.begin(.array)
    for table in document.tables { write(table, to: &json) }
    json.end(.array)
    json.line()
    json.diagnostics(diagnostics, in: language)
    json.end(.object)
    return json.text
  }

  private static func write(_ table: Grid, to json: inout JSONWriter) {
    json.line()
    json.begin(.object)
    json.member("name", table.name)
    json.member("rows", table.rowCount)
    json.member("columns", table.columnCount)
    json.member("headerRows", table.headerRowCount)
    json.key("nestedIn")
    if let nesting = table.nestedIn {
      json.begin(.object)
      json.member("table", nesting.table)
      json.member("row", nesting.row)
      json.member("column", nesting.column)
      json.end(.object)
    } else {
      json.null()
    }
    if table.visibility != .visible { json.member("visibility", table.visibility.rawValue) }
    if !table.hiddenColumns.isEmpty {
      json.key("hiddenColumns")
      json.begin(.array)
      for column in table.hiddenColumns.sorted() { json.value(column) }
      json.end(.array)
    }
    json.key("cells")
    json.begin(.array)
    for cell in table.cells where !(cell.text.isEmpty && !cell.isMerged && table.layout.keepsSpans) {
      json.line()
      json.begin(.object)
      json.member("row", cell.row)
      json.member("column", cell.column)
      json.member("rowSpan", cell.rowSpan)
      json.member("columnSpan", cell.columnSpan)
      json.member("text", cell.text)
      if let line = cell.line { json.member("line", line) }
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
  }
}
