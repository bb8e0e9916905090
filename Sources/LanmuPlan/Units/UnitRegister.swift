import LanmuRecognition

/// The names of a document put together into units: one body, one unit.
///
/// Two names are one unit if they differ in place and level only, if a directory says so, if the document says so in
/// brackets, or if one shortens the other and nothing else in the document fits. Names of different levels (市教育局,
/// 区教育局) and names that a directory tells apart are never one.
struct UnitRegister {
  private(set) var units: [PlanUnit] = []
  /// Names in brackets (县自然资源局（县林业局）) that stand for units of their own elsewhere in the document.
  private(set) var secondNames: [(unit: String, other: String)] = []
  /// Place in `units` of each folded name.
  private var places: [ExactText: Int] = [:]
  private var homeLevel: String?

  /// A name as the document has it, with how often and what else it is called in brackets.
  struct Mention {
    var name: String
    var count: Int
    var otherNames: [String] = []
    /// The name with the level that its list gives it; empty where the list gives none.
    var fullName = ""
    /// The name without place and level, the level, and the directory's body: worked out by the register.
    var core = ""
    var level: String?
    var body: String?
  }

  /// `lists` are names that stand side by side in one text: whoever writes two names there means two bodies.
  init(mentions: [Mention], directory: UnitDirectory, documentPlaces: [String], lists: [[String]] = []) {
    var mentions = mentions
    for index in mentions.indices {
      let key = mentions[index].name.foldedKey
      let ordered = UnitName.inUsualOrder(key)
      let bare = UnitRegister.withoutPlace(ordered, places: documentPlaces)
      mentions[index].core = UnitName.core(bare)
      mentions[index].level =
        UnitName.level(of: bare) ?? UnitName.level(of: mentions[index].fullName.foldedKey)
        ?? UnitRegister.levelOfPlace(ordered, bare: bare)
      if UnitWords.isGroup(key), let first = mentions[index].core.first {
        // 市直各部门 and 市直部门 are one group.
        mentions[index].core = String(first) + mentions[index].core.dropFirst().filter { $0 != "各" }
      }
      if !UnitWords.isGroup(key) { mentions[index].body = directory.body(named: bare)?.name }
    }
    UnitRegister.separate(&mentions, listedIn: lists)
    homeLevel = UnitRegister.mostFrequent(mentions.compactMap { mention in mention.level.map { ($0, mention.count) } })
    var clusters = exactClusters(mentions)
    clusters = joinAbbreviations(clusters, mentions: mentions)
    let own = Set(mentions.map(\.name.foldedKey))
    for cluster in clusters { add(cluster.map { mentions[$0] }, namedApart: own) }
    secondNames = mentions.flatMap { mention in
      mention.otherNames.filter { own.contains($0.foldedKey) && self.name(for: $0) != self.name(for: mention.name) }
        .map { (mention.name, $0) }
    }
    for mention in mentions where !mention.fullName.isEmpty { addFullName(mention) }
  }

  /// 审计局 in 县教育局、审计局 is 县审计局 as well, unless that is another unit's name.
  private mutating func addFullName(_ mention: Mention) {
    let key = ExactText(mention.fullName.foldedKey)
    guard let place = places[ExactText(mention.name.foldedKey)], places[key] == nil else { return }
    places[key] = place
    units[place].aliases.append(mention.fullName)
  }

  /// The plan's name for a name of the document.
  func name(for name: String) -> String {
    places[ExactText(name.foldedKey)].map { units[$0].name } ?? name
  }

  /// 县纪委、县监委: two names of one body for a directory, and two bodies for a document that lists both.
  private static func separate(_ mentions: inout [Mention], listedIn lists: [[String]]) {
    var places: [ExactText: Int] = [:]
    for (index, mention) in mentions.enumerated() where mention.body != nil {
      places[ExactText(mention.name.foldedKey)] = index
    }
    var separated: Set<Int> = []
    for list in lists where list.count > 1 {
      var first: [String: Int] = [:]
      for place in list.compactMap({ places[ExactText($0.foldedKey)] }) {
        guard let body = mentions[place].body else { continue }
        let other = first[body] ?? place
        first[body] = other
        let isOther = mentions[other].core != mentions[place].core && mentions[other].level == mentions[place].level
        if isOther { separated.formUnion([other, place]) }
      }
    }
    for place in separated { mentions[place].body = nil }
  }

  // MARK: Names without place

  private static func withoutPlace(_ key: String, places: [String]) -> String {
    for place in places where key.hasPrefix(place) && key.count > place.count + 1 {
      let rest = String(key.dropFirst(place.count))
      // 柳江生态环境局 is柳江's; 柳江镇 is a name.
      if UnitWords.endsAsUnit(rest), rest.count >= 3 { return rest }
    }
    return key
  }

  private static func levelOfPlace(_ key: String, bare: String) -> String? {
    guard key.count > bare.count else { return nil }
    let place = String(key.dropLast(bare.count))
    return ["市", "县", "区"].first { place.hasSuffix($0) }
  }

  private static func mostFrequent(_ counted: [(String, Int)]) -> String? {
    var totals: [String: Int] = [:]
    for (name, count) in counted { totals[name, default: 0] += count }
    return totals.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  // MARK: Clusters

  /// Mentions with one body or one core, told apart by level; a silent level is the document's own.
  private func exactClusters(_ mentions: [Mention]) -> [[Int]] {
    var byKey: [String: Int] = [:]
    var clusters: [[Int]] = []
    for (index, mention) in mentions.enumerated() {
      let subject = mention.body.map { "=" + $0 } ?? mention.core
      let key = subject + "|" + (mention.level ?? homeLevel ?? "")
      if let place = byKey[key] {
        clusters[place].append(index)
      } else {
        byKey[key] = clusters.count
        clusters.append([index])
      }
    }
    // Brackets that give a shorter name join its cluster; another body's name in them joins nothing.
    var clusterOf = [Int](repeating: 0, count: mentions.count)
    for (place, cluster) in clusters.enumerated() {
      for index in cluster { clusterOf[index] = place }
    }
    let places = Dictionary(
      mentions.enumerated().map { ($1.name.foldedKey, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, mention) in mentions.enumerated() {
      for other in mention.otherNames {
        guard let second = places[other.foldedKey], UnitRegister.shortens(mentions[second].core, mention.core) else {
          continue
        }
        let (one, two) = (clusterOf[index], clusterOf[second])
        guard one != two else { continue }
        for moved in clusters[two] { clusterOf[moved] = one }
        clusters[one] += clusters[two]
        clusters[two] = []
      }
    }
    return clusters.filter { !$0.isEmpty }
  }

  /// Whether every character of a name stands in another one in the same order.
  private static func shortens(_ short: String, _ long: String) -> Bool {
    short.count < long.count && short.isSubsequence(of: long)
  }

  /// 区文体新广局 and 文化体育新闻出版广电局: an ordered subsequence that skips characters and has no rival.
  private func joinAbbreviations(_ clusters: [[Int]], mentions: [Mention]) -> [[Int]] {
    var clusters = clusters
    let heads = clusters.map { mentions[$0[0]] }
    var targets: [Int: [Int]] = [:]
    let abbreviations = UnitAbbreviations(of: heads.map(\.core))
    for (short, head) in heads.enumerated() where head.core.count <= 9 && !UnitWords.isGroup(head.name) {
      let longs = abbreviations.places(perhapsShortenedBy: head.core).filter { long in
        long != short && heads[long].core.count > head.core.count && abbreviates(head, heads[long])
      }
      if !longs.isEmpty { targets[short] = longs }
    }
    var rivals: [Int: Int] = [:]
    for (_, longs) in targets where longs.count == 1 { rivals[longs[0], default: 0] += 1 }
    var removed: Set<Int> = []
    for (short, longs) in targets.sorted(by: { $0.key < $1.key }) where longs.count == 1 && rivals[longs[0]] == 1 {
      if removed.contains(longs[0]) || removed.contains(short) { continue }
      clusters[longs[0]] = (clusters[longs[0]] + clusters[short]).sorted()
      clusters[short] = []
      removed.insert(short)
    }
    return clusters.filter { !$0.isEmpty }
  }

  private func abbreviates(_ short: Mention, _ long: Mention) -> Bool {
    // A directory that knows either as a body of its own would have joined them.
    if short.body != nil { return false }
    guard (short.level ?? homeLevel) == (long.level ?? homeLevel), !UnitWords.isGroup(long.name) else { return false }
    return UnitAbbreviations.shortens(short.core, long.core)
  }

  // MARK: Units

  /// `names` are those of the document that stand outside brackets: 县自然资源局（县林业局） says that 县林业局 has another
  /// plate, yet where 县林业局 is named apart as well, the two stay two units.
  private mutating func add(_ mentions: [Mention], namedApart names: Set<String>) {
    // The name used most, and of equals the first.
    let most = mentions.map(\.count).max() ?? 0
    guard var main = mentions.first(where: { $0.count == most }) else { return }
    // 县政务办、财政局 elides the level; the whole name is the better one to go by.
    if UnitName.level(of: main.name.foldedKey) == nil,
      let whole = mentions.first(where: { $0.core == main.core && UnitName.level(of: $0.name.foldedKey) != nil })
    {
      main = whole
    }
    var aliases: [String] = []
    for mention in mentions {
      let others = mention.otherNames.filter { !names.contains($0.foldedKey) }
      for name in [mention.name] + others where name != main.name && !aliases.contains(name) { aliases.append(name) }
    }
    let key = main.name.foldedKey
    let kind: PlanUnit.Kind =
      UnitWords.isVendor(key)
      ? .vendor
      : UnitWords.isGroup(key)
        ? .group : UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(key)) || main.body != nil ? .unit : .unknown
    let place = units.count
    for key in ([main.name] + aliases).map({ ExactText($0.foldedKey) }) where places[key] == nil { places[key] = place }
    units.append(PlanUnit(name: main.name, aliases: aliases, kind: kind))
  }
}
