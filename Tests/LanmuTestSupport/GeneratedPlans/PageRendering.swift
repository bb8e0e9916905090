import LanmuGrid

/// A document as a web page, with `rowspan` and `colspan` for its merged cells.
enum PageRendering {
  static func bytes(of document: TableDocument) -> [UInt8] {
    let body = document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): "<p>\(MarkupText.lines(of: paragraph.text).joined(separator: "<br>"))</p>\n"
      case .table(let grid): table(grid)
      }
    }
    let page = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title></title></head><body>\n"
    return Array((page + body.joined() + "</body></html>\n").utf8)
  }

  private static func table(_ grid: Grid) -> String {
    var rows = Array(repeating: "", count: grid.rowCount)
    for cell in grid.cells {
      let name = cell.row < grid.headerRowCount ? "th" : "td"
      let height = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
      let width = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
      let text = MarkupText.lines(of: cell.text).joined(separator: "<br>")
      rows[cell.row] += "<\(name)\(height)\(width)>\(text)</\(name)>"
    }
    let lines = rows.map { "<tr>\($0)</tr>\n" }
    let head = lines.prefix(grid.headerRowCount)
    return "<table border=\"1\">\n" + (head.isEmpty ? "" : "<thead>\n" + head.joined() + "</thead>\n") + "<tbody>\n"
      + lines.dropFirst(head.count).joined() + "</tbody></table>\n"
  }
}
