public import LanmuPlan

/// What changed in who answers for an entry, after units that were merely renamed are taken as the same.
public struct AssignmentChange: Sendable, Hashable {
  /// A unit that stays and answers in another role.
  public struct RoleChange: Sendable, Hashable {
    /// The unit's name in the new plan.
    public var unit: String
    public var old: Assignment.Role
    public var new: Assignment.Role

    public init(unit: String, old: Assignment.Role, new: Assignment.Role) {
      self.unit = unit
      self.old = old
      self.new = new
    }
  }

  /// A unit that stays in its role and answers for another part.
  public struct ScopeChange: Sendable, Hashable {
    public var unit: String
    public var role: Assignment.Role
    public var old: String
    public var new: String

    public init(unit: String, role: Assignment.Role, old: String, new: String) {
      self.unit = unit
      self.role = role
      self.old = old
      self.new = new
    }
  }

  public var added: [Assignment]
  public var removed: [Assignment]
  public var roleChanged: [RoleChange]
  public var scopeChanged: [ScopeChange]
  /// The same assignments in another order.
  public var reordered: Bool
  /// Both lists whole and as written, so that the change can be applied.
  package var old: [Assignment]
  package var new: [Assignment]

  public init(
    added: [Assignment] = [], removed: [Assignment] = [], roleChanged: [RoleChange] = [],
    scopeChanged: [ScopeChange] = [], reordered: Bool = false
  ) {
    self.init(
      added: added, removed: removed, roleChanged: roleChanged, scopeChanged: scopeChanged, reordered: reordered,
      old: [],
      new: [])
  }

  package init(
    added: [Assignment] = [], removed: [Assignment] = [], roleChanged: [RoleChange] = [],
    scopeChanged: [ScopeChange] = [], reordered: Bool = false, old: [Assignment], new: [Assignment]
  ) {
    self.added = added
    self.removed = removed
    self.roleChanged = roleChanged
    self.scopeChanged = scopeChanged
    self.reordered = reordered
    self.old = old
    self.new = new
  }

  /// Whether no unit gains, loses or changes anything; the order is not looked at.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && roleChanged.isEmpty && scopeChanged.isEmpty }
}
