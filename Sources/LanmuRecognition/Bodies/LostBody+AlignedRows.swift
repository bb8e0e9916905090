internal import LanmuDiagnostics
internal import LanmuGrid

/// The rows of a table whose spans are lost, once it is known which column each cell stands in.
extension LostBody {
  /// - Parameter endsInCells: whether empty cells at the row's end are known to be cells, though the table's rows are padded.
  func aligned(
    _ body: CollectedTable.BodyRow, _ cells: [AlignableCell], by reading: RowReading, endsInCells: Bool = false
  ) -> AlignedRow {
    var slots = Array(repeating: AlignedRow.Slot.missing, count: columns.count)
    let lastFilled = cells.lastIndex { !$0.isEmpty } ?? -1
    for (index, cell) in cells.enumerated() {
      guard let column = reading.columnOfCell[index] else { continue }
      // Rows that are padded to the table's width say nothing by the empty cells at their end.
      if layout == .dropped, !endsInCells, index > lastFilled { break }
      if cell.isEmpty {
        if slots[column].state == .missing { slots[column] = .blank }
      } else if slots[column].state == .own {
        slots[column].raw += "\n" + cell.raw
        slots[column].label += cell.text
      } else {
        slots[column] = AlignedRow.Slot(state: .own, raw: cell.raw, label: cell.text, line: cell.line)
      }
    }
    var row = AlignedRow(grid: body.row.grid, row: body.row.row, slots: slots, followsBreak: body.followsBreak)
    // Fields that may hold anything cost something in every row, and strain none.
    let others = reading.columnOfCell.count { $0.map { columns[$0].meaning == .other } ?? false }
    if reading.cost > Self.strainLimit + ContentCost.otherPrice * Double(others) {
      row.doubts.append(
        Doubt(
          field: nil, code: "row.strained",
          message: Message(
            zh: "本行各格与表头对不齐，按内容猜测归位，请核对", en: "the row's cells do not fit the header; they were placed by their content"
          ),
          probability: 0.6))
    }
    return row
  }

  /// Rows whose best reading costs more than this fit the header badly.
  private static let strainLimit = 9.0

  private static let farBetter = 2.0

  /// A table without levels: cells in their places, or all one place further left behind an empty field too many, or aligned
  /// by content where some are missing.
  ///
  /// - Parameter cost: what texts cost by the header alone, whatever the table's rows hold.
  func flat(
    _ body: CollectedTable.BodyRow, _ cells: [AlignableCell], aligner: RowAligner, cost: ContentCost
  ) -> AlignedRow {
    var whole: RowReading?
    if cells.count >= columns.count {
      whole = aligner.readingByPlace(cells, cost: cost, limit: Self.oddLimit)
      if cells.count > columns.count, cells[0].isEmpty,
        let moved = aligner.readingByPlace(cells, movedBy: -1, cost: cost, limit: Self.oddLimit),
        moved.cost < whole?.cost ?? .infinity
      {
        whole = moved
      }
    }
    // The field that a row with one too many lacks at its end was empty.
    let end = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: nil, isPadding: true)
    let filledUp = cells.count >= columns.count && cells.last?.isEmpty == false ? cells + [end] : cells
    // A cell that hardly belongs where it stands has moved if all of them fit far better elsewhere.
    if let placed = whole, placed.dearest <= Self.placeLimit { return aligned(body, cells, by: placed) }
    let best = aligner.readings(filledUp, cost: cost).first
    if let placed = whole, best.map({ $0.cost + Self.farBetter >= placed.cost }) ?? true {
      return aligned(body, cells, by: placed)
    }
    guard let best else { return aligned(body, cells, by: lastResort(cells, aligner: aligner)) }
    return aligned(body, filledUp, by: best)
  }
}
