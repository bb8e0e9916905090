package import LanmuAnalysis
package import LanmuDiagnostics
import LanmuPlan

/// A difference as JSON text (`lanmu-diff/1`) with sorted keys.
///
/// Beside the fields of the contract:
/// - of the whole: `document` with titles and numbers that differ, `documentFields` that only one document has, `hidden`
///   counts, and how many entries are `doubtful`;
/// - of a split or a merge: `newPaths` and `oldPaths`;
/// - of a field's change: `effect`, `weight` and `doubtful`;
/// - of duties: `scopeChanged` and `reordered`.
package enum ChangeJSON {
  package static func encode(
    _ difference: PlanDifference, language: Language = .chinese
  ) throws(LanmuError) -> [UInt8] {
    try JSONText.encode(Record(difference), language: language)
  }

  private struct Record: Encodable {
    var schema = PlanDifference.schema
    var old: PlanSource
    var new: PlanSource
    var document: Document?
    var unit: String?
    var ignoring: String
    var summary: Summary
    var added: [PlanEntry]
    var removed: [PlanEntry]
    var changed: [Changed]
    var branches: [Branch]
    var units: Units
    var documentFields: [FieldSet]?
    var hidden: Hidden
    var reordered: [String]?

    init(_ difference: PlanDifference) {
      old = difference.old
      new = difference.new
      document = Document(difference)
      unit = difference.unit
      ignoring = difference.ignoring.rawValue
      summary = Summary(difference)
      added = difference.added.map(\.entry)
      removed = difference.removed.map(\.entry)
      changed = difference.changed.map(Changed.init)
      branches = difference.branches.map(Branch.init)
      units = Units(difference.units)
      let fields = difference.documentFields.map(FieldSet.init)
      documentFields = fields.isEmpty ? nil : fields
      hidden = Hidden(difference.hidden)
      reordered = difference.reordered.isEmpty ? nil : difference.reordered
    }
  }

  private struct Document: Encodable {
    struct Pair: Encodable {
      var old: String
      var new: String

      init?(_ old: String, _ new: String) {
        guard old != new else { return nil }
        self.old = old
        self.new = new
      }
    }

    var title: Pair?
    var documentNumber: Pair?

    init?(_ difference: PlanDifference) {
      title = Pair(difference.oldTitle, difference.newTitle)
      documentNumber = Pair(difference.oldDocumentNumber, difference.newDocumentNumber)
      if title == nil, documentNumber == nil { return nil }
    }
  }

  private struct Summary: Encodable {
    var added: Int
    var removed: Int
    var changed: Int
    var unchanged: Int
    var changes: Int
    var reordered: Int
    var doubtful: Int?

    init(_ difference: PlanDifference) {
      let summary = difference.summary
      doubtful = difference.doubtful == 0 ? nil : difference.doubtful
      added = summary.added
      removed = summary.removed
      changed = summary.changed
      unchanged = summary.unchanged
      changes = summary.changes
      reordered = summary.reordered
    }
  }

  private struct Hidden: Encodable {
    var reading: Int?
    var typography: Int
    var wording: Int

    init(_ hidden: HiddenCounts) {
      reading = hidden.reading == 0 ? nil : hidden.reading
      typography = hidden.typography
      wording = hidden.wording
    }
  }

  private struct FieldSet: Encodable {
    var field: String
    var change: String
    var entries: Int

    init(_ field: DocumentField) {
      self.field = field.field.rawValue
      change = field.isAdded ? "added" : "removed"
      entries = field.entries
    }
  }

  private struct Changed: Encodable {
    var old: String
    var new: String
    var oldPath: [String]
    var newPath: [String]
    var renamed: Bool
    var moved: Bool
    var branch: Int?
    var fields: [Field]
    var assignments: Duties
    var score: Double
    var doubtful: Bool?

    init(_ change: EntryChange) {
      old = change.old.id
      new = change.new.id
      oldPath = change.oldPath
      newPath = change.newPath
      renamed = change.renamed
      moved = change.moved
      branch = change.branch
      fields = change.fields.map(Field.init)
      assignments = Duties(change.assignments ?? AssignmentChange())
      score = (change.score * 1_000).rounded() / 1_000
      doubtful = change.isDoubtful ? true : nil
    }
  }

  private struct Field: Encodable {
    struct Segment: Encodable {
      var op: String
      var text: String
      var oldText: String?
    }

    var field: String
    var old: String
    var new: String
    var segments: [Segment]
    var weight: String
    var effect: String?
    var doubtful: Bool?

    init(_ change: FieldChange) {
      field = change.field.rawValue
      old = change.old
      new = change.new
      segments = change.segments.map { Segment(op: $0.operation.rawValue, text: $0.text, oldText: $0.oldText) }
      weight = "\(change.weight)"
      effect = change.effect?.rawValue
      doubtful = change.isDoubtful ? true : nil
    }
  }

  private struct Duties: Encodable {
    struct Role: Encodable {
      var unit: String
      var old: String
      var new: String
    }

    struct Scope: Encodable {
      var unit: String
      var role: String
      var old: String
      var new: String
    }

    var added: [Assignment]
    var removed: [Assignment]
    var roleChanged: [Role]
    var scopeChanged: [Scope]?
    var reordered: Bool?

    init(_ change: AssignmentChange) {
      added = change.added
      removed = change.removed
      roleChanged = change.roleChanged.map { Role(unit: $0.unit, old: $0.old.rawValue, new: $0.new.rawValue) }
      let scopes = change.scopeChanged.map { Scope(unit: $0.unit, role: $0.role.rawValue, old: $0.old, new: $0.new) }
      scopeChanged = scopes.isEmpty ? nil : scopes
      reordered = change.reordered ? true : nil
    }
  }

  private struct Branch: Encodable {
    var kind: String
    var oldPath: [String]
    var newPath: [String]
    var oldPaths: [[String]]?
    var newPaths: [[String]]?
    var entries: Int

    init(_ branch: BranchChange) {
      kind = branch.kind.rawValue
      oldPath = branch.oldPath
      newPath = branch.newPath
      oldPaths = branch.oldPaths.count > 1 ? branch.oldPaths : nil
      newPaths = branch.newPaths.count > 1 ? branch.newPaths : nil
      entries = branch.entries
    }
  }

  private struct Units: Encodable {
    struct Renamed: Encodable {
      var old: String
      var new: String
      var reason: String
      var entries: Int
    }

    var renamed: [Renamed]
    var added: [String]
    var removed: [String]

    init(_ units: UnitChanges) {
      renamed = units.renamed.map {
        Renamed(old: $0.old, new: $0.new, reason: $0.reason.rawValue, entries: $0.entries)
      }
      added = units.added
      removed = units.removed
    }
  }
}
