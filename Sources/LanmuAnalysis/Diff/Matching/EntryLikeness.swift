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
    /// The units, those that most likely have another name now under the new one.
    var units: [UInt64]
    var requirement: WeighedShingles
    var label: WeighedShingles
    /// The new place of the nearest matched entry before and after this one.
    var before: Int
    var after: Int
    var hasTimes: Bool
  }

  /// What an entry demands and is called, before it is known how common its words are.
  private struct Texts {
    var requirement: ShingleSet
    var label: ShingleSet

    static func of(_ places: [Int], in entries: [PlanEntry], _ features: [EntryFeatures]) -> [Texts] {
      concurrentRuns(of: places.count, atLeast: 32) { run in
        places[run].map { place in
          Texts(
            requirement: ShingleSet([entries[place].requirement, entries[place].target]),
            label: ShingleSet(features[place].labels.last ?? ""))
        }
      }.flatMap { $0 }
    }
  }

  init(
    old: [PlanEntry], new: [PlanEntry], left: [Int], right: [Int], state: MatchState, counts: [UInt64: Int]
  ) {
    self.counts = counts
    let lefts = Texts.of(left, in: old, state.old)
    let rights = Texts.of(right, in: new, state.new)
    var requirements = ShingleIndex()
    var labels = ShingleIndex()
    for texts in lefts + rights {
      requirements.add(texts.requirement)
      labels.add(texts.label)
    }
    // What stands in the entries already matched is common knowledge too: a sample is enough to weigh it.
    let stride = max(1, new.count / 400)
    for place in Swift.stride(from: 0, to: new.count, by: stride) where state.oldOfNew[place] != MatchState.none {
      requirements.add(ShingleSet([new[place].requirement, new[place].target]))
      labels.add(ShingleSet(new[place].path.last ?? ""))
    }
    let heirs = SubstitutionEvidence(state: state).likelyHeirs(state)
    self.left = Self.sides(left, of: old, state.old, state.oldGaps, lefts, requirements, labels, heirs)
    self.right = Self.sides(right, of: new, state.new, state.newGaps, rights, requirements, labels, [:])
    branches = Self.branches(state)
    var oldLabels: [UInt64: Int] = [:]
    var newLabels: [UInt64: Int] = [:]
    for entry in state.old { oldLabels[entry.leaf, default: 0] += 1 }
    for entry in state.new { newLabels[entry.leaf, default: 0] += 1 }
    commonLabels = oldLabels.merging(newLabels) { max($0, $1) }.filter { $0.value > 1 }
  }

  private static func sides(
    _ places: [Int], of entries: [PlanEntry], _ features: [EntryFeatures], _ gaps: NeighbourGaps, _ texts: [Texts],
    _ requirements: ShingleIndex, _ labels: ShingleIndex, _ heirs: [UInt64: UInt64]
  ) -> [Side] {
    concurrentRuns(of: places.count, atLeast: 32) { run in
      run.map { index in
        let place = places[index]
        let times = [entries[place].update.text, entries[place].supply.text]
        return Side(
          features: features[place], units: features[place].unitNames.map { heirs[$0] ?? $0 },
          requirement: WeighedShingles(texts[index].requirement, by: requirements),
          label: WeighedShingles(texts[index].label, by: labels), before: gaps[place].before,
          after: gaps[place].after, hasTimes: times.contains { !$0.isEmpty })
      }
    }.flatMap { $0 }
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
    if !one.units.isEmpty || !other.units.isEmpty {
      let shared = Double(one.units.filter { other.units.contains($0) }.count)
      let all = Double(one.units.count + other.units.count) - shared
      add(shared / all, 0.1)
      sameUnits = shared == all
      otherUnits = shared == 0 && !one.units.isEmpty && !other.units.isEmpty
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
      || (requirement == 1 && sameUnits && (sameBranch || label == 1)) || sameDuty
    // Units, times and the label may all have changed where the demand plainly is the same one in the same place.
    let sameDemand =
      sameBranch && requirement >= 0.6 && goesOn(one.requirement, other.requirement)
      && (tells || (requirement == 1 && one.before == other.before && one.after == other.after))
    // A branch that a reform of the site words anew takes its columns along, whatever it says of them now.
    let sameTopic = !sameBranch && label >= 0.5 && distinct && haveRelatedParents(one.features, other.features)
    guard sameTopic || (alike && (score >= Self.threshold || sameDuty || sameDemand)) else { return 0 }
    // Between entries that demand the same, what else they say decides.
    return 0.98 * score + 0.02 * one.features.secondaryLikeness(to: other.features)
  }

  /// Whether one demand stands whole in the other.
  private func goesOn(_ one: WeighedShingles, _ other: WeighedShingles) -> Bool {
    one.greaterContainment(with: other) >= 0.95
  }

  /// Whether the label above the one entry's own stands in that above the other's: 社会公益事业 in 社会公益事业建设领域.
  private func haveRelatedParents(_ one: EntryFeatures, _ other: EntryFeatures) -> Bool {
    guard let label = one.labels.dropLast().last, let next = other.labels.dropLast().last else { return false }
    let shorter = label.unicodeScalars.count <= next.unicodeScalars.count ? label : next
    guard shorter.unicodeScalars.count >= 4 else { return false }
    return LabelRelation.isNamed(label, in: next) || LabelRelation.isNamed(next, in: label)
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
    CandidateIndex(answers: keys(of: right, mapped: false), questions: keys(of: left, mapped: true), longest: longest)
  }

  private func keys(of sides: [Side], mapped: Bool) -> [CandidateIndex.Keys] {
    concurrentRuns(of: sides.count, atLeast: 32) { run in
      run.map { keys(of: sides[$0], mapped: mapped) }
    }.flatMap { $0 }
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
