import LanmuRecognition

/// Finds duties outside the unit fields: in requirements, targets and remarks.
///
/// Such texts speak of many bodies that have no duty in them. Only names count that the document's unit fields have, that a
/// directory knows with their level (县教育局), or that are groups (各乡镇); and only in four shapes: a clause that begins with
/// them, or with 由 before them, and goes on with a role's verb or with named columns; a label before a colon (牵头单位：…);
/// brackets that hold nothing but units; and whoever receives reports and publishes them.
struct DutyScanner {
  private let parser: ResponsibilityParser
  /// The names of the unit fields, folded.
  private let names: Set<ExactText>
  /// The lengths of those names by their first character.
  private let nameLengths: [Unicode.Scalar: Set<Int>]

  /// `duties` are those of the unit fields and of labels.
  init(parser: ResponsibilityParser, duties: [Duty]) {
    self.parser = parser
    names = Set(
      duties.lazy.flatMap { [$0.name, $0.fullName] + $0.otherNames }.filter { !$0.isEmpty }
        .map { ExactText($0.foldedKey) })
    var lengths: [Unicode.Scalar: Set<Int>] = [:]
    for name in names {
      let scalars = name.text.unicodeScalars
      if let first = scalars.first { lengths[first, default: []].insert(scalars.count) }
    }
    nameLengths = lengths
  }

  func duties(in text: String) -> [Duty] {
    let folded = FoldedText(text)
    var result: [Duty] = []
    var before: Range<Int>?
    for sentence in sentences(of: folded) {
      result += clause(folded, sentence)
      result += brackets(folded, sentence, item: before)
      result += handover(folded, sentence)
      before = sentence
    }
    return result
  }

  // MARK: Names

  private func isName(_ name: String) -> Bool {
    let key = name.foldedKey
    return isInFields(key) || parser.isListed(key) || DutyScanner.isPlainGroup(key)
  }

  private func isInFields(_ key: String) -> Bool { names.contains(ExactText(key)) }

  /// 各乡镇, 各部门; 各类企业 and 有关单位 are whoever the sentence means.
  private static func isPlainGroup(_ key: String) -> Bool {
    key.hasPrefix("各") && !key.hasPrefix("各类") && !key.hasPrefix("各种") && UnitWords.isGroup(key) && key.count <= 10
      && ["部门", "单位", "镇", "乡", "街道", "乡镇人民政府", "镇人民政府", "街道办事处"].contains(where: key.hasSuffix)
  }

  /// Whether a name begins at a place.
  private func beginsWithName(_ text: FoldedText, at place: Int, limit: Int) -> Bool {
    let first = text.scalars[place]
    let lengths = nameLengths[first] ?? []
    if lengths.contains(where: { place + $0 < limit && isInFields(text.folded(place..<place + $0).foldedKey) }) {
      return true
    }
    // A level and a name of the directory, or 各 and a group.
    guard place + 3 < limit else { return false }
    let isGroup = first == "各"
    guard isGroup || DutyScanner.isLevel(first) && parser.mayBeListed(behindLevel: text.scalars[place + 1]) else {
      return false
    }
    return (3...16).contains { length in
      guard place + length < limit else { return false }
      let name = text.folded(place..<place + length)
      return isGroup ? DutyScanner.isPlainGroup(name) : parser.isListed(name)
    }
  }

  private static func isLevel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡": true
    default: false
    }
  }

  // MARK: Sentences

  private func sentences(of text: FoldedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var depth = 0
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if scalar == "(" || scalar == "“" { depth += 1 }
      if scalar == ")" || scalar == "”" { depth = max(0, depth - 1) }
      let ends = depth == 0 && (scalar == ";" || scalar == "。" || scalar == "\n")
      // A number with a dot opens an item, even where nothing closes the one before.
      let numbered =
        depth == 0 && scalar == "." && index > start && ("0"..."9").contains(text.scalars[index - 1])
        && !(index + 1 < text.count && ("0"..."9").contains(text.scalars[index + 1]))
      if ends || numbered {
        let end = numbered ? numberStart(text, index) : index
        if start < end { result.append(start..<end) }
        start = index + 1
      }
    }
    if start < text.count { result.append(start..<text.count) }
    return result
  }

  private func numberStart(_ text: FoldedText, _ index: Int) -> Int {
    var start = index
    while start > 0, ("0"..."9").contains(text.scalars[start - 1]) { start -= 1 }
    return start
  }

  // MARK: Clauses

  /// A clause that goes on for longer names no duty, and a sentence does not try more often: what long texts without a full
  /// stop cost stays in proportion to their length.
  private static let longestClause = 600
  private static let mostStarts = 12

  /// 县教育局“招生政策”栏目; …，由县政府办牵头，各部门配合; 责任单位：县人社局: read from the first clause that begins so.
  private func clause(_ text: FoldedText, _ sentence: Range<Int>) -> [Duty] {
    for start in starts(in: text, sentence).prefix(Self.mostStarts)
    where sentence.upperBound - start <= Self.longestClause {
      let range = start..<sentence.upperBound
      let reading = parser.parse(text.original(range))
      guard reading.unread.isEmpty else { continue }
      let words = text.folded(range)
      let found = reading.duties.filter { duty in
        (!duty.duty.isEmpty || !duty.scope.isEmpty) && isName(duty.name) && !isPast(duty.duty, in: words)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// 县财政局批复的预算, 县司法局审核后: what somebody does before, and no duty.
  private func isPast(_ verb: String, in words: String) -> Bool {
    !verb.isEmpty && ["的", "后", "之日"].contains { words.contains(verb + $0) }
  }

  /// Where a name or a role's label begins a clause.
  private func starts(in text: FoldedText, _ sentence: Range<Int>) -> [Int] {
    var result: [Int] = []
    var depth = 0
    for index in sentence {
      let scalar = text.scalars[index]
      if FoldedText.opens(scalar) { depth += 1 }
      if FoldedText.closes(scalar) { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      let before = index > sentence.lowerBound ? text.scalars[index - 1] : ","
      let opens = before == "," || before == "由" || before == "."
      guard opens else { continue }
      if beginsWithName(text, at: index, limit: sentence.upperBound) || beginsWithLabel(text, at: index, in: sentence) {
        result.append(index)
      }
    }
    return result
  }

  private func beginsWithLabel(_ text: FoldedText, at place: Int, in sentence: Range<Int>) -> Bool {
    guard let colon = text.scalars[place..<min(sentence.upperBound, place + 8)].firstIndex(of: ":"), colon > place,
      colon + 1 < sentence.upperBound
    else { return false }
    return RoleWords.role(ofLabel: text.folded(place..<colon)) != nil
  }

  /// 报送有关信息至县信息中心，发布在“通知”栏目: whoever receives it publishes it.
  private func handover(_ text: FoldedText, _ range: Range<Int>) -> [Duty] {
    let words = Array(text.scalars[range])
    guard words.contains("报") || words.contains("送"), words.contains("布") else { return [] }
    for place in range.dropLast(2) where text.scalars[place] == "至" || text.scalars[place] == "到" {
      let start = place + 1
      let lengths = (nameLengths[text.scalars[start]] ?? []).sorted(by: >)
      for length in lengths where start + length < range.upperBound {
        let end = start + length
        guard text.scalars[end] == ",", isInFields(text.folded(start..<end).foldedKey),
          text.folded(end + 1..<range.upperBound).hasPrefix("发布")
        else { continue }
        var scope = text.original(end + 3..<range.upperBound)
        for lead in ["在", "到", "至", "于"] where scope.hasPrefix(lead) { scope.removeFirst() }
        return [Duty(name: text.original(start..<end), role: .responsible, scope: scope, duty: "发布")]
      }
    }
    return []
  }

  // MARK: Brackets

  /// 公开土地供应计划（县自然资源局）、保障房分配结果（县住建局）: brackets that hold units, each about the words before it.
  private func brackets(_ text: FoldedText, _ sentence: Range<Int>, item: Range<Int>?) -> [Duty] {
    var result: [Duty] = []
    var start = sentence.lowerBound
    var index = start
    let partners = partners(in: text, sentence)
    while index < sentence.upperBound {
      guard let close = partners[index] else {
        index += 1
        continue
      }
      // …目录;(县水利局): brackets behind the mark that closes an item are about that item.
      let about = index > sentence.lowerBound ? start..<index : item
      if let about, about.count >= 2 || about == item {
        let found = units(text, index + 1..<close, about: words(text, about))
        result += found
        if !found.isEmpty { start = close + 1 }
      }
      index = close + 1
    }
    return result
  }

  private func units(_ text: FoldedText, _ range: Range<Int>, about scope: String) -> [Duty] {
    let reading = parser.parse(text.original(range))
    // Inside brackets a level and a verb make a name that no directory knows one as well: （县国资中心负责）.
    func isBody(_ duty: Duty) -> Bool {
      isName(duty.name)
        || !duty.duty.isEmpty && UnitName.level(of: duty.name.foldedKey) != nil && parser.looksLikeUnit(duty.name)
    }
    guard reading.unread.isEmpty, !reading.duties.isEmpty, reading.duties.allSatisfy(isBody) else { return [] }
    return reading.duties.map { duty in
      var duty = duty
      if duty.scope.isEmpty { duty.scope = scope }
      return duty
    }
  }

  /// Words without the marks around them.
  private func words(_ text: FoldedText, _ range: Range<Int>) -> String {
    var words = text.original(range)
    while let first = words.first, "、,，;；".contains(first) { words.removeFirst() }
    while let last = words.last, ";；。，,".contains(last) { words.removeLast() }
    return words
  }

  /// For each bracket that opens in the sentence, the place of the one that closes it there.
  private func partners(in text: FoldedText, _ sentence: Range<Int>) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [Int] = []
    for index in sentence {
      if text.scalars[index] == "(" { open.append(index) }
      if text.scalars[index] == ")", let start = open.popLast() { result[start] = index }
    }
    return result
  }
}
