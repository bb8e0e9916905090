/// Persons, telephones and what else in a unit field says whom to ask: no unit, and no limit of a duty.
enum ContactWords {
  /// A text without its contacts (县政府办 联系人：王小明 电话：83212345 → 县政府办), its other characters as they stand.
  static func withoutContacts(_ text: FoldedText) -> FoldedText? {
    guard var index = (0..<text.count).first(where: { contactEnd(in: text, at: $0) != nil }) else { return nil }
    var kept = String.UnicodeScalarView(text.originals[..<index])
    while index < text.count {
      if let end = contactEnd(in: text, at: index) {
        index = end
        continue
      }
      kept.append(text.originals[index])
      index += 1
    }
    return FoldedText(String(kept))
  }

  /// The end of 联系人：王小明 that begins at a place, or of a telephone's number.
  private static func contactEnd(in text: FoldedText, at place: Int) -> Int? {
    if let label = labels.longest(in: text.scalars, at: place, limit: text.count) {
      guard place == 0 || !"“《".unicodeScalars.contains(text.scalars[place - 1]) else { return nil }
      var end = label.end
      let hasColon = end < text.count && text.scalars[end] == ":"
      if hasColon { end += 1 }
      let start = end
      while end < text.count, !"、,;。()\n/".unicodeScalars.contains(text.scalars[end]),
        labels.longest(in: text.scalars, at: end, limit: text.count) == nil
      {
        end += 1
      }
      let value = text.folded(start..<end)
      return hasColon || value.isEmpty || isTelephone(value) || isPerson(value) ? end : nil
    }
    guard isDigit(text.scalars[place]), place == 0 || !isDigit(text.scalars[place - 1]) else { return nil }
    var end = place
    while end < text.count, isDigit(text.scalars[end]) || text.scalars[end] == "-" { end += 1 }
    return isTelephone(text.folded(place..<end)) ? end : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let labels = Lexicon<Void>([
    ((), "联系人 联系电话 电话 手机 手机号 手机号码 联系方式 办公电话 固定电话 联络员 经办人 邮箱 电子邮箱 分管领导 填报人 信息员电话")
  ])

  /// Seven figures and more, with dashes.
  static func isTelephone(_ words: String) -> Bool {
    let digits = words.filter(\.isNumber).count
    return (7...13).contains(digits) && words.allSatisfy { $0.isNumber && $0.isASCII || $0 == "-" }
  }

  /// Whether words name a person: 王小明, 刘科长, 欧阳明.
  ///
  /// Surnames that open common words as well (金, 方, 程, 任) count only with a title behind them.
  static func isPerson(_ words: String) -> Bool {
    let length = words.count
    guard (2...6).contains(length), let first = words.unicodeScalars.first else { return false }
    if let title = titles.closing(words[...]), length > title.count {
      let name = words.dropLast(title.count)
      return name.count <= 3 && (surnames + commonSurnames).contains(first)
    }
    if compoundSurnames.contains(where: words.hasPrefix) { return (3...4).contains(length) }
    return (2...3).contains(length) && surnames.contains(first) && !UnitWords.endsAsUnit(words)
  }

  /// A name and the person behind it: 县卫生健康局黄小明.
  static func splitPerson(_ words: String) -> (unit: String, person: String)? {
    for title in ["主要负责人", "负责人", "分管领导", "联络员", "信息员"] where words.hasSuffix(title) {
      let unit = String(words.dropLast(title.count))
      if UnitWords.endsAsUnit(unit), !UnitWords.isGroup(unit) { return (unit, title) }
    }
    guard !UnitWords.endsAsUnit(words) else { return nil }
    for length in 2...6 where words.count >= length + 3 {
      let person = String(words.suffix(length))
      let unit = String(words.dropLast(length))
      guard isPerson(person) else { continue }
      let bare = UnitListSplitter.withoutBracket(unit)
      if UnitWords.endsAsUnit(bare) || splitsAgain(bare) { return (unit, person) }
    }
    return nil
  }

  /// 县信息中心李明 before a second person.
  private static func splitsAgain(_ words: String) -> Bool {
    (2...3).contains { length in
      words.count >= length + 3 && isPerson(String(words.suffix(length)))
        && UnitWords.endsAsUnit(String(words.dropLast(length)))
    }
  }

  private static let surnames: Set<Unicode.Scalar> = Set(
    "王李张刘陈杨赵黄吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡魏薛阎潘杜戴钟汪姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟雷汤尹黎贺赖龚韦覃莫蒙梁蓝肖闫".unicodeScalars)
  private static let commonSurnames: Set<Unicode.Scalar> = Set(
    "周林马高何许曾程贾丁余夏田任石金方白康毛江史钱段万常武乔文龙于叶易温甘农陶庞".unicodeScalars)
  private static let compoundSurnames = ["欧阳", "上官", "司徒", "诸葛", "司马", "皇甫"]
  private static let titles = EdgeWords.endings([
    "副主任", "副局长", "副县长", "副区长", "副市长", "副镇长", "副股长", "副科长", "主任", "局长", "科长", "股长", "县长", "区长", "市长", "镇长", "书记", "部长",
    "院长", "处长", "队长", "所长", "站长", "同志", "老师", "先生", "女士",
  ])
}

extension Set where Element == Unicode.Scalar {
  fileprivate static func + (left: Self, right: Self) -> Self { left.union(right) }
}
