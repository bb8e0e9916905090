/// What one unit answered about one task.
public struct UnitReturn: Sendable, Hashable {
  /// The entry's id.
  public var entry: String
  /// The task's label path as it stands on the sheet, or its number where the plan names no column.
  public var label: String
  public var unit: String
  /// `nil` where neither the sheet nor its hidden marks say.
  public var month: CivilMonth?
  /// As typed, freed of odd spacing; `knownStatus` where it is one of the list.
  public var status: String
  public var updatedOn: CivilDate?
  public var count: Int?
  public var link: String
  public var reason: String
  public var person: String
  /// Text of the row that stands in no field of the sheet.
  public var remarks: String
  /// What stands in fields that a template's designer or a clerk has added, in the sheet's order.
  public var fields: [Field]
  public var file: String
  public var sheet: String
  /// From 0, the row of the sheet as it came back.
  public var row: Int

  /// A field that is none of the task sheet's own.
  public struct Field: Sendable, Hashable {
    public var label: String
    public var text: String

    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  public init(
    entry: String, unit: String, month: CivilMonth?, status: String, updatedOn: CivilDate?, count: Int?, link: String,
    reason: String, person: String, remarks: String, file: String, sheet: String, row: Int, label: String = "",
    fields: [Field] = []
  ) {
    self.entry = entry
    self.label = label
    self.unit = unit
    self.month = month
    self.status = status
    self.updatedOn = updatedOn
    self.count = count
    self.link = link
    self.reason = reason
    self.person = person
    self.remarks = remarks
    self.fields = fields
    self.file = file
    self.sheet = sheet
    self.row = row
  }

  /// Everything beside the task sheet's own fields, in one line.
  public var otherText: String {
    (fields.map { "\($0.label)：\($0.text)" } + [remarks]).filter { !$0.isEmpty }.joined(separator: "；")
  }

  public var knownStatus: ReturnStatus? { ReturnStatus(rawValue: status) }

  /// Whether two answers say the same, wherever they stand.
  func agrees(with other: UnitReturn) -> Bool {
    status == other.status && updatedOn == other.updatedOn && count == other.count && link == other.link
      && reason == other.reason && person == other.person && otherText == other.otherText
  }
}
