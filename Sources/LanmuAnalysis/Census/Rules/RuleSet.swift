public import LanmuPlan

/// A set of census rules: dated data that an office may edit, not code.
public struct RuleSet: Sendable, Hashable {
  /// The rule set's name (`census-2015`).
  public var name: String
  public var title: String
  /// The document that the rules come from.
  public var source: String
  /// The day of that document.
  public var dated: CivilDate?
  /// The points from which deductions are taken.
  public var full: Double
  /// The points that are enough to pass.
  public var pass: Double
  /// Whether every indicator needs a value before a total may be printed.
  public var needsAll: Bool
  /// National windows by class of column.
  public var windows: [Window]
  public var indicators: [Indicator]
  public var parameters: Parameters

  /// How long columns of some classes may go without an item.
  public struct Window: Sendable, Hashable {
    public var classes: [ColumnClass]
    public var within: TimeSpan
    /// What an overdue column of these classes is called (动态超2周).
    public var problem: String

    public init(classes: [ColumnClass], within: TimeSpan, problem: String) {
      self.classes = classes
      self.within = within
      self.problem = problem
    }
  }

  /// The numbers that an office may set.
  public struct Parameters: Sendable, Hashable {
    /// A column is 长期未更新 if it is overdue and was last updated more than so many months ago.
    public var longStaleMonths = 6
    /// Amber begins so many days before a due date at the latest.
    public var amberDays = 7
    /// Working days for an answer where the plan sets none; `nil` leaves punctuality unmeasured.
    public var replyWorkingDays: Int?
    /// Interviews and consultations due in a year.
    public var activitiesPerYear = 6
    /// Columns whose items stand on the home page: paths as in the plan.
    public var homeColumns: [String] = []
    /// Columns in order by decision: paths as in the plan.
    public var exempt: [String] = []
    /// Classes that an office sets itself, by path.
    public var classes: [String: ColumnClass] = [:]

    public init() {}
  }

  public init(
    name: String, title: String, source: String = "", dated: CivilDate? = nil, full: Double = 100, pass: Double = 60,
    needsAll: Bool = false, windows: [Window] = [], indicators: [Indicator] = [], parameters: Parameters = Parameters()
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.dated = dated
    self.full = full
    self.pass = pass
    self.needsAll = needsAll
    self.windows = windows
    self.indicators = indicators
    self.parameters = parameters
  }

  /// The window for columns of a class, if the rules name one.
  public func window(for columnClass: ColumnClass) -> Window? {
    windows.first { $0.classes.contains(columnClass) }
  }
}
