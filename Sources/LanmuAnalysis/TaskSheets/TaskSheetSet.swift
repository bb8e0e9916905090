public import LanmuPlan

/// The task sheets of all units of a plan for a month, and the units that have nothing to do.
public struct TaskSheetSet: Sendable, Hashable {
  /// In the plan's order of units; each has at least one task.
  public var sheets: [TaskSheet]
  /// Units that the plan names but gives no duty.
  public var idleUnits: [String]
  public var planTitle: String
  public var documentNumber: String
  public var month: CivilMonth
  public var issuedOn: CivilDate
  public var returnBy: CivilDate

  /// What is asked for besides the plan.
  public struct Request: Sendable {
    public var month: CivilMonth
    /// `nil` for the month's first working day.
    public var issuedOn: CivilDate?
    /// `nil` for the month's last working day; another day is moved to the working day before it.
    public var returnBy: CivilDate?
    public var calendar: WorkingCalendar
    /// What a census knows, by the entry's id; `nil` if there was none.
    public var census: [String: ColumnStatus]?

    public init(
      month: CivilMonth, issuedOn: CivilDate? = nil, returnBy: CivilDate? = nil, calendar: WorkingCalendar = .national,
      census: [String: ColumnStatus]? = nil
    ) {
      self.month = month
      self.issuedOn = issuedOn
      self.returnBy = returnBy
      self.calendar = calendar
      self.census = census
    }
  }

  public init(_ plan: Plan, _ request: Request) {
    let calendar = request.calendar
    month = request.month
    issuedOn = request.issuedOn ?? calendar.firstWorkingDay(onOrAfter: month.firstDay)
    returnBy = calendar.lastWorkingDay(onOrBefore: request.returnBy ?? month.lastDay)
    planTitle = plan.title
    documentNumber = plan.documentNumber
    var builder = TaskBuilder(plan, request)
    builder.collect()
    let fingerprint = PlanFingerprint.of(plan)
    sheets = []
    idleUnits = []
    for unit in builder.units {
      guard let tasks = builder.tasks[unit.name], !tasks.isEmpty else {
        // A group whose members have sheets needs none, and is not idle.
        if unit.kind != .group { idleUnits.append(unit.name) }
        continue
      }
      sheets.append(
        TaskSheet(
          unit: unit.name, kind: unit.kind, planTitle: plan.title, documentNumber: plan.documentNumber,
          planFingerprint: fingerprint, month: month, issuedOn: issuedOn, returnBy: returnBy,
          hasCensus: request.census != nil, tasks: TaskOrder.sorted(tasks)))
    }
  }
}

/// The order in which tasks press.
enum TaskOrder {
  /// Overdue ones first, the longest first; then blank ones, then by due date, then those without a date, on-demand ones,
  /// and what is only cooperation last.
  static func sorted(_ tasks: [UnitTask]) -> [UnitTask] {
    tasks.enumerated().sorted { left, right in
      let first = key(left.element)
      let second = key(right.element)
      return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element)
  }

  private static func key(_ task: UnitTask) -> [Int] {
    let group =
      switch task.state {
      case _ where task.isCooperation: 6
      case .overdue: 0
      case .blank: 1
      case .due, .inOrder, .notMeasured: task.due.date == nil ? 3 : 2
      case .pending, .undetermined: 4
      case .onDemand: 5
      }
    let date = task.due.date.map { Int($0.dayNumber) } ?? Int.max
    return [group, task.state == .overdue ? -task.daysOver : 0, date]
  }
}
