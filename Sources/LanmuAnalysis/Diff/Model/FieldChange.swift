public import LanmuPlan

/// One field of an entry that reads differently.
public struct FieldChange: Sendable, Hashable {
  /// The fields that are compared; the names are those of the plan's JSON.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case requirement
    case target
    case supply
    case update
    case mode
    case lead
    case responsible
    case cooperating
    case remarks
    case starred

    /// Whether the field names units, so that its change is told as what they gain and lose.
    public var namesUnits: Bool { self == .lead || self == .responsible || self == .cooperating }
  }

  /// What a change of time rules means for the one who must keep them.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// More often, or sooner.
    case tightened
    /// Less often, or later.
    case loosened
    /// Other words, the same rules.
    case reworded
    /// Other rules, neither stricter nor laxer in a way that can be told.
    case changed
  }

  public var field: Field
  /// The old text; `true` or `false` for `starred`.
  public var old: String
  public var new: String
  /// Empty for `starred`.
  public var segments: [TextSegment]
  public var weight: ChangeWeight
  /// For fields with rules of time; `nil` where neither side has one.
  public var effect: Effect?
  /// The rules of the field before and after: `supply`, `update`, and those of a requirement.
  public var oldRules: [TimeRule]
  public var newRules: [TimeRule]
  /// Whether one of the readings that are compared carries a doubt about this field.
  public var isDoubtful: Bool

  public init(
    _ field: Field, old: String, new: String, segments: [TextSegment], weight: ChangeWeight, effect: Effect? = nil,
    oldRules: [TimeRule] = [], newRules: [TimeRule] = [], isDoubtful: Bool = false
  ) {
    self.field = field
    self.old = old
    self.new = new
    self.segments = segments
    self.weight = weight
    self.effect = effect
    self.oldRules = oldRules
    self.newRules = newRules
    self.isDoubtful = isDoubtful
  }
}
