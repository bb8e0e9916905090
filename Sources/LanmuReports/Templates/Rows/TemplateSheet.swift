internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

/// A template's worksheet: its rows with their texts, and everything around them.
struct TemplateSheet {
  struct Cell {
    var column: Int
    /// The number of its style, as the part has it.
    var style: String?
    /// The text, if the cell holds any.
    var text = ""
    /// The text cut at its placeholders, once for all the rows that the cell becomes.
    var pieces: [Placeholder.Piece] = []
    var placeholders: [Placeholder] = []
    /// The text in its fonts; one run where a placeholder lies across several.
    var runs: [Run] = []
    var formula: String?
    /// The cells over which an array formula shows.
    var arrayArea: SheetReference?
    /// Whether the cell holds a number or the like.
    var hasConstant = false
    var markup: CellMarkup
  }

  /// A part of a text in one font.
  struct Run {
    /// As in `FilledText`.
    var properties: String
    var pieces: [Placeholder.Piece]
  }

  struct Row {
    var markup: RowMarkup
    var cells: [Cell] = []

    fileprivate(set) var placeholders: [Placeholder] = []
  }

  var markup: RawMarkup
  /// By their numbers, from 1.
  private(set) var rows: [Int: Row] = [:]
  /// The last row that anything refers to.
  private(set) var lastRow = 0

  init(_ markup: RawMarkup, sharedStrings: [RawMarkup.Element]) {
    self.markup = markup
    var number = 0
    var shared: [String: (formula: String, row: Int, column: Int)] = [:]
    for element in markup.root.first("sheetData")?.elements ?? [] where element.localName == "row" {
      let next = element["r"].flatMap { Int($0) } ?? number + 1
      guard (1...CellArea.maximumRowCount).contains(next) else { continue }
      number = next
      var row = Row(markup: RowMarkup(element))
      var column = -1
      for child in element.elements where child.localName == "c" {
        column = child["r"].flatMap { SheetReference.cell($0)?.column } ?? column + 1
        var cell = Cell(column: column, style: child["s"], markup: CellMarkup(child, column: column))
        if let string = Self.string(of: child, sharedStrings) {
          Self.read(string, into: &cell)
        } else {
          cell.hasConstant = child.first("v").map { !$0.text.isEmpty } ?? false
        }
        cell.formula = Self.formula(of: child, row: number, column: column, &shared)
        if let formula = child.first("f"), formula["t"] == "array" {
          cell.arrayArea = formula["ref"].flatMap { SheetReference($0) }
        }
        row.placeholders += cell.placeholders
        row.cells.append(cell)
      }
      rows[number] = row
      lastRow = max(lastRow, number)
    }
    for merge in markup.root.first("mergeCells")?.elements ?? [] {
      if let area = merge["ref"].flatMap({ SheetReference($0) }) { lastRow = max(lastRow, area.rows.upperBound) }
    }
    // Areas that reach to the end of the sheet are not rows to be walked.
    lastRow = min(lastRow, 100_000)
  }

  /// The element that holds a cell's text and its runs; `nil` for a cell without text.
  private static func string(
    of cell: RawMarkup.Element, _ sharedStrings: [RawMarkup.Element]
  ) -> RawMarkup.Element? {
    switch cell["t"] {
    case "s":
      cell.first("v").flatMap { Int($0.text) }.flatMap { sharedStrings.indices.contains($0) ? sharedStrings[$0] : nil }
    case "inlineStr": cell.first("is")
    default: nil
    }
  }

  private static func read(_ string: RawMarkup.Element, into cell: inout Cell) {
    cell.text = text(of: string)
    cell.pieces = Placeholder.pieces(of: cell.text)
    cell.placeholders = Placeholder.all(in: cell.pieces)
    let runs = string.elements.filter { $0.localName == "r" }.map { run in
      Run(
        properties: run.first("rPr").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "",
        pieces: Placeholder.pieces(of: run.first("t")?.text ?? ""))
    }
    let isCutByRuns = runs.flatMap { Placeholder.all(in: $0.pieces) } != cell.placeholders
    cell.runs =
      runs.isEmpty || isCutByRuns ? [Run(properties: runs.first?.properties ?? "", pieces: cell.pieces)] : runs
  }

  /// A string's text without its phonetic guides.
  static func text(of string: RawMarkup.Element) -> String {
    string.elements.map { element in
      switch element.localName {
      case "t": element.text
      case "r": element.first("t")?.text ?? ""
      default: ""
      }
    }.joined()
  }

  /// A cell's formula; one that shares another cell's is written out.
  private static func formula(
    of cell: RawMarkup.Element, row: Int, column: Int,
    _ shared: inout [String: (formula: String, row: Int, column: Int)]
  ) -> String? {
    guard let element = cell.first("f") else { return nil }
    let text = element.text
    guard element["t"] == "shared", let index = element["si"] else { return text.isEmpty ? nil : text }
    if !text.isEmpty {
      shared[index] = (text, row, column)
      return text
    }
    guard let master = shared[index] else { return nil }
    let rows = row - master.row
    let columns = column - master.column
    return FormulaReferences.rewrite(master.formula) { reference in
      var copy = reference
      copy.first = reference.first.shifted(rows: rows, columns: columns)
      copy.last = reference.last?.shifted(rows: rows, columns: columns)
      return copy
    }
  }
}
