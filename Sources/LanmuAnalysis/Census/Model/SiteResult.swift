/// A site's month as roll-ups of several sites hold it: a line of figures, and what stands behind them.
public struct SiteResult: Codable, Hashable, Sendable {
  /// A unit's line.
  public struct Unit: Codable, Hashable, Sendable {
    public var unit: String
    public var columns: Int
    public var onTime: Int
    public var overdue: Int
    public var blank: Int
    public var items: Int

    public init(unit: String, columns: Int, onTime: Int, overdue: Int, blank: Int, items: Int) {
      self.unit = unit
      self.columns = columns
      self.onTime = onTime
      self.overdue = overdue
      self.blank = blank
      self.items = items
    }
  }

  /// A column that is overdue or blank.
  public struct Fault: Codable, Hashable, Sendable {
    public var path: [String]
    public var state: String
    public var lastUpdate: String?
    public var daysOver: Int
    public var units: [String]

    public init(path: [String], state: String, lastUpdate: String?, daysOver: Int, units: [String]) {
      self.path = path
      self.state = state
      self.lastUpdate = lastUpdate
      self.daysOver = daysOver
      self.units = units
    }
  }

  public var site = ""
  public var month = ""
  public var asOf = ""
  /// All columns: the sum of the five states that follow, which are those by the plan. A column in order by the plan and blank
  /// by the national rules counts as in order here, and stands in the site's own census.
  public var columns = 0
  /// In order, those about to run out among them.
  public var ok = 0
  public var overdue = 0
  public var blank = 0
  public var notMeasured = 0
  public var notApplicable = 0
  public var units = 0
  public var items = 0
  public var vetoed = false
  public var deducted = 0.0
  public var points = 0.0
  /// Whether every indicator has a value; else there is no total.
  public var complete = false
  /// Names of the vetoes.
  public var vetoes: [String]?
  /// Left out of roll-ups of many sites, as are the faults.
  public var unitLines: [Unit]?
  public var faults: [Fault]?

  public init() {}

  public var rated: Int { ok + overdue + blank }

  /// How many sites these are; sites without a name count one by one, others once for all their months.
  public static func siteCount(_ results: [SiteResult]) -> Int {
    Set(results.map(\.site)).subtracting([""]).count + results.count { $0.site.isEmpty }
  }

  /// The same without units and faults.
  public var line: SiteResult {
    var line = self
    line.unitLines = nil
    line.faults = nil
    return line
  }

  /// The order in which roll-ups list sites, whatever the order in which they came.
  public static func < (left: SiteResult, right: SiteResult) -> Bool {
    (left.month, left.site, left.asOf, left.columns, left.overdue, left.items)
      < (right.month, right.site, right.asOf, right.columns, right.overdue, right.items)
  }
}
