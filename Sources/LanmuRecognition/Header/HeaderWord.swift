internal import LanmuGrid

/// A label of a header with all that is asked of it where rows of labels are laid over each other, read once however often the
/// label is tried.
struct HeaderWord: Sendable {
  let text: String
  /// The same in simplified characters, by which it is compared with others.
  private let wording: String
  /// What the lexicon knows of it.
  let meaning: FieldMeaning?
  /// Whether its meaning is certain.
  let isCertain: Bool
  /// The word that each label contains below which this one stands; `nil` if it may stand below any.
  let wantedGroup: String?
  /// Whether it names a whole site.
  let namesSite: Bool
  /// Whether it speaks of supplying content.
  let namesSupply: Bool
  /// Whether it speaks of nothing but publishing content (发布更新).
  let namesPublishing: Bool
  /// Whether it is a word for indicators that also asks for something.
  let namesIndicators: Bool
  /// Whether it names persons and no bodies (审核领导, 联系人).
  let namesPersons: Bool
  /// Whether it is one under which times, ways and units may stand together.
  let organises: Bool
  /// Whether it ends in the common noun for a body (办理单位), and is the name of none.
  let namesBodies: Bool
  /// Whether it says of itself that it is divided (指标及分解).
  let isDivided: Bool
  /// Whether it may stand below another: it is short, and no number, time or the like.
  let mayDivide: Bool

  init(_ text: String) {
    let match = HeaderLexicon.match(text)
    self.text = text
    let wording = SimplifiedForms.text(text)
    self.wording = wording
    meaning = match?.meaning
    isCertain = match?.strength == 1
    wantedGroup = DivisionWords.group(of: text)
    namesSite = HeaderLexicon.namesSite(text)
    namesSupply = HeaderPhrase.namesSupply(text)
    namesPublishing = Self.namesPublishing(wording)
    namesIndicators = match?.meaning == .requirement && HeaderLexicon.namesIndicator(text)
    namesBodies = HeaderPhrase.namesBodies(text)
    namesPersons = match?.meaning == .other && HeaderPhrase.namesPersons(text)
    // What names a time for certain (更新时间要求) has nothing else below it.
    organises =
      match?.strength != 1 && Self.organising.contains { wording.contains($0) }
      && !(match?.meaning == .update && Self.namesTime(wording))
    isDivided = Self.dividing.contains { wording.contains($0) }
    mayDivide = Self.mayDivide(text, isWanted: wantedGroup != nil)
  }

  private static func mayDivide(_ text: String, isWanted: Bool) -> Bool {
    guard text.unicodeScalars.count <= longestBelow else { return false }
    if isWanted { return true }
    let evidence = TextEvidence(text)
    return !evidence.isNumber && !evidence.isMark && !evidence.isContact && !evidence.isProse
  }

  /// Whether words are known as labels that stand below others: a word for supplying content may be one beside such as are.
  static func mayDivide(_ words: [HeaderWord]) -> Bool {
    words.contains { $0.meaning != nil } && words.allSatisfy { $0.meaning != nil || $0.namesSupply }
  }

  /// Labels of a second row are narrow; longer ones are a body's.
  private static let longestBelow = 10

  private static func namesTime(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return HeaderPhrase.namesTime(text.hasSuffix("要求") ? scalars.dropLast(2) : scalars)
  }

  /// Words of labels under which times, ways and units may stand together: 组织实施, 保障落实, 公开属性.
  private static let organising = ["组织", "实施", "落实", "保障", "要求", "职责", "管理", "维护", "安排", "属性"]

  /// Whether a label consists of words for what else than supplying has its times.
  private static func namesPublishing(_ label: String) -> Bool {
    var rest = label[...]
    while let word = publishing.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
    return rest.isEmpty && !label.isEmpty
  }

  private static let publishing = ["更新", "发布", "公开", "上线", "上网", "刊发"]

  /// Words that say of a label that others stand below it.
  private static let dividing = ["分解", "体系", "构成", "架构", "层级"]

  // MARK: - Labels below a label

  /// What labels may cost on the average below those that they divide, at the most.
  static let greatestCost = 1.3
  /// The same where nothing but the labels tells that they divide one.
  static let greatestSureCost = 0.6

  /// How unlikely it is that labels divide this one.
  func cost(of run: ArraySlice<HeaderWord>) -> Double {
    // What surely says when a site is renewed is not lost among the labels below it.
    let areKnown = run.allSatisfy { $0.meaning != nil }
    let isLost = meaning == .update && isCertain && areKnown && !run.contains { $0.meaning == .update }
    // 栏目设置及责任分工 over all fields but 备注 says nothing of any of them.
    let mayMeanAll = meaning.map { [.level, .requirement, .responsible].contains($0.family) } ?? true
    if mayMeanAll, run.count >= Self.fewestOfAll, areKnown,
      Set(run.lazy.compactMap(\.meaning).map(\.family)).count >= Self.fewestKinds
    {
      return Self.ofAllCost * Double(run.count)
    }
    let start = (run.count == 1 ? Self.loneCost : 0) + (isLost ? Self.lostCost : 0)
    return run.reduce(start) { $0 + cost(of: $1, besideOthers: run.count > 1) }
  }

  private func cost(of label: HeaderWord, besideOthers: Bool) -> Double {
    guard meaning != .number else { return Self.impossible }
    // 栏目 over 频道, 栏目, 子栏目 is the word for all of them and for one.
    if label.wording == wording { return meaning != nil && besideOthers ? Self.namesakeCost : Self.impossible }
    if let wanted = label.wantedGroup { return wording.contains(wanted) ? 0 : Self.strangeCost }
    guard let below = label.meaning else {
      // 文字, 图片: what units supply.
      if meaning == .update, label.namesSupply { return 0.5 }
      if meaning == .update, label.namesPublishing { return Self.publishingCost }
      return meaning.map(\.family) == .responsible ? 0.5 : meaning == .level ? 0.8 : 1.2
    }
    if below == meaning { return 0 }
    if isDivided, [.level, .requirement].contains(below) { return Self.ownPartCost }
    if namesIndicators, below == .level {
      return label.wording.hasSuffix(wording.suffix(2)) ? 0 : Self.otherIndicatorCost
    }
    // 平台 beside 频道 and 栏目 is a level.
    if meaning == .level, label.namesSite { return Self.namesakeCost }
    // 保障栏目 over 大栏 and 小栏.
    if meaning == .target, below == .level { return 0.5 }
    if let meaning, below.family == meaning.family { return meaning == .mode ? 0.6 : 0 }
    // 责任分工 over 责任单位 and 审核领导: bodies, and persons in them.
    if meaning?.family == .responsible, label.namesPersons { return Self.personsCost }
    if organises { return meaning == nil ? 0.7 : 0.8 }
    // Words that are not known are a group's rather than a field's.
    if meaning == .requirement { return HeaderLexicon.namesOneLevel(label.text) ? Self.countedLevelCost : 1 }
    return meaning == nil ? 0.9 : 2.2
  }

  /// More than any other reading of a header costs.
  private static let impossible = 9.0

  /// A level of indicators stands rather below the word for them than below that for what they ask, and rather below one
  /// that ends in the level's own (一级指标 below 考核指标 rather than 评估要点).
  private static let otherIndicatorCost = 0.1

  /// 二级栏目 goes on with the levels left of it, and is no part of what is demanded.
  private static let countedLevelCost = 1.6

  /// What is asked stands as well as a level below a label that is divided into parts of what is assessed.
  private static let ownPartCost = 0.2

  /// What is done to a site's content stands rather below the word for times than below that for who does it.
  private static let publishingCost = 0.3

  /// Persons stand rather below the word for those who do the work than below that for anything else.
  private static let personsCost = 0.3

  /// A label that stands alone below another is a group that the next row divides, and rare.
  private static let loneCost = 0.7

  /// What a label surely says is said by none of those below it.
  private static let lostCost = 2.0

  /// One of several labels below their own name.
  private static let namesakeCost = 0.5

  /// So many labels or more, of so many kinds or more, are rather all that a table asks for than what one label divides into,
  /// and what each of them costs then.
  private static let fewestOfAll = 5
  private static let fewestKinds = 4
  private static let ofAllCost = 0.7

  /// A label that belongs below another word for certain.
  private static let strangeCost = 2.5
}
