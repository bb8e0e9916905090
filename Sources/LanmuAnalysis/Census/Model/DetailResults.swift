/// The letters of the month.
public struct LetterReport: Sendable, Hashable {
  /// A letter that is open or was late.
  public struct Item: Sendable, Hashable {
    public var number: String
    public var column: String
    public var title: String
    public var unit: String
    public var received: CivilDate
    public var due: CivilDate?
    public var answered: CivilDate?
    /// Working days until the answer, or until the day of monitoring.
    public var workingDays: Int
    public var status: String
    public var isOverThreeMonths: Bool
  }

  public var units: [(unit: String, counts: LetterCounts)]
  public var total: LetterCounts
  public var items: [Item]
  public var receivedInYear: Int
  /// Received within a year and open for more than three months.
  public var overThreeMonths: Int
  /// Received and answered in each month of the year, for the annual form.
  public var receivedByMonth: [Int]
  public var answeredByMonth: [Int]
}

extension LetterReport {
  public static func == (left: LetterReport, right: LetterReport) -> Bool {
    left.total == right.total && left.items == right.items && left.units.map(\.unit) == right.units.map(\.unit)
      && left.units.map(\.counts) == right.units.map(\.counts) && left.receivedInYear == right.receivedInYear
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(total)
    hasher.combine(items)
  }
}

/// An interview or a consultation.
public struct Activity: Sendable, Hashable {
  public var columnClass: ColumnClass
  public var title: String
  public var unit: String
  public var published: CivilDate
  public var path: String
}

/// A day of probes, with the share of failures over the seven days that end with it.
public struct ProbeResult: Sendable, Hashable {
  public var date: CivilDate
  public var probes: Int
  public var failures: Int
  public var longest: Double
  public var weekProbes: Int
  public var weekFailures: Int

  /// Fewer than twenty probes a day do not serve the rule.
  public var isEnough: Bool { probes >= 20 }
  public var weekShare: Double { weekProbes == 0 ? 0 : Double(weekFailures) / Double(weekProbes) }
}

/// A link that did not open.
public struct LinkResult: Sendable, Hashable {
  public var isOnHomePage: Bool
  public var kind: String
  public var text: String
  public var address: String
  public var page: String
  public var column: String
  public var unit: String
  public var code: String
  public var found: CivilDate?
  public var days: Int
  /// Certain, or only suspected.
  public var isDead: Bool
}

/// An item with a date of origin, held against the time in which it had to be supplied.
public struct SupplyResult: Sendable, Hashable {
  public var title: String
  public var column: String
  public var unit: String
  public var event: CivilDate
  /// Working days or another span, in words; empty where the plan sets none.
  public var limit: String
  public var due: DueDate?
  public var published: CivilDate
  /// Working days after the due date; 0 if in time.
  public var workingDaysLate: Int
}
