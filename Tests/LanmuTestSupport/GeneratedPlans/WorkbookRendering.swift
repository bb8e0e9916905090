import LanmuGrid

/// A document as a workbook (ECMA-376, part 1, 18.3) with `mergeCells`; each table has a sheet, with the paragraphs around it.
enum WorkbookRendering {
  /// A sheet that is being filled.
  private struct Sheet {
    var rows: [[(column: Int, text: String)]] = []
    var merged: [String] = []
    var width = 1

    mutating func append(_ paragraph: String) {
      rows.append([(0, paragraph)])
      if width > 1 { merged.append("A\(rows.count):\(WorkbookRendering.column(width - 1))\(rows.count)") }
    }

    mutating func append(_ grid: Grid) {
      let top = rows.count
      rows += Array(repeating: [], count: grid.rowCount)
      for cell in grid.cells {
        rows[top + cell.row].append((cell.column, cell.text))
        guard cell.isMerged else { continue }
        let first = WorkbookRendering.column(cell.column) + "\(top + cell.row + 1)"
        let last =
          WorkbookRendering.column(cell.column + cell.columnSpan - 1) + "\(top + cell.row + cell.rowSpan)"
        merged.append("\(first):\(last)")
      }
    }
  }

  static func bytes(of document: TableDocument) -> [UInt8] {
    var sheets: [Sheet] = []
    var waiting: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): waiting.append(paragraph.text)
      case .table(let grid):
        var sheet = Sheet()
        sheet.width = grid.columnCount
        for text in waiting { sheet.append(text) }
        sheet.append(grid)
        sheets.append(sheet)
        waiting = []
      }
    }
    if sheets.isEmpty { sheets.append(Sheet()) }
    for text in waiting { sheets[sheets.count - 1].append(text) }
    let names = sheets.indices.map { "<sheet name=\"Sheet\($0 + 1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return OfficeArchive.bytes(
      main: "xl/workbook.xml", type: "spreadsheetml.sheet.main",
      content: "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>\(names.joined())</sheets></workbook>",
      parts: sheets.enumerated().map { number, sheet in
        (
          "worksheet", "worksheets/sheet\(number + 1).xml", "spreadsheetml.worksheet",
          "<worksheet xmlns=\"\(main)\">\(Self.content(of: sheet))</worksheet>"
        )
      })
  }

  private static func content(of sheet: Sheet) -> String {
    let rows = sheet.rows.enumerated().map { index, cells in
      let texts = cells.sorted { $0.column < $1.column }.map { cell in
        let place = "\(column(cell.column))\(index + 1)"
        if cell.text.isEmpty { return "<c r=\"\(place)\"/>" }
        // What reads as a number is one, as a spreadsheet makes it.
        if Int(cell.text) != nil { return "<c r=\"\(place)\"><v>\(cell.text)</v></c>" }
        let text = MarkupText.escaped(cell.text)
        return "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">\(texts.joined())</row>"
    }
    let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }
    return "<sheetData>\(rows.joined())</sheetData>"
      + (merged.isEmpty ? "" : "<mergeCells count=\"\(merged.count)\">\(merged.joined())</mergeCells>")
  }

  /// The letters of a column: plans have fewer than 26.
  private static func column(_ index: Int) -> String { String("ABCDEFGHIJKLMNOPQRSTUVWXYZ".dropFirst(index).prefix(1)) }
}
