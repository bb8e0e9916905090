public import LanmuDiagnostics

/// Why two names of a document are one unit.
public struct UnitExplanation: Sendable, Hashable {
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The names differ in place, level, spacing or width only.
    case sameName
    /// A directory lists both names for one body.
    case directory
    /// One name shortens the other, and no other name of the document fits.
    case abbreviation
    /// The document gives the second name in brackets.
    case brackets
  }

  /// The name that the plan uses.
  public var unit: String
  public var alias: String
  public var reason: Reason
  /// The directory's full name, where a directory decided.
  public var evidence: String
  /// The day from which one of the names stands for the other (ISO 8601); empty where it always did.
  public var since: String

  public init(unit: String, alias: String, reason: Reason, evidence: String = "", since: String = "") {
    self.unit = unit
    self.alias = alias
    self.reason = reason
    self.evidence = evidence
    self.since = since
  }

  public var message: Message {
    switch reason {
    case .sameName:
      Message(
        zh: "“\(alias)”与“\(unit)”除地名、层级或书写外相同", en: "“\(alias)” and “\(unit)” differ in place, level or spelling only")
    case .directory:
      Message(
        zh: "“\(alias)”与“\(unit)”在单位名录中同为“\(evidence)”" + (since.isEmpty ? "" : "（自\(since)起更名）"),
        en: "the directory lists “\(alias)” and “\(unit)” as “\(evidence)”"
          + (since.isEmpty ? "" : " (renamed from \(since) on)"))
    case .abbreviation:
      Message(
        zh: "“\(alias)”与“\(unit)”互为简称与全称，且文中没有别的单位相符",
        en: "“\(alias)” and “\(unit)” are short and full name, and no other unit fits")
    case .brackets:
      Message(zh: "文中以括号注明“\(alias)”即“\(unit)”", en: "the document gives “\(alias)” in brackets as “\(unit)”")
    }
  }
}
