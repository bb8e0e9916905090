#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif
public import LanmuDiagnostics

/// Where the bytes of a document come from: a file, or memory (standard input, an attachment, a test).
public enum ByteSource: Sendable {
  /// A file, by its path.
  case file(path: String)
  /// Bytes in memory, with the name by which messages call them.
  case memory([UInt8], name: String)

  /// The name for messages: the path as given, or the name of the bytes.
  public var displayName: String {
    switch self {
    case .file(let path): path
    case .memory(_, let name): name
    }
  }

  /// The last component of the name.
  public var fileName: String {
    displayName.split(separator: "/").last.map(String.init) ?? displayName
  }

  /// The part of the file name behind its last dot, in lower case; empty if there is none.
  public var fileExtension: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The number of bytes.
  ///
  /// - Throws: `input.missing`, `input.directory`, `input.unreadable`.
  public func byteCount() throws(LanmuError) -> Int {
    switch self {
    case .memory(let bytes, _): return bytes.count
    case .file(let path):
      var status = stat()
      guard unsafe stat(path, &status) == 0 else {
        throw errno == ENOENT || errno == ENOTDIR ? .inputMissing(path) : .inputUnreadable(path)
      }
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .inputIsDirectory(path) }
      return Int(status.st_size)
    }
  }

  /// The first bytes, at most `count` of them.
  public func prefix(_ count: Int) throws(LanmuError) -> [UInt8] {
    switch self {
    case .memory(let bytes, _): return Array(bytes.prefix(count))
    case .file: return try read(atMost: count)
    }
  }

  /// All bytes.
  ///
  /// - Throws: `input.tooLarge` if there are more than `limit`, beside the errors of `byteCount()`.
  public func bytes(limit: Int) throws(LanmuError) -> [UInt8] {
    switch self {
    case .memory(let bytes, let name):
      guard bytes.count <= limit else { throw .inputTooLarge(name, limit: limit) }
      return bytes
    case .file(let path):
      let (bound, overflow) = limit.addingReportingOverflow(1)
      let bytes = try read(atMost: overflow ? limit : bound)
      guard bytes.count <= limit else { throw .inputTooLarge(path, limit: limit) }
      return bytes
    }
  }

  /// Reads a file piece by piece, so that pipes and files that lie about their size are read as well.
  private func read(atMost count: Int) throws(LanmuError) -> [UInt8] {
    var stream = try FileByteStream(path: displayName)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, max(0, (try? byteCount()) ?? 0)))
    while bytes.count < count {
      let piece = try stream.piece(ofAtMost: min(count - bytes.count, 1 << 16))
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }
}
