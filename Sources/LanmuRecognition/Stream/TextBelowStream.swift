/// Paragraphs below a table of which nothing but what they say tells that they are none of its cells: who signed it and when, whom
/// copies go to, a sentence that closes the document.
enum TextBelowStream {
  /// Where the text below a table begins among a stream's cells; at their end if there is none.
  ///
  /// - Parameters:
  ///   - labels: the stream's texts without white space.
  ///   - columns: the fields of the table.
  static func start(in labels: [String], below columns: [LogicalColumn]) -> Int {
    let values = columns.prefix(columns.firstTrailingRemarks).map(\.meaning)
    // The last value of a row may be a date.
    let mayBeDate = values.last == .update || values.last == .supply
    // Its last cell may be any sentence where that is a demand or a remark.
    let mayBeSentence = columns.last.map { [.requirement, .remarks, .other].contains($0.meaning) } ?? false
    let units = values.reversed().prefix { $0.family == .responsible }.count
    var start = labels.count
    while start > 0, labels.count - start < mostParagraphs {
      let own = start - 1
      let isLoneSentence = mayBeSentence && start == labels.count
      if closes(labels[own], alone: isLoneSentence) || !mayBeDate && SurroundingText.beginsSignature([labels[own]]) {
        start = own
      } else if !mayBeDate, start < labels.count, SurroundingText.beginsSignature(Array(labels[own...start])),
        isIssuer(labels, at: own, units: units)
      {
        start = own
      } else {
        break
      }
    }
    return start
  }

  /// A document closes with no more paragraphs.
  static let mostParagraphs = 12

  /// Whether a body above a date is none of the last row's: a closing sentence parts them, or that row has all of its own, or it
  /// is the government of a county or above, which no row names.
  ///
  /// - Parameter units: how many bodies a row ends in.
  private static func isIssuer(_ labels: [String], at place: Int, units: Int) -> Bool {
    if place > 0, closes(labels[place - 1]) { return true }
    let above = labels[..<place].suffix(units)
    if above.count == units, above.allSatisfy({ TextEvidence($0).units == 1 }) { return true }
    return countyGovernments.contains(where: labels[place].contains)
      && !labels[..<place].contains { $0.contains("人民政府") }
  }

  /// Those that issue plans; the towns of a county (各镇人民政府, 城关镇人民政府) keep columns of its site.
  private static let countyGovernments = ["省", "自治区", "市", "州", "盟", "县", "区", "旗"].map { $0 + "人民政府" }

  /// Whether a paragraph closes a document.
  ///
  /// - Parameter alone: whether it may be a row's value, and no other closing paragraph stands below it.
  private static func closes(_ text: String, alone: Bool = false) -> Bool {
    if SurroundingText.namesReaders(text) || SurroundingText.isImprint(text) || SpecialRows.isSignature(text) {
      return true
    }
    let plain = text.drop { "（(".contains($0) }
    guard (alone ? closings : closings + openings).contains(where: plain.hasPrefix), let last = text.last else {
      return false
    }
    return "。！）)".contains(last)
  }

  /// How sentences begin that stand nowhere but at a document's end.
  private static let closings = ["特此", "未尽事宜", "此件"]

  /// How sentences begin that speak of the document as a whole, or to its readers; demands and remarks may begin so as well.
  private static let openings = [
    "请各", "请按", "请认真", "请对照", "以上各", "以上栏目", "以上内容", "本表", "本方案", "本目录", "本清单", "本通知", "此表",
  ]
}
