package import LanmuPlan

/// The plan's units by all the names under which other programs speak of them.
package struct CensusUnitNames: Sendable {
  private var names: [String: String] = [:]
  private var folded: [(name: String, unit: String)] = []
  private var known: [String: String?] = [:]

  /// `aliases` are those of a mapping file, the other program's name first.
  package init(_ units: [PlanUnit], aliases: [String: String] = [:]) {
    for unit in units where unit.kind == .unit || unit.kind == .unknown {
      for name in [unit.name] + unit.aliases { add(name, unit: unit.name) }
    }
    for group in units where group.kind == .group {
      for member in group.members { add(member, unit: member) }
    }
    for (name, unit) in aliases { names[LabelText.fold(name)] = unit }
  }

  private mutating func add(_ name: String, unit: String) {
    let fold = LabelText.fold(name)
    guard !fold.isEmpty, names[fold] == nil else { return }
    names[fold] = unit
    folded.append((fold, unit))
  }

  /// The plan's unit that a name means: by its names, else the only one from which it differs by a place's name in front.
  package mutating func unit(named name: String) -> String? {
    let fold = LabelText.fold(name)
    if let known = known[fold] { return known }
    let found = names[fold] ?? byPlace(fold)
    known[fold] = .some(found)
    return found
  }

  private func byPlace(_ fold: String) -> String? {
    var candidates: Set<String> = []
    for (name, unit) in folded {
      let (longer, shorter) = fold.count > name.count ? (fold, name) : (name, fold)
      guard shorter.count >= 3, longer.hasSuffix(shorter) else { continue }
      let prefix = longer.dropLast(shorter.count)
      guard prefix.count <= 12, let last = prefix.last, let first = shorter.first else { continue }
      // 隆安县|财政局, or 隆安|县财政局.
      if Self.levels.contains(last) || (Self.levels.contains(first) && prefix.count >= 2) { candidates.insert(unit) }
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  private static let levels: Set<Character> = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"]
}
