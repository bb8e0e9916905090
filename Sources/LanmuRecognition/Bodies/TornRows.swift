internal import LanmuDiagnostics
internal import LanmuGrid

/// Puts the rest of a value that stands alone in a row of its own back behind the value that breaks off above it.
///
/// A value breaks off where it stops at a comma, at a word that joins what follows, or within brackets.
struct TornRows: Sendable {
  let columns: [LogicalColumn]
  private(set) var rows: [CollectedTable.BodyRow] = []
  /// For each row of the result, the rests that were joined to it.
  private var rests: [RowPlace: [String]] = [:]

  init(_ rows: [CollectedTable.BodyRow], columns: [LogicalColumn]) {
    self.columns = columns
    for body in rows {
      guard let above = self.rows.last, let cell = Self.brokenCell(of: above.row, before: body.row) else {
        self.rows.append(body)
        continue
      }
      guard let rest = body.row.filled.first else { continue }
      let last = self.rows.count - 1
      let whole = CellText.joined(self.rows[last].row.cells[cell].raw, rest.raw)
      self.rows[last].row.cells[cell].raw = whole
      self.rows[last].row.cells[cell].label = CellText.label(whole)
      rests[RowPlace(above.row), default: []].append(rest.label)
    }
  }

  /// The doubts about the rests that were joined to a row.
  func doubts(of row: AlignedRow) -> [Doubt] {
    (rests[RowPlace(row)] ?? []).map { rest in
      let field = row.slots.firstIndex { $0.label.hasSuffix(rest) }.map { columns[$0].meaning }
      return .joinedRow(field, rest: rest)
    }
  }

  /// The only cell of a row that breaks off, if the row below holds nothing but what may be its rest.
  private static func brokenCell(of above: FieldRow, before row: FieldRow) -> Int? {
    let filled = row.filled
    guard filled.count == 1, let rest = filled.first, above.grid == row.grid else { return nil }
    let open = above.cells.indices.filter { breaksOff(above.cells[$0].label, before: rest.label) }
    guard open.count == 1, let cell = open.first else { return nil }
    // Where cells keep their places, a rest stands below its beginning, or alone on its line.
    let keepsPlace = row.layout != .dropped && row.cells.count > 1
    return !keepsPlace || above.cells[cell].column == rest.column ? cell : nil
  }

  private static func breaksOff(_ label: String, before rest: String) -> Bool {
    guard let last = label.unicodeScalars.last else { return false }
    if "，、,（(".unicodeScalars.contains(last) { return true }
    if label.unicodeScalars.count >= shortestBroken, joining.contains(where: label.hasSuffix) { return true }
    return CellText.openBrackets(in: label) > 0 && CellText.openBrackets(in: rest) < 0
  }

  private static let joining = ["及", "和"]
  /// Shorter texts are words that may end in such a character, whether or not they are a sentence's.
  private static let shortestBroken = 8
}
