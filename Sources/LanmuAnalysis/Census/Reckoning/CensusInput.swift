package import LanmuPlan

/// Everything that a census is a function of.
package struct CensusInput: Sendable {
  package var plan: Plan
  package var month: CivilMonth
  package var asOf: CivilDate
  package var recordsSince: CivilDate?
  package var site: String
  package var rules: RuleSet
  package var calendar: WorkingCalendar
  package var mapping: CensusMapping
  package var records: RecordLedger?
  package var letters: LetterLog?
  package var links: LinkLog?
  package var probes: ProbeLog?
  package var returns: [CensusReturn]?
  /// The units whose task sheets came back, each with the number of tasks that it answered.
  package var returnedSheets: [String: Int] = [:]
  package var previous: PreviousCensus?
  package var inputs: [InputSummary]
  /// What was off about files as a whole.
  package var readingProblems = ProblemLog()

  package init(
    plan: Plan, month: CivilMonth, asOf: CivilDate? = nil, recordsSince: CivilDate? = nil, site: String = "",
    rules: RuleSet, calendar: WorkingCalendar = .national, mapping: CensusMapping = CensusMapping()
  ) {
    self.plan = plan
    self.month = month
    self.asOf = asOf ?? month.lastDay
    self.recordsSince = recordsSince
    self.site = site
    self.rules = rules
    self.calendar = calendar
    self.mapping = mapping
    inputs = []
  }
}

/// What a mapping file pins: columns, units, headers.
package struct CensusMapping: Sendable, Hashable {
  /// From a path of the content system to an entry's path or id; empty for none.
  package var columns: [String: String] = [:]
  /// From another program's name of a unit to the plan's.
  package var units: [String: String] = [:]
  package var headers: [InputSummary.Kind: [InputField: [String]]] = [:]

  package init() {}
}

/// What a returned task sheet says about one duty.
package struct CensusReturn: Sendable, Hashable {
  package var entry: String
  package var unit: String
  /// The clerk's choice: 已更新, 无变动无需更新, 正在办理, 申请延期, 建议合并或撤销, 非本单位职责.
  package var status: String
  package var updatedOn: CivilDate?
  package var remarks: String
  package var place: RowPlace

  package init(
    entry: String, unit: String, status: String, updatedOn: CivilDate? = nil, remarks: String = "", place: RowPlace
  ) {
    self.entry = entry
    self.unit = unit
    self.status = status
    self.updatedOn = updatedOn
    self.remarks = remarks
    self.place = place
  }
}
