internal import CLibXML2
internal import LanmuDiagnostics

/// What libxml2's callbacks need, behind one raw pointer.
///
/// A struct and not a class: a callback that takes a reference out of its context retains and releases it, which costs a
/// quarter of the time of a parse.
@unsafe
struct MarkupState {
  let events: MarkupEvents
  let client: UnsafeMutableRawPointer
  var context: xmlParserCtxtPtr?
  var names: InternedNames
  var namespaces = unsafe NamespaceCache()
  /// The first fault that made the document not well formed.
  var fault: MarkupFault?
  var refusesDocument = false
  var isStopped = false
  /// Bytes fetched from the stream and not yet handed to the parser.
  var buffer: UnsafeMutableRawBufferPointer
  var bufferedRange = 0..<0

  var line: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    return unsafe Int(input.pointee.line)
  }

  mutating func stop() {
    unsafe isStopped = true
    unsafe xmlStopParser(context)
  }

  func namespace(ofPrefix prefix: String) -> MarkupNamespace? {
    guard let table = unsafe context?.pointee.nsTab else { return nil }
    var index = unsafe Int(context?.pointee.nsNr ?? 0) - 2
    while index >= 0 {
      if let name = unsafe table[index], unsafe String(cString: name) == prefix {
        guard let uri = unsafe table[index + 1] else { return nil }
        return unsafe MarkupNamespace(uri: String(cString: uri))
      }
      index -= 2
    }
    return nil
  }
}

/// A few namespaces by the addresses of their URIs, which libxml2 keeps once for each parser.
@unsafe
struct NamespaceCache {
  private var known: [(address: UnsafePointer<UInt8>, namespace: MarkupNamespace)] = unsafe []
  private var last: (address: UnsafePointer<UInt8>?, namespace: MarkupNamespace) = (nil, .none)

  mutating func namespace(of uri: UnsafePointer<UInt8>?) -> MarkupNamespace {
    guard let uri = unsafe uri else { return .none }
    if unsafe last.address == uri { return unsafe last.namespace }
    let namespace = unsafe known.first { unsafe $0.address == uri }?.namespace
    let found = unsafe namespace ?? MarkupNamespace(uri: String(cString: uri))
    // A hostile document may declare any number of namespaces: only the first ones are kept.
    if namespace == nil, unsafe known.count < 64 { unsafe known.append((uri, found)) }
    unsafe last = (uri, found)
    return found
  }
}
