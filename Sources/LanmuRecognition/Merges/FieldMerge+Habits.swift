/// What a field as a whole says of its empty cells.
extension FieldMerge {
  init(_ column: Int, of table: Table) {
    self.table = table
    self.column = column
    let columns = table.decision.columns
    let meaning = columns[column].meaning
    let isAside = meaning == .remarks || meaning == .other
    let evidence = table.habits.evidence(of: column, isCounted: meaning.tellsMerges)
    let namesResponsible = columns.contains { $0.meaning == .responsible }
    habits = Habits(
      evidence: evidence,
      ofField: Self.leaning(column, among: columns),
      gaps: Self.gapLeaning(column, of: table),
      isOutermost: Self.groupsLevels(column, among: columns) && evidence.repeats < Self.fewRepeats,
      lead: meaning == .responsible ? columns.firstIndex { $0.meaning == .lead } : nil,
      continued: Self.continuedTexts(column, of: table),
      shared: meaning == .requirement ? SharedRequirementHabit(table.rows, column: column, paths: table.paths) : nil,
      remarks: isAside ? RemarksBesideShared(table.rows, column: column, saysNothing: table.saysNothing) : nil,
      isSeldomEmpty: (meaning == .update || meaning == .supply) && Self.isSeldomEmpty(column, of: table),
      // Each row needs one who is responsible and a time, and not each one who leads, or a way of its own.
      mayRewrite: meaning == .lead && namesResponsible || meaning == .mode || meaning == .target)
  }

  /// Whether hardly a row that says anything leaves a field empty.
  private static func isSeldomEmpty(_ column: Int, of table: Table) -> Bool {
    let speaking = table.rows.indices.filter { !table.saysNothing[$0] }
    return speaking.count { !table.rows[$0].slots[column].hasText } * hardly <= speaking.count
  }

  /// One row in so many is hardly any.
  private static let hardly = 8

  /// What it says for cells of a field to be merged that they are gone, where others are empty and still there.
  private static func gapLeaning(_ column: Int, of table: Table) -> Double {
    let decision = table.decision
    guard decision.showsBlanks, decision.lacksCells, decision.columns[column].meaning != .requirement else { return 0 }
    let gaps = ShownGaps(table.rows, column: column) {
      decision.remains(of: $0.slots[column], in: $0, column: column) == .gone
    }
    return gaps.leaning
  }

  /// What a field says for its empty cells being merged, wherever they stand.
  private static func leaning(_ column: Int, among columns: [LogicalColumn]) -> Double {
    let meaning = columns[column].meaning
    // Whoever helps is the responsible one where nobody else is named, and stays a helper whom not every column needs.
    let helps = meaning == .responsible && HeaderLexicon.match(columns[column].label)?.meaning == .cooperating
    if helps { return helper }
    let isByUnit = columns.levels.isEmpty
    return isByUnit && (meaning == .update || meaning == .supply) ? unitTime : 0
  }

  /// Whether a field of units stands left of all levels, so that each of its cells stands beside all columns that the unit keeps.
  private static func groupsLevels(_ column: Int, among columns: [LogicalColumn]) -> Bool {
    guard [.responsible, .lead].contains(columns[column].meaning) else { return false }
    // In a table of units, what these keep stands in place of labels.
    let grouped = columns.levels.first ?? columns.firstIndex { [.requirement, .target].contains($0.meaning) }
    return grouped.map { column < $0 } ?? false
  }

  /// For each row without a text, the one with which the field goes on if that is the first of a page.
  private static func continuedTexts(_ column: Int, of table: Table) -> [String?] {
    let (rows, beginsPage) = (table.rows, table.habits.beginsPage)
    var texts: [String?] = Array(repeating: nil, count: rows.count)
    var next: String?
    for index in rows.indices.reversed() {
      let slot = rows[index].slots[column]
      if slot.hasText { next = beginsPage[index] ? slot.label : nil } else { texts[index] = next }
    }
    return texts
  }

  /// What it says for an empty cell that it would name who helps, whom fewer columns need than one who is responsible. Set by hand.
  private static let helper = -1.2

  /// Who writes a unit again, row by row, does not let one cell stand beside all columns that it keeps.
  private static let fewRepeats = 2.0

  /// What it says for an empty time in a table of units that it is merged: hardly any unit has none, where others have one. Set by hand.
  private static let unitTime = 0.3
}

extension FieldMeaning {
  /// Whether the empty cells of such a field say how the author of the table merges.
  var tellsMerges: Bool { ![.number, .requirement, .remarks, .other, .level].contains(self) }
}
