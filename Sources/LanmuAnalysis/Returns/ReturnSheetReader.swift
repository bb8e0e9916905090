internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads one returned worksheet: finds its header by labels and its rows by hidden ids, numbers or label paths.
struct ReturnSheetReader {
  /// A row that was recognised as a task's, with the fields as they came back.
  struct Row {
    var entry: String
    var index: Int
    var texts: [TaskSheetField: String]
    /// Text in fields that the sheet's designer or its clerk has added, by the field's label.
    var fields: [UnitReturn.Field] = []
    /// Text beside all fields.
    var remarks: [String] = []
  }

  let grid: Grid
  let file: String
  let meta: ReturnMeta?
  private var lines: [(row: Int, cells: [Int: String])] = []
  private(set) var columns: [TaskSheetField: Int] = [:]
  private var headerRow = -1
  /// The cells of the header, by their column, for messages and for what stands in fields of the clerk's own.
  private var labels: [Int: String] = [:]
  /// What the labels of fields that the sheet's designer has added are compared by.
  private let designedLabels: Set<String>

  /// `nil` for a sheet that is no task sheet.
  init?(_ grid: Grid, file: String, meta: ReturnMeta?) {
    self.grid = grid
    self.file = file
    self.meta = meta
    designedLabels = meta?.design.labelKeys ?? []
    var byRow: [Int: [Int: String]] = [:]
    for cell in grid.cells where !cell.text.isEmpty { byRow[cell.row, default: [:]][cell.column] = cell.text }
    let fields = Dictionary(
      TaskSheetField.allCases.map { (TypedText.key($0.label), $0) }, uniquingKeysWith: { first, _ in first })
    for line in byRow.sorted(by: { $0.key < $1.key }).prefix(Self.mostRowsBeforeHeader) {
      var found: [TaskSheetField: Int] = [:]
      for (column, text) in line.value {
        if let field = fields[TypedText.key(text)], found[field] == nil { found[field] = column }
      }
      guard found.keys.count(where: \.isInput) >= 3, found[.status] != nil || found[.updatedOn] != nil else { continue }
      columns = found
      headerRow = line.key
      labels = line.value
      break
    }
    guard headerRow >= 0 else { return nil }
    spreadMerged(grid, columns, below: headerRow, to: &byRow)
    lines = byRow.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The header stands below a title and a head block, whatever has been put in front of them.
  private static let mostRowsBeforeHeader = 200

  /// The unit by its hidden mark, by the head block, by the sheet's name, or as the only one of the workbook.
  var unit: String {
    if let marked = mark(TaskSheetMarks.unit) { return marked }
    if let named = head("承担单位") { return named }
    if let known = meta?.units.first(where: { $0.sheet == grid.name }) { return known.unit }
    if let units = meta?.units, units.count == 1 { return units[0].unit }
    return ""
  }

  var month: CivilMonth? {
    (mark(TaskSheetMarks.month) ?? head("期次")).flatMap { CivilMonth(parsing: $0) } ?? meta?.month
  }
  var fingerprint: String { mark(TaskSheetMarks.plan) ?? meta?.fingerprint ?? "" }

  /// A task as its clerk knows it: by its label path, or by its number where the plan names no column.
  func label(of row: Row) -> String {
    if let path = row.texts[.path], !path.isEmpty { return path }
    let known = meta?.row(of: row.entry)
    if let path = known?.path, !path.isEmpty { return path }
    if let number = row.texts[.number] ?? known?.number, !number.isEmpty { return "任务\(number)" }
    return row.entry
  }

  /// What stands beside a label of the head block.
  private func head(_ label: String) -> String? {
    for line in lines where line.row < headerRow {
      for (column, text) in line.cells where TypedText.key(text) == label {
        let next = line.cells.filter { $0.key > column }.min { $0.key < $1.key }
        if let next { return TypedText.folded(next.value) }
      }
    }
    return nil
  }

  private func mark(_ prefix: String) -> String? {
    for line in lines where line.row < headerRow {
      for text in line.cells.values where text.hasPrefix(prefix) { return String(text.dropFirst(prefix.count)) }
    }
    return nil
  }

  /// All rows below the header: recognised ones, those with answers that belong to no task, and text beside the table.
  func rows() -> (known: [Row], unknown: [Row], surroundings: ReturnSurroundings) {
    var byNumber: [String: String] = [:]
    var byPath: [String: String] = [:]
    let unit = unit
    for row in meta?.rows(of: unit) ?? [] {
      byNumber[TypedText.key(row.number).lowercased()] = row.entry
      let key = TypedText.key(row.path)
      // A path that two tasks share identifies neither.
      byPath[key] = byPath[key] == nil ? row.entry : ""
    }
    var known: [Row] = []
    var unknown: [Row] = []
    var surroundings = ReturnSurroundings()
    surroundings.takeHead(lines.lazy.filter { $0.row < headerRow })
    var isBelowTable = false
    for line in lines where line.row > headerRow {
      var entry = line.cells.values.first { $0.hasPrefix(TaskSheetMarks.entry) }.map {
        String($0.dropFirst(TaskSheetMarks.entry.count))
      }
      if entry == nil, let column = columns[.number], let number = line.cells[column] {
        entry = byNumber[TypedText.key(number).lowercased()]
      }
      if entry == nil, let column = columns[.path], let path = line.cells[column] {
        entry = byPath[TypedText.key(path)].flatMap { $0.isEmpty ? nil : $0 }
      }
      var row = Row(entry: entry ?? "", index: line.row, texts: [:])
      for (field, column) in columns { row.texts[field] = line.cells[column] }
      if entry != nil {
        for (column, text) in line.cells.sorted(by: { $0.key < $1.key }) {
          guard !columns.values.contains(column), !text.hasPrefix(TaskSheetMarks.entry) else { continue }
          add(text, below: labels[column].map(TypedText.folded) ?? "", to: &row)
        }
        known.append(row)
      } else if isBelowTable || line.cells.values.contains(where: ReturnSurroundings.isFurniture) {
        isBelowTable = true
        for (column, text) in line.cells.sorted(by: { $0.key < $1.key }) {
          surroundings.takeFoot(text, row: line.row, column: column)
        }
      } else if TaskSheetField.inputs.contains(where: { row.texts[$0]?.isEmpty == false }) {
        unknown.append(row)
      } else {
        for (column, text) in line.cells.sorted(by: { $0.key < $1.key }) {
          surroundings.takeFoot(text, row: line.row, column: column)
        }
      }
    }
    return (known, unknown, surroundings)
  }

  /// Adds the text of a column that is none of the task sheet's own.
  private func add(_ text: String, below label: String, to row: inout Row) {
    let key = TypedText.key(label)
    if designedLabels.contains(key) { return }
    if key.isEmpty || Self.remarkLabels.contains(key) {
      row.remarks.append(text)
    } else {
      row.fields.append(UnitReturn.Field(label: label, text: text))
    }
  }

  /// Labels that say no more than that there is something to say.
  private static let remarkLabels: Set<String> = ["备注", "说明", "其他", "其它"]

  func position(row: Int? = nil, field: TaskSheetField? = nil) -> SourcePosition {
    SourcePosition(file: file, sheet: grid.name, row: row, column: field.flatMap { columns[$0] })
  }
}

/// An answer in a cell that is merged over several rows is one for each of them.
private func spreadMerged(
  _ grid: Grid, _ columns: [TaskSheetField: Int], below headerRow: Int, to lines: inout [Int: [Int: String]]
) {
  let inputs = Set(columns.filter { $0.key.isInput }.values)
  for cell in grid.cells
  where cell.rowSpan > 1 && cell.row > headerRow && inputs.contains(cell.column) && !cell.text.isEmpty {
    // A cell that reaches further than the tasks do answers none beyond.
    let isMarked = lines[cell.row].map(hasEntryMark) ?? false
    for row in cell.row + 1..<min(cell.row + cell.rowSpan, grid.rowCount) {
      guard let line = lines[row], line[cell.column] == nil, hasEntryMark(line) || !isMarked else { continue }
      lines[row]?[cell.column] = cell.text
    }
  }
}

private func hasEntryMark(_ line: [Int: String]) -> Bool {
  line.values.contains { $0.hasPrefix(TaskSheetMarks.entry) }
}
