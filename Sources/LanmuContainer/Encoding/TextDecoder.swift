public import LanmuDiagnostics

/// Decodes text by the user's word, its byte order mark, its declaration, and last its content.
///
/// A few bad sequences become U+FFFD and a diagnostic with offset, line and column; if there are so many that the text
/// cannot be trusted, decoding fails with the first place. A declaration that the bytes contradict is overruled by them.
public struct TextDecoder: Sendable {
  /// The encoding that the user demands.
  public var forced: TextEncoding?
  /// The encoding that the document or its carrier declares.
  public var declared: TextEncoding?

  public init(forced: TextEncoding? = nil, declared: TextEncoding? = nil) {
    self.forced = forced
    self.declared = declared
  }

  /// - Throws: `encoding.invalid`, `encoding.unsupported`.
  public func decode(_ bytes: [UInt8]) throws(LanmuError) -> DecodedText {
    let mark = ByteOrderMark(bytes)
    if let forced {
      return try decode(bytes, from: mark?.encoding == forced ? mark?.length ?? 0 : 0, as: forced, evidence: .forced)
    }
    if let mark { return try decode(bytes, from: mark.length, as: mark.encoding, evidence: .byteOrderMark) }
    let guess = EncodingGuess(bytes).encoding
    guard let declared, declared != guess else {
      return try decode(bytes, from: 0, as: guess, evidence: declared == nil ? .content : .declaration)
    }
    // UTF-16 cannot be declared in ASCII that was readable, and no other text is well-formed UTF-8 by chance: such a
    // declaration is a leftover.
    let isWide = declared == .utf16LittleEndian || declared == .utf16BigEndian
    let isPlausible = !isWide && !(guess == .utf8 && UTF8Scan.hasManySequences(bytes))
    if isPlausible, let sink = sink(bytes, from: 0, as: declared), sink.bad.count == 0 {
      return DecodedText(utf8: sink.utf8, encoding: declared, evidence: .declaration)
    }
    let other = sink(bytes, from: 0, as: guess)
    if !isPlausible || other?.bad.count == 0 {
      var text = try decode(bytes, from: 0, as: guess, evidence: .content)
      text.diagnostics.append(.wrongDeclaration(declared, actual: guess))
      return text
    }
    return try decode(bytes, from: 0, as: declared, evidence: .declaration)
  }

  private func decode(
    _ bytes: [UInt8], from start: Int, as encoding: TextEncoding, evidence: DecodedText.Evidence
  ) throws(LanmuError) -> DecodedText {
    if encoding == .utf8, UTF8Scan.firstFault(in: bytes, from: start) == nil {
      let whole = start == 0 ? bytes : Array(bytes[start...])
      return DecodedText(utf8: whole, encoding: encoding, evidence: evidence)
    }
    guard let sink = sink(bytes, from: start, as: encoding) else { throw .noConverter(encoding) }
    var diagnostics: [Diagnostic] = []
    if sink.bad.count > 0 {
      // Every twentieth character bad, and the text is in some other encoding.
      let foreign = bytes.count { $0 >= 0x80 }
      guard sink.bad.count <= 2 || sink.bad.count * 40 <= foreign else {
        throw .undecodable(sink.bad, of: bytes.count, as: encoding)
      }
      diagnostics.append(.badSequences(sink.bad, encoding: encoding))
    }
    return DecodedText(utf8: sink.utf8, encoding: encoding, evidence: evidence, diagnostics: diagnostics)
  }

  private func sink(_ bytes: [UInt8], from start: Int, as encoding: TextEncoding) -> DecodingSink? {
    switch encoding {
    case .utf8: SequenceDecoders.utf8(bytes, from: start)
    case .utf16LittleEndian: SequenceDecoders.utf16(bytes, from: start, isBigEndian: false)
    case .utf16BigEndian: SequenceDecoders.utf16(bytes, from: start, isBigEndian: true)
    default: SequenceDecoders.converted(bytes, from: start, encoding: encoding)
    }
  }
}

/// A byte order mark, and what it says.
struct ByteOrderMark {
  var encoding: TextEncoding
  var length: Int

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16BigEndian, 2)
    } else if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) {
      (encoding, length) = (.gb18030, 4)
    } else {
      return nil
    }
  }
}
