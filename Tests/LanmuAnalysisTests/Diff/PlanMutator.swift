import LanmuPlan

/// Edits a plan and keeps account of what it did, as facts in the words of `ChangeFacts`.
struct PlanMutator {
  private(set) var facts: Set<String> = []
  private(set) var entries: [PlanEntry]
  private var words: SyntheticPlan
  /// Entries that no further edit may touch, by their old id.
  private var touched: Set<String> = []
  private var nextID = 0

  init(_ plan: Plan, words: SyntheticPlan) {
    entries = plan.entries
    self.words = words
  }

  var plan: Plan {
    var renumbered = entries
    for index in renumbered.indices { renumbered[index].id = "n" + renumbered[index].id }
    return SyntheticPlan.plan(of: renumbered)
  }

  /// An entry that was not edited yet.
  private mutating func pick(where fits: (PlanEntry) -> Bool = { _ in true }) -> Int? {
    for _ in 0..<60 {
      guard let index = entries.indices.randomElement(using: &words.numbers) else { return nil }
      if !touched.contains(entries[index].id), fits(entries[index]) {
        touched.insert(entries[index].id)
        return index
      }
    }
    return nil
  }

  private func branch(_ entry: PlanEntry) -> [String] { Array(entry.path.dropLast()) }

  private func members(_ branch: [String]) -> [Int] {
    entries.indices.filter { entries[$0].path.count > branch.count && entries[$0].path.starts(with: branch) }
  }

  /// A branch of several entries that no edit touched.
  private mutating func pickBranch() -> [String]? {
    for _ in 0..<60 {
      guard let entry = entries.randomElement(using: &words.numbers) else { return nil }
      let branch = branch(entry)
      let inside = members(branch)
      guard branch.count >= 2, inside.count >= 3, inside.allSatisfy({ !touched.contains(entries[$0].id) }) else {
        continue
      }
      for index in inside { touched.insert(entries[index].id) }
      return branch
    }
    return nil
  }

  // MARK: Entries

  mutating func add() {
    guard let place = entries.indices.randomElement(using: &words.numbers) else { return }
    nextID += 1
    var entry = words.entry(branch(entries[place]) + [words.leafLabel()])
    guard !entries.contains(where: { $0.path == entry.path }) else { return }
    entry.id = "a\(nextID)"
    entries.insert(entry, at: place)
    touched.insert(entry.id)
    facts.insert("added \(entry.id)")
  }

  mutating func remove() {
    guard let index = pick() else { return }
    facts.insert("removed \(entries[index].id)")
    entries.remove(at: index)
  }

  mutating func renameLabel() {
    guard let index = pick() else { return }
    entries[index].path[entries[index].path.count - 1] = words.freshWord(4)
    facts.insert("renamed \(entries[index].id)")
  }

  mutating func moveEntry() {
    guard let index = pick(where: { !$0.requirement.isEmpty }), let other = entries.randomElement(using: &words.numbers)
    else { return }
    var entry = entries[index]
    let path = branch(other) + [entry.path.last ?? ""]
    guard branch(other) != branch(entry), members(branch(entry)).count > 1,
      !entries.contains(where: { $0.path == path }), !touched.contains(other.id)
    else { return }
    touched.insert(other.id)
    entries.remove(at: index)
    entry.path = path
    let place = (entries.lastIndex { branch($0) == branch(other) } ?? 0) + 1
    entries.insert(entry, at: place)
    facts.insert("moved \(entry.id)")
  }

  mutating func changeTime() {
    guard let index = pick() else { return }
    let now = SyntheticPlan.times.firstIndex { $0.0 == entries[index].update.text } ?? 0
    let next = (now + Int.random(in: 1..<SyntheticPlan.times.count, using: &words.numbers)) % SyntheticPlan.times.count
    entries[index].update = SyntheticPlan.timed(next)
    facts.insert("update \(entries[index].id)")
  }

  mutating func rewordTime() {
    guard let index = pick(where: { $0.update.text == "6个月内更新" }) else { return }
    entries[index].update.text = "每半年更新一次"
  }

  mutating func reword() {
    guard let index = pick(where: { $0.requirement.count > 12 }) else { return }
    var characters = Array(entries[index].requirement)
    let place = Int.random(in: 2..<characters.count - 4, using: &words.numbers)
    characters.replaceSubrange(place..<place + 3, with: words.freshWord(4))
    entries[index].requirement = String(characters)
    facts.insert("requirement \(entries[index].id)")
  }

  mutating func star() {
    guard let index = pick() else { return }
    entries[index].starred.toggle()
    facts.insert("starred \(entries[index].id)")
  }

  mutating func remark() {
    guard let index = pick() else { return }
    entries[index].remarks = words.sentence()
    facts.insert("remarks \(entries[index].id)")
  }

  /// Another setting of the same words.
  mutating func resetType() {
    guard let index = pick(where: { !$0.requirement.isEmpty }) else { return }
    entries[index].requirement = entries[index].requirement
      .map {
        $0 == "，" ? ", " : $0 == "。" ? "。\n" : $0 == "；" ? ";" : String($0) + (words.numbers.chance(20) ? " " : "")
      }
      .joined()
  }

  // MARK: Units

  private mutating func setDuties(_ index: Int, _ duties: [Assignment]) {
    entries[index].assignments = duties
    entries[index].responsible = SyntheticPlan.responsible(duties)
  }

  mutating func addUnit() {
    guard let index = pick(), let name = words.unitNames.randomElement(using: &words.numbers),
      !entries[index].assignments.contains(where: { $0.unit == name })
    else { return }
    let role: Assignment.Role = entries[index].assignments[0].role == .lead ? .cooperating : .responsible
    setDuties(index, entries[index].assignments + [Assignment(unit: name, role: role)])
    facts.insert("gains \(entries[index].id) \(name)")
  }

  mutating func dropUnit() {
    guard let index = pick(where: { $0.assignments.count > 1 && $0.assignments[0].role == .responsible }) else {
      return
    }
    facts.insert("loses \(entries[index].id) \(entries[index].assignments[1].unit)")
    var duties = entries[index].assignments
    duties.remove(at: 1)
    setDuties(index, duties)
  }

  mutating func handOver() {
    guard let index = pick(where: { $0.assignments.count == 1 }),
      let name = words.unitNames.randomElement(using: &words.numbers)
    else { return }
    let before = entries[index].assignments[0].unit
    guard before != name,
      entries.contains(where: { $0.id != entries[index].id && $0.assignments.contains { $0.unit == before } })
    else { return }
    facts.insert("loses \(entries[index].id) \(before)")
    facts.insert("gains \(entries[index].id) \(name)")
    setDuties(index, [Assignment(unit: name, role: .responsible)])
  }

  mutating func swapRoles() {
    guard let index = pick(where: { $0.assignments.count > 1 && $0.assignments[0].role == .lead }) else { return }
    var duties = entries[index].assignments
    let lead = duties[0].unit
    duties[0].unit = duties[1].unit
    duties[1].unit = lead
    facts.insert("role \(entries[index].id) \(duties[0].unit)")
    facts.insert("role \(entries[index].id) \(duties[1].unit)")
    setDuties(index, duties)
  }

  /// The same units in another order, which is no change of anybody's duty.
  mutating func reorderUnits() {
    guard let index = pick(where: { $0.assignments.count > 1 && $0.assignments[0].role == .responsible }) else {
      return
    }
    setDuties(index, entries[index].assignments.reversed())
  }

  mutating func renameUnit() {
    guard let name = words.unitNames.randomElement(using: &words.numbers),
      entries.filter({ entry in !touched.contains(entry.id) && entry.assignments.contains { $0.unit == name } }).count
        >= 3,
      !facts.contains(where: { $0.hasPrefix("gains") || $0.hasPrefix("loses") || $0.hasPrefix("role") })
    else { return }
    let next = "区" + words.freshWord(3) + "局"
    for index in entries.indices {
      var duties = entries[index].assignments
      for place in duties.indices where duties[place].unit == name { duties[place].unit = next }
      setDuties(index, duties)
    }
    words.unitNames.removeAll { $0 == name }
    facts.insert("unit \(name) → \(next)")
  }

  // MARK: Branches

  mutating func renameBranch() {
    guard let branch = pickBranch(), let last = branch.last else { return }
    let name = words.freshWord(4)
    for index in members(branch) { entries[index].path[branch.count - 1] = name }
    facts.insert("branch renamed \(branch.dropLast() + [last])")
  }

  mutating func moveBranch() {
    guard let branch = pickBranch(),
      let channel = entries.map({ $0.path[0] }).filter({ $0 != branch[0] }).randomElement(using: &words.numbers),
      entries.contains(where: { $0.path[0] == branch[0] && !$0.path.starts(with: branch) })
    else { return }
    let inside = members(branch)
    var moved = inside.map { entries[$0] }
    for index in inside.reversed() { entries.remove(at: index) }
    for index in moved.indices { moved[index].path[0] = channel }
    let place = (entries.lastIndex { $0.path[0] == channel } ?? entries.count - 1) + 1
    entries.insert(contentsOf: moved, at: place)
    facts.insert("branch moved \(branch)")
  }

  mutating func splitBranch() {
    guard let branch = pickBranch() else { return }
    let inside = members(branch)
    let names = [words.freshWord(4), words.freshWord(4)]
    for (place, index) in inside.enumerated() {
      entries[index].path[branch.count - 1] = names[place * 2 < inside.count ? 0 : 1]
    }
    facts.insert("branch split \(branch)")
  }

  mutating func mergeBranches() {
    guard let one = pickBranch(), let other = pickBranch(), one.dropLast() == other.dropLast() || one[0] != other[0]
    else { return }
    let labels = members(one).map { entries[$0].path.dropFirst(one.count) }
    guard !members(other).contains(where: { labels.contains(entries[$0].path.dropFirst(other.count)) }) else { return }
    let inside = members(other)
    var moved = inside.map { entries[$0] }
    for index in moved.indices { moved[index].path = one + moved[index].path.dropFirst(other.count) }
    for index in inside.reversed() { entries.remove(at: index) }
    guard let place = members(one).last else { return }
    entries.insert(contentsOf: moved, at: place + 1)
    facts.insert("branch merged \(other)")
  }

  mutating func splitEntry() {
    guard let index = pick(where: { $0.requirement.contains("；") && $0.requirement.count > 20 }) else { return }
    let pieces = entries[index].requirement.split(separator: "；", maxSplits: 1).map(String.init)
    guard pieces.count == 2, pieces.allSatisfy({ $0.count > 6 }) else { return }
    nextID += 1
    var second = entries[index]
    second.id = "a\(nextID)"
    second.requirement = pieces[1]
    second.path[second.path.count - 1] = words.freshWord(4)
    entries[index].requirement = pieces[0]
    entries[index].path[second.path.count - 1] = words.freshWord(4)
    entries.insert(second, at: index + 1)
    touched.insert(second.id)
    facts.insert("branch split \(Array(branch(second)) + ["*"])")
  }

  mutating func mergeEntries() {
    func isFull(_ entry: PlanEntry) -> Bool { entry.requirement.count > 20 && !entry.requirement.contains("相关信息") }
    guard let index = pick(where: isFull), index + 1 < entries.count else { return }
    let second = entries[index + 1]
    guard branch(second) == branch(entries[index]), !touched.contains(second.id), isFull(second) else { return }
    touched.insert(second.id)
    entries[index].requirement += second.requirement
    entries.remove(at: index + 1)
    facts.insert("branch merged \(branch(entries[index]) + ["*"])")
  }

  /// One channel with all that it holds stands elsewhere in the document.
  mutating func reorderChannels() {
    guard let channel = entries.randomElement(using: &words.numbers)?.path[0] else { return }
    let moved = entries.filter { $0.path[0] == channel }
    let rest = entries.filter { $0.path[0] != channel }
    let starts = rest.indices.filter { $0 == 0 || rest[$0 - 1].path[0] != rest[$0].path[0] }
    guard let place = starts.randomElement(using: &words.numbers) else { return }
    entries = Array(rest[..<place]) + moved + Array(rest[place...])
  }

  mutating func reorder() {
    guard let branch = pickBranch() else { return }
    let inside = members(branch)
    let shuffled = inside.map { entries[$0] }.shuffled(using: &words.numbers)
    for (index, entry) in zip(inside, shuffled) { entries[index] = entry }
  }
}
