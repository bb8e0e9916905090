import LanmuAnalysis
import LanmuPlan

/// What happened to an entry, in a few words, the weightiest first.
struct ChangeLabel {
  let words: ChangeWords

  /// The kinds of change of an entry as short words.
  func kinds(of change: EntryChange) -> [String] {
    var kinds: [String] = []
    switch change.part {
    case .splitOff: kinds.append(words.pick("拆出", "split off"))
    case .mergedIn: kinds.append(words.pick("并入", "merged in"))
    case .whole:
      if !change.carried || change.branch == nil {
        if change.renamed { kinds.append(words.pick("改名", "renamed")) }
        if change.moved { kinds.append(words.pick("移动", "moved")) }
      }
    }
    for field in change.fields {
      switch field.field {
      case .supply, .update:
        kinds.append(words.pick("时效", "time: ") + words.effect(field.effect ?? .changed))
      case .requirement: kinds.append(words.pick("内容", "requirement"))
      case .target: kinds.append(words.pick("对应栏目", "target"))
      case .mode: kinds.append(words.pick("保障方式", "mode"))
      case .remarks: kinds.append(words.pick("备注", "remarks"))
      case .starred: kinds.append(words.pick("重点标记", "star"))
      case .lead, .responsible, .cooperating: break
      }
    }
    if change.changesAssignments || change.fields.contains(where: { $0.field.namesUnits }) {
      kinds.append(change.assignments.map(duties) ?? words.pick("单位", "units"))
    }
    if change.isDoubtful { kinds.append(words.doubtful) }
    var seen: Set<String> = []
    return kinds.filter { seen.insert($0).inserted }
  }

  private func duties(_ change: AssignmentChange) -> String {
    if !change.added.isEmpty || !change.removed.isEmpty { return words.pick("单位", "units") }
    if !change.roleChanged.isEmpty { return words.pick("分工", "roles") }
    if !change.scopeChanged.isEmpty { return words.pick("分工范围", "scope") }
    return change.reordered ? words.pick("单位排序", "order of units") : words.pick("单位写法", "wording of units")
  }

  /// The lines that say what changed in who answers for the entry.
  func dutyLines(of change: EntryChange) -> [String] {
    guard let duties = change.assignments else { return [] }
    var lines: [String] = []
    if !duties.added.isEmpty {
      lines.append(words.pick("增加：", "gains: ") + words.joined(duties.added.map(words.assignment)))
    }
    if !duties.removed.isEmpty {
      lines.append(words.pick("减少：", "loses: ") + words.joined(duties.removed.map(words.assignment)))
    }
    for role in duties.roleChanged {
      lines.append("\(role.unit)\(words.pick("：", ": "))\(words.role(role.old)) → \(words.role(role.new))")
    }
    for scope in duties.scopeChanged {
      let all = words.pick("全部", "everything")
      lines.append(
        "\(scope.unit)\(words.pick("负责范围：", ": "))\(scope.old.isEmpty ? all : scope.old) → \(scope.new.isEmpty ? all : scope.new)"
      )
    }
    if duties.reordered { lines.append(words.pick("单位排序调整", "units stand in another order")) }
    return lines
  }
}
