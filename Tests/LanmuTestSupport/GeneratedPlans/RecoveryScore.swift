package import LanmuRecognition

/// How much of a plan was recovered, counted by rows and by fields.
///
/// A field that the text leaves open, because it was empty in the original and merged cells are lost, counts neither way.
package struct RecoveryScore: Sendable {
  package var rows = 0
  /// Rows of which every field is right.
  package var rightRows = 0
  /// Rows of which every field is right that the text tells: those are left out of which nobody could say who leads.
  package var toldRows = 0
  package var rightFields = 0
  package var wrongFields = 0
  /// Fields of rows that were not found at all.
  package var missedFields = 0
  /// Fields that count neither way, because the text leaves them open.
  package var openFields = 0
  /// Wrong fields with a doubt of their own, and those whose row carries any.
  package var wrongDoubted = 0
  package var wrongInDoubtedRows = 0
  /// Right fields with a doubt of their own.
  package var rightDoubted = 0
  /// Right fields that the text tells, and those of them with a doubt of their own: it would be needless. Of two kindred fields
  /// that nobody could tell apart (`GeneratedPlan.Row.untold`), one that was guessed rightly is in doubt by right.
  package var rightTold = 0
  package var needlesslyDoubted = 0
  /// What was read wrongly, in the order of the plans' rows.
  package private(set) var faults: [Fault] = []
  /// How often readings are right of which a doubt gives a probability, by the doubts' names.
  package private(set) var reliability: [String: Reliability] = [:]
  /// How alike the texts of the grids are, summed over their places, and the number of places.
  private var likeness = 0.0
  private var places = 0.0

  /// A field that was read wrongly.
  package struct Fault: Sendable {
    /// The row's place among those of its plan, from 0.
    package var row: Int
    package var field: FieldMeaning
    package var wanted: String
    package var found: String
    /// Whether the field carries a doubt.
    package var isDoubted: Bool
    /// Whether nobody could tell the field from a kindred one.
    package var isUntold: Bool
  }

  package init() {}

  /// Similarity of the tables as grids of leaf rows, 1 for equal ones: twice the likeness of the places that correspond, by
  /// the places of both (the measure of GriTS, arXiv:2203.12555, with rows in their order).
  package var similarity: Double { places > 0 ? 2 * likeness / places : 1 }

  /// Adds what a reading of a plan's table has right, whose empty fields cannot be told from merged ones if it hides them.
  package mutating func add(_ table: RecognisedTable?, of plan: GeneratedPlan, hidesBlanks: Bool, losesCells: Bool) {
    add(table, of: plan, open: plan.rows.map { hidesBlanks ? $0.blanks : [] }, losesCells: losesCells)
  }

  /// Adds what a reading of a plan in a format has right; where pages were read as tables, these count together.
  package mutating func add(
    _ document: RecognisedDocument?, of plan: GeneratedPlan, in format: PlanFormat, severity: Severity = .usual
  ) {
    var table = document?.tables.first
    if let rest = document?.tables.dropFirst() { table?.rows += rest.flatMap(\.rows) }
    let open = plan.openFields(in: format, severity: severity)
    add(table, of: plan, open: open, losesCells: format.dialect?.losesCells ?? false)
  }

  private mutating func add(
    _ table: RecognisedTable?, of plan: GeneratedPlan, open: [Set<FieldMeaning>], losesCells: Bool
  ) {
    rows += plan.rows.count
    let fields = plan.comparedFields
    places += Double(plan.rows.count * fields.count)
    for set in open { openFields += set.count { fields.contains($0) } }
    missedFields += open.reduce(0) { $0 + fields.count - $1.count { fields.contains($0) } }
    guard let table else { return }
    places += Double(table.rows.count * fields.count)
    for (row, truth, found) in Self.pairs(plan.rows, table.rows) {
      var isRight = true
      var isToldRight = true
      for field in fields {
        let isUntold = losesCells && truth.untold.contains(field)
        let (want, got) = (truth.value(of: field), found.value(of: field))
        likeness += Self.likeness(want, got)
        if open[row].contains(field) { continue }
        missedFields -= 1
        let doubts = found.doubts.filter { $0.field == field || $0.field == nil }
        let isDoubted = !doubts.isEmpty
        if let doubt = doubts.first {
          reliability[doubt.code, default: Reliability()].note(doubt.probability, isRight: want == got)
        }
        if want == got {
          rightFields += 1
          rightDoubted += isDoubted ? 1 : 0
          if !isUntold {
            rightTold += 1
            needlesslyDoubted += isDoubted ? 1 : 0
          }
        } else {
          isRight = false
          isToldRight = isToldRight && isUntold
          faults.append(
            Fault(row: row, field: field, wanted: want, found: got, isDoubted: isDoubted, isUntold: isUntold))
          wrongFields += 1
          wrongDoubted += isDoubted ? 1 : 0
          wrongInDoubtedRows += found.doubts.isEmpty ? 0 : 1
        }
      }
      rightRows += isRight ? 1 : 0
      toldRows += isToldRight ? 1 : 0
    }
  }

  /// Rows that correspond, with the place of the true one: all in order if there are as many, else by their deepest labels.
  private static func pairs(
    _ truths: [GeneratedPlan.Row], _ found: [RecognisedRow]
  ) -> [(Int, GeneratedPlan.Row, RecognisedRow)] {
    if truths.count == found.count { return truths.indices.map { ($0, truths[$0], found[$0]) } }
    var result: [(Int, GeneratedPlan.Row, RecognisedRow)] = []
    var next = 0
    for (row, truth) in truths.enumerated() {
      guard let place = found[next...].firstIndex(where: { $0.path.last == truth.path.last }) else { continue }
      result.append((row, truth, found[place]))
      next = place + 1
    }
    return result
  }

  /// The length of the longest common subsequence of characters, by the mean length.
  private static func likeness(_ one: String, _ other: String) -> Double {
    if one == other { return 1 }
    let (first, second) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var lengths = Array(repeating: 0, count: second.count + 1)
    for scalar in first {
      var diagonal = 0
      for place in second.indices {
        let above = lengths[place + 1]
        lengths[place + 1] = scalar == second[place] ? diagonal + 1 : max(above, lengths[place])
        diagonal = above
      }
    }
    return 2 * Double(lengths[second.count]) / Double(first.count + second.count)
  }
}

// Texts are compared without white space: which of it stays in a text depends on the format.

extension GeneratedPlan.Row {
  fileprivate func value(of field: FieldMeaning) -> String {
    field == .level ? path.joined(separator: "/") : (texts[field] ?? "").withoutSpace
  }
}

extension RecognisedRow {
  fileprivate func value(of field: FieldMeaning) -> String {
    field == .level ? path.joined(separator: "/") : (texts[field] ?? "").withoutSpace
  }
}

extension String {
  fileprivate var withoutSpace: String { contains(where: \.isWhitespace) ? filter { !$0.isWhitespace } : self }
}
