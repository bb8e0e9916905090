/// The texts of a row's fields, one after the other in one buffer.
///
/// A row that streams by needs no string for a field that nobody looks at: rows by the million are read for less than the
/// price of making their strings. The bytes are well-formed UTF-8, and no field ends within a character.
package struct FieldTexts: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private var ends: [Int] = []

  package init() {}

  package init(_ texts: [String]) {
    for text in texts { append(text) }
  }

  package var count: Int { ends.count }
  package var isEmpty: Bool { ends.isEmpty }

  /// Where a field's text stands in `bytes`; an empty range for fields that the row does not have.
  package func range(of field: Int) -> Range<Int> {
    guard field >= 0, field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// A field's text; empty for fields that the row does not have.
  package subscript(field: Int) -> String { String(decoding: bytes[range(of: field)], as: UTF8.self) }

  package var strings: [String] { (0..<count).map { self[$0] } }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Appends a field; the caller has checked that it is well-formed.
  package mutating func append(utf8 text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }

  /// Appends empty fields until there are so many.
  package mutating func pad(to count: Int) {
    while ends.count < count { ends.append(bytes.count) }
  }

  /// Gives a field another text; for the few that come out of order.
  package mutating func replace(_ field: Int, with text: String) {
    var all = strings
    guard all.indices.contains(field) else { return }
    all[field] = text
    self = FieldTexts(all)
  }
}
