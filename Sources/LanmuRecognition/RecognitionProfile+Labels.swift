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
}
