import LanmuRecognition

/// The plan's entries by their folded paths.
struct EntryIndex {
  private var byId: [String: [Int]] = [:]
  private var byExact: [[String]: [Int]] = [:]
  private var byFolded: [String: [Int]] = [:]
  private var byLeaf: [String: Set<String>] = [:]
  private var byCore: [String: Set<String>] = [:]
  private var folded: [String: [String]] = [:]

  init(_ entries: [(id: String, path: [String])]) {
    for (place, entry) in entries.enumerated() {
      let path = ColumnPath(labels: entry.path)
      byId[entry.id, default: []].append(place)
      byExact[entry.path, default: []].append(place)
      byFolded[path.joined, default: []].append(place)
      folded[path.joined] = path.folded
      if let leaf = path.folded.last {
        byLeaf[leaf, default: []].insert(path.joined)
        byCore[Self.core(leaf), default: []].insert(path.joined)
      }
    }
  }

  func entries(named target: String) -> [Int] {
    if target.isEmpty { return [] }
    return byId[target] ?? byFolded[ColumnPath(target).joined] ?? []
  }

  func equal(to path: ColumnPath) -> ColumnMatching.Match? {
    if let places = byExact[path.labels] { return ColumnMatching.Match(entries: places, way: .exact) }
    if let places = byFolded[path.joined] { return ColumnMatching.Match(entries: places, way: .folded) }
    return nil
  }

  /// The entry whose path lies within this one or the other way round; `nil` unless one is better than all others.
  func nearest(to path: [String]) -> (entries: [Int], isParent: Bool)? {
    for length in stride(from: path.count, to: 0, by: -1) {
      let head = Array(path[..<length])
      guard let leaf = head.last, let candidates = byLeaf[leaf] else { continue }
      var best: (shared: Int, keys: [String]) = (0, [])
      for key in candidates.sorted() {
        guard let own = folded[key] else { continue }
        let fits =
          own.isSubsequence(of: head) || (length == path.count && head.isSubsequence(of: own))
        guard fits else { continue }
        // A column further down belongs to the entry above it only by two labels, or if the entry has but one.
        if length < path.count, own.count < min(2, length) { continue }
        let shared = min(own.count, head.count)
        if shared > best.shared { best = (shared, [key]) } else if shared == best.shared { best.keys.append(key) }
      }
      if best.keys.count == 1, let key = best.keys.first, let places = byFolded[key] {
        return (places, length < path.count)
      }
      if best.keys.count > 1 { return nil }
    }
    return nil
  }

  func onlyEntries(withCore core: String) -> [Int]? {
    guard let keys = byCore[core], keys.count == 1, let key = keys.first else { return nil }
    return byFolded[key]
  }

  /// A label without the words that say no more than “column”.
  static func core(_ leaf: String) -> String {
    for suffix in ["栏目", "专栏", "信息公开", "公开", "信息"] where leaf.hasSuffix(suffix) && leaf.count > suffix.count + 1 {
      return String(leaf.dropLast(suffix.count))
    }
    return leaf
  }
}
