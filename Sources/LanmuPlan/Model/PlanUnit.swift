/// A body that has duties in the plan: one body, one unit, whatever its names.
public struct PlanUnit: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case unit
    /// Several bodies named together (各镇, 市直部门).
    case group
    /// A supplier, not a public body (技术方).
    case vendor
    case unknown
  }

  public var name: String
  /// The other names under which the document speaks of the same body.
  public var aliases: [String]
  public var kind: Kind
  /// Names of a group's members, where the document or a directory names them.
  public var members: [String]

  public init(name: String, aliases: [String] = [], kind: Kind = .unit, members: [String] = []) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.members = members
  }
}
