import LanmuGrid
import LanmuTestSupport

/// A grid written by hand in the formats that keep spans.
struct GridMarkup {
  let grid: Grid

  init(_ grid: Grid) { self.grid = grid }

  /// A Word table: spans as `gridSpan` and `vMerge`, lines as paragraphs.
  var word: String {
    var text = "<w:tbl>"
    for (row, crossing) in grid.crossings.enumerated() {
      text += "<w:tr>"
      if row < grid.headerRowCount { text += "<w:trPr><w:tblHeader/></w:trPr>" }
      for cell in crossing {
        text += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(cell.columnSpan)\"/>"
        if cell.rowSpan > 1 { text += cell.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" }
        text += "</w:tcPr>"
        for line in cell.row == row ? cell.text.split(separator: "\n") : [""] {
          text += "<w:p><w:r><w:t xml:space=\"preserve\">\(Self.escaped(line))</w:t></w:r></w:p>"
        }
        text += "</w:tc>"
      }
      text += "</w:tr>"
    }
    return text + "</w:tbl>"
  }

  /// A worksheet's rows with inline strings, and its merged areas.
  var worksheet: String {
    var rows = ""
    var areas = ""
    for row in 0..<grid.rowCount {
      rows += "<row r=\"\(row + 1)\">"
      for cell in grid.cells where cell.row == row {
        let text = Self.escaped(cell.text).replacing("\n", with: "&#10;")
        let reference = Self.reference(row, cell.column)
        rows += "<c r=\"\(reference)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
        if cell.isMerged {
          let end = Self.reference(row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)
          areas += "<mergeCell ref=\"\(reference):\(end)\"/>"
        }
      }
      rows += "</row>"
    }
    return "<sheetData>\(rows)</sheetData>" + (areas.isEmpty ? "" : "<mergeCells>\(areas)</mergeCells>")
  }

  /// An HTML table, lines parted by `<br>`.
  var page: String {
    var text = "<!DOCTYPE html><meta charset=\"utf-8\"><table>"
    for row in 0..<grid.rowCount {
      text += "<tr>"
      for cell in grid.cells where cell.row == row {
        text += "<td"
        if cell.rowSpan > 1 { text += " rowspan=\(cell.rowSpan)" }
        if cell.columnSpan > 1 { text += " colspan=\(cell.columnSpan)" }
        text += ">" + Self.escaped(cell.text).replacing("\n", with: "<br>")
      }
    }
    return text + "</table>"
  }

  /// The page as a web archive.
  var message: String {
    """
    MIME-Version: 1.0
    Content-Type: multipart/related; boundary="--part"

    ----part
    Content-Type: text/html; charset="utf-8"
    Content-Transfer-Encoding: 8bit
    Content-Location: file:///C:/plan.htm

    \(page)

    ----part--

    """
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// A1 style, for the first 26 columns.
  private static func reference(_ row: Int, _ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: column))) + "\(row + 1)"
  }
}
