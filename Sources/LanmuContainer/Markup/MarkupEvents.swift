public import LanmuDiagnostics

/// A visitor and a stream with their types taken off: what `MarkupParser` calls.
///
/// The closures capture nothing and get their context as a raw pointer, so a call is one jump through a pointer into code that
/// was specialised for the visitor.
@unsafe
@usableFromInline
package struct MarkupEvents {
  @usableFromInline typealias ElementEvent = (UnsafeMutableRawPointer, Int, borrowing MarkupElement) -> Bool
  @usableFromInline typealias TextEvent = (UnsafeMutableRawPointer, borrowing MarkupText) -> Bool
  @usableFromInline typealias ReadEvent = (UnsafeMutableRawPointer, UnsafeMutableRawBufferPointer) -> Int

  let start: ElementEvent
  let end: ElementEvent
  let characters: TextEvent
  /// Fills a buffer; returns the number of bytes, 0 at the end, -1 on failure.
  let read: ReadEvent

  @usableFromInline
  init(
    start: @escaping ElementEvent, end: @escaping ElementEvent, characters: @escaping TextEvent,
    read: @escaping ReadEvent
  ) {
    unsafe self.start = start
    unsafe self.end = end
    unsafe self.characters = characters
    unsafe self.read = read
  }
}

/// A visitor and its stream, by their places on the stack of `MarkupReader.read`.
@unsafe
@usableFromInline
struct MarkupSession<Stream: ByteStream & ~Copyable, Visitor: MarkupVisitor> {
  @usableFromInline let stream: UnsafeMutablePointer<Stream>
  @usableFromInline let visitor: UnsafeMutablePointer<Visitor>
  @usableFromInline let names: [Visitor.Name]
  @usableFromInline var failure: LanmuError?

  @usableFromInline
  init(stream: UnsafeMutablePointer<Stream>, visitor: UnsafeMutablePointer<Visitor>) {
    unsafe self.stream = stream
    unsafe self.visitor = visitor
    unsafe names = Array(Visitor.Name.allCases)
    unsafe failure = nil
  }
}
