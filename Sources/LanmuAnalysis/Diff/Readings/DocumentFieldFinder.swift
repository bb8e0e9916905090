import LanmuPlan
import LanmuRecognition

/// Finds the fields that one document has and the other lacks altogether: no header names them, and no entry fills them.
enum DocumentFieldFinder {
  static func find(old: Plan, new: Plan) -> [DocumentField] {
    FieldChange.Field.allCases.compactMap { field in
      guard let meaning = meaning(of: field) else { return nil }
      let before = entries(of: old, with: field)
      let after = entries(of: new, with: field)
      if before == 0, after > 0, lacks(old, meaning) { return DocumentField(field, isAdded: true, entries: after) }
      if after == 0, before > 0, lacks(new, meaning) { return DocumentField(field, isAdded: false, entries: before) }
      return nil
    }
  }

  private static func entries(of plan: Plan, with field: FieldChange.Field) -> Int {
    plan.entries.count { !$0.text(of: field).isEmpty }
  }

  /// Only headers can tell a field that is missing from one that nobody filled.
  private static func lacks(_ plan: Plan, _ meaning: FieldMeaning) -> Bool {
    !plan.entries.isEmpty && plan.tables.contains { !$0.fields.isEmpty }
      && !plan.tables.contains { $0.fields.contains(meaning) }
  }

  /// The field of a document that a compared field stands in.
  static func meaning(of field: FieldChange.Field) -> FieldMeaning? {
    switch field {
    case .requirement: .requirement
    case .target: .target
    case .supply: .supply
    case .update: .update
    case .mode: .mode
    case .lead: .lead
    case .responsible: .responsible
    case .cooperating: .cooperating
    case .remarks: .remarks
    case .starred: nil
    }
  }
}
