/// What changed among the units of a plan as such.
public struct UnitChanges: Sendable, Hashable {
  /// One body under two names.
  public struct Renaming: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// A body's new name, or the body that took over all that it did.
      case succession
      /// Another form of the same name.
      case alias
    }

    public var old: String
    public var new: String
    public var reason: Reason
    /// In how many entries the one name stands for the other.
    public var entries: Int

    public init(old: String, new: String, reason: Reason, entries: Int = 0) {
      self.old = old
      self.new = new
      self.reason = reason
      self.entries = entries
    }
  }

  public var renamed: [Renaming]
  /// Names of units that only the new plan has.
  public var added: [String]
  /// Names of units that only the old plan has.
  public var removed: [String]

  public init(renamed: [Renaming] = [], added: [String] = [], removed: [String] = []) {
    self.renamed = renamed
    self.added = added
    self.removed = removed
  }
}
