/// A stream of cells without a header of which only labels are gone, so that all rows end in the same few fields and what these
/// hold tells where: each row's last text is a time, say, the one before it a demand, and the one before that a unit.
struct HeaderlessStream {
  /// The cells of each row.
  let rows: [Range<Int>]

  /// - Parameter labels: the cells' texts without white space.
  /// - Returns: `nil` if a header begins the stream, or rows do not end so, or are all as long.
  init?(_ labels: [String]) {
    guard labels.count >= Self.fewestCells,
      StreamHeaderSearch(labels, width: 1).run.count < StreamHeaderSearch.leastLabels
    else { return nil }
    let evidence = labels.map { TextEvidence($0) }
    guard let last = evidence.last.flatMap(Kind.init), last != .demand else { return nil }
    let kinds = evidence.map(Kind.init)
    let found = (1...Self.mostFields).lazy.compactMap { fields in
      Self.rows(kinds, evidence, endingIn: last, fields: fields)
    }
    guard let rows = found.first, Set(rows.map(\.count)).count > 1 else { return nil }
    self.rows = rows
  }

  /// What a text is likely to be if it is no label.
  private enum Kind {
    case time, units, demand

    init?(_ evidence: TextEvidence) {
      if evidence.time >= 0.5, !evidence.isProse {
        self = .time
      } else if evidence.bodies >= 0.5 || evidence.isGroup {
        self = .units
      } else if evidence.isProse || evidence.isDuty || evidence.length > HeaderlessStream.longestLabel {
        self = .demand
      } else {
        return nil
      }
    }
  }

  /// The rows if each ends in a text of a kind with as many texts before it, besides labels, as make up some fields.
  private static func rows(
    _ kinds: [Kind?], _ evidence: [TextEvidence], endingIn last: Kind, fields: Int
  ) -> [Range<Int>]? {
    var rows: [Range<Int>] = []
    var start = 0
    while start < kinds.count {
      // A row has a label of its own.
      let reach = min(start + fields, kinds.count)..<min(start + fields + mostLabels, kinds.count)
      guard let end = kinds[reach].firstIndex(of: last) else { return nil }
      rows.append(start..<end + 1)
      start = end + 1
    }
    let labels = rows.flatMap { $0.dropLast(fields) }
    guard rows.count >= fewestRows,
      labels.count(where: { kinds[$0] == nil && evidence[$0].length > 0 }) * 20 >= labels.count * 19
    else { return nil }
    let areTold = (0..<fields).allSatisfy { field in
      let texts = rows.compactMap { row in kinds[row.upperBound - 1 - field] }
      let usual = [Kind.time, .units, .demand].map { kind in texts.count { $0 == kind } }.max() ?? 0
      return usual * 10 >= rows.count * 7
    }
    return areTold ? rows : nil
  }

  /// Longer texts are hardly a label.
  private static let longestLabel = 16
  /// What is said of a label: what it must hold, when, by whom, how.
  private static let mostFields = 4
  /// The levels that a row may open, and a number before them.
  private static let mostLabels = 6
  /// Fewer rows may end alike by chance; each has a label and two things about it.
  private static let fewestRows = 6
  private static let fewestCells = 18
}
