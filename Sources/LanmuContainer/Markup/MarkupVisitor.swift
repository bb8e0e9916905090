public import LanmuDiagnostics

/// The element names that a visitor tells apart, each by its local name; prefixes play no part.
///
/// The reader finds the case for a name by one pointer look-up, so a vocabulary may be long.
@usableFromInline
package protocol MarkupName: CaseIterable, RawRepresentable, Sendable, Equatable where RawValue == String {}

/// What takes the events of a markup document, in document order.
///
/// A visitor is a value that is changed in place. It stops the reading by throwing, or by returning `true` from
/// `isFinished`. Elements and texts are lent for the length of a call only.
@usableFromInline
package protocol MarkupVisitor {
  associatedtype Name: MarkupName

  /// Whether the rest of the document does not matter; asked after each start and end of an element.
  var isFinished: Bool { get }

  /// An element starts; `name` is `nil` if the vocabulary does not have it. The name says nothing of the namespace.
  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError)

  /// An element ends; `element` has its name, namespace and line, but no attributes.
  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError)

  /// Text; a run may come in several pieces, split anywhere between characters.
  mutating func characters(_ text: borrowing MarkupText) throws(LanmuError)
}

extension MarkupVisitor {
  @inlinable package var isFinished: Bool { false }

  @inlinable package mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {}

  @inlinable package mutating func characters(_ text: borrowing MarkupText) throws(LanmuError) {}
}
