/// The evidence of a table's texts, each read once: a plan repeats its times and units in row after row.
struct EvidenceTable: Sendable {
  private var known: [ExactText: TextEvidence] = [:]

  /// - Parameter text: text without white space (`CellText.label`).
  mutating func evidence(of text: String) -> TextEvidence {
    let key = ExactText(text)
    if let found = known[key] { return found }
    let evidence = TextEvidence(text)
    known[key] = evidence
    return evidence
  }
}
