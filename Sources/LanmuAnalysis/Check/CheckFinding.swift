public import LanmuDiagnostics

/// Something that a plan misses, leaves in doubt or says twice, with what to do about it.
///
/// `code` is stable, lower-case and dotted (`check.unit.missing`).
public struct CheckFinding: Sendable, Hashable {
  public var severity: Diagnostic.Severity
  public var code: String
  public var message: Message
  /// What to do about it.
  public var remedy: Message
  public var position: SourcePosition
  /// The entry that the finding is about; `nil` if it is about the plan.
  public var entry: String?
  /// Entries below that one of which the same is true.
  public var others: [String]
  public var path: [String]
  /// How probable the reading is, from 0 to 1, where the finding is a doubt of it.
  public var probability: Double?

  public init(
    _ severity: Diagnostic.Severity, code: String, message: Message, remedy: Message,
    position: SourcePosition = SourcePosition(), entry: String? = nil, others: [String] = [], path: [String] = [],
    probability: Double? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.remedy = remedy
    self.position = position
    self.entry = entry
    self.others = others
    self.path = path
    self.probability = probability
  }

  /// What the reading of the document warns of, by its diagnostic: something was lost, or was understood by a guess that no
  /// single entry tells.
  package init(reading diagnostic: Diagnostic) {
    let remedy =
      diagnostic.severity == .error
      ? Message(zh: "请用办公软件打开核对并重新保存", en: "open it in an office program, check it, and save it again")
      : Message(zh: "请对照原件", en: "compare the original")
    self.init(
      diagnostic.severity, code: diagnostic.code, message: diagnostic.message, remedy: remedy,
      position: diagnostic.position)
  }

  /// The finding as a diagnostic: what is wrong and what to do, in one sentence.
  public var diagnostic: Diagnostic {
    Diagnostic(
      severity, code: code,
      message: Message(
        zh: message.chinese + "；" + remedy.chinese, en: message.english + "; " + remedy.english),
      position: position)
  }
}
