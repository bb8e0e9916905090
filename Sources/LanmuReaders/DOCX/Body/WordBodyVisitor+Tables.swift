import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

extension WordBodyVisitor {
  mutating func startTable(_ element: borrowing MarkupElement) throws(LanmuError) {
    try deliverCarriedText(element)
    guard tables.count < limits.tableDepth else {
      diagnostics.noteTooDeep(limit: limits.tableDepth, at: place(element))
      omit()
      return
    }
    // No field's code holds a table: one that seems to was never ended.
    if fields.isInCode { fields.truncate(to: tables.last?.fieldDepth ?? 0) }
    var nesting: Grid.Nesting?
    if let outer = tables.last { nesting = Grid.Nesting(table: outer.index, row: outer.row, column: outer.column) }
    tables.append(WordTableFrame(index: grids.count, name: nesting == nil ? heading : "", nesting: nesting))
    blocks.append(.table(grids.count))
    grids.append(nil)
  }

  mutating func endTable(_ element: borrowing MarkupElement) throws(LanmuError) {
    try deliverCarriedText(element)
    guard var frame = tables.popLast() else { return }
    frame.endRow()
    grids[frame.index] = frame.grid()
  }

  mutating func addColumn(_ element: borrowing MarkupElement) {
    guard let last = tables.indices.last, tables[last].columns.count < limits.columns else { return }
    tables[last].columns.append(width: element.integer("w") ?? 0, narrowest: narrowestColumn)
  }

  mutating func startRow(_ element: borrowing MarkupElement) throws(LanmuError) {
    guard let last = tables.indices.last else { return }
    guard tables[last].rowCount < limits.rows else {
      throw .limitExceeded(Message(zh: "一个表的行数", en: "rows in a table"), limit: limits.rows, at: place(element))
    }
    tables[last].startRow()
  }

  mutating func endRow() {
    guard let last = tables.indices.last else { return }
    tables[last].endRow()
  }

  mutating func startCell(_ element: borrowing MarkupElement) throws(LanmuError) {
    guard let last = tables.indices.last else { return }
    guard !tables[last].isRowDropped else {
      omit()
      return
    }
    try deliverCarriedText(element)
    ignoresCell = false
    tables[last].startCell(fieldDepth: fields.depth)
    awaitsPlacement = true
  }

  mutating func endCell(_ element: borrowing MarkupElement) throws(LanmuError) {
    guard let last = tables.indices.last else { return }
    if awaitsPlacement { try placeCell(element) }
    if ignoresCell {
      ignoresCell = false
      if sawOmittedText, notesOmittedText { diagnostics.noteHiddenByMerge(at: place(element)) }
    } else {
      try deliverCarriedText(element)
      tables[last].endCell()
    }
    fields.truncate(to: tables[last].fieldDepth)
  }

  /// Puts the current cell into its table, once its properties are known.
  mutating func placeCell(_ element: borrowing MarkupElement) throws(LanmuError) {
    awaitsPlacement = false
    guard let last = tables.indices.last else { return }
    let placement = tables[last].place(columnLimit: limits.columns)
    coveredPlaces += max(1, tables[last].properties.span)
    switch placement {
    case .anchor: cellCount += 1
    case .detached(_, let isUneven):
      cellCount += 1
      diagnostics.noteDetached(isUneven: isUneven, at: place(element))
    case .covered, .dropped:
      ignoresCell = true
      notesOmittedText = placement == .covered
      sawOmittedText = false
    }
    guard cellCount <= limits.cells, coveredPlaces <= limits.coveredPlaces else {
      throw .limitExceeded(Message(zh: "单元格数", en: "cells"), limit: limits.cells, at: place(element))
    }
  }

  mutating func startTableProperty(_ name: Name, _ scope: Scope, _ element: borrowing MarkupElement) {
    guard let last = tables.indices.last else { return }
    switch (name, scope) {
    case (.gridBefore, .row): tables[last].skipColumns(element.integer("val") ?? 0, limit: limits.columns)
    case (.tblHeader, .row): tables[last].isHeaderRow = element.onOff("val") ?? true
    case (.del, .row): tables[last].isRowDropped = true
    case (.gridSpan, .cell):
      tables[last].properties.span = min(max(1, element.integer("val") ?? 1), limits.columns)
    case (.vMerge, .cell): tables[last].properties.vertical = Self.merge(element)
    case (.hMerge, .cell): tables[last].properties.horizontal = Self.merge(element)
    case (.cellDel, .cell): tables[last].properties.isDeleted = true
    default: break
    }
  }

  /// Without a value, or with one that is unknown, a merge goes on (ECMA-376 part 1, 17.4.84).
  private static func merge(_ element: borrowing MarkupElement) -> WordTableFrame.CellProperties.Merge {
    element.attribute("val", equals: "restart") ? .restart : .goesOn
  }

  /// Closes what a fault left open, so that what was read before it is kept.
  mutating func finish() {
    paragraph.isOpen = false
    while var frame = tables.popLast() {
      frame.endRow()
      grids[frame.index] = frame.grid()
    }
  }
}
