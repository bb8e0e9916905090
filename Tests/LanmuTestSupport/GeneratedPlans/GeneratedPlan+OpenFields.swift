package import LanmuRecognition

extension GeneratedPlan {
  /// The fields of each row that a format leaves truly open, so that no reader could be blamed or praised for them.
  ///
  /// Of even and uneven plans these are all really empty fields where merged cells are lost, and the labels whose level the
  /// text leaves open (`LostLabels`). Of varied ones empty fields are told apart more strictly: by whether what the text shows
  /// could as well come from another table.
  package func openFields(in format: PlanFormat, severity: Severity = .usual) -> [Set<FieldMeaning>] {
    let dialect = format.dialect
    // Who made a table by hand may have left out any text that repeats the one above, merged cells or not.
    guard dialect?.hidesBlanks ?? false || isHandMade else { return rows.map { _ in [] } }
    guard let structure else {
      let table = drawnTable
      let lost = dialect.map { LostLabels.extended(LostLabels(rows, table, $0).rows, in: table) } ?? []
      return rows.indices.map { rows[$0].blanks.union(lost.contains($0) ? [.level] : []) }
    }
    let open = OpenFields(self, structure, dialect, severity)
    return rows.indices.map { open.fields(of: $0) }
  }
}

/// What a text without merged cells leaves open in a varied plan.
private struct OpenFields {
  private let rows: [GeneratedPlan.Row]
  private let structure: VariedStructure
  private let table: DrawnTable
  /// The places of the rows in the drawn table.
  private let lines: [Int]
  private let dialect: TextDialect?
  /// Whether each empty field that the text shows was empty in the original, because covered cells left none.
  private let showsBlanks: Bool
  private var blanks: [FieldMeaning: Int] = [:]
  private var shared: [FieldMeaning: Int] = [:]
  private var openPaths: Set<Int> = []

  init(_ plan: GeneratedPlan, _ structure: VariedStructure, _ dialect: TextDialect?, _ severity: Severity) {
    rows = plan.rows
    self.structure = structure
    table = plan.drawnTable
    let table = table
    lines = table.kinds.indices.filter { table.kinds[$0] == .entry }
    self.dialect = dialect
    let losesCells = dialect?.losesCells ?? false
    // Made by hand, it covers no cells that could be lost.
    showsBlanks = losesCells && !structure.isHandMade && dialect != .droppedBlanks && severity.lostRows >= 1
    for row in rows {
      for field in row.blanks { blanks[field, default: 0] += 1 }
      for field in row.shared { shared[field, default: 0] += 1 }
    }
    if let dialect { openPaths = LostLabels(rows, table, dialect).rows }
    if dialect?.drifts ?? false { markSlippedLabels() }
    openPaths = LostLabels.extended(openPaths, in: table)
  }

  func fields(of index: Int) -> Set<FieldMeaning> {
    var open = rows[index].blanks.filter { isOpenBlank($0, index) }
    // Where a field is empty no more often than shared, an empty cell is taken for a shared one by right.
    for field in rows[index].shared where !showsBlanks && field != .number {
      if blanks[field, default: 0] >= shared[field, default: 0] { open.insert(field) }
    }
    if openPaths.contains(index) { open.insert(.level) }
    return open
  }

  /// Whether a really empty field may as well share the text of a row above.
  private func isOpenBlank(_ field: FieldMeaning, _ index: Int) -> Bool {
    // Each remark is about its own row.
    if field == .remarks { return false }
    if showsBlanks {
      // Empty cells at the end of a padded row may be padding.
      guard dialect == .dropped, let column = structure.fields.firstIndex(of: field) else { return false }
      return !(column..<table.width).contains { table.starts(lines[index], $0) && !text(lines[index], $0).isEmpty }
    }
    return rows[..<index].reversed().prefix { structure.isKin($0, rows[index]) }.contains { $0.texts[field] != nil }
  }

  private func text(_ line: Int, _ column: Int) -> String { table.places[line][column].text }

  /// Marks the rows that may have slipped and hold nothing but labels, so that nothing tells by how much.
  private mutating func markSlippedLabels() {
    guard table.labelColumns.count > 1 else { return }
    for (index, line) in lines.enumerated() {
      let values = (0..<table.width).filter { !table.labelColumns.contains($0) }
      if !values.contains(where: { table.starts(line, $0) && !text(line, $0).isEmpty }) { openPaths.insert(index) }
    }
  }
}
