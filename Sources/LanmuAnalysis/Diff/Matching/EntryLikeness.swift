import LanmuPlan

/// How alike entries that no equality matched are, from 0 to 1, with what the pairs already matched say of their places.
struct EntryLikeness {
  private let left: [Side]
  private let right: [Side]
  private let counts: [UInt64: Int]
  /// Labels that several entries of one plan have.
  private let commonLabels: [UInt64: Int]
  /// Old branch to the new one that most of its matched entries went to.
  private let branches: [UInt64: UInt64]

  /// The least score of a pair.
  private static let threshold = 0.5

  struct Side {
    var features: EntryFeatures
    var requirement: WeighedShingles
    var label: WeighedShingles
    /// The new place of the nearest matched entry before and after this one.
    var before: Int
    var after: Int
    var hasTimes: Bool

    mutating func weigh(by requirements: ShingleIndex, _ labels: ShingleIndex) {
      requirement.weigh(by: requirements)
      label.weigh(by: labels)
    }
  }

  init(
    old: [PlanEntry], new: [PlanEntry], left: [Int], right: [Int], state: MatchState, counts: [UInt64: Int]
  ) {
    self.counts = counts
    let oldGaps = state.oldGaps
    let newGaps = state.newGaps
    func side(_ entry: PlanEntry, _ features: EntryFeatures, _ gap: (before: Int, after: Int)) -> Side {
      Side(
        features: features, requirement: WeighedShingles(ShingleSet([entry.requirement, entry.target])),
        label: WeighedShingles(ShingleSet(features.labels.last ?? "")), before: gap.before, after: gap.after,
        hasTimes: !entry.update.text.isEmpty || !entry.supply.text.isEmpty)
    }
    var lefts = left.map { side(old[$0], state.old[$0], oldGaps[$0]) }
    var rights = right.map { side(new[$0], state.new[$0], newGaps[$0]) }
    var requirements = ShingleIndex()
    var labels = ShingleIndex()
    for side in lefts + rights {
      requirements.add(side.requirement.set)
      labels.add(side.label.set)
    }
    // What stands in the entries already matched is common knowledge too: a sample is enough to weigh it.
    let stride = max(1, new.count / 400)
    for place in Swift.stride(from: 0, to: new.count, by: stride) where state.oldOfNew[place] != MatchState.none {
      requirements.add(ShingleSet([new[place].requirement, new[place].target]))
      labels.add(ShingleSet(new[place].path.last ?? ""))
    }
    for place in lefts.indices { lefts[place].weigh(by: requirements, labels) }
    for place in rights.indices { rights[place].weigh(by: requirements, labels) }
    self.left = lefts
    self.right = rights
    branches = Self.branches(state)
    var oldLabels: [UInt64: Int] = [:]
    var newLabels: [UInt64: Int] = [:]
    for entry in state.old { oldLabels[entry.leaf, default: 0] += 1 }
    for entry in state.new { newLabels[entry.leaf, default: 0] += 1 }
    commonLabels = oldLabels.merging(newLabels) { max($0, $1) }.filter { $0.value > 1 }
  }

  private static func branches(_ state: MatchState) -> [UInt64: UInt64] {
    var votes: [UInt64: [UInt64: Int]] = [:]
    let remaining = Set(state.new.map(\.parent))
    for (left, right) in state.newOfOld.enumerated()
    where right != MatchState.none && !remaining.contains(state.old[left].parent) {
      votes[state.old[left].parent, default: [:]][state.new[right].parent, default: 0] += 1
    }
    return votes.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0 }
  }

  /// The score of a pair; 0 if they are not to be taken for the same entry.
  func score(_ leftPlace: Int, _ rightPlace: Int) -> Double { score(left[leftPlace], right[rightPlace]) }

  private func score(_ one: Side, _ other: Side) -> Double {
    var sum = 0.0
    var weights = 0.0
    func add(_ value: Double, _ weight: Double) {
      sum += value * weight
      weights += weight
    }
    let label = labelLikeness(one, other)
    add(label, 0.3)
    let sameBranch =
      one.features.parent == other.features.parent || branches[one.features.parent] == other.features.parent
    add(sameBranch ? 1 : sharedLabels(one.features, other.features), 0.14)
    let neighbours = one.before == other.before || one.after == other.after
    add(neighbours ? 1 : 0, 0.1)
    var requirement = 0.0
    let speaks = one.features.hasRequirement || other.features.hasRequirement
    var tells = false
    if speaks {
      let same = one.features.requirement == other.features.requirement
      requirement = same ? 1 : one.requirement.likeness(to: other.requirement)
      tells = !same || counts[one.features.requirement] == 2
      add(requirement, tells ? 0.36 : 0.15)
    }
    var sameUnits = false
    var otherUnits = false
    if !one.features.unitNames.isEmpty || !other.features.unitNames.isEmpty {
      let shared = Double(one.features.unitNames.filter { other.features.unitNames.contains($0) }.count)
      let all = Double(one.features.unitNames.count + other.features.unitNames.count) - shared
      add(shared / all, 0.1)
      sameUnits = shared == all
      otherUnits = shared == 0 && !one.features.unitNames.isEmpty && !other.features.unitNames.isEmpty
    }
    var sameTimes = false
    if one.hasTimes || other.hasTimes {
      sameTimes = one.features.times == other.features.times
      add(sameTimes ? 1 : 0.2, 0.05)
    }
    if one.features.table != other.features.table { add(0, 0.05) }
    let score = sum / weights
    // Another subject, other units and another time: a demand worded to one pattern is no ground to take them for one.
    if otherUnits, one.hasTimes, !sameTimes, label < 0.5, requirement < 0.8,
      !goesOn(one.requirement, other.requirement)
    {
      return 0
    }
    // A label that several entries have says nothing outside its branch.
    let distinct = label < 1 || commonLabels[one.features.leaf] == nil
    let byLabel =
      sameBranch ? label >= 0.5 : label >= 0.5 && distinct && (requirement >= 0.25 || (!speaks && sameUnits))
    // Without a requirement, the same units and the same times in the same branch are all there is to go by.
    let sameDuty = !speaks && sameBranch && sameUnits && sameTimes && one.features.starred == other.features.starred
    let alike =
      byLabel || (requirement >= 0.42 && (tells || (sameBranch && neighbours)))
      || (requirement == 1 && sameBranch && sameUnits) || sameDuty
    // Units, times and the label may all have changed where the demand plainly is the same one in the same place.
    let sameDemand =
      sameBranch && requirement >= 0.6 && goesOn(one.requirement, other.requirement)
      && (tells || (requirement == 1 && one.before == other.before && one.after == other.after))
    return alike && (score >= Self.threshold || sameDuty || sameDemand) ? score : 0
  }

  /// Whether one demand stands whole in the other.
  private func goesOn(_ one: WeighedShingles, _ other: WeighedShingles) -> Bool {
    one.greaterContainment(with: other) >= 0.95
  }

  private func labelLikeness(_ one: Side, _ other: Side) -> Double {
    if one.features.leaf == other.features.leaf { return one.features.labels.isEmpty ? 0 : 1 }
    return one.label.likeness(to: other.label)
  }

  private func sharedLabels(_ one: EntryFeatures, _ other: EntryFeatures) -> Double {
    let first = one.prefixes.dropLast()
    let second = other.prefixes.dropLast()
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return 0.8 * Double(shared) / Double(max(first.count, second.count, 1))
  }

  // MARK: Candidates

  /// Which entries to score for which, found by what they share.
  func candidateIndex(longest: Int) -> CandidateIndex {
    CandidateIndex(
      answers: right.map { keys(of: $0, mapped: false) }, questions: left.map { keys(of: $0, mapped: true) },
      longest: longest)
  }

  /// Rare shingles of the requirement and the label, the label itself, and the branch with the place in it.
  private func keys(of side: Side, mapped: Bool) -> CandidateIndex.Keys {
    var keys: CandidateIndex.Keys = []
    keys.reserveCapacity(5 + 6 + 24)
    let parent = mapped ? branches[side.features.parent] ?? side.features.parent : side.features.parent
    keys.append((EntryFeatures.key(1, side.features.path), 8))
    keys.append((EntryFeatures.key(2, side.features.leaf), 5))
    keys.append((EntryFeatures.key(3, parent, UInt64(bitPattern: Int64(side.before))), 3))
    keys.append((EntryFeatures.key(4, parent, side.features.requirement), 4))
    keys.append((EntryFeatures.key(5, parent, UInt64(bitPattern: Int64(clamping: side.after))), 3))
    for shingle in side.label.rarest(6) { keys.append((EntryFeatures.key(6, shingle), 1)) }
    for shingle in side.requirement.rarest(24) { keys.append((EntryFeatures.key(7, shingle), 1)) }
    return keys
  }
}
