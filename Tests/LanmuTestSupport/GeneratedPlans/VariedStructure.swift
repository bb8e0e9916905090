import LanmuRecognition

/// How a varied plan is laid out: all that is drawn once for a whole plan.
struct VariedStructure: Sendable {
  /// What stands in a level's cell of a row whose branch ends above that level.
  enum Ending: Sendable, CaseIterable { case merged, empty, dashed }

  /// How neighbouring rows come to share one cell of a field.
  enum Sharing: Sendable { case never, sometimes, branches }

  /// The grid columns' meanings, and where the levels start.
  private(set) var fields: [FieldMeaning] = []
  /// How many grid columns hold labels.
  let levelColumns: Int
  /// Whether rows across the table hold the outermost labels.
  let hasSections: Bool
  let hasHeader: Bool
  /// Whether repeated labels are left empty, none of the cells being merged.
  let isHandMade: Bool
  let isIndicators: Bool
  /// Whether the label of those who are responsible says that they help whoever leads.
  private(set) var onlyHelps = false
  let ending: Ending
  /// How often a branch ends above the deepest level.
  let endsEarly: Double
  /// Whether numbers count outermost labels, and not rows.
  let numbersGroups: Bool
  private(set) var sharing: [FieldMeaning: Sharing] = [:]
  /// The share of rows in which a field is really empty.
  private(set) var blanks: [FieldMeaning: Double] = [:]
  /// The word for the place's rank: 县, 市 or 区.
  let rank: String
  let place: String
  let rowsWanted: Int
  /// Whether some labels carry ★.
  let starsLabels: Bool

  init(_ draw: inout SeededGenerator) {
    let found = VariedWords.places.randomElement(using: &draw) ?? ("松湾", "县")
    (place, rank) = (found.0 + found.1, found.1)
    hasHeader = !draw.happens(0.08)
    hasSections = draw.happens(0.25)
    let depths = hasSections ? [1, 2, 2, 3] : [1, 2, 2, 3, 3, 3, 4]
    levelColumns = depths.randomElement(using: &draw) ?? 2
    isHandMade = levelColumns > 1 && draw.happens(0.15)
    isIndicators = hasHeader && levelColumns > 1 && draw.happens(0.1)
    let endings: [Ending] = isHandMade ? [.empty, .dashed] : Ending.allCases
    ending = endings.randomElement(using: &draw) ?? .empty
    endsEarly = levelColumns == 1 ? 0 : [0, 0, 0.15, 0.35].randomElement(using: &draw) ?? 0
    numbersGroups = !isHandMade && levelColumns > 1 && draw.happens(0.3)
    starsLabels = draw.happens(0.15)
    rowsWanted = Int.random(in: 8...36, using: &draw)
    drawFields(&draw)
    drawHabits(&draw)
  }

  private mutating func drawFields(_ draw: inout SeededGenerator) {
    var units: [FieldMeaning] = [.responsible]
    var groups: [[FieldMeaning]] = [[.requirement]]
    if hasHeader {
      switch Int.random(in: 0..<10, using: &draw) {
      case 0...4: break
      case 5...6: units = [.lead, .responsible]
      // A plan's field of who helps counts as that of who answers where there is no other (CONTRACT: `lead`, `responsible`).
      case 7...8: (units, onlyHelps) = ([.lead, .responsible], true)
      default: units = [.responsible, .cooperating]
      }
      if draw.happens(0.1) { groups = [] }
      if isIndicators { groups = [[.requirement], [.target]] }
    }
    let lacksTime = !groups.isEmpty && draw.happens(0.12) && hasHeader
    if !lacksTime {
      groups.append(hasHeader && draw.happens(0.2) ? [.supply, .update] : [.update])
    }
    if draw.happens(0.25) { groups.append([.mode]) }
    groups.append(units)
    if draw.happens(0.4) { groups.shuffle(using: &draw) }
    let leadsWithUnits = hasHeader && units.count == 1 && draw.happens(0.12)
    if leadsWithUnits { groups.removeAll { $0 == units } }
    var data = groups.flatMap { $0 }
    if hasHeader, draw.happens(0.1) { data.append(.other) }
    if hasHeader, draw.happens(0.45) {
      data.insert(.remarks, at: draw.happens(0.7) ? data.count : Int.random(in: 0...data.count, using: &draw))
    }
    let first: [FieldMeaning] = draw.happens(0.35) ? [.number] : []
    fields = first + (leadsWithUnits ? units : []) + Array(repeating: .level, count: levelColumns) + data
  }

  private mutating func drawHabits(_ draw: inout SeededGenerator) {
    for field in Set(fields).sorted(by: { $0.rawValue < $1.rawValue }) where field != .level && field != .number {
      // Who helps, helps with one column: the field is empty where nobody does, and says nothing about its neighbours.
      let helps = field == .cooperating || field == .responsible && onlyHelps
      if !isHandMade, !helps, field != .remarks, field != .other {
        sharing[field] = [.never, .sometimes, .sometimes, .branches].randomElement(using: &draw)
      }
      blanks[field] = field == .remarks ? 0.7 : helps ? 0.25 : draw.happens(0.3) ? 0.1 : 0
    }
  }

  /// Whether two rows stand in one branch: below one label at least, or anywhere in a table or section of single labels.
  ///
  /// Cells of other fields are shared by kin alone.
  func isKin(_ one: GeneratedPlan.Row, _ other: GeneratedPlan.Row) -> Bool {
    let count = (levelColumns > 1 ? 1 : 0) + (hasSections ? 1 : 0)
    return one.path.prefix(count) == other.path.prefix(count)
  }

  var levelStart: Int { fields.firstIndex(of: .level) ?? 0 }
}
