/// What became of a body in a reform of institutions: a fact with its date and evidence.
///
/// A succession suggests that two names mean the same duty at different times. It never merges two units of one document.
public struct UnitSuccession: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The body goes on under another name.
    case rename
    /// Several bodies became one.
    case merge
    /// One body's duties went to several.
    case split
    /// A part of the duties moved; the body itself may go on.
    case movedDuty
  }

  /// How well a fact is founded.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The national change was looked up in what `evidence` names; that a place followed is an inference.
    case published
    /// From general knowledge of how places reformed; not looked up.
    case generalKnowledge
  }

  /// Whether the reform made the successor; otherwise an older body took the duties over.
  public var makesSuccessor: Bool
  /// The names before, without place and level: full names and the usual short ones.
  public var predecessors: [String]
  public var successors: [String]
  public var kind: Kind
  /// The first month from which the new name is to be expected, `yyyy-MM`; empty where a user's directory does not say.
  public var since: String
  /// What the fact rests on, for people.
  public var evidence: String
  public var basis: Basis

  public init(
    predecessors: [String], successors: [String], kind: Kind, makesSuccessor: Bool = true, since: String,
    evidence: String, basis: Basis = .generalKnowledge
  ) {
    self.predecessors = predecessors
    self.successors = successors
    self.kind = kind
    self.makesSuccessor = makesSuccessor
    self.since = since
    self.evidence = evidence
    self.basis = basis
  }
}
