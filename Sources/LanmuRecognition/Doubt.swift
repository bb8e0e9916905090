public import LanmuDiagnostics

/// A guess that was made about one field of a row: the reading chosen, its rival, and why.
///
/// A row without doubts is certain. `probability` is the recogniser's own estimate that the chosen reading is right.
public struct Doubt: Sendable, Hashable {
  /// Which field is in doubt; `nil` for the row as a whole.
  public var field: FieldMeaning?
  /// A stable name of the kind of guess, lower-case and dotted (`merge.recovered`).
  public var code: String
  /// What was chosen, what else it could be, and the reason, for a clerk.
  public var message: Message
  public var probability: Double
  /// The labels that lost, outermost first, where a doubt is about an entry's place; else empty.
  public var rival: [String]

  public init(field: FieldMeaning?, code: String, message: Message, probability: Double, rival: [String] = []) {
    self.field = field
    self.code = code
    self.message = message
    self.rival = rival
    // Hundredths are as fine as a guess can be.
    self.probability = (probability * 100).rounded() / 100
  }
}
