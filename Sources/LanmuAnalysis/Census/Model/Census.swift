/// A month's census of one site: a function of its inputs and the day of monitoring.
public struct Census: Sendable, Hashable {
  public static let schema = "lanmu-census/1"

  public var month: CivilMonth
  /// The day of monitoring; what was published later does not count.
  public var asOf: CivilDate
  public var site: String
  public var planTitle: String
  public var documentNumber: String
  public var rules: RuleSet
  /// From when on the export is declared complete.
  public var recordsSince: CivilDate?
  public var inputs: [InputSummary]
  public var columns: [ColumnResult]
  /// In the plan's order.
  public var units: [UnitResult]
  public var indicators: [IndicatorResult]
  public var score: CensusScore
  public var volume: VolumeReport?
  public var letters: LetterReport?
  public var activities: [Activity]
  public var probes: [ProbeResult]?
  public var links: [LinkResult]?
  public var supplies: [SupplyResult]
  /// Items of the month without a date of origin.
  public var itemsWithoutEvent: Int
  public var rectifications: [Rectification]
  public var problems: ProblemLog
  public var unmatched: [UnmatchedColumn]
  public var unknownUnits: [UnknownUnit]
  public var matches: [MatchedColumn]
  public var previous: PreviousCensus?
  /// Up to twelve months, this one last.
  public var trend: [TrendPoint]
  /// Where two inputs say different things.
  public var contradictions: [String]
  /// What the readers of the inputs noticed: bad bytes, quotes never closed, cells that could not be read.
  public var readingNotes: [ReadingNote] = []

  /// Whether task sheets were given.
  public var hasReturns: Bool { inputs.contains { $0.kind == .returns } }

  /// How many columns are in a state.
  public func count(_ state: ColumnResult.State) -> Int { columns.count { $0.state == state } }

  /// Share of the columns bound by the calendar that are in order; `nil` without any.
  public var onTimeRate: Double? {
    let rated = columns.filter(\.isRated)
    return rated.isEmpty ? nil : Double(rated.count { $0.state == .ok || $0.state == .due }) / Double(rated.count)
  }
}

/// Something that the reader of an input noticed.
public struct ReadingNote: Sendable, Hashable {
  public var place: RowPlace
  public var text: String

  public init(place: RowPlace, text: String) {
    self.place = place
    self.text = text
  }
}

/// A column of one side that the other does not have.
public struct UnmatchedColumn: Sendable, Hashable {
  public enum Side: String, Sendable, Hashable { case plan, system }
  public var side: Side
  public var path: String
  /// The likest column of the other side, for a person to decide.
  public var suggestion: String
  public var items: Int
}

/// A name in the export that is no unit of the plan.
public struct UnknownUnit: Sendable, Hashable {
  public var name: String
  public var items: Int
}

/// A column of the content system with the plan's column that it was taken for.
public struct MatchedColumn: Sendable, Hashable {
  public var systemPath: String
  public var path: String
  public var way: String
  public var unit: String
}

/// A month in short, for comparison and trend.
public struct TrendPoint: Sendable, Hashable {
  public var month: CivilMonth
  public var deducted: Double
  public var vetoed: Bool
  /// Columns overdue by the plan.
  public var overdue: Int
  /// Columns blank by the plan or by the national rules, as on 空白栏目.
  public var blank: Int
  public var items: Int
  public var rate: Double?
  /// The codes of the indicators that were measured: only sums over the same ones compare. Empty where it is not known.
  public var measured: [String]

  /// Whether the deductions of two months stand for the same indicators.
  public func compares(with other: TrendPoint) -> Bool {
    measured.isEmpty || other.measured.isEmpty || measured == other.measured
  }

  public init(
    month: CivilMonth, deducted: Double, vetoed: Bool, overdue: Int, blank: Int, items: Int, rate: Double?,
    measured: [String] = []
  ) {
    self.measured = measured
    self.month = month
    self.deducted = deducted
    self.vetoed = vetoed
    self.overdue = overdue
    self.blank = blank
    self.items = items
    self.rate = rate
  }
}

/// What this month needs to know of last month's census.
public struct PreviousCensus: Sendable, Hashable {
  public var month: CivilMonth
  public var trend: [TrendPoint]
  /// Values by indicator code.
  public var indicators: [String: Double]
  public var units: [String: UnitMonth]
  /// Ids of columns that were overdue or blank, by the plan or by the national rules.
  public var faulty: Set<String>
  public var rectifications: [Rectification]

  public struct UnitMonth: Sendable, Hashable {
    public var items: Int
    public var overdue: Int
    public var rate: Double?

    public init(items: Int, overdue: Int, rate: Double?) {
      self.items = items
      self.overdue = overdue
      self.rate = rate
    }
  }

  public init(
    month: CivilMonth, trend: [TrendPoint] = [], indicators: [String: Double] = [:], units: [String: UnitMonth] = [:],
    faulty: Set<String> = [], rectifications: [Rectification] = []
  ) {
    self.month = month
    self.trend = trend
    self.indicators = indicators
    self.units = units
    self.faulty = faulty
    self.rectifications = rectifications
  }
}

/// A fault that somebody has to put right; it keeps its id until it is.
public struct Rectification: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case unanswered = "未反馈"
    case inProgress = "整改中"
    case done = "已整改"
    case postponed = "申请延期"
    case withdrawn = "已撤栏目"

    public var isOpen: Bool { self != .done && self != .withdrawn }
  }

  public var id: String
  public var entry: String
  public var firstMonth: CivilMonth
  public var problem: String
  public var subject: String
  public var units: [String]
  public var dueOn: CivilDate
  public var status: Status
  public var response: String
  /// In how many censuses it stood, this one included.
  public var months: Int

  public init(
    id: String, entry: String, firstMonth: CivilMonth, problem: String, subject: String, units: [String],
    dueOn: CivilDate,
    status: Status, response: String, months: Int
  ) {
    self.id = id
    self.entry = entry
    self.firstMonth = firstMonth
    self.problem = problem
    self.subject = subject
    self.units = units
    self.dueOn = dueOn
    self.status = status
    self.response = response
    self.months = months
  }
}
