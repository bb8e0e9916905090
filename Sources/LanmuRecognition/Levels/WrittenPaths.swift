internal import LanmuDiagnostics

/// Labels in which a whole path is written: 政务公开>财政信息, 政务公开—财政信息—预算公开.
///
/// Arrows part labels beyond doubt. A dash also stands within labels, and is believed only where another label of the table is
/// written so, or is one of the parts.
struct WrittenPaths: Sendable {
  /// For each label that is a path, its parts.
  private var parts: [String: [String]] = [:]
  /// The labels whose parts are a guess.
  private var guesses: Set<String> = []

  init(_ labels: some Sequence<String>) {
    let all = Set(labels)
    var dashed: [String: [String]] = [:]
    for label in all where label.unicodeScalars.contains(where: { Self.isArrow($0) || Self.isDash($0) }) {
      if let found = Self.parts(of: label, at: Self.isArrow) {
        parts[label] = found
      } else if let found = Self.parts(of: label, at: Self.isDash) {
        dashed[label] = found
      }
    }
    let branches = dashed.values.reduce(into: [:]) { counts, found in counts[found[0], default: 0] += 1 }
    for (label, found) in dashed where dashed.count > 1 || found.contains(where: all.contains) {
      parts[label] = found
      let isShared = branches[found[0], default: 0] > 1 || found.contains(where: all.contains)
      if !isShared, dashed.count < Self.manyPaths { guesses.insert(label) }
    }
  }

  /// So many labels with dashes are no names that happen to have one.
  private static let manyPaths = 4

  /// A path with the labels that are paths themselves taken apart.
  func expanded(_ path: [String]) -> [String] {
    parts.isEmpty ? path : path.flatMap { parts[$0] ?? [$0] }
  }

  /// A doubt for each label of a path that a dash parts.
  func doubts(of path: [String]) -> [Doubt] {
    path.filter(guesses.contains).map { label in
      let place = parts[label, default: []].joined(separator: " / ")
      return Doubt(
        field: .level, code: "label.path",
        message: Message(
          zh: "栏目名“\(label)”按“\(place)”的层级读取，也可能是一个名称",
          en: "label “\(label)” was read as “\(place)”, but may be a single name"),
        probability: 0.9)
    }
  }

  private static func parts(of label: String, at isSeparator: (Unicode.Scalar) -> Bool) -> [String]? {
    let found = label.unicodeScalars.split(omittingEmptySubsequences: true, whereSeparator: isSeparator)
    let isPath =
      found.count > 1 && label.unicodeScalars.first.map(isSeparator) == false
      && label.unicodeScalars.last.map(isSeparator) == false
      && found.allSatisfy { $0.count >= 2 && $0.contains { $0.properties.isIdeographic } }
    return isPath ? found.map { String($0) } : nil
  }

  private static func isArrow(_ scalar: Unicode.Scalar) -> Bool { ">＞→»›".unicodeScalars.contains(scalar) }

  /// The dash of Chinese text; a hyphen stands within labels.
  private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "—" || scalar == "―" }
}
