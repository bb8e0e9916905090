internal import LanmuGrid

/// What is left of rows that lost all cells but one, and so heads nothing.
extension LoneHeadings {
  /// - Parameter besideUnits: whether the table has a field of units, so that none of them heads others.
  static func values(of rows: [CollectedTable.BodyRow], besideUnits: Bool) -> Set<String> {
    var values: Set<String> = []
    for body in rows where !body.row.layout.keepsSpans && body.row.filledCount > 2 {
      if let last = body.row.filled.last { values.insert(last.label) }
    }
    let lone = rows.filter { !$0.row.layout.keepsSpans && $0.row.filledCount == 1 }
      .compactMap(\.row.filled.first?.label)
    // Where the first row, above which nothing could be merged with it, is one, a single name may as well be a label that reads
    // like one (资讯中心).
    let units = besideUnits ? lone.filter { namesUnits($0) } : []
    if units.count > 1 || rows.first?.row.filledCount != 1 { values.formUnion(units) }
    // 【联系方式】 below a row that says 【机构名称】 of its label.
    let isBracketedWithin = rows.contains { body in
      body.row.filledCount > 2 && body.row.filled.dropFirst(2).contains { CellText.isBracketed($0.label) }
    }
    if isBracketedWithin { values.formUnion(lone.filter(CellText.isBracketed)) }
    values.formUnion(leaves(of: rows))
    values.formUnion(furtherDemands(of: rows))
    // Where units stand alone that others name as well, other units do.
    let bodies = lone.filter { TextEvidence($0).units > 0.5 }
    return bodies.contains(where: values.contains) ? values.union(bodies) : values
  }

  /// The labels right behind which several rows say what is demanded: none of them heads others, and where one stands alone, its
  /// fields are merged with those above.
  private static func leaves(of rows: [CollectedTable.BodyRow]) -> Set<String> {
    var counts: [String: Int] = [:]
    for body in rows where !body.row.layout.keepsSpans && body.row.filledCount > 2 {
      let texts = body.row.filled.prefix(2).map(\.label)
      if TextEvidence(texts[1]).isProse || TextEvidence(texts[1]).isDuty { counts[texts[0], default: 0] += 1 }
    }
    return Set(counts.lazy.filter { $0.value > 1 }.map(\.key))
  }

  /// The texts alone in rows that lost cells that say what is demanded of a label in the row above (归集县情速览数据 below
  /// 县情速览): what is left of a row that shares that label.
  static func furtherDemands(of rows: [CollectedTable.BodyRow]) -> Set<String> {
    var demands: Set<String> = []
    var labels: [String] = []
    for body in rows where !body.row.layout.keepsSpans {
      let filled = body.row.filled
      guard filled.count == 1, let text = filled.first?.label else {
        labels = filled.prefix(mostLabels).map(\.label)
        continue
      }
      guard SectionNumber(text) == nil else { continue }
      let isDemand = labels.contains { label in
        MentionHabit.demands(text, label)
          || label.unicodeScalars.count >= shortestNamed && text.contains(label) && !text.hasPrefix(label)
            && !text.hasSuffix(label)
      }
      if isDemand { demands.insert(text) }
    }
    return demands
  }

  /// Labels stand among so many texts of a row, its number counted.
  private static let mostLabels = 4
  /// A label of so many characters is not held by another text by chance.
  private static let shortestNamed = 3
  private static let longestName = 15

  /// Whether all that a row without spans has is a list of names.
  static func isList(_ row: FieldRow) -> Bool {
    guard !row.layout.keepsSpans, row.filledCount == 1, let text = row.filled.first?.label else { return false }
    let names = text.split { "；;".contains($0) }
    return names.count > 1
      && names.allSatisfy { $0.count <= longestName && !$0.contains { "，。：:".contains($0) || $0.isNumber } }
  }

  /// Whether a row of several texts that lost cells begins with a label where its number should stand, and no section's.
  private static func lacksNumber(_ row: FieldRow) -> Bool {
    guard row.layout == .dropped, row.filledCount > 1, let first = row.cells.first?.label, !first.isEmpty else {
      return false
    }
    return !TextEvidence(first).isNumber && SectionNumber(first) == nil && mayBeHeading(first)
  }

  private static let leastUnnumbered = 2

  /// Whether several rows of more than a label begin without their number.
  static func loseNumbers(_ rows: [CollectedTable.BodyRow]) -> Bool {
    rows.count { lacksNumber($0.row) } >= leastUnnumbered
  }

  /// Whether a text surely names units.
  private static func namesUnits(_ text: String) -> Bool {
    let evidence = TextEvidence(text)
    return evidence.bodies > 0.5 || evidence.isGroup
  }
}
