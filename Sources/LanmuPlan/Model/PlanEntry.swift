public import LanmuRecognition

/// One leaf row of a plan: a column (or indicator, or unit) with what it demands of whom, and by when.
///
/// Texts are as in the document; absent fields are empty. `id` is stable: the same entry converted again, from any format,
/// gets the same id.
public struct PlanEntry: Sendable, Hashable {
  public var id: String
  /// Place of the entry's table in `Plan.tables`.
  public var table: Int
  public var number: String
  public var path: [String]
  public var starred: Bool
  public var requirement: String
  public var target: String
  public var supply: TimedText
  public var update: TimedText
  /// Rules found in `requirement` beside a time field.
  public var requirementRules: [TimeRule]
  public var mode: String
  public var lead: String
  public var responsible: String
  /// 配合单位, where they have a field of their own.
  public var cooperating: String
  public var remarks: String
  public var assignments: [Assignment]
  public var origin: EntryOrigin
  /// From 0 to 1; 1 for an entry without doubts.
  public var confidence: Double
  public var doubts: [Doubt]

  public init(
    id: String = "", table: Int = 0, number: String = "", path: [String], starred: Bool = false,
    requirement: String = "",
    target: String = "", supply: TimedText = TimedText(), update: TimedText = TimedText(),
    requirementRules: [TimeRule] = [], mode: String = "", lead: String = "", responsible: String = "",
    cooperating: String = "",
    remarks: String = "",
    assignments: [Assignment] = [], origin: EntryOrigin = EntryOrigin(), confidence: Double = 1, doubts: [Doubt] = []
  ) {
    self.id = id
    self.table = table
    self.number = number
    self.path = path
    self.starred = starred
    self.requirement = requirement
    self.target = target
    self.supply = supply
    self.update = update
    self.requirementRules = requirementRules
    self.mode = mode
    self.lead = lead
    self.responsible = responsible
    self.cooperating = cooperating
    self.remarks = remarks
    self.assignments = assignments
    self.origin = origin
    self.confidence = confidence
    self.doubts = doubts
  }
}

/// A time field's text with the rules read from it.
public struct TimedText: Sendable, Hashable {
  public var text: String
  public var rules: [TimeRule]

  public init(text: String = "", rules: [TimeRule] = []) {
    self.text = text
    self.rules = rules
  }
}

/// Where an entry stood: the grid and its row (from 0), and the 1-based line of a text input.
public struct EntryOrigin: Sendable, Hashable, Codable {
  public var table: Int
  public var row: Int
  public var line: Int?

  public init(table: Int = 0, row: Int = 0, line: Int? = nil) {
    self.table = table
    self.row = row
    self.line = line
  }
}
