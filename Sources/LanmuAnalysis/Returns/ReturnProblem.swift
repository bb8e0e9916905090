public import LanmuDiagnostics

/// Something in the returned sheets that a person has to look at.
public struct ReturnProblem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case noTaskSheet
    case noReturn
    case blankReturn
    case noAnswer
    case rowMissing
    case rowRepeated
    case rowUnknown
    case answeredTwice
    case contradiction
    case otherMonth
    case otherPlan
    case laterVersion
    case statusUnknown
    case statusMissing
    case dateUnreadable
    case dateOutside
    case dateMissing
    case countUnreadable
    case reasonUnknown
    case reasonMissing
    case unplaced
    case unreadable
  }

  public var kind: Kind
  public var severity: Diagnostic.Severity
  public var message: Message
  /// The file, sheet, row and column (from 0), as far as there are any.
  public var position: SourcePosition
  public var unit: String
  public var entry: String
  /// The cell's text, where a cell is at fault.
  public var text: String
  /// What should stand there; empty if that cannot be said.
  public var expected: Message?

  public init(
    _ kind: Kind, _ severity: Diagnostic.Severity, _ message: Message, at position: SourcePosition, unit: String = "",
    entry: String = "", text: String = "", expected: Message? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.position = position
    self.unit = unit
    self.entry = entry
    self.text = text
    self.expected = expected
  }
}
