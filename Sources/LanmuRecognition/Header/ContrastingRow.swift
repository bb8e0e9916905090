internal import LanmuGrid

/// Whether the first row above others is a header whose words are not known: short labels, each once, of another kind than
/// what stands below them.
struct ContrastingRow: Sendable {
  /// By grid column.
  private(set) var labels: [String]

  /// - Parameters:
  ///   - row: the first row.
  ///   - contents: what stands below it, by grid column.
  init?(_ row: FieldRow, above contents: [ColumnContent]) {
    let cells = row.filled
    guard cells.count >= 3, cells.count == contents.count, Set(cells.map(\.label)).count == cells.count,
      cells.allSatisfy({ $0.columnSpan == 1 && $0.rowSpan == 1 && Self.mayBeLabel($0.label) })
    else { return nil }
    labels = cells.map(\.label)
    var contrasts = 0
    for (cell, content) in zip(cells, contents) where content.count > 1 {
      let namesBodies = HeaderPhrase.namesBodies(cell.label)
      switch Self.compared(TextEvidence(cell.label), namesBodies: namesBodies, with: content) {
      case .alike: return nil
      case .unlike: contrasts += 1
      case .open: continue
      }
    }
    let known = labels.count { HeaderLexicon.match($0) != nil }
    guard contrasts >= 2 || contrasts == 1 && known >= 2 else { return nil }
  }

  private static func mayBeLabel(_ label: String) -> Bool {
    guard label.unicodeScalars.count <= 12 else { return false }
    let evidence = TextEvidence(label)
    return !evidence.isNumber && !evidence.isMark && !evidence.isContact && !evidence.isProse && !evidence.isDash
  }

  private enum Likeness { case alike, unlike, open }

  /// A label speaks of time as the times below it do (多久更新), so that they are never alike for it; nor are the bodies below
  /// a common noun for them.
  private static func compared(_ label: TextEvidence, namesBodies: Bool, with content: ColumnContent) -> Likeness {
    if content.number > 0.8 || content.contact > 0.6 || content.marks > 0.6 { return .unlike }
    if content.units > 0.7 { return namesBodies ? .open : label.units > 0.5 ? .alike : .unlike }
    if content.people > 0.8 { return label.isPerson ? .alike : .unlike }
    if content.time > 0.6 { return label.time < 0.3 ? .unlike : .open }
    return .open
  }
}
