import LanmuRecognition

/// Reads who has which duty from the text of a unit field.
///
/// A list is cut at 、 ， ； line breaks and at 和/与/及 between names; the verb of a role reaches back over the list before it, up
/// to the verb before (甲牵头，乙、丙配合). Brackets name a part, an inner office or a second name.
package struct ResponsibilityParser: Sendable {
  private let directory: UnitDirectory
  /// Whole names that the document itself has, folded.
  private let documentNames: Set<ExactText>

  package init(directory: UnitDirectory, documentNames: Set<String> = []) {
    self.directory = directory
    self.documentNames = Set(documentNames.map(ExactText.init))
  }

  func isKnown(_ name: String) -> Bool {
    let key = name.foldedKey
    return documentNames.contains(ExactText(key)) || directory.contains(key)
  }

  /// Whether a name ends as bodies do, is a group's, or is known.
  func looksLikeUnit(_ name: String) -> Bool {
    let key = name.foldedKey
    return UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(key)) || UnitWords.isGroup(key) || isKnown(key)
  }

  /// Whether a name is a body's by its level and a directory: 县教育局 in a text that speaks of many things.
  func isListed(_ name: String) -> Bool {
    let key = name.foldedKey
    return UnitName.level(of: key) != nil && key.count >= 3 && directory.contains(key)
  }

  /// False only where no name that is listed can go on with a character behind its level.
  func mayBeListed(behindLevel scalar: Unicode.Scalar) -> Bool {
    // What is no ideograph may be folded away.
    !(0x4E00...0x9FFF).contains(scalar.value) || directory.mayBegin(with: scalar)
  }

  /// The duties of a text in their order; `role` is that of names without a role's verb.
  package func parse(_ text: String, role: Assignment.Role = .responsible) -> ResponsibilityReading {
    parse(text, role: role, depth: 0)
  }

  /// `depth` counts the brackets around the text.
  private func parse(_ text: String, role: Assignment.Role, depth: Int) -> ResponsibilityReading {
    let whole = FoldedText(UnitSpacing(isKnown: isKnown).marked(text, with: "\n"))
    guard whole.count <= 4_000 else { return ResponsibilityReading(unread: [text]) }
    let folded = ContactWords.withoutContacts(whole) ?? whole
    if folded.count == 0, whole.count > 0 { return ResponsibilityReading(unread: [text]) }
    let words = folded.folded(0..<folded.count)
    let plain = words.utf8.count <= UnitWords.longestNobody ? words.lowercased() : words
    guard folded.count > 0, !UnitWords.namesNobody(plain) else { return ResponsibilityReading() }
    if depth < 3, let inner = insideOuterBrackets(of: folded) { return parse(inner, role: role, depth: depth + 1) }
    let splitter = UnitListSplitter(folded, isKnown: isKnown)
    var list = RoleList(role: role, body: { directory.bodyName($0) })
    let pieces = splitter.pieces()
    var index = 0
    while index < pieces.count {
      if let part = NamedPart(pieces: pieces, at: index, splitter: splitter, isKnown: isKnown) {
        let first = list.reading.duties.count
        for piece in pieces[part.units] { read(piece, of: splitter, into: &list, depth: depth) }
        let scope = splitter.words(part.scope)
        // 县民政局：李明
        if !ContactWords.isPerson(scope.foldedKey) { list.limit(from: first, to: scope) }
        list.endSentence()
        index = part.end
        continue
      }
      if pieces[index].kind == .item, index + 1 < pieces.count, pieces[index + 1].kind == .colon,
        list.takeLabel(splitter.words(pieces[index].range))
      {
        index += 2
        continue
      }
      read(pieces[index], of: splitter, into: &list, depth: depth)
      index += 1
    }
    list.endSentence()
    return list.reading
  }

  /// （甲牵头，乙配合）: what one pair of brackets around the whole text holds.
  private func insideOuterBrackets(of text: FoldedText) -> String? {
    guard text.count > 2, text.scalars[0] == "(", text.scalars[text.count - 1] == ")" else { return nil }
    var depth = 0
    for index in 0..<text.count - 1 {
      if text.scalars[index] == "(" { depth += 1 }
      if text.scalars[index] == ")" { depth -= 1 }
      if depth == 0 { return nil }
    }
    return text.original(1..<text.count - 1)
  }

  private func read(
    _ piece: UnitListSplitter.Piece, of splitter: UnitListSplitter, into list: inout RoleList, depth: Int
  ) {
    switch piece.kind {
    case .stop, .number: list.endSentence()
    case .comma, .lineBreak, .listMark, .conjunction: list.pass(piece.kind)
    case .colon: list.takeLabel()
    case .item: add(splitter.words(piece.range), to: &list, depth: depth)
    }
  }

  private func add(_ words: String, to list: inout RoleList, depth: Int) {
    // 区发改局会同区财政局、区审计局: whoever follows helps the first.
    for mark in ["会同", "商", "联合"] {
      guard let range = words.firstRange(of: mark) else { continue }
      let left = ResponsibilityItem(String(words[..<range.lowerBound]), isKnown: isKnown)
      let right = String(words[range.upperBound...])
      let opens = range.lowerBound == words.startIndex
      guard opens ? mark != "商" : UnitWords.endsAsUnit(left.name.foldedKey), !right.isEmpty else { continue }
      // 由市商务局牵头: 商 is a verb only between two whole bodies.
      if mark == "商", left.name.count < 3 || UnitName.level(of: right.foldedKey) == nil { continue }
      let helper = ResponsibilityItem(right, isKnown: isKnown)
      guard UnitWords.endsAsUnit(helper.name.foldedKey), !opens || UnitName.level(of: helper.name.foldedKey) != nil
      else {
        continue
      }
      if !opens { list.add(left, words: String(words[..<range.lowerBound])) }
      list.addHelper(helper, words: right, verb: mark)
      return
    }
    if let handover = handover(words) {
      list.add(handover.from, words: words)
      list.pass(.comma)
      list.add(handover.to, words: words)
      return
    }
    var item = ResponsibilityItem(words, isKnown: isKnown)
    if item.role == .lead || item.role == .coordinating, item.scope.count >= 4 {
      // 市林业局牵头市水利局配合: the mark between the two was left out.
      let next = ResponsibilityItem(item.scope, isKnown: isKnown)
      if UnitName.level(of: next.name.foldedKey) != nil, UnitWords.endsAsUnit(next.name.foldedKey) {
        let behind = item.scope
        item.scope = ""
        list.add(item, words: words)
        list.pass(.comma)
        list.add(next, words: behind)
        return
      }
    }
    let others = item.scopeIsBracket && depth < 3 ? duties(inBrackets: item.scope, depth: depth) : []
    if !others.isEmpty {
      item.scope = ""
      item.verb = ""
    }
    list.add(item, words: words)
    list.addAside(others)
  }

  /// 各乡镇报县农业农村局汇总发布: who reports, and who does the rest.
  private func handover(_ words: String) -> (from: ResponsibilityItem, to: ResponsibilityItem)? {
    for mark in ["报送至", "报送到", "报送", "报至", "报", "送"] {
      guard let range = words.firstRange(of: mark), range.lowerBound > words.startIndex else { continue }
      var from = ResponsibilityItem(String(words[..<range.lowerBound]), isKnown: isKnown)
      let to = ResponsibilityItem(String(words[range.upperBound...]), isKnown: isKnown)
      let name = to.name.foldedKey
      guard from.role == nil, UnitWords.endsAsUnit(from.name.foldedKey) || UnitWords.isGroup(from.name.foldedKey),
        to.role != nil, UnitWords.endsAsUnit(name), UnitName.level(of: name) != nil
      else { continue }
      from.role = .responsible
      from.verb = mark
      return (from, to)
    }
    return nil
  }

  /// 县政府办（各部门配合）: brackets that say who else does what; empty where they limit the duty before them.
  private func duties(inBrackets words: String, depth: Int) -> [Duty] {
    let reading = parse(words, role: .responsible, depth: depth + 1)
    let areDuties = reading.duties.allSatisfy { duty in
      let name = UnitListSplitter.withoutBracket(duty.name.foldedKey)
      return !duty.duty.isEmpty && (UnitWords.endsAsUnit(name) || UnitWords.isGroup(name))
    }
    return reading.unread.isEmpty && areDuties ? reading.duties : []
  }
}

/// A colon between bodies and the part that they answer for: 社会救助：县民政局, or 县民政局：社会救助.
private struct NamedPart {
  /// Places of the pieces that name bodies.
  var units: Range<Int>
  /// The part's place in the text.
  var scope: Range<Int>
  /// The piece behind the whole.
  var end: Int

  /// The named part that begins with a piece; `nil` where none does, or where a role stands before the colon.
  init?(pieces: [UnitListSplitter.Piece], at start: Int, splitter: UnitListSplitter, isKnown: (String) -> Bool) {
    guard pieces[start].kind == .item else { return nil }
    func ends(_ piece: UnitListSplitter.Piece) -> Bool { [.stop, .lineBreak, .number].contains(piece.kind) }
    if start > 0, !ends(pieces[start - 1]) { return nil }
    let end = pieces[start...].firstIndex(where: ends) ?? pieces.count
    let colons = pieces[start..<end].indices.filter { pieces[$0].kind == .colon }
    guard let colon = colons.first, colons.count == 1, colon + 1 < end else { return nil }
    let label = splitter.words(pieces[start].range.lowerBound..<pieces[colon].range.lowerBound)
    if RoleWords.role(ofLabel: label) != nil { return nil }
    func namesUnits(_ range: Range<Int>) -> Bool {
      let items = pieces[range].filter { $0.kind == .item }
      return !items.isEmpty
        && items.allSatisfy { piece in
          let name = ResponsibilityItem(splitter.words(piece.range), isKnown: isKnown).name.foldedKey
          return UnitWords.endsAsUnit(name) || UnitWords.isGroup(name) || isKnown(name)
        }
    }
    let before = namesUnits(start..<colon)
    let after = namesUnits(colon + 1..<end)
    guard before != after else { return nil }
    units = before ? start..<colon : colon + 1..<end
    let other = before ? colon + 1..<end : start..<colon
    scope = pieces[other.lowerBound].range.lowerBound..<pieces[other.upperBound - 1].range.upperBound
    self.end = end
  }
}
