/// A unit's duty towards an entry: who, in which role, for which part.
public struct Assignment: Sendable, Hashable, Codable {
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case lead
    case responsible
    case cooperating
    case technical
    case coordinating
  }

  /// Where a duty was read, if not in the unit fields themselves.
  public enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
    case label
    case requirement
    case target
    case remarks
    case note
  }

  /// The name of a unit of the plan (`Plan.units`).
  public var unit: String
  public var role: Role
  /// What the unit answers for where the text limits it; empty for the whole entry.
  public var scope: String
  /// The document's own words for the duty (牵头, 提供内容); empty where a plain list names none.
  public var duty: String
  /// An office within the unit, or a person, that the text names beside it (市发展改革委（市重大办）); empty where it names none.
  public var office: String
  /// `nil` for duties from the unit fields.
  public var from: Origin?

  public init(unit: String, role: Role, scope: String = "", duty: String = "", office: String = "", from: Origin? = nil)
  {
    self.unit = unit
    self.role = role
    self.scope = scope
    self.duty = duty
    self.office = office
    self.from = from
  }
}
