package import LanmuDiagnostics

/// A text as UTF-8, decoded piece by piece, so that memory does not grow with it.
///
/// The encoding is the user's, that of the byte order mark, or the guess from the text's first megabyte. Bad sequences
/// become U+FFFD; they are counted, and the first lines that have one are kept.
package struct TextStream: ~Copyable {
  private static let chunkByteCount = 1 << 17
  private static let headByteCount = 1 << 20
  /// A longer line is decoded in pieces, whatever becomes of the characters that they cut.
  private static let longestLine = 1 << 24

  package let encoding: TextEncoding
  private var file: FileByteStream?
  private var memory: MemoryByteStream?
  /// Where bytes are read to, again and again.
  private var chunk = [UInt8](repeating: 0, count: chunkByteCount)
  /// Bytes read and not yet decoded.
  private var pending: [UInt8]
  private var isAtEnd = false
  private var badCount = 0
  private var firstBadOffset: Int?
  private var decodedOffset: Int

  /// - Throws: the errors of `ByteSource`, `input.empty`, `encoding.unsupported`.
  package static func open(_ source: ByteSource, encoding forced: TextEncoding? = nil) throws(LanmuError) -> TextStream
  {
    let head = try source.prefix(headByteCount)
    guard !head.isEmpty else { throw .inputEmpty(source.displayName) }
    let mark = ByteOrderMark(head)
    let encoding = forced ?? mark?.encoding ?? EncodingGuess(withoutCutSequence(head)).encoding
    if !encoding.converterName.isEmpty, TextConverter(from: encoding.converterName) == nil {
      throw .noConverter(encoding)
    }
    var stream = TextStream(
      encoding: encoding, file: try fileStream(source), memory: memoryStream(source),
      skipping: mark?.encoding == encoding ? mark?.length ?? 0 : 0)
    try stream.skipMark()
    return stream
  }

  private init(encoding: TextEncoding, file: consuming FileByteStream?, memory: MemoryByteStream?, skipping: Int) {
    self.encoding = encoding
    self.file = file
    self.memory = memory
    pending = []
    decodedOffset = skipping
  }

  private mutating func skipMark() throws(LanmuError) {
    try fill()
    pending.removeFirst(min(decodedOffset, pending.count))
  }

  /// One warning if there were bad sequences.
  package var diagnostics: [Diagnostic] {
    guard badCount > 0 else { return [] }
    return [.badSequences(count: badCount, firstOffset: firstBadOffset ?? 0, encoding: encoding)]
  }

  /// Appends the next piece of well-formed UTF-8, which ends between characters, to a text; `false` at the end.
  package mutating func next(appendingTo text: inout [UInt8]) throws(LanmuError) -> Bool {
    // At least a chunk beyond what was left over, and on until something in it is whole.
    repeat { try fill() } while !isAtEnd && cutLength() == pending.count && pending.count < Self.longestLine
    guard !pending.isEmpty else { return false }
    let cut = cutLength()
    let rest = !isAtEnd && cut < pending.count ? Array(pending[(pending.count - cut)...]) : []
    pending.removeLast(rest.count)
    decode(to: &text)
    decodedOffset += pending.count
    pending.removeAll(keepingCapacity: true)
    pending += rest
    return true
  }

  private mutating func fill() throws(LanmuError) {
    guard !isAtEnd else { return }
    var count = 0
    var failure: LanmuError?
    unsafe chunk.withUnsafeMutableBytes { bytes in
      do throws(LanmuError) {
        if file != nil {
          count = try unsafe file?.read(into: bytes) ?? 0
        } else {
          count = try unsafe memory?.read(into: bytes) ?? 0
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if count == 0 { isAtEnd = true }
    pending.append(contentsOf: chunk[..<count])
  }

  /// Decodes what is pending.
  private mutating func decode(to text: inout [UInt8]) {
    switch encoding {
    case .utf8:
      if UTF8Scan.firstFault(in: pending) == nil {
        text += pending
      } else {
        text += note(SequenceDecoders.utf8(pending, from: 0))
      }
    case .utf16LittleEndian: text += note(SequenceDecoders.utf16(pending, from: 0, isBigEndian: false))
    case .utf16BigEndian: text += note(SequenceDecoders.utf16(pending, from: 0, isBigEndian: true))
    default:
      text += note(SequenceDecoders.converted(pending, from: 0, encoding: encoding) ?? DecodingSink(capacity: 0))
    }
  }

  private mutating func note(_ sink: DecodingSink) -> [UInt8] {
    if sink.bad.count > 0 {
      badCount += sink.bad.count
      if firstBadOffset == nil { firstBadOffset = decodedOffset + (sink.bad.first.first?.offset ?? 0) }
    }
    return sink.utf8
  }

  /// How many bytes at the end may belong to a sequence that the next piece finishes.
  ///
  /// In encodings of several bytes only a line end is surely no part of one: what stands behind the last line end waits.
  private func cutLength() -> Int {
    switch encoding {
    case .utf8:
      var length = 0
      while length < 3, length < pending.count, pending[pending.count - 1 - length] & 0xC0 == 0x80 { length += 1 }
      guard length < pending.count, pending[pending.count - 1 - length] >= 0xC2 else { return 0 }
      return UTF8Scan.sequenceLength(in: pending, at: pending.count - 1 - length) == 0 ? length + 1 : 0
    case .utf16LittleEndian, .utf16BigEndian:
      let odd = pending.count % 2
      guard pending.count >= 2 else { return odd }
      let last = pending.count - odd - (encoding == .utf16LittleEndian ? 1 : 2)
      return odd + (pending[last] & 0xFC == 0xD8 ? 2 : 0)
    default:
      guard let lineEnd = pending.lastIndex(of: 0x0A) else { return pending.count }
      return pending.count - lineEnd - 1
    }
  }

  private static func fileStream(_ source: ByteSource) throws(LanmuError) -> FileByteStream? {
    if case .file(let path) = source { try FileByteStream(path: path) } else { nil }
  }

  private static func memoryStream(_ source: ByteSource) -> MemoryByteStream? {
    if case .memory(let bytes, _) = source { MemoryByteStream(bytes) } else { nil }
  }

  /// A head without the sequence that its end may have cut, which would speak against its encoding.
  private static func withoutCutSequence(_ head: [UInt8]) -> [UInt8] {
    guard head.count == headByteCount, let lineEnd = head.lastIndex(of: 0x0A) else { return head }
    return Array(head[...lineEnd])
  }
}

extension Diagnostic {
  fileprivate static func badSequences(count: Int, firstOffset: Int, encoding: TextEncoding) -> Diagnostic {
    Diagnostic(
      .warning, code: "encoding.invalid",
      message: Message(
        zh: "按\(encoding.name)解码时有\(count)处坏字节，第一处在字节偏移\(firstOffset)，已用“\u{FFFD}”代替",
        en:
          "\(count) bad sequences in \(encoding.name), the first at byte offset \(firstOffset), were replaced by U+FFFD"
      ))
  }
}
