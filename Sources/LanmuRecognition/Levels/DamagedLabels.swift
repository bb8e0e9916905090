internal import LanmuDiagnostics

/// Labels that lost characters or their order at a page break: kept as found, with the label that was surely meant as a doubt.
struct DamagedLabels: Sendable {
  /// A doubt for each label that a row has of its own right below a page break, and that has the characters of another
  /// label of its level but for one or two.
  ///
  /// The doubt stands on every row that the label covers.
  func doubts(_ rows: [AlignedRow], labelled: [PathBuilder.LabelledRow], levelColumns: [Int]) -> [[Doubt]] {
    var seen: [[String: Int]] = Array(repeating: [:], count: levelColumns.count)
    for row in rows {
      for (level, column) in levelColumns.enumerated() where row.slots[column].state == .own {
        seen[level][row.slots[column].label, default: 0] += 1
      }
    }
    var intended: [String: String] = [:]
    return rows.indices.map { index in
      if rows[index].followsBreak {
        for (level, column) in levelColumns.enumerated() where rows[index].slots[column].state == .own {
          let label = rows[index].slots[column].label
          if let whole = Self.intended(label, among: seen[level]) { intended[label] = whole }
        }
      }
      guard !intended.isEmpty else { return [] }
      return labelled[index].path.compactMap { label in intended[label].map { Self.doubt(label, intended: $0) } }
    }
  }

  /// The more frequent label that has the same characters and at most two more.
  private static func intended(_ label: String, among seen: [String: Int]) -> String? {
    let scalars = label.unicodeScalars.sorted()
    guard scalars.count >= 4 else { return nil }
    return seen.keys.filter { other in
      let length = other.unicodeScalars.count
      guard other != label, length >= scalars.count, length <= scalars.count + 2 else { return false }
      return isContained(scalars, in: other.unicodeScalars.sorted())
    }
    .max { (seen[$0] ?? 0, $1) < (seen[$1] ?? 0, $0) }
  }

  private static func isContained(_ part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Bool {
    var rest = whole[...]
    for scalar in part {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
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
