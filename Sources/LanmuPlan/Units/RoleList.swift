/// The names of a list as they wait for the verb that says their role.
struct RoleList {
  private let defaultRole: Assignment.Role
  /// The role that a label before a colon gave: 配合单位：….
  private var labelRole: Assignment.Role?
  private var labelWords = ""
  private(set) var reading = ResponsibilityReading()
  /// Places in `reading.duties` that no verb has reached yet, with whether a comma stands before each.
  private var waiting: [(place: Int, afterComma: Bool)] = []
  private var sentenceHasVerb = false
  private var lastMark: UnitListSplitter.Piece.Kind?
  /// Items of the present list without an ending, waiting for the ending of a later item: 县卫计、人社、食药监局.
  private var elided: [Int] = []
  private var lastItem: (words: String, place: Int?)?
  /// Places joined by 和 or 及 to the item to come.
  private var joined: [Int] = []

  /// The directory's body of a name.
  private let body: (String) -> String?
  /// The level that the list's names share, and that only the first of them may carry.
  private var listLevel: String?
  /// Whether 会同 stands before, so that the names to come help.
  private var helps = false

  init(role: Assignment.Role, body: @escaping (String) -> String?) {
    defaultRole = role
    self.body = body
  }

  mutating func pass(_ mark: UnitListSplitter.Piece.Kind) {
    if mark != .conjunction { joined = [] }
    if mark != .listMark && mark != .conjunction {
      elided = []
      helps = false
    }
    lastMark = mark
  }

  mutating func endSentence() {
    waiting = []
    elided = []
    joined = []
    sentenceHasVerb = false
    lastMark = nil
    labelRole = nil
    listLevel = nil
    helps = false
  }

  /// Gives duties a part that they are about, unless they have one of their own.
  mutating func limit(from first: Int, to scope: String) {
    for place in reading.duties.indices where place >= first && reading.duties[place].scope.isEmpty {
      reading.duties[place].scope = scope
    }
  }

  /// The item before a colon was a label, if it names a role.
  mutating func takeLabel() {
    guard let item = lastItem, let role = RoleWords.role(ofLabel: item.words) else { return }
    if let place = item.place, place == reading.duties.count - 1 {
      reading.duties.removeLast()
      waiting.removeAll { $0.place == place }
      elided.removeAll { $0 == place }
    }
    reading.unread.removeAll { $0 == item.words }
    waiting = []
    labelRole = role
    labelWords = item.words
    lastMark = nil
  }

  /// 牵头：甲，协办：乙: words before a colon that name a role alone; false where they are none.
  mutating func takeLabel(_ words: String) -> Bool {
    guard let role = RoleWords.role(ofLabel: words), !UnitWords.endsAsUnit(words) || words.count <= 6,
      UnitName.level(of: words.foldedKey) == nil
    else { return false }
    waiting = []
    elided = []
    labelRole = role
    labelWords = words
    lastMark = nil
    lastItem = nil
    return true
  }

  /// 会同乙、丙: an item that helps whoever stands before it, as do those listed behind it.
  mutating func addHelper(_ item: ResponsibilityItem, words: String, verb: String) {
    var item = item
    if item.role == nil || item.role == .responsible {
      item.role = .cooperating
      item.verb = verb
      if RoleWords.wholeObjects.contains(item.scope) { item.scope = "" }
    }
    append(item, role: .cooperating)
    waiting = []
    helps = true
    sentenceHasVerb = true
    lastItem = (words, reading.duties.count - 1)
  }

  mutating func add(_ item: ResponsibilityItem, words: String) {
    let name = item.name.foldedKey
    if item.isOpen { reading.openLists.append(words) }
    guard !name.isEmpty, !UnitWords.namesNobody(name) else {
      lastItem = (words, nil)
      return
    }
    if isLooseVerb(item, words: words) { return }
    if helps, item.role == nil || item.role == .responsible, UnitWords.endsAsUnit(name) {
      addHelper(item, words: words, verb: "会同")
      return
    }
    guard isName(name, item: item) else {
      reading.unread.append(words)
      lastItem = (words, nil)
      return
    }
    let afterComma = lastMark == .comma || lastMark == .lineBreak
    append(item, role: item.role ?? labelRole ?? defaultRole)
    let place = reading.duties.count - 1
    if item.role == nil, labelRole != nil { reading.duties[place].duty = labelWords }
    lastItem = (words, place)
    if !endElision(at: place) { giveBack(at: place) }
    if item.isOpen { completeElided() }
    if !item.scope.isEmpty, item.role == nil {
      for other in joined where reading.duties[other].scope.isEmpty { reading.duties[other].scope = item.scope }
    }
    joined.append(place)
    guard let role = item.role else {
      waiting.append((place, afterComma))
      return
    }
    reachBack(role: role, item: item, afterComma: afterComma)
  }

  /// Duties that brackets behind a name give to others; the list runs on as if they were not there.
  mutating func addAside(_ duties: [Duty]) { reading.duties += duties }

  private mutating func append(_ item: ResponsibilityItem, role: Assignment.Role) {
    reading.duties.append(
      Duty(
        name: item.name, role: role, scope: item.scope, duty: item.verb, office: item.office,
        otherNames: item.otherNames))
    shareLevel(at: reading.duties.count - 1)
  }

  /// 县委办、统计局: a body that the directory knows has the level of the names before it.
  private mutating func shareLevel(at place: Int) {
    let name = reading.duties[place].name
    if let level = UnitName.level(of: name.foldedKey) {
      listLevel = level
    } else if let level = listLevel, !UnitWords.isGroup(name), !RoleList.namesPlace(name), let known = body(name) {
      let isParty = known.hasPrefix("委") && !name.hasPrefix("委")
      reading.duties[place].fullName = level + (isParty ? "委" : "") + name
    }
  }

  /// 高新区管委会 and 12345热线办 say themselves where they belong.
  private static func namesPlace(_ name: String) -> Bool {
    name.first?.isNumber == true || ["开发区", "高新区", "经开区", "园区", "新区"].contains(where: name.contains)
  }

  /// A role's verb holds for the names before it, up to the verb before. Without an earlier verb, 甲，乙配合 leaves 甲 as it is.
  private mutating func reachBack(role: Assignment.Role, item: ResponsibilityItem, afterComma: Bool) {
    let helps = role == .cooperating || role == .technical
    var reached = waiting
    if helps, !sentenceHasVerb {
      if afterComma {
        reached = []
      } else if let comma = waiting.lastIndex(where: \.afterComma) {
        reached = Array(waiting[comma...])
      }
    }
    for (place, comma) in reached where reading.duties[place].duty.isEmpty {
      // 甲局（网站管理）、乙局（技术运维）: each with brackets of its own.
      if item.roleIsBracket, !reading.duties[place].scope.isEmpty { continue }
      // 各成员单位，县应急局牵头: who leads is one body.
      if role == .lead, afterComma || comma, UnitWords.isGroup(reading.duties[place].name.foldedKey) { continue }
      reading.duties[place].role = role
      reading.duties[place].duty = item.verb
      if reading.duties[place].scope.isEmpty { reading.duties[place].scope = item.scope }
    }
    waiting = []
    joined = []
    sentenceHasVerb = true
  }

  /// 甲、乙，负责…: a verb behind a comma, without a name of its own.
  private mutating func isLooseVerb(_ item: ResponsibilityItem, words: String) -> Bool {
    let text = FoldedText(words)
    // 县政府办审核、发布: one more verb of the body before it.
    if waiting.isEmpty, lastMark == .listMark || lastMark == .conjunction, let place = lastItem?.place,
      !reading.duties[place].duty.isEmpty, RoleWords.isVerb(words)
    {
      reading.duties[place].duty += "、" + words
      return true
    }
    guard let found = RoleWords.verbs.longest(in: text.scalars, at: 0, limit: text.count), !waiting.isEmpty else {
      return false
    }
    let object = text.original(found.end..<text.count)
    guard !UnitWords.endsAsUnit(object.foldedKey) else { return false }
    let scope = RoleWords.wholeObjects.contains(object) ? "" : object
    for (place, _) in waiting where reading.duties[place].duty.isEmpty {
      reading.duties[place].role = found.meaning
      reading.duties[place].duty = text.original(0..<found.end)
      if reading.duties[place].scope.isEmpty { reading.duties[place].scope = scope }
    }
    waiting = []
    sentenceHasVerb = true
    return true
  }

  private func isName(_ name: String, item: ResponsibilityItem) -> Bool {
    if RoleList.pointers.opening(name[...]) != nil || ContactWords.isPerson(name) { return false }
    if UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(name)) || UnitWords.isGroup(name) { return true }
    if name.count > 16 || name.contains("《") || name.hasPrefix("详见") || name.hasPrefix("同上") { return false }
    return true
  }

  /// How a text begins that says where to look for the names.
  private static let pointers = EdgeWords.openings([
    "同“", "同上", "根据", "按照", "按职", "按各", "谁", "参照", "参见", "依据", "详见", "见附",
  ])

  // MARK: Elided prefixes and endings

  /// 工商 and 农业农村 end as names may, and are none that the directory knows without an ending.
  private func lacksEnding(_ name: String) -> Bool {
    let core = UnitName.core(name)
    return core.count >= 2 && body(core) == nil && ["局", "委", "办"].contains { body(core + $0) != nil }
  }

  /// 县教育、卫生健康、司法部门: the noun that closes the list stands for each one's own ending.
  private mutating func endElision(at place: Int) -> Bool {
    let name = reading.duties[place].name
    guard name.hasSuffix("部门"), !elided.isEmpty, !name.hasPrefix("各") else { return false }
    let bare = String(name.dropLast(2))
    guard lacksEnding(bare.foldedKey), elided.allSatisfy({ lacksEnding(reading.duties[$0].name.foldedKey) }) else {
      return false
    }
    reading.duties[place].name = bare
    elided.append(place)
    completeElided()
    return true
  }

  /// 市教育、卫健、医保等部门: no item has an ending, so each takes the one that the directory knows it by.
  private mutating func completeElided() {
    guard let first = elided.first else { return }
    let level = UnitName.level(of: reading.duties[first].name.foldedKey)
    for place in elided {
      let short = reading.duties[place].name
      let core = UnitName.core(short)
      guard let ending = ["局", "委", "办", "委员会", "办公室"].first(where: { body(core + $0) != nil }) else { continue }
      reading.duties[place].name = (UnitName.level(of: short.foldedKey) == nil ? level ?? "" : "") + short + ending
    }
    elided = []
  }

  /// 县卫计、人社、食药监局; 市直、中区直各部门; 各镇、街道.
  private mutating func giveBack(at place: Int) {
    let name = reading.duties[place].name
    let key = name.foldedKey
    if lastMark == .listMark || lastMark == .conjunction, place > 0 {
      let before = reading.duties[place - 1].name
      if before.hasPrefix("各"),
        [
          "街道", "乡镇", "乡", "镇", "园区", "部门", "单位", "街道办事处", "开发区", "街道办", "县", "区", "市直部门", "企业", "学校", "镇人民政府",
          "乡镇人民政府", "镇政府",
        ].contains(key)
      {
        reading.duties[place].name = "各" + name
        elided = []
        return
      }
    }
    if key.hasSuffix("直") {
      elided.append(place)
      return
    }
    if key.count <= 7, !UnitWords.endsAsUnit(key) && !UnitWords.isGroup(key) || lacksEnding(key) {
      elided.append(place)
      return
    }
    defer { elided = [] }
    guard !elided.isEmpty else { return }
    let level = UnitName.level(of: reading.duties[elided[0]].name.foldedKey)
    for other in elided {
      let short = reading.duties[other].name
      if short.hasSuffix("直") {
        if let start = ["各", "有关", "相关", "所有"].compactMap({ name.firstRange(of: $0)?.lowerBound }).min() {
          reading.duties[other].name = short + name[start...]
        } else if let noun = ["部门", "单位", "机关"].first(where: { key.hasSuffix($0) }) {
          reading.duties[other].name = short + noun
        }
      } else if let ending = UnitWords.ending(of: name),
        body(UnitName.core(short) + ending) != nil
          || UnitName.core(short).count <= 3
      {
        reading.duties[other].name = (UnitName.level(of: short.foldedKey) == nil ? level ?? "" : "") + short + ending
      }
    }
    if let level, elided.allSatisfy({ !reading.duties[$0].name.hasSuffix("直") }), !name.hasPrefix("各"),
      UnitName.level(of: key) == nil, !reading.duties[elided[0]].name.contains("直")
    {
      reading.duties[place].name = level + name
    }
  }
}
