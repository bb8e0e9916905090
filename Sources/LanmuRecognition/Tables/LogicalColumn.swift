internal import LanmuDiagnostics

/// A field of the table as rows are read against it; a header field that covers several levels is one column each.
struct LogicalColumn: Sendable {
  var meaning: FieldMeaning
  /// The header's leaf label; empty where there is no header.
  var label: String
  /// Grid columns that it covers, where spans are known; else its place.
  var columns: Range<Int>

  /// What a clerk is told that the column is: its label, or in words what it holds.
  var name: Message {
    if !label.isEmpty { return Message(zh: label, en: label) }
    return switch meaning {
    case .number: Message(zh: "序号", en: "number")
    case .level: Message(zh: "栏目", en: "column of the site")
    case .requirement: Message(zh: "内容要求", en: "requirement")
    case .target: Message(zh: "对应栏目", en: "target columns")
    case .supply: Message(zh: "提供时限", en: "time of supply")
    case .update: Message(zh: "更新时限", en: "time of update")
    case .mode: Message(zh: "保障方式", en: "way of supply")
    case .lead: Message(zh: "牵头单位", en: "leading unit")
    case .responsible: Message(zh: "责任单位", en: "responsible unit")
    case .cooperating: Message(zh: "配合单位", en: "cooperating unit")
    case .remarks: Message(zh: "备注", en: "remarks")
    case .other: Message(zh: "其他内容", en: "other content")
    }
  }
}

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

extension [LogicalColumn] {
  /// The places of the columns that hold the labels of levels, outermost first.
  var levels: [Int] { indices.filter { self[$0].meaning == .level } }

  /// For each column, the level whose labels it holds; `nil` for others.
  var levelOfColumn: [Int?] {
    var result: [Int?] = Array<Int?>(repeating: nil, count: count)
    for (level, column) in levels.enumerated() { result[column] = level }
    return result
  }
}
