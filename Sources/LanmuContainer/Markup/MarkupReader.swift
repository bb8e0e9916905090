public import LanmuDiagnostics

/// Reads XML and HTML as a series of events, without building a tree.
///
/// The document is pulled from a stream piece by piece, so that memory does not grow with it. XML with a DOCTYPE is refused,
/// nothing is ever fetched, and libxml2's own limits (depth, length of names and texts) stay in force.
@usableFromInline
package enum MarkupReader {
  /// Reads an XML document.
  ///
  /// - Returns: how it ended; events before a fault have reached the visitor.
  /// - Throws: what the visitor or the stream throws, and `markup.documentType`.
  @inlinable
  package static func readXML<Stream: ByteStream & ~Copyable, Visitor: MarkupVisitor>(
    _ stream: inout Stream, at position: SourcePosition, visitor: inout Visitor
  ) throws(LanmuError) -> MarkupEnding {
    try read(&stream, dialect: .xml, at: position, visitor: &visitor)
  }

  /// Reads an HTML document that is encoded in UTF-8, whatever it declares; broken markup is mended the way libxml2 does.
  @inlinable
  package static func readHTML<Stream: ByteStream & ~Copyable, Visitor: MarkupVisitor>(
    _ stream: inout Stream, at position: SourcePosition, visitor: inout Visitor
  ) throws(LanmuError) -> MarkupEnding {
    try read(&stream, dialect: .html, at: position, visitor: &visitor)
  }

  /// Reads the XML of an archive entry. Where its data is damaged, what stands before counts, as before broken markup.
  ///
  /// - Throws: as `readXML(_:at:visitor:)`, and the errors of `ZipArchive.withStream(of:_:)`.
  @inlinable
  package static func readXML<Visitor: MarkupVisitor>(
    _ entry: ZipArchive.Entry, of archive: borrowing ZipArchive, visitor: inout Visitor
  ) throws(LanmuError) -> MarkupEnding {
    let position = SourcePosition(file: archive.displayName, part: entry.name)
    return try archive.withStream(of: entry) { (stream) throws(LanmuError) in
      stream.endsAtDamage = true
      let ending = try readXML(&stream, at: position, visitor: &visitor)
      return stream.isDamaged ? ending.damaged : ending
    }
  }

  @usableFromInline
  enum Dialect: Sendable { case xml, html }

  @inlinable
  static func read<Stream: ByteStream & ~Copyable, Visitor: MarkupVisitor>(
    _ stream: inout Stream, dialect: Dialect, at position: SourcePosition, visitor: inout Visitor
  ) throws(LanmuError) -> MarkupEnding {
    typealias Session = MarkupSession<Stream, Visitor>
    let events = unsafe MarkupEvents(
      start: { client, ordinal, element in
        let session = unsafe client.assumingMemoryBound(to: Session.self)
        do throws(LanmuError) {
          try unsafe session.pointee.visitor.pointee.startElement(
            ordinal < 0 ? nil : session.pointee.names[ordinal], element)
        } catch {
          unsafe session.pointee.failure = error
          return false
        }
        return unsafe !session.pointee.visitor.pointee.isFinished
      },
      end: { client, ordinal, element in
        let session = unsafe client.assumingMemoryBound(to: Session.self)
        do throws(LanmuError) {
          try unsafe session.pointee.visitor.pointee.endElement(
            ordinal < 0 ? nil : session.pointee.names[ordinal], element)
        } catch {
          unsafe session.pointee.failure = error
          return false
        }
        return unsafe !session.pointee.visitor.pointee.isFinished
      },
      characters: { client, text in
        let session = unsafe client.assumingMemoryBound(to: Session.self)
        do throws(LanmuError) {
          try unsafe session.pointee.visitor.pointee.characters(text)
        } catch {
          unsafe session.pointee.failure = error
          return false
        }
        return true
      },
      read: { client, buffer in
        let session = unsafe client.assumingMemoryBound(to: Session.self)
        do throws(LanmuError) {
          return try unsafe session.pointee.stream.pointee.read(into: buffer)
        } catch {
          unsafe session.pointee.failure = error
          return -1
        }
      })
    return try unsafe withUnsafeMutablePointer(to: &stream) { (stream) throws(LanmuError) in
      try unsafe withUnsafeMutablePointer(to: &visitor) { (visitor) throws(LanmuError) in
        var session = unsafe Session(stream: stream, visitor: visitor)
        let vocabulary = unsafe session.names.map(\.rawValue)
        let ending = try unsafe withUnsafeMutablePointer(to: &session) { (session) throws(LanmuError) in
          try unsafe MarkupParser.parse(
            dialect: dialect, vocabulary: vocabulary, events: events, client: UnsafeMutableRawPointer(session),
            position: position)
        }
        if let failure = unsafe session.failure { throw failure }
        return ending
      }
    }
  }
}
