public import LanmuPlan

/// A column of the site on the day of monitoring: one row of 栏目更新情况.
public struct ColumnResult: Sendable, Hashable {
  /// Where a column stands; raw values are those of the JSON.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case ok, due, overdue, blank, notMeasured, notApplicable

    /// As the sheets print it.
    public var chineseName: String {
      switch self {
      case .ok: "按期"
      case .due: "即将到期"
      case .overdue: "逾期"
      case .blank: "空白"
      case .notMeasured: "未测"
      case .notApplicable: "不适用"
      }
    }
  }

  /// A unit's part in a column.
  public struct Duty: Sendable, Hashable {
    public var unit: String
    public var role: Assignment.Role
    public var scope: String
    /// Items of the month published by the unit itself.
    public var items: Int
    /// Whether the unit fields (or a lead inherited from a label) say so, and not a requirement or a remark.
    public var isPrimary: Bool

    public init(unit: String, role: Assignment.Role, scope: String = "", items: Int = 0, isPrimary: Bool = true) {
      self.unit = unit
      self.role = role
      self.scope = scope
      self.items = items
      self.isPrimary = isPrimary
    }
  }

  /// The id of the plan's entry.
  public var entry: String
  public var path: [String]
  /// The unit whose own column this is, where each unit has one.
  public var ownUnit: String?
  public var columnClass: ColumnClass
  /// The plan's words for the rule of time.
  public var ruleText: String
  public var rules: [TimeRule]
  public var obligations: [Obligation]
  /// `nil` if nothing dated was found.
  public var lastUpdate: CivilDate?
  public var lastTitle: String
  public var lastLink: String
  public var itemsThisMonth: Int
  public var itemsThisYear: Int
  public var itemsTotal: Int
  /// Items of the two weeks before the day of monitoring, if the column stands on the home page.
  public var itemsOnHomePage: Int?
  /// The day of the item that the due date is counted from: the newest, or the sixth newest where six are asked for.
  public var countedFrom: CivilDate?
  public var state: State
  /// Why, in words: 按需, 待确认, 方案未定, 期内无发布.
  public var reason: String
  public var nationalState: State
  public var nationalReason: String
  public var dueOn: DueDate?
  /// Days since the due date; 0 unless overdue.
  public var daysOver: Int
  /// 逾期, 动态超2周, 长期未更新, 空白 and so on.
  public var problems: [String]
  public var duties: [Duty]
  /// The columns of the content system that were counted.
  public var systemPaths: [String]
  /// Something that a reader of the row should know.
  public var remark: String

  /// Whether it counts for the on-time rate.
  public var isRated: Bool { state == .ok || state == .due || state == .overdue || state == .blank }

  /// Whether the plan or the national rules find it overdue or blank.
  public var isFaulty: Bool {
    [state, nationalState].contains { $0 == .overdue || $0 == .blank }
  }

  /// Whether it counts as blank, by the plan or by the national rules.
  public var isBlank: Bool { problems.contains("空白") }

  /// As the sheets print the state: with its reason where there is no calendar.
  public var stateText: String {
    switch state {
    case .notApplicable, .notMeasured: reason.isEmpty ? state.chineseName : reason
    default: state.chineseName
    }
  }

  /// Units with these roles, in the plan's order.
  public func units(_ roles: Assignment.Role...) -> [String] {
    duties.filter { roles.contains($0.role) }.map(\.unit)
  }

  /// The units that answer for the column: those that keep it, else its lead.
  public var accountable: [String] {
    if let ownUnit { return [ownUnit] }
    let primary = duties.filter(\.isPrimary)
    let keepers = primary.filter { $0.role == .responsible }
    let leads = primary.filter { $0.role == .lead || $0.role == .coordinating }
    return (keepers.isEmpty ? leads : keepers).map(\.unit)
  }
}
