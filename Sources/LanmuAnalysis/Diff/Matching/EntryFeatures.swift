import LanmuPlan

/// What the matcher knows of an entry, as hashes of typography forms.
struct EntryFeatures {
  /// The labels that the entry is matched by: its path, or its unit where a table has no levels.
  var labels: [String]
  /// Hash of each label.
  var labelHashes: [UInt64]
  /// Hash of the first n+1 labels, for each n.
  var prefixes: [UInt64]
  var leaf: UInt64
  var parent: UInt64
  var requirement: UInt64
  /// Everything but labels, units and star.
  var body: UInt64
  var units: UInt64
  var times: UInt64
  var mode: UInt64
  var remarks: UInt64
  /// Names of units, distinct, in the order of the document.
  var unitNames: [UInt64]
  var hasRequirement: Bool
  var starred: Bool
  var table: Int

  var path: UInt64 { prefixes.last ?? 0 }

  init(_ entry: PlanEntry, kind: Int) {
    labels = entry.path.isEmpty ? EntryFeatures.substitutes(entry) : entry.path
    var hash = FoldedHash()
    prefixes = []
    labelHashes = []
    prefixes.reserveCapacity(labels.count)
    var last: UInt64 = 0
    for label in labels {
      last = ComparableText.hash(label)
      labelHashes.append(last)
      hash.combine(last)
      prefixes.append(hash.value)
    }
    leaf = last
    parent = prefixes.count > 1 ? prefixes[prefixes.count - 2] : 0
    let text = ComparableText.hash(entry.requirement)
    let goal = ComparableText.hash(entry.target)
    var said = FoldedHash()
    said.combine(text)
    said.combine(goal)
    requirement = said.value
    var time = FoldedHash()
    time.combine(ComparableText.hash(entry.supply.text))
    time.combine(ComparableText.hash(entry.update.text))
    times = time.value
    var whole = FoldedHash()
    whole.combine(requirement)
    whole.combine(times)
    mode = ComparableText.hash(entry.mode)
    remarks = ComparableText.hash(entry.remarks)
    whole.combine(mode)
    whole.combine(remarks)
    body = whole.value
    var keepers = FoldedHash()
    keepers.combine(ComparableText.hash(entry.lead))
    keepers.combine(ComparableText.hash(entry.responsible))
    keepers.combine(ComparableText.hash(entry.cooperating))
    unitNames = []
    for assignment in entry.assignments {
      let name = ComparableText.hash(assignment.unit)
      keepers.combine(name)
      keepers.combine(UInt64(assignment.role.rawValue.utf8.count))
      keepers.combine(ComparableText.hash(assignment.scope))
      if !unitNames.contains(name) { unitNames.append(name) }
    }
    units = keepers.value
    hasRequirement = !entry.requirement.isEmpty || !entry.target.isEmpty
    starred = entry.starred
    table = kind
  }

  private static func substitutes(_ entry: PlanEntry) -> [String] {
    if !entry.responsible.isEmpty { return [entry.responsible] }
    if !entry.lead.isEmpty { return [entry.lead] }
    if let unit = entry.assignments.first?.unit { return [unit] }
    return entry.target.isEmpty ? [] : [entry.target]
  }

  /// From 0 to 1: in how much of what tells entries apart last of all, their stars, modes and remarks, two agree.
  func secondaryLikeness(to other: EntryFeatures) -> Double {
    (starred == other.starred ? 0.4 : 0) + (mode == other.mode ? 0.3 : 0) + (remarks == other.remarks ? 0.3 : 0)
  }

  /// A key of several parts.
  static func key(_ parts: UInt64...) -> UInt64 {
    var hash = FoldedHash()
    for part in parts { hash.combine(part) }
    return hash.value
  }
}
