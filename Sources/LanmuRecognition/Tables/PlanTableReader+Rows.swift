internal import LanmuDiagnostics
internal import LanmuGrid

/// What the rows of a table say, field by field and label by label, before empty cells are filled.
extension PlanTableReader {
  /// The rows of a table below its fields, and how they were told from what the source kept of them.
  struct Reading: Sendable {
    var rows: [AlignedRow]
    /// How the source keeps merged cells; what lost its cells may have kept them in their places all the same.
    let layout: Grid.Layout
    /// Whether covered cells are missing from the rows.
    let cellsLost: Bool
    /// How many steps from one row to the next were weighed to read them.
    let steps: Int
  }

  /// Reads the rows, and puts together what page breaks cut in two.
  func reading(of body: Body, evidence: inout EvidenceTable) -> Reading {
    let columns = body.columns
    guard !collected.layout.keepsSpans else {
      var rows = SpannedBody(columns: columns).read(body.rows)
      note(body, on: &rows)
      rows = CutRows(columns: columns).joined(rows)
      ContinuedPages(columns: columns).carry(into: &rows)
      return Reading(rows: rows, layout: collected.layout, cellsLost: false, steps: 0)
    }
    let torn = TornRows(body.rows.filter { $0.row.filledCount > 0 }, columns: columns)
    let isIndexed =
      collected.layout == .dropped && LostBody.keepsPlaces(torn.rows, columns: columns, evidence: &evidence)
    let layout = isIndexed ? .delimited : collected.layout
    let read = LostBody(columns: columns, layout: layout, limits: limits).read(torn.rows, evidence: &evidence)
    var rows = read.rows
    note(body, on: &rows)
    for index in rows.indices { rows[index].doubts += torn.doubts(of: rows[index]) }
    rows = CutRows(columns: columns).joined(rows)
    return Reading(rows: rows, layout: layout, cellsLost: read.cellsLost, steps: read.steps)
  }

  /// Notes on rows the headings above them, and what is open of their being rows at all.
  private func note(_ body: Body, on rows: inout [AlignedRow]) {
    for index in rows.indices {
      let place = RowPlace(rows[index])
      rows[index].sections = body.sections[place] ?? []
      if body.special.mayBeHeadings.contains(place) { rows[index].doubts.append(.loneLabel) }
      if collected.unclearGrids.contains(rows[index].grid) {
        // Rows that were cut anew are filled up.
        rows[index].doubts.append(.unclearRows(width: collected.layout == .dropped ? nil : collected.width))
      }
    }
  }

  /// The path of each row; marks that stand for what is above them and values written once for a group are carried into `rows`.
  func labelled(_ rows: inout [AlignedRow], columns: [LogicalColumn]) -> [PathBuilder.LabelledRow] {
    RepeatMarks(columns: columns).resolve(&rows)
    let builder = PathBuilder(
      levelColumns: columns.levels, keepsSpans: collected.layout.keepsSpans,
      naming: columns.indices.filter { [.requirement, .target].contains(columns[$0].meaning) })
    let labelled = builder.labelled(rows)
    if builder.carriesBlanks(rows) {
      RepeatedValues(columns: columns, paths: labelled.map(\.path)).carry(into: &rows)
    }
    for index in rows.indices {
      if let doubt = rows[index].rival?.doubt(at: labelled[index].path) { rows[index].doubts.insert(doubt, at: 0) }
      if let doubt = labelled[index].carried { rows[index].doubts.append(doubt) }
    }
    return labelled
  }
}

extension Doubt {
  /// Nothing in the source tells where rows end, and other rows would fit about as well.
  ///
  /// - Parameter width: how many cells rows were taken to have; `nil` where what cells hold told where rows end.
  fileprivate static func unclearRows(width: Int?) -> Doubt {
    let message =
      width.map { width in
        Message(
          zh: "原文没有标明各行起止，按每行\(width)个单元格划分；也可能不是\(width)个",
          en: "the source does not say where its rows end; taken to have \(width) cells each, which could be otherwise")
      }
      ?? Message(
        zh: "原文没有标明各行起止，按各单元格的内容划分；也可能不是这样",
        en: "the source does not say where its rows end; what its cells hold told where, which could be otherwise")
    return Doubt(field: nil, code: "row.width", message: message, probability: 0.7)
  }
}
