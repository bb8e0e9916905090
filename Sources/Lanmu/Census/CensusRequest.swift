public import LanmuAnalysis
public import LanmuContainer
public import LanmuPlan

/// What a census is asked for: the plan, the month, and whatever logs there are.
public struct CensusRequest: Sendable {
  public var plan: Plan
  public var month: CivilMonth
  /// The day of monitoring; the month's last day where `nil`.
  public var asOf: CivilDate?
  /// The site's name; taken from the plan's title where empty.
  public var site = ""
  /// Exports of published items.
  public var records: [ByteSource] = []
  /// From when on these exports are complete; without it no column is called blank.
  public var recordsSince: CivilDate?
  public var letters: [ByteSource] = []
  public var links: [ByteSource] = []
  public var probes: [ByteSource] = []
  /// Filled-in task sheets, or folders of them, by path.
  public var returns: [String] = []
  /// Last month's census: its JSON, or its workbook with what was written on 整改台账.
  public var previous: ByteSource?
  public var rules: RuleSet
  /// The text of a mapping file, and its name.
  public var mapping: (text: String, file: String)?
  public var calendar = WorkingCalendar.national
  public var limits = ResourceLimits.standard
  /// Told the file and its rows read so far, now and then.
  public var progress: (@Sendable (String, Int) -> Void)?

  public init(plan: Plan, month: CivilMonth, rules: RuleSet) {
    self.plan = plan
    self.month = month
    self.rules = rules
  }
}
