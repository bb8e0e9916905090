public import LanmuPlan

/// What one unit has to do in a month: its duties in the order in which they press, ready to be laid out.
public struct TaskSheet: Sendable, Hashable {
  public var unit: String
  public var kind: PlanUnit.Kind
  public var planTitle: String
  public var documentNumber: String
  /// Tells versions of a plan apart: a hash over what its entries demand.
  public var planFingerprint: String
  public var month: CivilMonth
  public var issuedOn: CivilDate
  /// The day by which the filled-in sheet is expected: a working day.
  public var returnBy: CivilDate
  /// Whether states and last updates are known from a census.
  public var hasCensus: Bool
  public var tasks: [UnitTask]

  public init(
    unit: String, kind: PlanUnit.Kind, planTitle: String, documentNumber: String, planFingerprint: String,
    month: CivilMonth, issuedOn: CivilDate, returnBy: CivilDate, hasCensus: Bool, tasks: [UnitTask]
  ) {
    self.unit = unit
    self.kind = kind
    self.planTitle = planTitle
    self.documentNumber = documentNumber
    self.planFingerprint = planFingerprint
    self.month = month
    self.issuedOn = issuedOn
    self.returnBy = returnBy
    self.hasCensus = hasCensus
    self.tasks = tasks
  }

  /// How many tasks name the unit in a role; a task with several roles counts in each.
  public func count(of role: Assignment.Role) -> Int {
    tasks.count { task in task.roles.contains { $0.role == role } }
  }

  public func count(of state: TaskState) -> Int { tasks.count { $0.state == state } }
}

/// One entry of the plan as a unit's duty.
public struct UnitTask: Sendable, Hashable {
  /// A role with the part that it is limited to and the document's own words for it.
  public struct Part: Sendable, Hashable {
    public var role: Assignment.Role
    public var scope: String
    public var duty: String
    /// The group by which the unit is meant; empty where it is named itself.
    public var group: String

    public init(role: Assignment.Role, scope: String, duty: String, group: String) {
      self.role = role
      self.scope = scope
      self.duty = duty
      self.group = group
    }
  }

  /// The entry's id.
  public var entry: String
  /// A short form of the id, different from those of all other entries of the plan.
  public var number: String
  public var path: [String]
  public var starred: Bool
  /// Never empty; the most binding role first.
  public var roles: [Part]
  public var requirement: String
  public var update: String
  public var supply: String
  public var mode: String
  public var remarks: String
  public var state: TaskState
  /// Days over; 0 unless `state` is `.overdue`.
  public var daysOver: Int
  public var lastUpdate: CivilDate?
  public var due: TaskDue

  public init(
    entry: String, number: String, path: [String], starred: Bool, roles: [Part], requirement: String, update: String,
    supply: String, mode: String, remarks: String, state: TaskState, daysOver: Int, lastUpdate: CivilDate?, due: TaskDue
  ) {
    self.entry = entry
    self.number = number
    self.path = path
    self.starred = starred
    self.roles = roles
    self.requirement = requirement
    self.update = update
    self.supply = supply
    self.mode = mode
    self.remarks = remarks
    self.state = state
    self.daysOver = daysOver
    self.lastUpdate = lastUpdate
    self.due = due
  }

  /// Whether the unit only helps: its roles are 配合 and 技术配合 alone.
  public var isCooperation: Bool { roles.allSatisfy { $0.role == .cooperating || $0.role == .technical } }

  /// The label path as one text.
  public var pathText: String { path.joined(separator: "/") }
}

/// Until when something has to be published.
public enum TaskDue: Sendable, Hashable {
  /// The last day in order, and the last working day on or before it.
  case day(DueDate, workingDay: CivilDate)
  /// So long after the last update, which is not known here; the plan's own words.
  case afterLastUpdate(String)
  /// No calendar.
  case none

  public var date: CivilDate? {
    if case .day(let due, _) = self { due.date } else { nil }
  }
}

/// How a column stands, in one word.
public enum TaskState: String, Sendable, Hashable, CaseIterable {
  case overdue
  case blank
  case due
  case inOrder
  /// A calendar binds the column, but nothing has measured it.
  case notMeasured
  case onDemand
  case pending
  case undetermined

  public var chineseName: String {
    switch self {
    case .overdue: "逾期"
    case .blank: "空白"
    case .due: "即将到期"
    case .inOrder: "按期"
    case .notMeasured: "待核实"
    case .onDemand: "按需"
    case .pending: "待确认"
    case .undetermined: "方案未定"
    }
  }
}

/// What a census knows about a column.
public struct ColumnStatus: Sendable, Hashable {
  public var state: TaskState?
  public var lastUpdate: CivilDate?
  public var dueOn: CivilDate?
  public var daysOver: Int

  public init(state: TaskState?, lastUpdate: CivilDate? = nil, dueOn: CivilDate? = nil, daysOver: Int = 0) {
    self.state = state
    self.lastUpdate = lastUpdate
    self.dueOn = dueOn
    self.daysOver = daysOver
  }

  /// `state` and `reason` in the words of the census's JSON.
  public init(
    censusState: String, reason: String, lastUpdate: CivilDate?, dueOn: CivilDate?, daysOver: Int
  ) {
    let state: TaskState? =
      switch censusState {
      case "ok": .inOrder
      case "due": .due
      case "overdue": .overdue
      case "blank": .blank
      case "notApplicable": reason.contains("待确认") ? .pending : reason.contains("方案未定") ? .undetermined : .onDemand
      default: nil
      }
    self.init(state: state, lastUpdate: lastUpdate, dueOn: dueOn, daysOver: daysOver)
  }
}
