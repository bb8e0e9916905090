/// What reads as a sentence, which says something, and not as a text that only names it.
///
/// Each of them ends in a full stop. What else is asked depends on what a text in its place would be if it were none. Whether a
/// text has the punctuation of sentences anywhere, as lists of demands do, is `TextEvidence.isProse`.
enum Sentence {
  /// What a text is told from.
  enum Rival: Sendable {
    /// Captions and lines of forms, none of which ends in a full stop.
    case caption
    /// Labels of entries, which may be whole phrases with a full stop behind them: 其他需要公开的内容。
    case label
    /// Headings across a table, which may be numbered, as long as a sentence, and closed as one is, but hardly have clauses.
    case heading
  }

  /// Whether a text, without white space, is a whole sentence rather than what it is told from.
  static func isWhole(_ text: String, not rival: Rival) -> Bool {
    guard text.hasSuffix("。") else { return false }
    switch rival {
    case .caption: return true
    case .label:
      return text.unicodeScalars.count >= longerThanLabels && !CellText.startsListItem(text)
        && !restOfLists.contains(where: text.hasPrefix)
    case .heading:
      return text.unicodeScalars.count >= longerThanHeadings && text.contains("，")
        && !CellText.startsListItem(text) && SectionNumber(text) == nil
    }
  }

  /// Whether a text is a paragraph with the number of a section in front: （一）加强领导。各单位要……。
  static func isNumbered(_ text: String) -> Bool { isWhole(text, not: .caption) && SectionNumber(text) != nil }

  /// So many characters at least have sentences where labels stand, and where headings do, which are longer.
  private static let longerThanLabels = 8
  private static let longerThanHeadings = 12

  /// How the last of what is listed begins.
  private static let restOfLists = ["其他", "其它"]
}
