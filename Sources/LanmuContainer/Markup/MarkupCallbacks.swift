internal import CLibXML2

/// The functions that libxml2 calls. Each takes the state out of the raw pointer, and nothing throws through C.
enum MarkupCallbacks {
  static var xmlHandler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.internalSubset = documentType
    unsafe handler.startElementNs = start
    unsafe handler.endElementNs = end
    unsafe handler.characters = characters
    unsafe handler.ignorableWhitespace = characters
    unsafe handler.cdataBlock = characters
    unsafe handler.serror = report
    return unsafe handler
  }

  static var htmlHandler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElement = startHTML
    unsafe handler.endElement = endHTML
    unsafe handler.characters = characters
    unsafe handler.ignorableWhitespace = characters
    unsafe handler.cdataBlock = characters
    unsafe handler.serror = report
    return unsafe handler
  }

  static let read: xmlInputReadCallback = { context, target, count in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let target = unsafe target, count > 0
    else { return -1 }
    if unsafe state.pointee.isStopped { return 0 }
    if unsafe state.pointee.bufferedRange.isEmpty {
      let received = unsafe state.pointee.events.read(state.pointee.client, state.pointee.buffer)
      guard received >= 0 else {
        // The parser must not be stopped from here: that frees the very buffer that is being filled.
        unsafe state.pointee.isStopped = true
        return -1
      }
      unsafe state.pointee.bufferedRange = 0..<received
    }
    let range = unsafe state.pointee.bufferedRange
    let handed = min(Int(count), range.count)
    guard handed > 0, let start = unsafe state.pointee.buffer.baseAddress else { return 0 }
    unsafe UnsafeMutableRawPointer(target).copyMemory(from: start + range.lowerBound, byteCount: handed)
    unsafe state.pointee.bufferedRange = range.lowerBound + handed..<range.upperBound
    return Int32(handed)
  }

  static let close: xmlInputCloseCallback = { _ in 0 }

  private static let documentType: internalSubsetSAXFunc = { context, _, _, _ in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self) else { return }
    unsafe state.pointee.refusesDocument = true
    unsafe state.pointee.stop()
  }

  private static let start: startElementNsSAX2Func = { context, name, _, uri, _, _, count, _, attributes in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let name = unsafe name,
      unsafe !state.pointee.isStopped
    else { return }
    let element = unsafe MarkupElement(
      namespace: state.pointee.namespaces.namespace(of: uri), line: state.pointee.line, name: name,
      attributeCount: Int(count), attributes: attributes, state: state)
    let ordinal = unsafe state.pointee.names.ordinal(of: name)
    if unsafe !state.pointee.events.start(state.pointee.client, ordinal, element) { unsafe state.pointee.stop() }
  }

  private static let end: endElementNsSAX2Func = { context, name, _, uri in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let name = unsafe name,
      unsafe !state.pointee.isStopped
    else { return }
    let element = unsafe MarkupElement(
      namespace: state.pointee.namespaces.namespace(of: uri), line: state.pointee.line, name: name, attributeCount: 0,
      attributes: nil, state: state)
    let ordinal = unsafe state.pointee.names.ordinal(of: name)
    if unsafe !state.pointee.events.end(state.pointee.client, ordinal, element) { unsafe state.pointee.stop() }
  }

  private static let characters: charactersSAXFunc = { context, bytes, count in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let bytes = unsafe bytes,
      unsafe !state.pointee.isStopped, count > 0
    else { return }
    let text = unsafe MarkupText(start: bytes, byteCount: Int(count))
    if unsafe !state.pointee.events.characters(state.pointee.client, text) { unsafe state.pointee.stop() }
  }

  private static let startHTML: startElementSAXFunc = { context, name, attributes in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let name = unsafe name,
      unsafe !state.pointee.isStopped
    else { return }
    // HTML's attributes come as pairs that end with a null; they are laid out anew in the five pointers of XML's.
    var table: [UnsafePointer<UInt8>?] = unsafe []
    var place = 0
    while let attributes = unsafe attributes, let attributeName = unsafe attributes[place] {
      let value = unsafe attributes[place + 1] ?? attributeName
      var length = 0
      if unsafe attributes[place + 1] != nil {
        while unsafe value[length] != 0 { length += 1 }
      }
      unsafe table.append(attributeName)
      unsafe table.append(nil)
      unsafe table.append(nil)
      unsafe table.append(value)
      unsafe table.append(value + length)
      place += 2
    }
    let goesOn = unsafe table.withUnsafeMutableBufferPointer { storage in
      let element = unsafe MarkupElement(
        namespace: .xhtml, line: state.pointee.line, name: name, attributeCount: storage.count / 5,
        attributes: storage.baseAddress, state: state)
      return unsafe state.pointee.events.start(state.pointee.client, state.pointee.names.ordinal(of: name), element)
    }
    if !goesOn { unsafe state.pointee.stop() }
  }

  private static let endHTML: endElementSAXFunc = { context, name in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let name = unsafe name,
      unsafe !state.pointee.isStopped
    else { return }
    let element = unsafe MarkupElement(
      namespace: .xhtml, line: state.pointee.line, name: name, attributeCount: 0, attributes: nil, state: state)
    let ordinal = unsafe state.pointee.names.ordinal(of: name)
    if unsafe !state.pointee.events.end(state.pointee.client, ordinal, element) { unsafe state.pointee.stop() }
  }

  private static let report: xmlStructuredErrorFunc = { context, error in
    guard let state = unsafe context?.assumingMemoryBound(to: MarkupState.self), let error = unsafe error,
      unsafe state.pointee.fault == nil, unsafe error.pointee.level == XML_ERR_FATAL
    else { return }
    var reason = ""
    if let message = unsafe error.pointee.message { reason = unsafe String(cString: message) }
    // A second line, if any, dumps bytes.
    reason = String(reason.prefix { !$0.isNewline })
    while reason.last == " " { reason.removeLast() }
    unsafe state.pointee.fault = MarkupFault(
      reason: MarkupReason.message(
        code: xmlParserErrors(rawValue: UInt32(bitPattern: error.pointee.code)), detail: reason),
      line: Int(error.pointee.line))
  }
}
