/// A field that only one of two documents has: one change of the whole document, whatever entries fill it.
public struct DocumentField: Sendable, Hashable {
  public var field: FieldChange.Field
  /// Whether the new document has it; otherwise the old one.
  public var isAdded: Bool
  /// How many entries have a text in it.
  public var entries: Int

  public init(_ field: FieldChange.Field, isAdded: Bool, entries: Int) {
    self.field = field
    self.isAdded = isAdded
    self.entries = entries
  }
}
