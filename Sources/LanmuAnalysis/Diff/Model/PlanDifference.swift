public import LanmuPlan

/// What changed from one plan to the next, whole: applied to the old plan it gives the new one, and the other way round.
///
/// Entries are matched without keys. A change of a whole branch stands once in `branches`, a unit's other name once in
/// `units.renamed`. The value is checked by applying it before `Plan.difference(from:options:)` returns it.
public struct PlanDifference: Sendable, Hashable {
  public static let schema = "lanmu-diff/1"

  /// An entry that only one of the plans has, and its place there.
  public struct PlacedEntry: Sendable, Hashable {
    public var entry: PlanEntry
    public var index: Int

    public init(_ entry: PlanEntry, index: Int) {
      self.entry = entry
      self.index = index
    }
  }

  public struct Summary: Sendable, Hashable {
    public var added: Int
    public var removed: Int
    /// Entries under `changed`, those that a branch carries among them.
    public var changed: Int
    public var unchanged: Int
    /// Changes as people count them: a branch with all that it carries is one, a unit's renaming is one.
    public var changes: Int
    /// Entries that only stand in another order.
    public var reordered: Int

    public init(
      added: Int = 0, removed: Int = 0, changed: Int = 0, unchanged: Int = 0, changes: Int = 0, reordered: Int = 0
    ) {
      self.added = added
      self.removed = removed
      self.changed = changed
      self.unchanged = unchanged
      self.changes = changes
      self.reordered = reordered
    }
  }

  public var old: PlanSource
  public var new: PlanSource
  public var oldTitle: String
  public var newTitle: String
  public var oldDocumentNumber: String
  public var newDocumentNumber: String
  public var summary: Summary
  public var added: [PlacedEntry]
  public var removed: [PlacedEntry]
  /// In the order of the new plan.
  public var changed: [EntryChange]
  public var branches: [BranchChange]
  public var units: UnitChanges
  /// Fields that only one of the documents has.
  public var documentFields: [DocumentField]
  public var ignoring: IgnoredNoise
  public var hidden: HiddenCounts
  /// The unit that the difference was limited to; `nil` for all.
  public var unit: String?
  /// Whether there are entries in another order that are otherwise unchanged: their new ids.
  public var reordered: [String]
  /// Entries with hidden differences only.
  package var unshown: [EntryChange]
  /// Every pair of entries, ascending by the new place: (old, new).
  package var pairs: [IndexPair]

  /// How many changed entries are shown that rest on a doubtful reading.
  public var doubtful: Int { changed.indices.count { changed[$0].isVisible && changed[$0].isDoubtful } }

  /// Whether there is nothing to show; another order of rows alone is nothing.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && branches.isEmpty && units.renamed.isEmpty
      && documentFields.isEmpty
  }
}

/// Places of an old and a new entry that belong together.
package struct IndexPair: Sendable, Hashable {
  package var old: Int
  package var new: Int

  package init(_ old: Int, _ new: Int) {
    self.old = old
    self.new = new
  }
}
