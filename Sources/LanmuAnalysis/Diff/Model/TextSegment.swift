/// A piece of a changed text: kept, taken out, or put in.
///
/// Equal and deleted pieces joined give the old text, equal and inserted ones the new. Pieces end at the borders of
/// characters (grapheme clusters), never within a unit's name, a number with its measure word or a 文号.
public struct TextSegment: Sendable, Hashable {
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    case equal
    case insert
    case delete
  }

  public var operation: Operation
  /// The piece as the new text writes it; as the old text does, for `delete`.
  public var text: String
  /// For an `equal` piece that the old text sets or punctuates differently: as the old text writes it.
  public var oldText: String?

  public init(_ operation: Operation, _ text: String, oldText: String? = nil) {
    self.operation = operation
    self.text = text
    self.oldText = oldText
  }
}

extension [TextSegment] {
  /// The text before the change.
  public var oldText: String {
    reduce(into: "") { text, segment in
      if segment.operation != .insert { text += segment.oldText ?? segment.text }
    }
  }

  /// The text after the change.
  public var newText: String {
    reduce(into: "") { text, segment in
      if segment.operation != .delete { text += segment.text }
    }
  }
}
