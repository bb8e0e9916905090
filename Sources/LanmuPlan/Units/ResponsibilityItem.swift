import LanmuRecognition

/// One item of a list taken apart: the name, its brackets, the role's verb and what the verb is about.
struct ResponsibilityItem {
  var name: String
  var role: Assignment.Role?
  var verb = ""
  var object = ""
  var scope = ""
  var office = ""
  var otherNames: [String] = []
  /// Whether 等 follows the name.
  var isOpen = false
  /// Whether brackets behind the name say the role: that name's alone, where those before it have brackets too.
  var roleIsBracket = false
  /// Whether `scope` is what brackets hold, so that it may name further bodies.
  var scopeIsBracket = false
  /// What stands before 由.
  private var subject = ""

  /// Reads an item; `isKnown` says whether a name is a body's whole name.
  init(_ words: String, isKnown: (String) -> Bool) {
    name = words
    strip()
    takePerson()
    guard !isKnown(name.foldedKey) else { return }
    takeSubject(isKnown: isKnown)
    takeVerb(isKnown: isKnown)
    takeOpenEnd()
    takeBrackets()
    takeQuotation()
    takeOpenEnd()
    if object.hasPrefix("“"), scope.isEmpty { scope = object }
    if !subject.isEmpty, scope.isEmpty { scope = subject }
  }

  /// 住房信息由县住建局负责: what stands before 由 is the part that the duty is about.
  private mutating func takeSubject(isKnown: (String) -> Bool) {
    guard let mark = name.firstRange(of: "由"), mark.lowerBound > name.startIndex else { return }
    let before = String(name[..<mark.lowerBound])
    guard before.count >= 2, !UnitWords.endsAsUnit(before.foldedKey) else { return }
    let rest = ResponsibilityItem(String(name[mark.upperBound...]), isKnown: isKnown)
    guard rest.role != nil, UnitWords.endsAsUnit(rest.name.foldedKey) || isKnown(rest.name) else { return }
    subject = before
    name = String(name[mark.upperBound...])
  }

  private mutating func strip() {
    if let first = name.unicodeScalars.first, ResponsibilityItem.leadStarts.mayHold(first) {
      for lead in ResponsibilityItem.leads where name.hasPrefix(lead) && name.count > lead.count + 1 {
        let rest = String(name.dropFirst(lead.count))
        if lead != "责任单位" || UnitWords.endsAsUnit(rest) { name = rest }
      }
      // 县教育局及其下属各学校
      if ["其下", "其所"].contains(where: name.hasPrefix) { name.removeFirst() }
    }
    while let first = name.first, !isIdeograph(name.unicodeScalars.first), "★☆※●○◆■▲*＊".contains(first) {
      name.removeFirst()
    }
    while let last = name.last, !isIdeograph(name.unicodeScalars.last), "。;；.,，、 ★☆※*＊".contains(last) {
      name.removeLast()
    }
    balanceBrackets()
  }

  /// What stands before a name and says nothing.
  private static let leads = ["具体由", "统一由", "主要由", "日常由", "分别由", "由", "责任单位", "其中", "以及", "并由", "再由", "请"]
  private static let leadStarts = ScalarFilter(leads.compactMap(\.unicodeScalars.first))

  /// Most names begin and end with a Chinese character, which spares them a look at every mark.
  private func isIdeograph(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  /// 【县政府办】 and 县政府办）: brackets around everything, and those that nothing opens or closes, say nothing.
  private mutating func balanceBrackets() {
    if name.unicodeScalars.allSatisfy(isIdeograph) { return }
    let text = FoldedText(name)
    let opens = text.scalars.filter { $0 == "(" }.count
    let closes = text.scalars.filter { $0 == ")" }.count
    if text.scalars.first == "“", text.scalars.firstIndex(of: "”") == text.count - 1 {
      name = text.original(1..<text.count - 1)
    } else if opens == 1, closes == 1, text.scalars.first == "(", text.scalars.last == ")" {
      name = text.original(1..<text.count - 1)
    } else if opens == 0, closes > 0 {
      name = String(name.filter { FoldedText(String($0)).scalars != [")"] })
    } else if opens == 1, closes == 0, let open = text.scalars.firstIndex(of: "("), open >= 2, open + 1 < text.count {
      name += "）"
    }
  }

  /// 县卫生健康局黄小明, 王小明（县政府办）: whom to ask.
  private mutating func takePerson() {
    for _ in 0..<3 {
      guard let split = ContactWords.splitPerson(name) else { break }
      name = split.unit
      office = split.person + (office.isEmpty ? "" : "、" + office)
    }
    if isIdeograph(name.unicodeScalars.last) { return }
    let text = FoldedText(name)
    guard text.scalars.last == ")", let open = opening(in: text), open >= 2 else { return }
    let inner = text.original(open + 1..<text.count - 1)
    if ContactWords.isPerson(text.folded(0..<open)), UnitWords.endsAsUnit(inner.foldedKey) {
      office = text.original(0..<open)
      name = inner
    }
  }

  /// The first verb of a role that has a name before it.
  private mutating func takeVerb(isKnown: (String) -> Bool) {
    let text = FoldedText(name)
    var depth = 0
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if FoldedText.opens(scalar) { depth += 1 }
      if FoldedText.closes(scalar) { depth = max(0, depth - 1) }
      guard depth == 0, index >= 2 else { continue }
      let manner = RoleWords.manners.longest(in: text.scalars, at: index, limit: text.count)
      let start = manner?.end ?? index
      let verb = RoleWords.verbs.longest(in: text.scalars, at: start, limit: text.count)
      let closing = RoleWords.closingVerbs.longest(in: text.scalars, at: start, limit: text.count)
      let last = closing.flatMap { $0.end == text.count || manner != nil ? $0 : nil }
      guard let found = verb ?? last ?? (manner != nil && start == text.count ? (.responsible, start) : nil) else {
        continue
      }
      let before = text.folded(0..<index)
      let bare = UnitListSplitter.withoutBracket(before)
      guard UnitWords.endsAsUnit(bare) || isKnown(bare) || bare.hasSuffix("等") else { continue }
      let after = text.original(found.end..<text.count)
      // 市政府办信息保障科: the verb is part of a name.
      if found.end < text.count, UnitWords.endsAsUnit(text.folded(0..<text.count)), !after.contains("“"),
        after.count <= 3
      {
        continue
      }
      name = text.original(0..<index)
      self.verb = text.original(index..<found.end)
      role = found.meaning
      object = after
      refineVerb()
      return
    }
  }

  /// 负责 takes its role from its object: 负责技术配合, 负责牵头; and what is left is the scope.
  private mutating func refineVerb() {
    let rest = FoldedText(object)
    if role == .responsible, let inner = RoleWords.verbs.longest(in: rest.scalars, at: 0, limit: rest.count),
      inner.meaning != .responsible
    {
      role = inner.meaning
      verb += rest.original(0..<inner.end)
      object = rest.original(inner.end..<rest.count)
    }
    for lead in ["做好", "的", "，", "：", ":", "在", "以及", "和", "及", "与"] where object.hasPrefix(lead) {
      object.removeFirst(lead.count)
    }
    while let last = object.last, "。;；，,".contains(last) { object.removeLast() }
    // 牵头督促, 配合提供, 办理并答复: two verbs; 负责采编: what is answered for.
    let isJoined = object.hasPrefix("并") && RoleWords.isVerb(String(object.dropFirst()))
    let isAlone = role != .responsible && role != .technical && RoleWords.isVerb(object)
    if RoleWords.wholeObjects.contains(object) || isJoined || isAlone {
      verb += object
      object = ""
    } else {
      scope = object
    }
  }

  /// 县残联等部门, 环保局等（含乡镇政府）…的单位: the name is what stands before 等.
  private mutating func takeOpenEnd() {
    guard let mark = name.lastIndex(of: "等"), mark != name.startIndex else { return }
    let head = String(name[..<mark])
    let tail = String(name[name.index(after: mark)...]).foldedKey
    // 市教育、卫健等部门: names without their endings.
    let isElided = UnitWords.isGroup(tail) && head.count <= 5 && !head.contains("各")
    guard UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(head.foldedKey)) || tail.isEmpty || isElided else {
      return
    }
    let isTail =
      tail.isEmpty || tail.hasPrefix("(") || UnitWords.isGroup(tail) || tail.hasSuffix("家单位")
      || UnitWords.endsAsUnit(tail)
    guard isTail else { return }
    name = head
    isOpen = true
  }

  // MARK: Brackets

  private mutating func takeBrackets() {
    let text = FoldedText(name)
    guard text.scalars.last == ")", let open = opening(in: text), open > 0 else { return }
    let inner = text.original(open + 1..<text.count - 1)
    let folded = text.folded(open + 1..<text.count - 1)
    let head = text.original(0..<open)
    if ResponsibilityItem.isContact(folded) || ResponsibilityItem.isManner(folded) {
      name = head
      return
    }
    if folded.split(whereSeparator: { "、,".contains($0) }).allSatisfy({ ContactWords.isPerson(String($0)) }) {
      name = head
      office = inner
      return
    }
    if UnitWords.namesNobody(folded) {
      name = head
      return
    }
    if isLevelList(folded) || ["单位", "部门", "机构", "企业", "科室", "站所"].contains(folded) { return }
    name = head
    if let role = exactRole(folded) {
      self.role = role
      roleIsBracket = true
      verb = inner
    } else if folded.hasPrefix("含") || folded.hasPrefix("包括") {
      // 各单位（含乡镇政府）: who belongs to the group, not what it does.
      otherNames = []
    } else if namesBodies(folded) {
      // 县委办（县档案局、县保密局）: several plates on one door.
      office = inner
    } else if isName(folded) {
      let isOffice = ["办", "中心", "科", "股", "室", "队", "所", "站", "处", "专班"].contains(where: folded.hasSuffix)
      if isOffice, !head.hasSuffix("园"), !head.hasSuffix("区") {
        office = inner
      } else {
        otherNames = [inner, head + text.original(open..<text.count)]
      }
    } else {
      scope = ResponsibilityItem.bareScope(inner)
      scopeIsBracket = true
      if scope.count < inner.count, verb.isEmpty { verb = String(inner.prefix(2)) }
      if RoleWords.wholeObjects.contains(scope) { scope = "" }
    }
  }

  /// 按职责分工: how a duty is done limits it to no part.
  private static func isManner(_ inner: String) -> Bool {
    let text = FoldedText(inner)
    return RoleWords.manners.longest(in: text.scalars, at: 0, limit: text.count)?.end == text.count
  }

  /// 联系人：…, 电话：…: whom to ask, and nothing that limits the duty.
  private static func isContact(_ inner: String) -> Bool {
    if ["联系人", "负责人:", "电话", "手机", "联络员", "经办人", "邮箱"].contains(where: inner.contains) { return true }
    return inner.count >= 7 && inner.allSatisfy { $0.isNumber || "-、,".contains($0) }
  }

  /// The place of the bracket that the last one closes.
  private func opening(in text: FoldedText) -> Int? {
    var depth = 0
    for index in stride(from: text.count - 1, through: 0, by: -1) {
      if text.scalars[index] == ")" { depth += 1 }
      if text.scalars[index] == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// 各县(市、区), 各乡镇(街道): the brackets belong to the name.
  private func isLevelList(_ inner: String) -> Bool {
    let parts = inner.split(whereSeparator: { "、,/".contains($0) })
    return !parts.isEmpty
      && parts.allSatisfy {
        [
          "市", "区", "县", "镇", "乡", "街道", "街", "旗", "场", "办", "站", "所", "科", "股", "室", "队", "中心", "校", "村", "社区", "组",
          "园区", "街道办", "街道办事处", "办事处", "开发区", "管委会",
        ].contains($0)
      }
  }

  private func exactRole(_ inner: String) -> Assignment.Role? {
    switch inner {
    case "技术": return .technical
    case "主", "主要", "牵": return .lead
    case "配", "协", "辅", "次要": return .cooperating
    default: break
    }
    let text = FoldedText(inner)
    if let found = RoleWords.verbs.longest(in: text.scalars, at: 0, limit: text.count), found.end == text.count {
      return found.meaning
    }
    return inner.count <= 6 && (inner.hasSuffix("单位") || inner.hasSuffix("部门")) ? RoleWords.role(ofLabel: inner) : nil
  }

  /// 县档案局、县保密局: whole names with their level; 文电股、督查室: several offices; and nothing else.
  private func namesBodies(_ inner: String) -> Bool {
    let parts = inner.split(whereSeparator: { "、,".contains($0) }).map(String.init)
    return parts.count > 1
      && parts.allSatisfy { part in
        UnitWords.endsAsUnit(part) && !UnitWords.isGroup(part)
          && (UnitName.level(of: part) != nil
            || part.count <= 8 && ResponsibilityItem.officeEndings.contains(where: part.hasSuffix))
      }
  }

  private static let officeEndings = ["局", "办", "委", "科", "股", "室", "处", "队", "中心", "所", "站", "馆"]

  private func isName(_ inner: String) -> Bool {
    guard inner.count <= 20, UnitWords.endsAsUnit(inner) else { return false }
    return !inner.contains("“")
      && !["负责", "保障", "发布", "提供", "、", ","].contains {
        inner.hasPrefix($0) || ["、", ","].contains($0) && inner.contains($0)
      }
  }

  /// 县教育局“招生政策”和“学区划分”栏目: named columns behind a name.
  private mutating func takeQuotation() {
    guard role == nil, scope.isEmpty else { return }
    let text = FoldedText(name)
    guard let open = text.scalars.firstIndex(of: "“"), open >= 2 else { return }
    let head = text.folded(0..<open)
    guard UnitWords.endsAsUnit(head) else { return }
    scope = text.original(open..<text.count)
    name = text.original(0..<open)
  }

  /// A scope without the verb that introduces it.
  static func bareScope(_ words: String) -> String {
    // 保障性住房 is what is answered for.
    if ["保障性", "保障房", "保障金", "保障水平", "保障对象"].contains(where: words.hasPrefix) { return words }
    for lead in ["负责", "保障", "提供", "承担"] where words.hasPrefix(lead) && words.count > lead.count {
      return String(words.dropFirst(lead.count))
    }
    return words
  }
}
