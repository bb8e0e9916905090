internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

/// Gives every formula of a filled template the value that it computes to.
///
/// Previews on phones and in mail programs calculate nothing and show what the file says.
final class TemplateCalculation {
  private enum Content {
    case value(FormulaValue)
    case formula(String)
    /// A formula that only the opening program can compute: one over whole areas.
    case uncomputed
  }

  private var sheets: [String: [Int: [Int: Content]]] = [:]
  private let names: [String: String]
  /// Formulas that are being computed: one that needs itself has no value.
  private var open: Set<FormulaArea> = []

  private static let maximumNesting = 60

  init(names: [String: String]) {
    self.names = names
  }

  func add(_ root: RawMarkup.Element, named name: String, sharedStrings: [RawMarkup.Element]) {
    var rows: [Int: [Int: Content]] = [:]
    for row in root.first("sheetData")?.elements ?? [] {
      for cell in row.elements {
        guard let place = cell["r"].flatMap({ SheetReference.cell($0) }),
          let content = Self.content(of: cell, sharedStrings)
        else { continue }
        rows[place.row - 1, default: [:]][place.column] = content
      }
    }
    sheets[name.lowercased()] = rows
  }

  private static func content(of cell: RawMarkup.Element, _ sharedStrings: [RawMarkup.Element]) -> Content? {
    if let formula = cell.first("f") { return formula["t"] == "array" ? .uncomputed : .formula(formula.text) }
    let raw = cell.first("v")?.text ?? ""
    switch cell["t"] {
    case "inlineStr": return cell.first("is").map { .value(.text(TemplateSheet.text(of: $0))) }
    case "s":
      guard let index = Int(raw), sharedStrings.indices.contains(index) else { return nil }
      return .value(.text(TemplateSheet.text(of: sharedStrings[index])))
    case "str": return .value(.text(raw))
    case "b": return .value(.boolean(raw == "1"))
    case "e": return .value(.fault(FormulaValue.Fault(rawValue: raw) ?? .value))
    default: return Double(raw).map { .value(.number($0)) }
    }
  }

  /// Writes values into the sheet's formulas; returns the places of those that have none.
  func complete(_ root: inout RawMarkup.Element, named name: String) -> [(row: Int, column: Int)] {
    guard let index = root.firstIndex("sheetData"), case .element(var data) = root.children[index] else { return [] }
    var unknown: [(row: Int, column: Int)] = []
    for rowIndex in data.children.indices {
      guard case .element(var row) = data.children[rowIndex] else { continue }
      var isChanged = false
      for cellIndex in row.children.indices {
        guard case .element(var cell) = row.children[cellIndex], let formula = cell.first("f"),
          let place = cell["r"].flatMap({ SheetReference.cell($0) })
        else { continue }
        cell.children = [.element(formula)]
        cell["t"] = nil
        if let value = try? self.value(name, place.row - 1, place.column) {
          Self.set(value, in: &cell)
        } else {
          unknown.append((place.row - 1, place.column))
        }
        row.children[cellIndex] = .element(cell)
        isChanged = true
      }
      if isChanged { data.children[rowIndex] = .element(row) }
    }
    root.children[index] = .element(data)
    return unknown
  }

  private static func set(_ value: FormulaValue, in cell: inout RawMarkup.Element) {
    let prefix = cell.prefix
    let text: String
    switch value {
    // A formula that comes to an empty cell shows 0.
    case .empty, .area: text = "0"
    case .number(let number): text = Int64(exactly: number).map(String.init) ?? "\(number)"
    case .text(let string):
      cell["t"] = "str"
      text = CellContent.limited(string)
    case .boolean(let flag):
      cell["t"] = "b"
      text = flag ? "1" : "0"
    case .fault(let fault):
      cell["t"] = "e"
      text = fault.rawValue
    }
    cell.children.append(.element(RawMarkup.Element(prefix + "v", [], [.raw(RawMarkup.escaped(text))])))
  }

  // MARK: Values

  private func value(_ sheet: String, _ row: Int, _ column: Int) throws(FormulaUnknown) -> FormulaValue {
    let key = sheet.lowercased()
    guard let rows = sheets[key] else { return .fault(.reference) }
    switch rows[row]?[column] {
    case .value(let value): return value
    case .uncomputed: throw FormulaUnknown()
    case nil: return .empty
    case .formula(let formula):
      let place = FormulaArea(sheet: key, rows: row...row, columns: column...column)
      guard open.count < Self.maximumNesting, open.insert(place).inserted else { throw FormulaUnknown() }
      defer { open.remove(place) }
      let evaluator = evaluator(row, column)
      let value = try evaluator.scalar(
        evaluator.value(of: FormulaParser.parse(formula, on: sheet)))
      sheets[key]?[row]?[column] = .value(value)
      return value
    }
  }

  private func evaluator(_ row: Int, _ column: Int) -> FormulaEvaluator {
    FormulaEvaluator(
      cell: { [unowned self] sheet, row, column throws(FormulaUnknown) in try self.value(sheet, row, column) },
      cells: { [unowned self] area throws(FormulaUnknown) in try self.cells(area) },
      named: { [unowned self] name in
        self.names[name.lowercased()].flatMap { try? FormulaParser.parse($0, on: "") }
      }, row: row, column: column)
  }

  private func cells(_ area: FormulaArea) throws(FormulaUnknown) -> [(row: Int, column: Int, value: FormulaValue)] {
    guard let rows = sheets[area.sheet.lowercased()] else { return [] }
    var result: [(row: Int, column: Int, value: FormulaValue)] = []
    let numbers = area.rows.count > rows.count ? rows.keys.filter(area.rows.contains).sorted() : Array(area.rows)
    for row in numbers {
      guard let cells = rows[row] else { continue }
      let columns =
        cells.count < area.columns.count ? cells.keys.filter(area.columns.contains).sorted() : Array(area.columns)
      for column in columns where cells[column] != nil {
        result.append((row, column, try value(area.sheet, row, column)))
      }
    }
    return result
  }
}
