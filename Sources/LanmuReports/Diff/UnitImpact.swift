import LanmuAnalysis
import LanmuPlan

/// What a difference means for one unit.
struct UnitImpact {
  enum Kind: Int, CaseIterable {
    case gains
    case loses
    case role
    case demands
    case place
  }

  struct Line {
    var kind: Kind
    var path: String
    var role: String
    var text: String
  }

  var unit: String
  /// Former or other names.
  var otherNames: [String]
  var lines: [Line]

  func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

  /// The impacts for all units that a change concerns, in the order of the units' first appearance in the changes.
  static func impacts(of difference: PlanDifference, words: ChangeWords) -> [UnitImpact] {
    var collector = ImpactCollector(difference, words: words)
    return collector.impacts()
  }
}

/// Collects what each unit gains, loses and must do otherwise.
private struct ImpactCollector {
  private let difference: PlanDifference
  private let words: ChangeWords
  private let items: ChangeItems
  private var lines: [String: [UnitImpact.Line]] = [:]
  private var order: [String] = []

  init(_ difference: PlanDifference, words: ChangeWords) {
    self.difference = difference
    self.words = words
    items = ChangeItems(difference, words: words)
  }

  private mutating func add(_ unit: String, _ kind: UnitImpact.Kind, _ path: String, _ role: String, _ text: String) {
    let name = items.name(unit)
    if lines[name] == nil { order.append(name) }
    lines[name, default: []].append(UnitImpact.Line(kind: kind, path: path, role: role, text: text))
  }

  mutating func impacts() -> [UnitImpact] {
    for placed in difference.added { whole(placed.entry, .gains, words.pick("新增条目", "new entry")) }
    for placed in difference.removed { whole(placed.entry, .loses, words.pick("条目删除", "entry removed")) }
    for change in difference.changed { collect(change) }
    branches()
    return order.map { unit in
      let others = difference.units.renamed.filter { $0.new == unit }.map(\.old)
      let sorted = (lines[unit] ?? []).enumerated().sorted {
        ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
      }
      return UnitImpact(unit: unit, otherNames: others, lines: sorted.map(\.element))
    }
  }

  private mutating func whole(_ entry: PlanEntry, _ kind: UnitImpact.Kind, _ text: String) {
    var seen: Set<String> = []
    for assignment in entry.assignments where seen.insert(assignment.unit).inserted {
      let demand = [text, entry.update.text].filter { !$0.isEmpty }.joined(separator: words.pick("；", "; "))
      add(assignment.unit, kind, words.path(entry.path, of: entry), words.role(assignment.role), demand)
    }
  }

  private mutating func collect(_ change: EntryChange) {
    let path = words.path(change.newPath, of: change.new)
    var told: Set<String> = []
    if let duties = change.assignments {
      for duty in duties.added {
        add(duty.unit, .gains, path, words.role(duty.role), scope(duty))
        told.insert(items.name(duty.unit))
      }
      for duty in duties.removed {
        add(duty.unit, .loses, path, words.role(duty.role), scope(duty))
        told.insert(items.name(duty.unit))
      }
      for role in duties.roleChanged {
        add(role.unit, .role, path, words.role(role.new), "\(words.role(role.old)) → \(words.role(role.new))")
      }
      for scope in duties.scopeChanged {
        let all = words.pick("全部", "everything")
        add(
          scope.unit, .role, path, words.role(scope.role),
          "\(scope.old.isEmpty ? all : scope.old) → \(scope.new.isEmpty ? all : scope.new)")
      }
    }
    let demands = change.fields.filter { !$0.field.namesUnits }
    let moved = !change.carried && (change.renamed || change.moved || change.part != .whole)
    var seen = told
    for assignment in change.new.assignments where seen.insert(items.name(assignment.unit)).inserted {
      let role = words.role(assignment.role)
      if !demands.isEmpty { add(assignment.unit, .demands, path, role, demands.map(text).joined(separator: "\n")) }
      if moved {
        add(
          assignment.unit, .place, path, role,
          words.pick("原为：", "was: ") + words.path(change.oldPath, of: change.old))
      }
    }
  }

  /// The units whose entries a branch carried along, in the order in which they come, and how many of each.
  private struct CarriedUnits {
    var units: [String] = []
    var entries: [String: Int] = [:]

    mutating func note(_ unit: String) {
      if entries[unit] == nil { units.append(unit) }
      entries[unit, default: 0] += 1
    }
  }

  /// For each branch that changed one line for each unit whose entries it carried along.
  private mutating func branches() {
    var carried: [Int: CarriedUnits] = [:]
    for change in difference.changed where change.carried {
      guard let branch = change.branch else { continue }
      for unit in Set(change.new.assignments.map { items.name($0.unit) }).sorted() {
        carried[branch, default: CarriedUnits()].note(unit)
      }
    }
    for (number, branch) in difference.branches.enumerated() {
      let old = branch.oldPaths.map { words.path($0) }.joined(separator: " + ")
      let new = branch.newPaths.map { words.path($0) }.joined(separator: " + ")
      for unit in carried[number]?.units ?? [] {
        let entries = carried[number]?.entries[unit] ?? 0
        let count = words.pick("（\(entries) 个条目）", " (\(entries) entries)")
        add(unit, .place, new, "", words.pick("原为：", "was: ") + old + count)
      }
    }
  }

  private func scope(_ duty: Assignment) -> String {
    duty.scope.isEmpty ? "" : words.pick("范围：", "scope: ") + duty.scope
  }

  private func text(_ field: FieldChange) -> String {
    let name =
      words.field(field.field)
      + (field.effect.map { words.pick("（\(words.effect($0))）", " (\(words.effect($0)))") } ?? "")
    switch field.field {
    case .starred: return field.new == "true" ? words.pick("加注★", "starred") : words.pick("取消★", "no longer starred")
    case .supply, .update, .mode:
      let none = words.pick("（无）", "(none)")
      return name + words.pick("：", ": ")
        + "\(field.old.isEmpty ? none : field.old) → \(field.new.isEmpty ? none : field.new)"
    default: return name + words.pick("有修改", " changed")
    }
  }
}
