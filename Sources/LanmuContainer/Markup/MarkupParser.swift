internal import CLibXML2
public import LanmuDiagnostics

/// The part of the markup reader that knows libxml2: it sets a parser up, runs it, and frees it.
@usableFromInline
enum MarkupParser {
  /// Bytes fetched from the stream at a time.
  private static let chunkByteCount = 1 << 16

  /// libxml2 wants its tables made before the first parser of any thread.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  @usableFromInline
  @unsafe
  static func parse(
    dialect: MarkupReader.Dialect, vocabulary: [String], events: MarkupEvents, client: UnsafeMutableRawPointer,
    position: SourcePosition
  ) throws(LanmuError) -> MarkupEnding {
    guard isReady else { throw .outOfMemory(at: position) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkByteCount, alignment: 16)
    defer { unsafe buffer.deallocate() }
    let state = UnsafeMutablePointer<MarkupState>.allocate(capacity: 1)
    unsafe state.initialize(
      to: MarkupState(
        events: events, client: client, context: nil, names: InternedNames([], in: nil), buffer: buffer))
    defer {
      unsafe state.pointee.names.deallocate()
      unsafe state.deinitialize(count: 1)
      unsafe state.deallocate()
    }
    let context: xmlParserCtxtPtr
    switch dialect {
    case .xml: unsafe context = try xmlContext(state, position)
    case .html: unsafe context = try htmlContext(state, position)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe state.pointee.context = context
    unsafe state.pointee.names.deallocate()
    unsafe state.pointee.names = InternedNames(vocabulary, in: context.pointee.dict)
    switch dialect {
    case .xml: _ = unsafe xmlParseDocument(context)
    case .html: _ = unsafe htmlParseDocument(context)
    }
    if let tree = unsafe context.pointee.myDoc {
      unsafe xmlFreeDoc(tree)
      unsafe context.pointee.myDoc = nil
    }
    if unsafe state.pointee.refusesDocument {
      var place = position
      place.line = unsafe state.pointee.line
      throw .documentTypeRefused(at: place)
    }
    if unsafe state.pointee.isStopped { return .finished }
    guard dialect == .xml, unsafe context.pointee.wellFormed == 0 else { return .complete }
    return .broken(unsafe state.pointee.fault ?? MarkupFault(reason: MarkupReason.malformed, line: state.pointee.line))
  }

  private static func xmlContext(
    _ state: UnsafeMutablePointer<MarkupState>, _ position: SourcePosition
  ) throws(LanmuError) -> xmlParserCtxtPtr {
    var handler = unsafe MarkupCallbacks.xmlHandler
    guard
      let context = unsafe xmlCreateIOParserCtxt(
        &handler, state, MarkupCallbacks.read, MarkupCallbacks.close, state, XML_CHAR_ENCODING_NONE)
    else { throw .outOfMemory(at: position) }
    // Without NOENT the parser hands `&amp;` in attributes on as `&#38;`. It is harmless: entities can be declared only in a
    // DOCTYPE, and that is refused before it is looked into.
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    return unsafe context
  }

  private static func htmlContext(
    _ state: UnsafeMutablePointer<MarkupState>, _ position: SourcePosition
  ) throws(LanmuError) -> htmlParserCtxtPtr {
    guard let context = unsafe htmlNewParserCtxt() else { throw .outOfMemory(at: position) }
    guard
      let buffer = unsafe xmlParserInputBufferCreateIO(
        MarkupCallbacks.read, MarkupCallbacks.close, state, XML_CHAR_ENCODING_NONE),
      let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
    else {
      unsafe xmlFreeParserCtxt(context)
      throw .outOfMemory(at: position)
    }
    unsafe inputPush(context, input)
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe htmlCtxtUseOptions(context, Int32(options))
    unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    unsafe context.pointee.sax.pointee = MarkupCallbacks.htmlHandler
    unsafe context.pointee.userData = UnsafeMutableRawPointer(state)
    return unsafe context
  }
}
