/// The header row of a table that Lanmu has written: which grid column holds what.
struct NormalizedHeader {
  let labels: [String]
  /// Meaning by place; `nil` for the fields that are no text of an entry.
  let meanings: [FieldMeaning?]
  let kind: RecognisedTable.Kind

  /// - Returns: `nil` if the row is not such a header: every heading known, the id last, and a field of contents besides.
  init?(_ texts: [String]) {
    guard texts.count >= 3, texts.last == NormalizedHeading.identifier else { return nil }
    let helpers: Set<String> = [
      NormalizedHeading.identifier, NormalizedHeading.table, NormalizedHeading.doubts,
    ]
    meanings = texts.map { helpers.contains($0) ? nil : NormalizedHeading.meaning(of: $0) }
    guard zip(texts, meanings).allSatisfy({ helpers.contains($0) || $1 != nil }) else { return nil }
    labels = texts
    if texts.contains(where: { $0.hasSuffix("级指标") }) {
      kind = .indicators
    } else {
      let names = [FieldMeaning.requirement, .responsible].map { NormalizedHeading.text(of: $0, in: .units) }
      kind = names.contains(where: texts.contains) && !meanings.contains(.level) ? .units : .columns
    }
    // The lists of duties and of units beside the entries repeat what the entries say.
    guard meanings.contains(.level) || kind == .units else { return nil }
  }

  /// Where the names of tables stand, in a list of the entries of all of them.
  var tablePlace: Int? { labels.firstIndex(of: NormalizedHeading.table) }

  /// Sixteen hexadecimal digits, and a number behind a hyphen for entries that nothing else tells apart.
  static func isIdentifier(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first, digits.utf8.count == 16 else { return false }
    let isHexadecimal = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return isHexadecimal && (parts.count == 1 || Int(parts[1]) != nil)
  }
}
