internal import LanmuDiagnostics

/// One row read against the logical columns: what stands in each field, and where the row came from.
struct AlignedRow: Sendable {
  /// What a field of the row holds.
  struct Slot: Sendable {
    enum State: Sendable {
      /// A cell of the row's own, with text.
      case own
      /// Covered by a cell anchored above; `raw` and `label` are that cell's.
      case covered
      /// An empty cell of its own.
      case blank
      /// No cell at all.
      case missing
    }

    var state: State
    var raw: String
    var label: String
    var line: Int?
    /// The row in which the empty cell starts that stands here; `nil` where there is none, and where spans are lost.
    var emptySince: Int?

    static let missing = Slot(state: .missing, raw: "", label: "", line: nil)
    static let blank = Slot(state: .blank, raw: "", label: "", line: nil)

    var hasText: Bool { (state == .own || state == .covered) && !label.isEmpty }
  }

  var grid: Int
  var row: Int
  var slots: [Slot]
  /// Whether a repeated header or the start of a further piece of the table stands right above.
  var followsBreak: Bool
  /// The headings of the sections under which the row stands, outermost first.
  var sections: [String] = []
  var doubts: [Doubt] = []
  /// For each column, what it holds and how probable that is; empty where cells keep their places.
  var guesses: [FieldValues.Guess?] = []
  /// The next likely path of its labels, where that of the row is not certain.
  var rival: Rival?

  /// Another path of labels, and the probability of the one that was chosen instead.
  struct Rival: Sendable {
    var path: [String]
    var probability: Double

    /// What a clerk is told of a row that was placed at `path`; `nil` if that is what the rival says, too.
    func doubt(at path: [String]) -> Doubt? {
      guard self.path != path else { return nil }
      let chosen = path.joined(separator: " / ")
      let other = self.path.joined(separator: " / ")
      return Doubt(
        field: .level, code: "level.placed",
        message: Message(
          zh: "合并单元格已丢失，栏目层级按上下文判断为“\(chosen)”；也可能是“\(other)”",
          en: "merged cells are lost; the label was placed at “\(chosen)”, but could stand at “\(other)”"),
        probability: probability, rival: self.path)
    }
  }

  /// The 1-based line on which the first own cell with text starts.
  var line: Int? { slots.first { $0.state == .own && $0.line != nil }?.line }
}
