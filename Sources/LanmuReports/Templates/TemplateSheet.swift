internal import LanmuContainer
internal import LanmuDiagnostics

/// A template's worksheet: its rows with their texts, and everything around them.
struct TemplateSheet {
  struct Cell {
    var column: Int
    var element: RawMarkup.Element
    /// The text with its runs, if the cell holds any.
    var string: RawMarkup.Element?
    var text: String
    /// The text cut at its placeholders, once for all the rows that the cell becomes.
    var pieces: [Placeholder.Piece] = []
    var placeholders: [Placeholder] = []
    var formula: String?
  }

  struct Row {
    var element: RawMarkup.Element
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
      number = element["r"].flatMap { Int($0) } ?? number + 1
      guard (1...1_048_576).contains(number) else { continue }
      var row = Row(element: element)
      row.element.children = []
      var column = -1
      for child in element.elements where child.localName == "c" {
        column = child["r"].flatMap { SheetReference.cell($0)?.column } ?? column + 1
        var cell = Cell(column: column, element: child, string: nil, text: "", formula: nil)
        Self.read(&cell, sharedStrings)
        cell.formula = Self.formula(of: child, row: number, column: column, &shared)
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

  private static func read(_ cell: inout Cell, _ sharedStrings: [RawMarkup.Element]) {
    switch cell.element["t"] {
    case "s":
      guard let index = cell.element.first("v").flatMap({ Int($0.text) }), sharedStrings.indices.contains(index) else {
        return
      }
      cell.string = sharedStrings[index]
    case "inlineStr": cell.string = cell.element.first("is")
    default: return
    }
    guard let string = cell.string else { return }
    cell.text = text(of: string)
    cell.pieces = Placeholder.pieces(of: cell.text)
    cell.placeholders = Placeholder.all(in: cell.pieces)
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
