extension RecognitionProfile {
  /// How surely a text is the label of a field, from 0 to 1: an exact word for one, one that a profile names, or a phrase that
  /// could be one.
  public static func labelStrength(of text: String, profile: RecognitionProfile? = nil) -> Double {
    let label = CellText.label(text)
    guard !label.isEmpty else { return 0 }
    if profile?.meaning(of: label) != nil { return 1 }
    let isNamed = profile?.tables.contains { $0.header.contains { CellText.label($0) == label } } ?? false
    return isNamed ? 1 : HeaderLexicon.match(label)?.strength ?? 0
  }

  /// Whether labels that stand in the row below others divide one of them (牵头, 保障 below 责任分工), rather than being the
  /// rest of their row: each means what that one means, which is no level and no field of its own beside them.
  public static func areLabels(_ labels: [String], dividedBy below: [String]) -> Bool {
    guard (2...DividedHeader.mostBelow).contains(below.count) else { return false }
    let words = below.map { HeaderWord(CellText.label($0)) }
    guard HeaderWord.mayDivide(words) else { return false }
    return labels.map { HeaderWord(CellText.label($0)) }.contains { group in
      guard let meaning = group.meaning, ![.level, .number, .lead, .cooperating].contains(meaning) else { return false }
      return group.cost(of: words[...]) <= HeaderWord.greatestSureCost * Double(words.count)
    }
  }
}
