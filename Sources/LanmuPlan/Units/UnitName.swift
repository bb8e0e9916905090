import LanmuRecognition

/// The parts of a unit's name that say where it belongs, taken apart from what it is.
package enum UnitName {
  /// The name without place and level: 市发展改革委 → 发展改革委, 柳江区教育局 → 教育局. Folded for comparing.
  package static func core(_ name: String, places: [String] = []) -> String {
    var rest = inUsualOrder(name.foldedKey)
    for place in places where rest.hasPrefix(place) && rest.count > place.count + 1 {
      rest = String(rest.dropFirst(place.count))
      break
    }
    guard let level = level(of: rest), rest.count > 2 else { return rest }
    return String(rest.unicodeScalars.dropFirst(level.unicodeScalars.count))
  }

  /// A folded name with its place in front: 团县委 → 县团委, 国家税务总局白水县税务局 → 白水县税务局.
  package static func inUsualOrder(_ name: String) -> String {
    // Most names begin otherwise and need no closer look.
    guard let first = name.unicodeScalars.first, first == "国" || first == "共" || first == "团" else { return name }
    func endsWithLevel(_ place: Substring) -> Bool { place.last.map { "市县区州旗".contains($0) } == true }
    if name.hasPrefix("国家税务总局") {
      let rest = name.dropFirst(6)
      if let own = rest.firstRange(of: "税务局"), own.lowerBound > rest.startIndex { return String(rest) }
    }
    for lead in ["共青团", "团"] where name.hasPrefix(lead) {
      for tail in ["委员会", "委"] where name.hasSuffix(tail) {
        let place = name.dropFirst(lead.count).dropLast(tail.count)
        if endsWithLevel(place) { return place + "团委" }
      }
    }
    return name
  }

  /// The level that a name starts with (市, 县, 区, 自治区 …); `nil` where the first character belongs to the name itself.
  package static func level(of name: String) -> String? {
    guard let first = name.unicodeScalars.first, opensLevel(first) else { return nil }
    if first == "自" { return longLevels.first { name.hasPrefix($0) && isLevel(ofLength: 3, in: name) } }
    return isLevel(ofLength: 1, in: name) ? String(first) : nil
  }

  /// Whether the first characters of a name are a level: two more stand behind them, and they begin no other word.
  private static func isLevel(ofLength length: Int, in name: String) -> Bool {
    var rest = name.unicodeScalars.dropFirst(length)
    guard let next = rest.popFirst(), !rest.isEmpty else { return false }
    // 市场监管局, 区长信箱: the character begins a word.
    return !ownSeconds.mayHold(next) || ownStarts.opening(name[...]) == nil
  }

  /// Whether a level may begin with a character.
  private static func opensLevel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "自": true
    default: false
    }
  }

  /// Whether two names can be of one level: the same one, or one of them silent.
  package static func levelsAgree(_ first: String, _ second: String) -> Bool {
    guard let one = level(of: first.foldedKey), let two = level(of: second.foldedKey) else { return true }
    return one == two
  }

  private static let longLevels = ["自治区", "自治州", "自治县"]

  /// Words that begin with a level's character and are no level.
  private static let ownWords = [
    "市场", "市政管", "市政公", "市政工", "市政园", "市政设", "市政建", "市政维", "市容", "市政务新", "市直", "区直", "县直", "省直", "州直", "区划", "市区", "市辖",
    "乡村", "镇海", "旗舰", "州级", "乡镇", "县区", "市县", "区县", "区长", "市长", "县长", "镇长", "乡长", "市民中心", "市民服", "区域", "区块",
  ]

  private static let ownStarts = EdgeWords.openings(ownWords)
  private static let ownSeconds = ScalarFilter(ownWords.compactMap { $0.unicodeScalars.dropFirst().first })
}
