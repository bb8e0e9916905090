internal import LanmuGrid

/// Cuts a list of bodies into its items, and keeps what stands between them.
///
/// Items and separators joined in order give the text again, white space aside. Nothing is cut inside brackets or quotation
/// marks, inside a clause that describes a group (涉及投诉、建议的各单位), nor at 和/与/及 within a name.
package struct UnitListSplitter {
  package struct Piece: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case item
      /// 、 or a slash.
      case listMark
      case comma
      /// ; 。 and the like: whatever follows has roles of its own.
      case stop
      case lineBreak
      /// 和, 与, 及.
      case conjunction
      case colon
      /// 1. (2) ③: what numbers an item.
      case number
    }

    package var kind: Kind
    package var range: Range<Int>
  }

  package let text: FoldedText
  let isKnown: (String) -> Bool

  /// `isKnown` says whether a name is a body's whole name, so that 人力资源和社会保障局 stays one.
  package init(_ text: FoldedText, isKnown: @escaping (String) -> Bool) {
    self.text = text
    self.isKnown = isKnown
  }

  package func pieces() -> [Piece] {
    var pieces = cutBeforeLabels(joinDescriptions(joinParted(cutAtMarks())))
    pieces = pieces.flatMap { $0.kind == .item ? cutAtConjunctions($0.range) : [$0] }
    return pieces.flatMap { $0.kind == .item ? cutRunTogether($0.range) : [$0] }
  }

  /// The words of a piece as the document has them.
  package func words(_ range: Range<Int>) -> String { text.original(range) }

  func folded(_ range: Range<Int>) -> String { text.folded(range) }

  private func cutAtMarks() -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var depth = 0
    let brackets = BracketPairs(text)
    func joinsNames(at index: Int) -> Bool {
      UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(folded(start..<index)))
    }
    func kind(at index: Int) -> Piece.Kind? {
      switch text.scalars[index] {
      case "、", "/", "|", "·", "\\": .listMark
      case "+", "&", "→": joinsNames(at: index) ? .listMark : nil
      case ",": .comma
      case ";", "。": .stop
      case "\n": .lineBreak
      case ":": .colon
      default: nil
      }
    }
    var index = -1
    while index + 1 < text.count {
      index += 1
      let scalar = text.scalars[index]
      // 1、县财政局2、县审计局: in a numbered list a figure behind a body opens the next item.
      let opens =
        start == index
        || pieces.first?.kind == .number && opensNextItem(at: index) && UnitWords.endsAsUnit(folded(start..<index))
      if depth == 0, let end = numberEnd(at: index, opensItem: opens) {
        if start < index { pieces.append(Piece(kind: .item, range: start..<index)) }
        pieces.append(Piece(kind: .number, range: index..<end))
        start = end
        index = end - 1
        continue
      }
      if FoldedText.opens(scalar), brackets.isClosed(at: index) { depth += 1 }
      if FoldedText.closes(scalar) { depth = max(0, depth - 1) }
      // 县政府办⏎（信息科）: brackets on a line of their own belong to the name above.
      if scalar == "\n", depth == 0, start < index, index + 1 < text.count, text.scalars[index + 1] == "(",
        brackets.isClosed(at: index + 1), numberEnd(at: index + 1, opensItem: true) == nil
      {
        continue
      }
      // 牵头单位为县府办: the verb stands where a colon would.
      let isCopula = depth == 0 && (scalar == "为" || scalar == "是") && start < index
      if isCopula, UnitListSplitter.labels.contains(folded(start..<index)) {
        pieces.append(Piece(kind: .item, range: start..<index))
        pieces.append(Piece(kind: .colon, range: index..<index + 1))
        start = index + 1
        continue
      }
      if depth == 0, let end = dashEnd(at: index, from: start) {
        pieces.append(Piece(kind: .item, range: start..<index))
        pieces.append(Piece(kind: .colon, range: index..<end))
        start = end
        index = end - 1
        continue
      }
      guard depth == 0 || scalar == "\n" && !closes(after: index), let mark = kind(at: index) else { continue }
      depth = 0
      if start < index { pieces.append(Piece(kind: .item, range: start..<index)) }
      pieces.append(Piece(kind: mark, range: index..<index + 1))
      start = index + 1
    }
    if start < text.count { pieces.append(Piece(kind: .item, range: start..<text.count)) }
    return pieces
  }

  /// A figure or a letter behind a body, in a numbered list; 二 only before its mark.
  private func opensNextItem(at index: Int) -> Bool {
    let scalar = text.scalars[index]
    if scalar.isASCII { return true }
    return UnitListSplitter.isNumeral(scalar) && index + 1 < text.count && text.scalars[index + 1] == "、"
  }

  /// 就业信息—区人社局: the end of a dash that stands for a colon, since a body is named on one of its sides only.
  private func dashEnd(at index: Int, from start: Int) -> Int? {
    func isDash(_ scalar: Unicode.Scalar) -> Bool { "-—–－―".unicodeScalars.contains(scalar) }
    guard isDash(text.scalars[index]), index >= start + 2 else { return nil }
    var end = index
    while end < text.count, isDash(text.scalars[end]) { end += 1 }
    let close = text.scalars[end...].firstIndex { "、,;。\n:".unicodeScalars.contains($0) } ?? text.count
    guard close >= end + 2 else { return nil }
    let before = UnitListSplitter.withoutBracket(folded(start..<index))
    let after = UnitListSplitter.withoutBracket(folded(end..<close))
    let hasDigit = [before, after].contains { $0.contains(where: \.isNumber) }
    return !hasDigit && UnitWords.endsAsUnit(before) != UnitWords.endsAsUnit(after) ? end : nil
  }

  /// The end of the number of an item: 1. and 一、 where an item begins, (2) and ③ anywhere.
  private func numberEnd(at index: Int, opensItem: Bool) -> Int? {
    let scalar = text.scalars[index]
    if UnitListSplitter.isListNumber(scalar) {
      let isMarked = index + 1 < text.count && ".、".unicodeScalars.contains(text.scalars[index + 1])
      return index + (isMarked ? 2 : 1)
    }
    // a. and B) open an item as 1. does.
    let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    if opensItem, isLetter, index + 2 < text.count, ".)、".unicodeScalars.contains(text.scalars[index + 1]) {
      return index + 2
    }
    let isBracket = scalar == "("
    guard isBracket || opensItem else { return nil }
    var end = isBracket ? index + 1 : index
    let first = end
    while end < text.count, end - first < 2, UnitListSplitter.isNumeral(text.scalars[end]) { end += 1 }
    guard end > first, end < text.count else { return nil }
    let mark = text.scalars[end]
    if isBracket { return mark == ")" ? end + 1 : nil }
    guard mark == "." || mark == "、" || mark == ")", end + 1 < text.count else { return nil }
    return UnitListSplitter.isNumeral(text.scalars[end + 1]) ? nil : end + 1
  }

  /// ① ⑴ ㈠ Ⅰ: numbers that are nothing else.
  private static func isListNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("①"..."⒛").contains(scalar) || ("㈠"..."㈩").contains(scalar) || ("Ⅰ"..."Ⅻ").contains(scalar)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ChineseNumeral.isNumeral(scalar)
  }

  /// Whether brackets that are open at a line break close later; if not, they were never meant to span it.
  private func closes(after index: Int) -> Bool {
    text.scalars[(index + 1)...].contains { ")”》".unicodeScalars.contains($0) }
  }

  /// 涉及投诉、建议的各单位: a description runs on to the noun that it describes.
  private func joinDescriptions(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    var index = 0
    while index < pieces.count {
      var piece = pieces[index]
      let words = folded(piece.range)
      if piece.kind == .item, opensDescription(words), !UnitWords.isGroup(words) {
        var reach = index + 1
        while reach < pieces.count, reach - index <= 12, pieces[reach].kind != .stop {
          if pieces[reach].kind == .item, isDescribed(folded(pieces[reach].range)) {
            piece.range = piece.range.lowerBound..<pieces[reach].range.upperBound
            index = reach
            break
          }
          reach += 1
        }
      }
      result.append(piece)
      index += 1
    }
    return result
  }

  /// 县卫健局责任单位：…: a label whose space before it was lost.
  private func cutBeforeLabels(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      let words = folded(piece.range)
      guard piece.kind == .item, index + 1 < pieces.count, pieces[index + 1].kind == .colon,
        let label = (UnitListSplitter.labels + (hasLabel(before: index, in: pieces) ? UnitListSplitter.bareLabels : []))
          .first(where: words.hasSuffix), words.count >= label.count + 2,
        UnitWords.endsAsUnit(String(words.dropLast(label.count)))
      else {
        result.append(piece)
        continue
      }
      let cut = piece.range.upperBound - label.unicodeScalars.count
      result.append(Piece(kind: .item, range: piece.range.lowerBound..<cut))
      result.append(Piece(kind: .item, range: cut..<piece.range.upperBound))
    }
    return result
  }

  /// Whether an earlier colon closed a label of a role, so that a bare 配合 before a colon is one as well.
  private func hasLabel(before index: Int, in pieces: [Piece]) -> Bool {
    pieces[..<index].indices.contains { place in
      pieces[place].kind == .colon && place > 0 && RoleWords.role(ofLabel: folded(pieces[place - 1].range)) != nil
    }
  }

  private static let bareLabels = ["牵头", "责任", "配合", "主办", "协办", "承办", "参与", "协助", "技术支持", "负责", "落实"]

  private static let labels = ["牵头", "责任", "配合", "主办", "协办", "承办", "参与", "技术支持", "参加", "协同", "协助", "主管"].flatMap {
    role in
    ["单位", "部门"].map { role + $0 }
  }

  private func opensDescription(_ words: String) -> Bool {
    UnitListSplitter.descriptions.opening(words[...]) != nil
  }

  private static let descriptions = EdgeWords.openings([
    "涉及", "需要", "申请", "承担", "使用", "负有", "涉", "开展", "拥有", "具有", "等涉及",
  ])

  private func isDescribed(_ words: String) -> Bool { words.contains("的") && UnitWords.isGroup(words) }

  // MARK: 和, 与, 及

  private static let conjunctions = Lexicon<Void>([((), "以及 或者 和 与 及 暨 或")])

  private func cutAtConjunctions(_ range: Range<Int>) -> [Piece] {
    let holdsConjunction = range.contains { conjunction(at: $0, limit: range.upperBound) != nil }
    if !holdsConjunction || isKnown(folded(range)) { return [Piece(kind: .item, range: range)] }
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if FoldedText.opens(scalar) { depth += 1 }
      if FoldedText.closes(scalar) { depth = max(0, depth - 1) }
      if depth == 0, let length = conjunction(at: index, limit: range.upperBound) {
        let left = range.lowerBound..<index
        let right = index + length..<range.upperBound
        if separates(left, right), text.scalars[index] != "或" || isChoice(left, right) {
          return [Piece(kind: .item, range: left), Piece(kind: .conjunction, range: index..<index + length)]
            + cutAtConjunctions(right)
        }
      }
      index += 1
    }
    return [Piece(kind: .item, range: range)]
  }

  private func conjunction(at index: Int, limit: Int) -> Int? {
    UnitListSplitter.conjunctions.longest(in: text.scalars, at: index, limit: limit).map { $0.end - index }
  }

  /// Both sides must be able to stand alone; a side that a known name spans is none.
  private func separates(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    let before = UnitListSplitter.withoutBracket(folded(left))
    let after = folded(right)
    guard UnitWords.endsAsUnit(before) || isKnown(before), before.count >= 2 else { return false }
    if spansKnownName(left.upperBound, in: left.lowerBound..<right.upperBound) { return false }
    let head = String(after.prefix { !"(“牵配负协具提统报做".contains($0) })
    return after.hasPrefix("各") || UnitName.level(of: after) != nil || UnitWords.endsAsUnit(head) || isKnown(head)
  }

  /// 甲局或乙局: two bodies, and no description (实施单位或配合单位).
  private func isChoice(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    [folded(left), folded(right)].allSatisfy { name in
      !UnitWords.isGroup(name) && (UnitName.level(of: name) != nil || isKnown(name))
    }
  }

  /// Whether some known name covers the place of a conjunction: …自然资源和规划局.
  private func spansKnownName(_ place: Int, in range: Range<Int>) -> Bool {
    let end = min(range.upperBound, place + 16)
    for start in max(range.lowerBound, place - 14)..<place {
      var stop = end
      while stop > place + 1 {
        if isKnown(folded(start..<stop)) { return true }
        stop -= 1
      }
    }
    return false
  }

  static func withoutBracket(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    return String(name[..<open])
  }

  // MARK: Names without anything between them

  /// Endings behind which a name is whole, so that the next one may begin.
  private static let wholeEndings = [
    "局", "委", "办", "部", "中心", "办公室", "镇", "院", "社", "站", "台", "会", "妇联", "残联", "文联", "侨联", "科协", "工商联", "大队", "支队",
    "公司",
    "银行", "馆",
  ]

  /// 区卫计局区人社局: a line break was lost between two names of one level.
  private func cutRunTogether(_ range: Range<Int>) -> [Piece] {
    guard range.count >= 6 else { return [Piece(kind: .item, range: range)] }
    let whole = folded(range)
    let level = UnitName.level(of: whole).map { Array($0.unicodeScalars) }
    let mayBeCut = text.scalars[range].dropFirst(2).contains { $0 == "各" || $0 == level?.first }
    guard mayBeCut, !isKnown(whole) else { return [Piece(kind: .item, range: range)] }
    var index = range.lowerBound + 2
    while index < range.upperBound - 2 {
      let scalar = text.scalars[index]
      if "“《".unicodeScalars.contains(scalar) { break }
      if scalar == "(" {
        // 县工信局（牵头）县商务局: a pair of brackets belongs to the name before it.
        guard let close = text.scalars[index..<range.upperBound].firstIndex(of: ")") else { break }
        index = close + 1
        continue
      }
      let starts = scalar == "各" || level.map { text.scalars[index..<range.upperBound].starts(with: $0) } == true
      if starts, !"府直场政内外辖属".unicodeScalars.contains(text.scalars[index + 1]) || scalar == "各" {
        let left = folded(range.lowerBound..<index)
        let right = folded(index..<range.upperBound)
        let isEnd = UnitListSplitter.wholeEndings.contains(where: UnitListSplitter.withoutBracket(left).hasSuffix)
        // 县安委会各成员单位 and 管委会各内设机构 are one group.
        if ["各成员", "各内设", "各下属", "各所属", "各直属", "各科", "各股", "各处"].contains(where: right.hasPrefix) { break }
        if isEnd, UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(left)),
          UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(right)),
          scalar == "各" || UnitName.level(of: right) != nil
        {
          return [Piece(kind: .item, range: range.lowerBound..<index)] + cutRunTogether(index..<range.upperBound)
        }
      }
      index += 1
    }
    return [Piece(kind: .item, range: range)]
  }
}
