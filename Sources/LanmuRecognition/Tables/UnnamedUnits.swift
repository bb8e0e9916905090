internal import LanmuDiagnostics

/// Several fields of units of which no header and no user says who leads, who is responsible and who helps.
///
/// That a field names units is seen from its texts; in which role hardly: some plans put those who lead before those who are
/// responsible, others those who are responsible before those who help.
struct UnnamedUnits: Sendable {
  /// For each role that was guessed, the field in words, and what else it could be; empty if none was.
  private let guesses: [FieldMeaning: (chosen: Message, rival: Message)]

  init(_ columns: [LogicalColumn], below header: TableHeader) {
    let units = columns.filter { $0.meaning.family == .responsible }
    guard units.count > 1, header.layout == nil, units.allSatisfy(\.label.isEmpty) else {
      guesses = [:]
      return
    }
    let hasLead = units.contains { $0.meaning == .lead }
    var guesses: [FieldMeaning: (chosen: Message, rival: Message)] = [:]
    for unit in units {
      let rival: FieldMeaning = unit.meaning != .responsible ? .responsible : hasLead ? .cooperating : .lead
      guesses[unit.meaning] = (unit.name, LogicalColumn(meaning: rival, label: "", columns: unit.columns).name)
    }
    self.guesses = guesses
  }

  /// A doubt for each field of a row in which units stand.
  func doubts(of values: [FieldMeaning: String]) -> [Doubt] {
    FieldMeaning.allCases.compactMap { meaning in
      guard values[meaning] != nil, let guess = guesses[meaning] else { return nil }
      return Doubt(
        field: meaning, code: "header.units",
        message: Message(
          zh: "没有表头，按次序判断该列为“\(guess.chosen.chinese)”；也可能是“\(guess.rival.chinese)”",
          en: "there is no header; by its place this is the “\(guess.chosen.english)”, or the “\(guess.rival.english)”"
        ), probability: Self.probability)
    }
  }

  /// Set by hand, not measured: somewhat likelier than not.
  private static let probability = 0.6
}
