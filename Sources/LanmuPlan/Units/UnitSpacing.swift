import LanmuRecognition

/// White space in a list of bodies: between two whole names it parts them, anywhere else it says nothing.
struct UnitSpacing {
  /// Whether a name is a body's whole name.
  let isKnown: (String) -> Bool

  /// The text with a mark for each white space that parts two names, and without all other white space inside CJK text.
  func marked(_ text: String, with mark: Character = " ") -> String {
    guard text.unicodeScalars.contains(where: FoldedText.isInvisible) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(marked($0, with: mark)) }.joined(separator: "\n")
  }

  private func marked(_ line: Substring, with mark: Character) -> String {
    let words = line.split { $0.unicodeScalars.allSatisfy(FoldedText.isInvisible) }
    guard var result = words.first.map(String.init) else { return "" }
    // What has been put together since the last mark, beside the last word of it.
    var run = result
    var depth = Self.depth(words[0])
    for place in words.indices.dropFirst() {
      let (left, right) = (words[place - 1], words[place])
      if depth <= 0, parts([String(left), run].map(Self.lastName), startsOf(words[place...])) {
        result.append(mark)
        run = ""
      } else if Self.isLatin(left.unicodeScalars.last), Self.isLatin(right.unicodeScalars.first) {
        result.append(" ")
      }
      result += right
      run += right
      depth += Self.depth(right)
    }
    return result
  }

  /// The names that the first words of a list may be, as white space may stand within a name, too.
  private func startsOf(_ words: ArraySlice<Substring>) -> [String] {
    var name = ""
    return words.prefix(Self.mostPieces).map { word in
      name += word
      return Self.firstName(name[...])
    }
  }

  private static let mostPieces = 4

  // MARK: - Names

  private func parts(_ left: [String], _ right: [String]) -> Bool {
    left.contains { left in right.contains { parts(left, $0) } }
  }

  private func parts(_ left: String, _ right: String) -> Bool {
    guard !isKnown(left + right) else { return false }
    if Self.areOffices(left, right) { return true }
    guard isWhole(left), isWhole(right) else { return false }
    // 县纪委 监委, 市政府 办公室: what has no level of its own belongs to the committee before it.
    let isAlone = UnitName.level(of: right) != nil || UnitWords.isGroup(right)
    return isAlone || !Self.seats.contains(where: left.hasSuffix) || left.count > Self.longestSeat
  }

  /// Whether a text is a body's name from its beginning to its end.
  private func isWhole(_ name: String) -> Bool {
    // 妇联, 编办: of two characters, only a few endings leave a name whole (公安 is but a beginning).
    guard name.count >= 3 || name.count == 2 && "联协委办局".contains(name.suffix(1)) && isKnown(name) else {
      return false
    }
    if UnitWords.isGroup(name) {
      return name.first.map { "各所全其有相".contains($0) } == true || UnitName.level(of: name) != nil
    }
    let plain = UnitListSplitter.withoutBracket(name)
    guard UnitWords.endsAsUnit(plain), !Self.offices.contains(plain) else { return false }
    return UnitName.level(of: plain) != nil || isKnown(plain)
  }

  private static let seats = ["委", "政府", "人大", "政协"]
  private static let longestSeat = 4

  /// What many bodies have within.
  private static let offices: Set<String> = ["办公室", "委员会", "常委会", "管理局", "服务中心", "信息科", "信息中心", "信息办", "管理处", "管理站"]

  // MARK: - Offices

  /// Whether two names are those of offices of one rank within a body, which have no level of their own: 人事处 财务处.
  ///
  /// Of 宣传部 新闻科 the second may belong to the first, and so is not parted from it.
  private static func areOffices(_ left: String, _ right: String) -> Bool {
    guard isOffice(left) || left == "办公室", isOffice(right) else { return false }
    // A body's own office stands beside offices of any rank.
    if left.hasSuffix("办") || left == "办公室" { return true }
    return [upperOffices, lowerOffices].contains { rank in
      rank.contains(where: left.hasSuffix) && rank.contains(where: right.hasSuffix)
    }
  }

  private static func isOffice(_ name: String) -> Bool {
    if shortOffices.contains(name) { return true }
    return name.count >= 3 && (upperOffices + lowerOffices).contains(where: name.hasSuffix)
      && UnitWords.endsAsUnit(name) && !offices.contains(name) && UnitName.level(of: name) == nil
      && name.allSatisfy { !$0.isASCII }
  }

  private static let upperOffices = ["部", "处", "办", "中心", "馆", "学院", "研究院", "研究室", "工会"]
  private static let lowerOffices = ["科", "股", "室", "组"]
  private static let shortOffices: Set<String> = ["党办", "校办", "院办", "工会", "团委"]

  // MARK: - Words

  /// The name with which a word ends, behind the last mark in it.
  private static func lastName(_ word: String) -> String {
    let folded = word.foldedKey
    return String(folded.suffix(folded.reversed().prefix { !marks.contains($0) }.count))
  }

  private static func firstName(_ word: Substring) -> String {
    String(String(word).foldedKey.prefix { !marks.contains($0) })
  }

  private static let marks: Set<Character> = ["、", ",", ";", "。", ":", "/", "|", "+", "&"]

  /// How many brackets a word opens and does not close.
  private static func depth(_ word: Substring) -> Int {
    word.unicodeScalars.reduce(0) { depth, scalar in
      let folded = FoldedText.fold(scalar)
      return depth + (FoldedText.opens(folded) ? 1 : 0) - (FoldedText.closes(folded) ? 1 : 0)
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) } ?? false
  }
}
