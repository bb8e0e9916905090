/// How often a document's requirements, and its targets, name a label of their row (“发布政策解读信息” beside 政策解读).
///
/// Authors who do so do it again and again, so that a text that names a label beside it is its requirement, rather than a
/// label below it or a rule of time.
struct MentionHabit: Sendable {
  private struct Count: Sendable {
    var seen = MentionHabit.usualWeight
    var naming = MentionHabit.usualWeight * MentionHabit.usualShare

    mutating func note(_ isNaming: Bool) {
      seen += 1
      naming += isNaming ? 1 : 0
    }
  }

  private var requirements = Count()
  private var targets = Count()

  /// Fields whose texts name labels.
  static let namers: Set<FieldMeaning> = [.requirement, .target]

  /// The share of requirements that name a label before any is seen, and how many rows that weighs as much as.
  private static let usualShare = 0.4
  private static let usualWeight = 5.0
  /// The share of texts of any field that hold a short text beside them by chance, and of times, units and modes, whose
  /// words are not those of labels.
  private static let chance = 0.05
  private static let plainChance = 0.01
  /// Texts of other lengths are no labels, or are held by chance.
  private static let labelLengths = 2...20

  /// Notes that a requirement or a target names a label beside it, or none.
  mutating func note(_ isNaming: Bool, as meaning: FieldMeaning) {
    if meaning == .target { targets.note(isNaming) } else { requirements.note(isNaming) }
  }

  /// How much likelier than by chance a text stands in a field if it names a label beside it.
  func weight(as meaning: FieldMeaning) -> Double {
    switch meaning {
    case .requirement: requirements.naming / requirements.seen / Self.chance
    case .target: targets.naming / targets.seen / Self.chance
    case .number, .update, .supply, .mode, .lead, .responsible, .cooperating: Self.plainChance / Self.chance
    case .level, .remarks, .other: 1
    }
  }

  /// How much less likely than otherwise a text stands in a field if what is said right behind it names it: where
  /// requirements name labels, it is one, though it ends as offices do (准营准办).
  func namedWeight(as meaning: FieldMeaning) -> Double {
    switch meaning {
    case .supply, .update, .mode, .lead, .responsible, .cooperating:
      min(1, Self.namedByChance * requirements.seen / requirements.naming)
    case .number, .level, .requirement, .target, .remarks, .other: 1
    }
  }

  /// The share of units that what is said right behind them names.
  private static let namedByChance = 0.05

  /// The first text of a row that reads like units and is named by what is said right behind it; no bodies, which a list of more
  /// of them names again.
  static func firstNamed(_ cells: [AlignableCell]) -> Int? {
    cells.indices.dropLast().first { index in
      let (label, next) = (cells[index], cells[index + 1])
      return label.evidence.units > leastUnits && labelLengths.contains(label.evidence.length)
        && label.evidence.length < next.evidence.length && next.evidence.bodies < 0.5 && next.text.contains(label.text)
    }
  }

  /// Other texts are dear enough in fields of units.
  private static let leastUnits = 0.3

  /// For each cell of each row, whether its text holds that of another cell that may be a label, or repeats the one before it
  /// where several rows do so: once, it may as well be a label below its like.
  static func naming(_ rows: [[AlignableCell]]) -> [[Bool]] {
    let repeating = rows.count { cells in
      zip(cells, cells.dropFirst()).contains { !$0.isEmpty && $0.text == $1.text && $0.evidence.length > 1 }
    }
    return rows.map { naming($0, mayRepeat: repeating >= fewestRepeats) }
  }

  private static let fewestRepeats = 2

  private static func naming(_ cells: [AlignableCell], mayRepeat: Bool) -> [Bool] {
    let labels = cells.indices.filter { index in
      let evidence = cells[index].evidence
      return labelLengths.contains(evidence.length) && !evidence.isDash && !evidence.isNumber && evidence.time < 0.5
        && evidence.bodies < 0.5
    }
    // What names a label leaves out the number that it has in a list.
    let names = labels.map { (cell: $0, name: CellText.withoutListNumber(cells[$0].text)) }
    return cells.indices.map { index in
      let length = cells[index].evidence.length
      return names.contains { cell, name in
        let count = name.unicodeScalars.count
        // A demand may be nothing but its label again, right behind it.
        let isNamedWhole = mayRepeat && count == length && cell + 1 == index
        return cell != index && (count < length || isNamedWhole) && count >= labelLengths.lowerBound
          && cells[index].text.contains(name)
      }
    }
  }

  /// Whether a text begins with what is to be done and names the label before it: 集中展示干部任免 beside 干部任免.
  static func demands(_ text: String, _ label: String) -> Bool {
    label.unicodeScalars.count >= labelLengths.lowerBound && text != label && text.contains(label)
      && TextEvidence(text).isDuty
  }
}
