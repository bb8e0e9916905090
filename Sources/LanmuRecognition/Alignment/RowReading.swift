/// One way to read a row: which column each of its cells belongs to.
struct RowReading: Sendable {
  /// Column of each cell, or `nil` for an empty cell that stands for nothing.
  var columnOfCell: [Int?]
  /// Place among the levels of the first label; the number of levels if the row has none.
  var firstLevel: Int
  /// Places among the levels of all labels, ascending.
  var levels: [Int]
  var cost: Double
  var labelShift: LabelShift
  /// Whether its last label covers the levels behind it, so that their cells are gone: then no row below can have labels there.
  var coversRest = false
  /// The price of its dearest cell, and the cells with text; known only where cells are read by their places.
  var dearest = 0.0
  var filled: Set<Int> = []

  /// Whether it costs so little that it can be learnt from.
  var isSound: Bool { cost < 4 }
}

/// A cell of a row that is to be aligned.
struct AlignableCell: Sendable {
  let raw: String
  /// Without white space.
  let text: String
  let evidence: TextEvidence
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
    self.line = line
    self.isPadding = isPadding
    isEmpty = text.isEmpty
    let opensBracket = text.unicodeScalars.first.map { $0 == "(" || $0 == "（" } == true
    joinPrice = evidence.isNote ? 0.8 : opensBracket ? 2 : 4.5
  }

  /// A cell without a text, put where a row lost one.
  static let empty = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: nil)
}
