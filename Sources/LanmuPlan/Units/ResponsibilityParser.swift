/// Reads who has which duty from the text of a unit field.
///
/// A list is cut at 、 ， ； line breaks and at 和/与/及 between names; the verb of a role reaches back over the list before it, up
/// to the verb before (甲牵头，乙、丙配合). Brackets name a part, an inner office or a second name.
package struct ResponsibilityParser: Sendable {
  private let directory: UnitDirectory
  /// Whole names that the document itself has, folded.
  private let documentNames: Set<String>

  package init(directory: UnitDirectory, documentNames: Set<String> = []) {
    self.directory = directory
    self.documentNames = documentNames
  }

  func isKnown(_ name: String) -> Bool {
    let key = name.foldedKey
    return documentNames.contains(key) || directory.contains(key)
  }

  /// The duties of a text in their order; `role` is that of names without a role's verb.
  package func parse(_ text: String, role: Assignment.Role = .responsible) -> ResponsibilityReading {
    let folded = FoldedText(text)
    guard folded.count > 0, folded.count <= 4_000, !UnitWords.namesNobody(folded.folded(0..<folded.count)) else {
      return ResponsibilityReading()
    }
    let splitter = UnitListSplitter(folded, isKnown: isKnown)
    var list = RoleList(role: role)
    for piece in splitter.pieces() {
      let words = splitter.words(piece.range)
      switch piece.kind {
      case .stop: list.endSentence()
      case .comma, .lineBreak: list.pass(piece.kind)
      case .listMark, .conjunction: list.pass(piece.kind)
      case .colon: list.takeLabel()
      case .item: add(words, to: &list)
      }
    }
    list.endSentence()
    return list.reading
  }

  private func add(_ words: String, to list: inout RoleList) {
    // 区发改局会同区财政局: the second helps the first.
    for mark in ["会同", "商", "联合"] {
      guard let range = words.firstRange(of: mark) else { continue }
      let left = String(words[..<range.lowerBound])
      let right = String(words[range.upperBound...])
      guard UnitWords.endsAsUnit(left.foldedKey), !right.isEmpty else { continue }
      list.add(ResponsibilityItem(left, isKnown: isKnown), words: left)
      var helper = ResponsibilityItem(right, isKnown: isKnown)
      guard UnitWords.endsAsUnit(helper.name.foldedKey) else { break }
      if helper.role == nil || helper.role == .responsible {
        helper.role = .cooperating
        helper.verb = mark
      }
      list.addAlone(helper, words: right)
      return
    }
    list.add(ResponsibilityItem(words, isKnown: isKnown), words: words)
  }
}
