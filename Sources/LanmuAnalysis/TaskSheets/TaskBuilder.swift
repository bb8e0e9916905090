internal import LanmuPlan

/// Turns entries with assignments into tasks by unit, groups resolved to their members.
struct TaskBuilder {
  private let plan: Plan
  private let request: TaskSheetSet.Request
  private let unitByName: [String: PlanUnit]
  private let numbers: [String: String]
  /// The plan's units in order, then bodies that only groups or assignments name.
  private(set) var units: [PlanUnit]
  private(set) var tasks: [String: [UnitTask]] = [:]
  private var known: Set<String>

  init(_ plan: Plan, _ request: TaskSheetSet.Request) {
    self.plan = plan
    self.request = request
    units = plan.units
    known = Set(plan.units.map(\.name))
    unitByName = Dictionary(plan.units.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    numbers = Self.shortNumbers(plan.entries.map(\.id))
  }

  mutating func collect() {
    for entry in plan.entries {
      var order: [String] = []
      var parts: [String: [UnitTask.Part]] = [:]
      func add(_ unit: String, _ assignment: Assignment, group: String) {
        let part = UnitTask.Part(role: assignment.role, scope: assignment.scope, duty: assignment.duty, group: group)
        if parts[unit] == nil { order.append(unit) }
        if parts[unit]?.contains(part) != true { parts[unit, default: []].append(part) }
      }
      for assignment in entry.assignments where !assignment.unit.isEmpty {
        let members = members(of: assignment.unit)
        if members.isEmpty {
          add(assignment.unit, assignment, group: "")
        } else {
          for member in members { add(member, assignment, group: assignment.unit) }
        }
      }
      guard !order.isEmpty else { continue }
      let timing = timing(of: entry)
      for unit in order {
        register(unit)
        tasks[unit, default: []].append(task(entry, named(parts[unit] ?? []), timing))
      }
    }
  }

  /// A unit that is named itself is not told of the same role a second time through its group.
  private func named(_ parts: [UnitTask.Part]) -> [UnitTask.Part] {
    let own = parts.filter { $0.group.isEmpty }
    let ownRoles = Set(own.map(\.role))
    let rest = parts.filter { !$0.group.isEmpty && !(ownRoles.contains($0.role) && $0.scope.isEmpty) }
    return (own + rest).enumerated().sorted {
      ($0.element.role.rank, $0.offset) < ($1.element.role.rank, $1.offset)
    }.map(\.element)
  }

  /// A group's members, groups within groups resolved; empty for everything else.
  private func members(of name: String) -> [String] {
    var result: [String] = []
    var seen: Set<String> = [name]
    var open = (unitByName[name].flatMap { $0.kind == .group ? $0.members : nil } ?? [])[...]
    while let member = open.popFirst() {
      guard !member.isEmpty, seen.insert(member).inserted else { continue }
      if let unit = unitByName[member], unit.kind == .group, !unit.members.isEmpty {
        open = unit.members + open
      } else {
        result.append(member)
      }
    }
    return result
  }

  private mutating func register(_ unit: String) {
    if known.insert(unit).inserted { units.append(PlanUnit(name: unit)) }
  }

  private struct Timing {
    var state: TaskState
    var daysOver: Int
    var lastUpdate: CivilDate?
    var due: TaskDue
  }

  private func task(_ entry: PlanEntry, _ parts: [UnitTask.Part], _ timing: Timing) -> UnitTask {
    UnitTask(
      entry: entry.id, number: numbers[entry.id] ?? entry.id, path: entry.path, starred: entry.starred, roles: parts,
      requirement: entry.requirement.isEmpty ? entry.target : entry.requirement,
      update: entry.update.text.isEmpty
        ? entry.update.rules.map(\.text).filter { !$0.isEmpty }.joined(separator: "；") : entry.update.text,
      supply: entry.supply.text, mode: entry.mode, remarks: entry.remarks, state: timing.state,
      daysOver: timing.daysOver, lastUpdate: timing.lastUpdate, due: timing.due)
  }

  private func timing(of entry: PlanEntry) -> Timing {
    let obligations = ObligationSet(entry)
    let status = request.census?[entry.id]
    let unmeasured = Self.stateWithoutCensus(obligations)
    let state = status?.state ?? unmeasured
    guard obligations.isCalendarBound else {
      return Timing(state: state, daysOver: 0, lastUpdate: status?.lastUpdate, due: .none)
    }
    var due = TaskDue.none
    if let dueOn = status?.dueOn {
      due = dated(DueDate(dueOn, isProvisional: request.calendar.isProvisional(dueOn)))
    } else if let last = status?.lastUpdate,
      let found = obligations.dueDate(afterItemsOn: [last], calendar: request.calendar)
    {
      due = dated(found)
    } else {
      due = assumedDue(entry, obligations)
    }
    return Timing(
      state: state, daysOver: state == .overdue ? max(0, status?.daysOver ?? 0) : 0, lastUpdate: status?.lastUpdate,
      due: due)
  }

  private func dated(_ due: DueDate) -> TaskDue { .day(due, workingDay: due.workingDay(in: request.calendar)) }

  /// What is due in the month whatever the last update was: periods of the calendar and fixed dates. A window that rolls
  /// has no date as long as nobody knows when it began.
  private func assumedDue(_ entry: PlanEntry, _ obligations: ObligationSet) -> TaskDue {
    let before = request.month.firstDay.adding(days: -1)
    let isFixed = obligations.obligations.allSatisfy { obligation in
      switch obligation {
      case .period, .yearly, .months(_, nil): true
      default: false
      }
    }
    if isFixed {
      let items = Array(repeating: before, count: max(obligations.itemsNeeded, 1))
      if let due = obligations.dueDate(afterItemsOn: items, calendar: request.calendar) { return dated(due) }
    }
    let words = obligations.rules.map(\.text).first { !$0.isEmpty } ?? entry.update.text
    return words.isEmpty ? .none : .afterLastUpdate(words)
  }

  private static func stateWithoutCensus(_ obligations: ObligationSet) -> TaskState {
    if obligations.isCalendarBound { return .notMeasured }
    switch obligations.obligations.first {
    case .onDemand, .availability, .perItem, .follows: return .onDemand
    case .pending: return .pending
    default: return .undetermined
    }
  }

  /// The shortest beginnings of the ids, of six characters or more, that are all different.
  private static func shortNumbers(_ ids: [String]) -> [String: String] {
    let distinct = Set(ids)
    var length = 6
    while length < 40 {
      if Set(distinct.map { short($0, length) }).count == distinct.count { break }
      length += 1
    }
    return Dictionary(distinct.map { ($0, short($0, length)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Ids of equal entries differ in a suffix, which is kept.
  private static func short(_ id: String, _ length: Int) -> String {
    let bytes = id.utf8
    // Nearly all ids are digits and letters, which need no look at what makes a character.
    if bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }) {
      return String(decoding: bytes.prefix(length).lazy.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
    }
    let parts = id.split(separator: "-", maxSplits: 1)
    guard let head = parts.first else { return id }
    return String(head.prefix(length)).uppercased() + (parts.count > 1 ? "-" + parts[1] : "")
  }
}
