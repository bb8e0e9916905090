internal import LanmuDiagnostics

/// Labels that lost characters or their order at a page break: kept as found, with the label that was surely meant as a doubt.
struct DamagedLabels: Sendable {
  /// A doubt for each label that a row has of its own right below a page break, and that has the characters of another
  /// label of its level but for one or two.
  ///
  /// The doubt stands on every row that the label covers.
  ///
  /// So does a label above the break that lacks a character within, if the break repeats it whole, and a shorter label below
  /// it that is the end of the one above.
  func doubts(_ rows: [AlignedRow], labelled: [PathBuilder.LabelledRow], levelColumns: [Int]) -> [[Doubt]] {
    guard rows.contains(where: \.followsBreak) else { return rows.map { _ in [] } }
    var seen: [[String: Int]] = Array(repeating: [:], count: levelColumns.count)
    var suspects: [Set<String>] = Array(repeating: [], count: levelColumns.count)
    for row in rows {
      for (level, column) in levelColumns.enumerated() where row.slots[column].state == .own {
        let label = row.slots[column].label
        seen[level][label, default: 0] += 1
        if row.followsBreak { suspects[level].insert(label) }
      }
    }
    let pairs = CharacterPairs(Set(seen.flatMap(\.keys)))
    let wholes = levelColumns.indices.map { Self.wholes(of: suspects[$0], among: seen[$0], pairs) }
    // The label that was meant, and the first row on which to say so.
    var intended: [String: (whole: String, row: Int)] = [:]
    var open: [String] = Array(repeating: "", count: levelColumns.count)
    for (index, row) in rows.enumerated() {
      for (level, column) in levelColumns.enumerated() where row.slots[column].state == .own {
        let label = row.slots[column].label
        if row.followsBreak {
          if intended[label] == nil, let whole = wholes[level][label] { intended[label] = (whole, index) }
          if Self.lacksStart(label, of: open[level]) { intended[label] = (open[level], index) }
          if Self.lacksInnerCharacter(open[level], of: label) { intended[open[level]] = (label, 0) }
        }
        open[level] = label
      }
    }
    guard !intended.isEmpty else { return rows.map { _ in [] } }
    return rows.indices.map { index in
      labelled[index].path.compactMap { label in
        intended[label].flatMap { $0.row <= index ? Self.doubt(label, intended: $0.whole) : nil }
      }
    }
  }

  /// For each label that lost characters or their order, the most frequent one that has the same and at most two more.
  ///
  /// Of two labels with the same characters, the one is meant whose order of them is usual in the document.
  private static func wholes(
    of suspects: Set<String>, among seen: [String: Int], _ pairs: CharacterPairs
  ) -> [String: String] {
    let damaged = suspects.filter { $0.unicodeScalars.count >= 4 }.sorted()
    let sortedScalars = damaged.map { $0.unicodeScalars.sorted() }
    var index = LossIndex()
    for (number, label) in damaged.enumerated() { index.insert(label, as: number) }
    var result: [String: String] = [:]
    for (whole, count) in seen {
      let candidates = index.candidates(of: whole)
      guard !candidates.isEmpty else { continue }
      let scalars = whole.unicodeScalars.sorted()
      for number in candidates where damaged[number] != whole {
        let label = damaged[number]
        let lost = scalars.count - sortedScalars[number].count
        guard (0...2).contains(lost), lost > 0 || pairs.prefers(whole, to: label),
          sortedScalars[number].isSubsequence(of: scalars), !LabelNumbers.areAllThatDiffers(label, whole)
        else { continue }
        if let other = result[label], (seen[other] ?? 0, whole) > (count, other) { continue }
        result[label] = whole
      }
    }
    return result
  }

  /// Whether a label is the end of another one that lost one or two characters.
  private static func lacksStart(_ label: String, of whole: String) -> Bool {
    let lost = whole.unicodeScalars.count - label.unicodeScalars.count
    return (1...2).contains(lost) && label.unicodeScalars.count > lost && whole.hasSuffix(label)
  }

  /// Whether a label is another one but for a single character that is not the last.
  private static func lacksInnerCharacter(_ label: String, of whole: String) -> Bool {
    let (short, long) = (Array(label.unicodeScalars), Array(whole.unicodeScalars))
    guard short.count >= 4, long.count == short.count + 1,
      let place = short.indices.first(where: { short[$0] != long[$0] })
    else { return false }
    return short[place...].elementsEqual(long[(place + 1)...]) && !LabelNumbers.areAllThatDiffers(label, whole)
  }

  private static func doubt(_ label: String, intended: String) -> Doubt {
    Doubt(
      field: .level, code: "label.damaged",
      message: Message(
        zh: "栏目名“\(label)”像是缺字或错序，应为“\(intended)”；已按原样保留",
        en: "label “\(label)” seems damaged; “\(intended)” was probably meant; it was kept as found"),
      probability: 0.5)
  }
}

/// How many labels of a document hold each pair of neighbouring characters.
private struct CharacterPairs {
  private var counts: [String: Int] = [:]

  init(_ labels: Set<String>) {
    for label in labels { for pair in Self.pairs(of: label) { counts[pair, default: 0] += 1 } }
  }

  /// Whether the pairs that only one label has are more frequent than those that only the other has.
  func prefers(_ one: String, to other: String) -> Bool {
    let (first, second) = (Self.pairs(of: one), Self.pairs(of: other))
    let weigh = { (pairs: Set<String>) in pairs.reduce(0) { $0 + (counts[$1] ?? 0) } }
    return weigh(first.subtracting(second)) > weigh(second.subtracting(first))
  }

  private static func pairs(of label: String) -> Set<String> {
    let scalars = Array(label.unicodeScalars)
    return Set(zip(scalars, scalars.dropFirst()).map { pair in String(String.UnicodeScalarView([pair.0, pair.1])) })
  }
}
