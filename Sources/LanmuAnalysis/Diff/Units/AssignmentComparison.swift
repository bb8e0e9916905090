import LanmuPlan

/// Compares who answers for an entry.
///
/// Units are compared as bodies, so that a renamed unit is the same one. The words of a duty and where it was read are
/// no change.
enum AssignmentComparison {
  private struct Key: Hashable {
    var body: UInt64
    var role: Assignment.Role
    var scope: UInt64
  }

  /// - Returns: `nil` if the lists are equal as written.
  static func compare(
    _ old: [Assignment], _ new: [Assignment], units: inout UnitCorrespondence
  ) -> AssignmentChange? {
    guard old != new else { return nil }
    let before = old.map { key($0, &units) }
    let after = new.map { key($0, &units) }
    var left = Array(old.indices)
    var right = Array(new.indices)
    pair(&left, &right) {
      before[$0] == after[$1]
    } found: { _, _ in
    }
    // Bodies that became one, or a duty that is told twice: it stands on the other side already.
    let known = Set(before)
    let still = Set(after)
    left.removeAll { still.contains(before[$0]) }
    right.removeAll { known.contains(after[$0]) }
    var roles: [AssignmentChange.RoleChange] = []
    var scopes: [AssignmentChange.ScopeChange] = []
    pair(&left, &right) {
      before[$0].body == after[$1].body && before[$0].scope == after[$1].scope
    } found: {
      roles.append(.init(unit: new[$1].unit, old: old[$0].role, new: new[$1].role))
    }
    pair(&left, &right) {
      before[$0].body == after[$1].body && before[$0].role == after[$1].role
    } found: {
      scopes.append(.init(unit: new[$1].unit, role: new[$1].role, old: old[$0].scope, new: new[$1].scope))
    }
    pair(&left, &right) {
      before[$0].body == after[$1].body
    } found: {
      roles.append(.init(unit: new[$1].unit, old: old[$0].role, new: new[$1].role))
      scopes.append(.init(unit: new[$1].unit, role: new[$1].role, old: old[$0].scope, new: new[$1].scope))
    }
    var change = AssignmentChange(
      added: right.map { new[$0] }, removed: left.map { old[$0] }, roleChanged: roles, scopeChanged: scopes, old: old,
      new: new)
    if change.isEmpty {
      change.reordered =
        zip(old, before).filter { $0.0.from == nil }.map(\.1)
        != zip(new, after).filter { $0.0.from == nil }.map(\.1)
    }
    return change
  }

  private static func key(_ assignment: Assignment, _ units: inout UnitCorrespondence) -> Key {
    Key(
      body: units.body(assignment.unit), role: assignment.role,
      scope: assignment.scope.isEmpty ? 0 : ComparableText.hash(assignment.scope))
  }

  /// Takes places off both lists that belong together, earlier ones first.
  private static func pair(
    _ left: inout [Int], _ right: inout [Int], where matches: (Int, Int) -> Bool, found: (Int, Int) -> Void
  ) {
    var rest: [Int] = []
    for place in left {
      if let hit = right.firstIndex(where: { matches(place, $0) }) {
        found(place, right[hit])
        right.remove(at: hit)
      } else {
        rest.append(place)
      }
    }
    left = rest
  }
}
