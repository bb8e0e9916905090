/// An element lent to a visitor: its name, namespace, line and attributes.
///
/// It cannot be copied and is only ever borrowed, so it does not outlive the call; strings made from it do.
@safe
@usableFromInline
package struct MarkupElement: ~Copyable {
  package let namespace: MarkupNamespace
  /// The 1-based line of the part or file on which the tag ends.
  package let line: Int
  package let attributeCount: Int
  private let name: UnsafePointer<UInt8>
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let state: UnsafeMutablePointer<MarkupState>

  /// - Parameter attributes: five pointers for each attribute: local name, prefix, namespace, start and end of the value.
  @unsafe
  init(
    namespace: MarkupNamespace, line: Int, name: UnsafePointer<UInt8>, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, state: UnsafeMutablePointer<MarkupState>
  ) {
    self.namespace = namespace
    self.line = line
    self.attributeCount = attributeCount
    unsafe self.name = name
    unsafe self.attributes = attributes
    unsafe self.state = state
  }

  package var localName: String { unsafe String(cString: name) }

  /// The value of the attribute of that local name, in any namespace or in the one given.
  package func attribute(_ name: StaticString, in namespace: MarkupNamespace? = nil) -> String? {
    guard let value = unsafe value(of: name, in: namespace) else { return nil }
    return unsafe String(decoding: value, as: UTF8.self)
  }

  package func hasAttribute(_ name: StaticString, in namespace: MarkupNamespace? = nil) -> Bool {
    unsafe value(of: name, in: namespace) != nil
  }

  /// The bytes of an attribute's value, for hot paths; they are gone when the visitor's call ends.
  @unsafe
  package func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    unsafe value(of: name, in: nil)
  }

  /// Whether the attribute is there and has exactly this value.
  package func attribute(_ name: StaticString, equals text: StaticString) -> Bool {
    guard let value = unsafe value(of: name, in: nil), value.count == text.utf8CodeUnitCount else { return false }
    return unsafe value.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The attribute as a whole number, white space around it aside; `nil` if it is absent, something else, or too large.
  package func integer(_ name: StaticString, in namespace: MarkupNamespace? = nil) -> Int? {
    guard let value = unsafe value(of: name, in: namespace) else { return nil }
    var digits = unsafe value[...]
    while let first = unsafe digits.first, first == 0x20 || first == 0x2b { unsafe digits.removeFirst() }
    while let last = unsafe digits.last, last == 0x20 { unsafe digits.removeLast() }
    let isNegative = unsafe digits.first == 0x2d
    if isNegative { unsafe digits.removeFirst() }
    guard unsafe !digits.isEmpty, unsafe digits.count <= 18 else { return nil }
    var number = 0
    while let digit = unsafe digits.popFirst() {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return isNegative ? -number : number
  }

  /// The attribute as an on/off value (ECMA-376 part 1, 17.17.4): `nil` if it is absent.
  package func onOff(_ name: StaticString) -> Bool? {
    guard let value = unsafe value(of: name, in: nil) else { return nil }
    for off: StaticString in ["0", "false", "off", "False", "Off"] where value.count == off.utf8CodeUnitCount {
      if unsafe value.elementsEqual(UnsafeBufferPointer(start: off.utf8Start, count: off.utf8CodeUnitCount)) {
        return false
      }
    }
    return true
  }

  /// The namespace that a prefix stands for here; `nil` if it is not declared.
  package func namespace(ofPrefix prefix: String) -> MarkupNamespace? {
    unsafe state.pointee.namespace(ofPrefix: prefix)
  }

  /// Calls `body` with each attribute's local name, namespace and value, in the order of the document.
  package func forEachAttribute(_ body: (String, MarkupNamespace, String) -> Void) {
    guard let attributes = unsafe attributes else { return }
    for index in 0..<attributeCount {
      let entry = unsafe attributes + index * 5
      guard let name = unsafe entry[0] else { continue }
      let value = unsafe Self.bytes(from: entry[3], to: entry[4])
      unsafe body(
        String(cString: name), state.pointee.namespaces.namespace(of: entry[2]), String(decoding: value, as: UTF8.self))
    }
  }

  private func value(of name: StaticString, in namespace: MarkupNamespace?) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes = unsafe attributes else { return nil }
    let wanted = unsafe name.utf8Start
    let count = name.utf8CodeUnitCount
    for index in 0..<attributeCount {
      let entry = unsafe attributes + index * 5
      guard let candidate = unsafe entry[0] else { continue }
      var place = 0
      while place < count, unsafe candidate[place] == wanted[place] { place += 1 }
      guard place == count, unsafe candidate[count] == 0 else { continue }
      if let namespace, unsafe state.pointee.namespaces.namespace(of: entry[2]) != namespace { continue }
      return unsafe Self.bytes(from: entry[3], to: entry[4])
    }
    return nil
  }

  private static func bytes(
    from start: UnsafePointer<UInt8>?, to end: UnsafePointer<UInt8>?
  ) -> UnsafeBufferPointer<UInt8> {
    guard let start = unsafe start, let end = unsafe end else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(start: start, count: max(0, end - start))
  }
}
