/// What a table is before its rows are read: its header and fields, its title, and which of its rows are entries.
extension PlanTableReader {
  /// The parts of a table, once it is told which of its rows are entries.
  ///
  /// Invariant: `rows` is not empty.
  struct Body: Sendable {
    let header: TableHeader
    var kind: RecognisedTable.Kind
    let columns: [LogicalColumn]
    let special: SpecialRows
    /// The heading above the table; empty if there is none.
    var title: String
    /// The rows that are entries.
    var rows: [CollectedTable.BodyRow]
    /// The texts of rows that say something of the whole table.
    var notes: [String]
    /// The headings above each entry by its place, the outermost first.
    var sections: [RowPlace: [String]]
  }

  /// The table's parts; `nil` if it has no header or no row that could be an entry.
  func body(evidence: inout EvidenceTable) -> Body? {
    guard let whole = collected.header else { return nil }
    let header = ownHeader(whole)
    let resolver = resolved(header, evidence: &evidence)
    let special = SpecialRows(columns: resolver.columns, rows: collected.rows)
    let (rows, notes, sections) = separated(special)
    guard !rows.isEmpty else { return nil }
    var body = Body(
      header: header, kind: resolver.kind, columns: resolver.columns, special: special,
      title: CellText.label(collected.title), rows: rows, notes: notes, sections: sections)
    settleTitle(of: &body)
    if body.kind == .columns, header.rowCount == 0, Self.namesIndicators(body.title) { body.kind = .indicators }
    return body
  }

  /// Whether a title says what no header does: 评估指标责任分解, but not 栏目和指标分工.
  private static func namesIndicators(_ title: String) -> Bool { title.contains("指标") && !title.contains("栏目") }

  /// Tells a table's title from the heading of its first section, where either stands in the place of the other.
  private func settleTitle(of body: inout Body) {
    if body.header.rowCount == 0, let heading = soleHeading(body.sections, above: body.rows),
      !isTitled || !isSectionOnly(heading)
    {
      // Without a header nothing but the first row parts a caption from a section, and one section groups nothing.
      body.title = heading
      body.sections = [:]
    } else if isFirstSection(body.title, of: body.sections, in: body.rows) {
      for row in body.rows.prefix(while: { body.sections[RowPlace($0.row)] == nil }) {
        body.sections[RowPlace(row.row)] = [body.title]
      }
      body.title = ""
    }
  }
}
