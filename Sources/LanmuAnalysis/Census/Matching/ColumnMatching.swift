/// Which columns of the content system belong to which entries of the plan.
package struct ColumnMatching: Sendable {
  /// How a match was found, surest first.
  package enum Way: String, Sendable, Hashable, CaseIterable {
    case exact, folded, alias, unit, unique, parent

    package var chineseName: String {
      switch self {
      case .exact: "路径一致"
      case .folded: "字形归一后一致"
      case .alias: "对照表"
      case .unit: "单位专属栏目"
      case .unique: "唯一近似"
      case .parent: "归入上级栏目"
      }
    }
  }

  package struct Match: Sendable, Hashable {
    /// Places of the entries; several where the plan has rows of one path.
    package var entries: [Int]
    package var way: Way
    /// The unit whose own column this is.
    package var unit: String?
  }

  /// By place in the ledger's paths.
  package private(set) var matches: [Match?]
  /// Places of paths without an entry, each with the likest entry.
  package private(set) var unmatchedPaths: [(path: Int, suggestion: Int?)] = []
  /// Places of entries without a path, each with the likest unmatched path.
  package private(set) var unmatchedEntries: [(entry: Int, suggestion: Int?)] = []

  /// `aliases` lead from a path of the content system to an entry's path or id; an empty target means: belongs to none.
  package init(
    paths: [String], entries: [(id: String, path: [String])], units: inout CensusUnitNames,
    aliases: [String: String] = [:]
  ) {
    let index = EntryIndex(entries)
    let own = paths.map { ColumnPath($0) }
    matches = own.map { _ in nil }
    var ignored: Set<Int> = []
    // Nothing else is tried for a path that a person has pinned, though it be to a column that does not exist.
    var pinned: Set<Int> = []
    var targets: [String: String] = [:]
    for (name, target) in aliases {
      targets[ColumnPath(name).joined] = target
    }
    for (place, path) in own.enumerated() {
      if let target = targets[path.joined] {
        let named = index.entries(named: target)
        if !named.isEmpty {
          matches[place] = Match(entries: named, way: .alias)
        } else {
          pinned.insert(place)
          if target.isEmpty { ignored.insert(place) }
        }
      } else if let found = index.equal(to: path) {
        matches[place] = found
      } else if let found = Self.perUnit(path, index: index, units: &units) {
        matches[place] = found
      } else if let found = index.nearest(to: path.folded) {
        matches[place] = Match(entries: found.entries, way: found.isParent ? .parent : .unique)
      }
    }
    matchLeaves(own, index: index, ignoring: pinned)
    list(own, entries: entries, ignoring: ignored)
  }

  private static func perUnit(_ path: ColumnPath, index: EntryIndex, units: inout CensusUnitNames) -> Match? {
    for (place, label) in path.labels.enumerated() where path.labels.count > 1 {
      guard let unit = units.unit(named: label) else { continue }
      var rest = path.labels
      rest.remove(at: place)
      let shorter = ColumnPath(labels: rest)
      if let equal = index.equal(to: shorter) { return Match(entries: equal.entries, way: .unit, unit: unit) }
      if let near = index.nearest(to: shorter.folded), !near.isParent {
        return Match(entries: near.entries, way: .unit, unit: unit)
      }
    }
    return nil
  }

  /// Innermost labels that stand alone on both sides: 财政专栏 and 财政.
  private mutating func matchLeaves(_ own: [ColumnPath], index: EntryIndex, ignoring ignored: Set<Int>) {
    var byLeaf: [String: [Int]] = [:]
    for (place, path) in own.enumerated() where matches[place] == nil && !ignored.contains(place) {
      if let leaf = path.folded.last { byLeaf[EntryIndex.core(leaf), default: []].append(place) }
    }
    for (leaf, places) in byLeaf where places.count == 1 {
      if let entries = index.onlyEntries(withCore: leaf), let place = places.first {
        matches[place] = Match(entries: entries, way: .unique)
      }
    }
  }

  private mutating func list(_ own: [ColumnPath], entries: [(id: String, path: [String])], ignoring ignored: Set<Int>) {
    let matched = Set(matches.compactMap { $0?.entries }.joined())
    let freePaths = own.indices.filter { matches[$0] == nil && !ignored.contains($0) }
    let freeEntries = entries.indices.filter { !matched.contains($0) }
    let entryTexts = entries.map { ColumnPath(labels: $0.path).joined }
    // Suggestions compare every free path with every free entry: only where that is a sensible amount of work.
    let worthwhile = freePaths.count * freeEntries.count <= 400_000
    func best(_ text: String, among places: [Int], _ other: (Int) -> String) -> Int? {
      guard worthwhile else { return nil }
      let rated = places.map { (LabelText.likeness(text, other($0)), $0) }
      guard let best = rated.max(by: { $0.0 < $1.0 }), best.0 >= 0.5 else { return nil }
      return best.1
    }
    unmatchedPaths = freePaths.map { ($0, best(own[$0].joined, among: freeEntries) { entryTexts[$0] }) }
    unmatchedEntries = freeEntries.map { ($0, best(entryTexts[$0], among: freePaths) { own[$0].joined }) }
  }
}
