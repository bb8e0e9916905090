/// How surely texts are known as the labels of fields, for tables of which nothing else tells where their rows end.
public struct KnownLabels: Sendable {
  private let strength: @Sendable (String) -> Double
  private let divides: @Sendable ([String], [String]) -> Bool

  /// - Parameters:
  ///   - strength: from 0 for a text that is no label to 1 for one that surely is; it is asked for the first texts of
  ///     a table, for some of them several times.
  ///   - areDivided: whether one of some labels is divided by others that stand in the row below them; it is asked for
  ///     what could be two rows of a header or a torn one.
  public init(
    strength: @escaping @Sendable (String) -> Double,
    areDivided: @escaping @Sendable (_ labels: [String], _ below: [String]) -> Bool = { _, _ in false }
  ) {
    self.strength = strength
    divides = areDivided
  }

  /// No label is known.
  public static let none = KnownLabels { _ in 0 }

  func strength(of text: String) -> Double { text.isEmpty || text.utf8.count > Self.longest ? 0 : strength(text) }

  /// Whether rows are two of a header: all cells of the first are labels, and those of the second divide one of them. Below a
  /// label, words may be labels that are none alone.
  func areDivided(_ row: [FoundField], by below: [FoundField]) -> Bool {
    let upper = row.map(\.text)
    let lower = below.map(\.text)
    return upper.allSatisfy { strength(of: $0) > 0 } && divides(upper, lower)
  }

  /// Whether texts are a header's beyond doubt: three or more, all of them labels, and most of them surely, or half of them
  /// where a title stands above. Among four that surely are labels, an unknown word is one as well.
  func nameFields(_ texts: [String], areBelowTitle: Bool = false) -> Bool {
    let strengths = texts.map(strength(of:))
    guard strengths.count >= 3 else { return false }
    let sure = strengths.count { $0 == 1 }
    let unknown = texts.indices.filter { strengths[$0] == 0 }
    guard unknown.isEmpty || unknown.count == 1 && sure >= Self.sureBesideUnknown && isWord(texts[unknown[0]]) else {
      return false
    }
    return sure * 2 >= strengths.count + (areBelowTitle ? 0 : 1)
  }

  /// Whether an unknown text is as short as labels are.
  private func isWord(_ text: String) -> Bool { (1...Self.longestWord).contains(text.unicodeScalars.count) }

  private static let sureBesideUnknown = 4
  private static let longestWord = 6

  /// Whether the first of some rows of a table names its fields, and none of the others is wider, so that these are rows even
  /// where they lost all cells but one.
  ///
  /// - Parameters:
  ///   - below: the second row: if it is one of labels alone, they divide some of the first row's, and rows may have a cell
  ///     more for each further part.
  ///   - widest: how many cells the widest row has.
  func head(_ header: [FoundField]?, above below: [FoundField]?, ofRowsUpTo widest: Int) -> Bool {
    guard let header, nameFields(header.map(\.text)) else { return false }
    guard widest > header.count else { return true }
    guard let below, below.count > 1, widest < header.count + below.count else { return false }
    return below.allSatisfy { strength(of: $0.text) > 0 }
  }

  /// Longer texts are sentences.
  static let longest = 72
}
