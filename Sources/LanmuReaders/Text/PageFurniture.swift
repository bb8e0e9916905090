internal import LanmuGrid

/// Tells lines that belong to a page or to the text around a table from those that belong to its cells.
enum PageFurniture {
  /// Whether a line is a page number and nothing else: `- 3 -`, `—3—`, `第3页`, `第 3 页 共 10 页`, `Page 3 of 10`.
  ///
  /// A bare number is none, since it may be a cell.
  static func isPageNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let characters = SimplifiedForms.text(text).filter { !$0.isWhitespace && $0 != "\u{3000}" }
    guard characters.contains(where: \.isNumber) else { return false }
    if let first = characters.first, let last = characters.last, dashes.contains(first), dashes.contains(last) {
      let inner = characters.drop { dashes.contains($0) }.reversed().drop { dashes.contains($0) }
      return !inner.isEmpty && inner.count <= 5 && inner.allSatisfy { $0.isASCII && $0.isNumber }
    }
    if characters.hasPrefix("第"), characters.contains("页") {
      return characters.allSatisfy { "第页共，,/／总计".contains($0) || $0.isNumber }
    }
    if characters.lowercased().hasPrefix("page") {
      let rest = characters.lowercased().dropFirst(4).replacing("of", with: "")
      return !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "/" }
    }
    return false
  }

  /// Whether a line is a number and nothing else, which next to blank lines is a page number too.
  static func isBareNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a line opens a new part of a document (`二、…`, `第三章 …`, `附件2`, `备注：…`), and so hardly continues a cell.
  static func opensPart(_ text: String) -> Bool {
    let text = SimplifiedForms.text(text)
    if openings.contains(where: { text.hasPrefix($0) }) { return true }
    let head = text.prefix(8)
    if head.hasPrefix("第"), head.contains(where: { "章节条部篇".contains($0) }) { return true }
    return isNumbered(text)
  }

  /// Whether a line has the number of a section: `二、…`, `（二）…`, `第二部分 …`.
  static func opensSection(_ text: String) -> Bool {
    if isNumbered(text) { return true }
    let inner = text.dropFirst().prefix(while: isNumeral)
    guard let first = text.first, !inner.isEmpty, let next = text.dropFirst(1 + inner.count).first else { return false }
    return "（(".contains(first) ? "）)".contains(next) : first == "第" && "部章节类篇".contains(next)
  }

  /// Whether a line reads as the heading of a section that has its number: `二、…`, `（二）…`, `第二部分 …`.
  static func headsSection(_ text: String) -> Bool { opensSection(text) && isHeading(text) }

  /// Whether a line counts a table: `表2 …`, `附表2`, `附件：…`, `附：…`.
  static func isTableMark(_ text: String) -> Bool {
    if ["附：", "附:", "附表", "附件"].contains(where: text.hasPrefix) { return true }
    guard text.hasPrefix("表"), let next = text.dropFirst().first(where: { !$0.isWhitespace }) else { return false }
    return next.isNumber || isNumeral(next)
  }

  /// Whether a line is a heading with a Chinese number: `二、互动交流`.
  static func isNumberedHeading(_ text: String) -> Bool { isNumbered(text) && isHeading(text) }

  /// Whether a line reads as the numbered heading of a table: `二、考核指标任务分解`.
  static func titlesTable(_ text: String) -> Bool {
    isNumberedHeading(text) && tableNames.contains(where: text.hasSuffix)
  }

  /// Whether a line reads as the title of a whole table: `某县网站内容保障责任分工表`.
  static func namesTable(_ text: String) -> Bool {
    isHeading(text) && text.count >= shortestTableTitle && tableNames.contains(where: text.hasSuffix)
  }

  /// Whether a line reads as the heading of a section and names a table: `（二）考核指标责任分解`.
  static func headsTable(_ text: String) -> Bool { headsSection(text) && namesTable(text) }

  /// Whether a line reads as the title of a form: `信息发布审批表`, `发文稿签`.
  static func titlesForm(_ text: String) -> Bool {
    isHeading(text) && text.count >= shortestTitle && formNames.contains(where: text.hasSuffix)
  }

  /// Whether a line names a counted table: `附件4 联系人`; a mark alone may stand at the top of each of its pages.
  static func captionsTable(_ text: String) -> Bool { isTableMark(text) && isHeading(text) && text.count > 5 }

  private static func isNumbered(_ text: String) -> Bool {
    let number = text.prefix(while: isNumeral)
    return !number.isEmpty && number.count <= 3 && text.dropFirst(number.count).hasPrefix("、")
  }

  /// Whether a line reads as a heading: short, and without the punctuation of a sentence.
  static func isHeading(_ text: String) -> Bool {
    guard !text.isEmpty, text.count <= 60, let last = text.last, !"、：:".contains(last) else { return false }
    return !text.contains { "。；;，,".contains($0) } && !isPageNumber(text)
  }

  /// Whether a line ends where a sentence does.
  static func endsSentence(_ text: String) -> Bool { text.hasSuffix("。") || text.hasSuffix("！") }

  /// Whether a text stops in the middle of a list or sentence.
  static func runsOn(_ text: String) -> Bool {
    text.last.map { "、，,；;：:".contains($0) } ?? false
  }

  private static let dashes: Set<Character> = ["-", "—", "–", "－", "―", "─", "‐", "－", "·", "~"]
  private static func isNumeral(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral)
  }

  private static let tableNames = ["表", "分工", "分解", "清单", "一览", "方案"]
  private static let formNames = ["审批表", "审核表", "审查表", "登记表", "审批单", "审核单", "审签单", "会签单", "稿签"]
  private static let shortestTitle = 4
  /// Labels that end in such a word are shorter.
  private static let shortestTableTitle = 10
  private static let openings = ["附件", "附表", "附录", "备注", "注：", "注:", "说明：", "说明:", "抄送", "联系人", "填表人", "填报单位"]
}
