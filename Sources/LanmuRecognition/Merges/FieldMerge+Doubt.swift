internal import LanmuDiagnostics

/// What a clerk is told of an empty cell that may be merged.
extension FieldMerge {
  /// The doubt about an empty cell of the field that was taken to be merged with the value above, or not to be.
  func doubt(carried: Bool, above: String, probability: Double) -> Doubt {
    let field = table.decision.columns[column]
    let (chineseName, name) = (field.name.chinese, field.name.english)
    let excerpt = CellText.excerpt(CellText.label(above))
    let message =
      carried
      ? Message(
        zh: "“\(chineseName)”为空，按合并单元格沿用上一行“\(excerpt)”；也可能本来就空",
        en: "“\(name)” is empty and was taken to be merged with the row above (“\(excerpt)”); it could have been empty")
      : Message(
        zh: "“\(chineseName)”为空，按空白处理；也可能与上一行“\(excerpt)”合并",
        en: "“\(name)” is empty and was left so; it could have been merged with the row above (“\(excerpt)”)")
    return Doubt(
      field: meaning, code: carried ? "merge.recovered" : "merge.refused", message: message,
      probability: probability)
  }
}
