internal import LanmuDiagnostics
internal import LanmuGrid

/// Turns the collected rows of one table into the rows of a plan.
struct PlanTableReader: Sendable {
  let collected: CollectedTable
  let limits: DoubtLimits

  /// The table as recognised; `nil` if it has no row that could be an entry.
  func read() -> RecognisedTable? {
    if let filledUp = FilledUpRows.candidate(collected) {
      let reader = PlanTableReader(collected: filledUp, limits: limits)
      // Pages that have moved as a whole say nothing of the cells of single rows.
      if rowsHaveStrayed(ifPagesMoved: true) ?? reader.rowsHaveStrayed(ifPagesMoved: false) ?? false {
        return reader.table()
      }
    }
    return table()
  }

  /// Whether rows that seem to end in empty fields were filled up behind cells that left their places.
  ///
  /// - Parameter isAsked: whether it is asked of pages put back that had moved as a whole; the answer is `nil` if none had.
  private func rowsHaveStrayed(ifPagesMoved isAsked: Bool) -> Bool? {
    guard let whole = collected.header else { return nil }
    var evidence = EvidenceTable()
    let columns = resolved(ownHeader(whole), evidence: &evidence).columns
    let rows = separated(SpecialRows(columns: columns, rows: collected.rows)).rows
    var cells = rows.map { LostBody.alignable($0.row, evidence: &evidence) }
    if isAsked {
      let pages = ShiftedPages(columns: columns, cost: ContentCost(columns: columns))
      guard pages.restore(&cells, of: rows) else { return nil }
    }
    return FilledUpRows.haveStrayed(cells, columns: columns)
  }

  /// The three steps: what the table is, what its rows say, what its entries are.
  private func table() -> RecognisedTable? {
    var evidence = EvidenceTable()
    guard let body = body(evidence: &evidence) else { return nil }
    var reading = reading(of: body, evidence: &evidence)
    let labelled = labelled(&reading.rows, columns: body.columns)
    let entries = entries(of: reading, labelled: labelled, body: body)
    var table = RecognisedTable(
      kind: body.kind, title: body.title, header: body.columns.isEmpty ? [] : labels(of: body.header),
      fields: fieldMeanings(body.header, columns: body.columns), rows: entries,
      note: (body.notes + collected.notesWithin + NoteBelow.lines(collected.paragraphsBelow)).joined(separator: "\n"),
      spansLost: !collected.layout.keepsSpans, cellsLost: reading.cellsLost, headerRows: body.header.rowCount,
      levels: body.columns.levels.count)
    table.alignmentSteps = reading.steps
    return table
  }
}
