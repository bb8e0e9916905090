/// A change of a whole branch, or the splitting and merging of entries: one change, whatever it carries.
public struct BranchChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case renamed
    case moved
    case split
    case merged
  }

  public var kind: Kind
  /// The old places: one, several where branches were merged.
  public var oldPaths: [[String]]
  /// The new places: one, several where a branch was split; the one that most entries went to comes first.
  public var newPaths: [[String]]
  /// How many entries stand under it.
  public var entries: Int

  public init(_ kind: Kind, oldPaths: [[String]], newPaths: [[String]], entries: Int) {
    self.kind = kind
    self.oldPaths = oldPaths
    self.newPaths = newPaths
    self.entries = entries
  }

  public var oldPath: [String] { oldPaths.first ?? [] }
  public var newPath: [String] { newPaths.first ?? [] }
}
