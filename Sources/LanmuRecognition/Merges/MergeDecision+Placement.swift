internal import LanmuDiagnostics

/// Values of rows that lack cells: whether they stand in their fields.
extension MergeDecision {
  /// The doubt about a field of a row that lacks cells, or that inherits from one: whether the text chosen stands here.
  func placement(_ column: Int, _ guess: FieldValues.Guess, in row: AlignedRow, read raw: String?) -> Doubt? {
    let text = raw.map(CellText.label) ?? ""
    guard let rival = guess.rival, rival != text else { return nil }
    // Whether a field without a cell was merged or empty is decided by the habits of its column.
    let isOpen = text.isEmpty && row.slots[column].state != .blank
    let probability = Calibration.value(
      isOpen ? 1 - guess.rivalProbability : guess.probability, of: columns[column].meaning)
    guard probability < limits.value, !isOpen || guess.text != rival else { return nil }
    let (chineseName, name) = (columns[column].name.chinese, columns[column].name.english)
    let isOwn = row.slots[column].state == .own
    let (chosenChinese, chosen) =
      text.isEmpty
      ? ("按空白处理", "was left empty")
      : isOwn
        ? ("读作本行的“\(CellText.excerpt(text))”", "was read as this row's “\(CellText.excerpt(text))”")
        : ("沿用上面的“\(CellText.excerpt(text))”", "was taken from above (“\(CellText.excerpt(text))”)")
    let (otherChinese, other) =
      rival.isEmpty ? ("为空", "be empty") : ("是“\(CellText.excerpt(rival))”", "be “\(CellText.excerpt(rival))”")
    return Doubt(
      field: columns[column].meaning, code: "cell.placed",
      message: Message(
        zh: "\(isOwn ? "本行" : "本行或上面的行")缺格，“\(chineseName)”\(chosenChinese)；也可能\(otherChinese)",
        en: "\(isOwn ? "the row lacks" : "this row or one above lacks") cells; “\(name)” \(chosen), but may \(other)"),
      probability: probability)
  }
}
