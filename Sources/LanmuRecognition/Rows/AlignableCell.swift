/// A cell of a row that is to be aligned.
struct AlignableCell: Sendable {
  let raw: String
  /// Without white space.
  let text: String
  private(set) var evidence: TextEvidence
  let line: Int?
  let isEmpty: Bool
  /// Whether it only fills its row up to the table's width.
  let isPadding: Bool
  /// Whether it says that there is nothing: empty, or only dashes.
  var isNothing: Bool { isEmpty || evidence.isDash }
  /// What it costs to read the cell as a piece of the cell before it: little for a note on a label.
  let joinPrice: Double

  init(raw: String, text: String, evidence: TextEvidence, line: Int?, isPadding: Bool = false) {
    self.raw = raw
    self.text = text
    self.evidence = evidence
    self.evidence.isStarred = CellText.isStarred(raw)
    self.line = line
    self.isPadding = isPadding
    isEmpty = text.isEmpty
    let opensBracket = text.unicodeScalars.first.map { $0 == "(" || $0 == "（" } == true
    joinPrice = evidence.isNote ? 0.8 : opensBracket ? 2 : 4.5
  }

  /// Whether a cell is a body or a time, and no end of the cell before it, which ends as a sentence does.
  func standsAlone(behind before: AlignableCell) -> Bool {
    guard before.evidence.isProse, let last = before.text.last, "。；！？.;".contains(last) else { return false }
    return !evidence.isProse && (evidence.units > 0.8 || evidence.time > 0.8)
  }

  /// A cell without a text, put where a row lost one.
  static let empty = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: nil)
}
