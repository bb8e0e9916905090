/// Something that a reader of the result should know: a guess, a loss, a contradiction.
///
/// Libraries collect diagnostics and return them beside their values; only the command prints them. `code` is stable,
/// lower-case and dotted (`merge.recovered`), so that scripts may rely on it.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case note
    case warning
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var severity: Severity
  public var code: String
  public var message: Message
  public var position: SourcePosition

  public init(_ severity: Severity, code: String, message: Message, position: SourcePosition = SourcePosition()) {
    self.severity = severity
    self.code = code
    self.message = message
    self.position = position
  }
}
