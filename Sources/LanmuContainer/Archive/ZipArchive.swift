internal import CLibZip
public import LanmuDiagnostics

/// A zip archive that is open for reading; it is closed when the value goes.
///
/// Entry names are made safe when the archive is opened (`ZipEntryName`), sizes are bounded while they are inflated, and
/// libzip checks each entry's CRC and size when its end is reached.
@safe
@usableFromInline
package struct ZipArchive: ~Copyable {
  /// One file in the archive. Sizes are those that the directory declares; nothing relies on them.
  @usableFromInline
  package struct Entry: Sendable, Hashable {
    package let index: Int
    /// The safe name: no leading slash, no `..`, forward slashes only.
    @usableFromInline package let name: String
    package let byteCount: Int
    package let compressedByteCount: Int
    package let isEncrypted: Bool
  }

  package let entries: [Entry]
  /// The name for messages.
  @usableFromInline package let displayName: String
  package let limits: ResourceLimits
  private let handle: OpaquePointer
  private let places: [String: Int]

  /// Opens an archive.
  ///
  /// - Throws: `zip.notZip`, `zip.truncated`, `zip.tooManyParts`, and the errors of `ByteSource`.
  package init(_ source: ByteSource, limits: ResourceLimits) throws(LanmuError) {
    let name = source.displayName
    let size = try source.byteCount()
    guard size > 0 else { throw .inputEmpty(name) }
    let head = try source.prefix(4)
    let handle = unsafe try Self.open(source, looksLikeZip: head.starts(with: [0x50, 0x4b]))
    let count = unsafe zip_get_num_entries(handle, 0)
    guard count <= limits.parts else {
      unsafe zip_discard(handle)
      throw .tooManyParts(name, count: Int(count), limit: limits.parts)
    }
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    entries.reserveCapacity(Int(count))
    for index in 0..<max(0, count) {
      var status = unsafe zip_stat_t()
      guard unsafe zip_stat_index(handle, UInt64(index), 0, &status) == 0, let rawName = unsafe status.name else {
        continue
      }
      guard let safeName = ZipEntryName.safe(unsafe String(cString: rawName)) else { continue }
      let entry = unsafe Entry(
        index: Int(index), name: safeName, byteCount: Int(clamping: status.size),
        compressedByteCount: Int(clamping: status.comp_size),
        isEncrypted: status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != 0)
      // Of two entries with one name the first counts, as for most readers of packages.
      let key = ZipEntryName.key(safeName)
      if places[key] == nil { places[key] = entries.count }
      entries.append(entry)
    }
    unsafe self.handle = handle
    self.entries = entries
    self.places = places
    self.displayName = name
    self.limits = limits
  }

  deinit { unsafe zip_discard(handle) }

  /// The entry of that name. Back slashes, a leading slash and the letters' case do not matter.
  package func entry(named name: String) -> Entry? {
    guard let safeName = ZipEntryName.safe(name), let place = places[ZipEntryName.key(safeName)] else { return nil }
    return entries[place]
  }

  /// An entry's bytes, whole; `nil` if there is none of that name.
  ///
  /// - Throws: the errors of `withStream(of:_:)`, and `zip.bomb` beyond `limits.wholePartBytes`.
  package func bytes(of name: String) throws(LanmuError) -> [UInt8]? {
    guard let entry = entry(named: name) else { return nil }
    return try withStream(of: entry) { (stream) throws(LanmuError) in
      try stream.remainingBytes(limit: limits.wholePartBytes)
    }
  }

  /// Inflates an entry piece by piece.
  ///
  /// - Throws: `zip.encrypted`, `zip.method`, `zip.damaged`, `zip.bomb`, and what `body` throws.
  @usableFromInline
  package func withStream<Result>(
    of entry: Entry, _ body: (inout ZipEntryStream) throws(LanmuError) -> Result
  ) throws(LanmuError) -> Result {
    let position = SourcePosition(file: displayName, part: entry.name)
    guard !entry.isEncrypted else { throw .encryptedEntry(at: position) }
    guard let file = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else {
      throw unsafe .unreadableEntry(at: position, code: zip_error_code_zip(zip_get_error(handle)))
    }
    var stream = unsafe ZipEntryStream(
      file: file, compressedByteCount: entry.compressedByteCount, limits: limits, position: position)
    return try body(&stream)
  }

  private static func open(_ source: ByteSource, looksLikeZip: Bool) throws(LanmuError) -> OpaquePointer {
    let failure = looksLikeZip ? LanmuError.truncatedZip(source.displayName) : .notZip(source.displayName)
    switch source {
    case .file(let path):
      var code: Int32 = 0
      guard let handle = unsafe zip_open(path, ZIP_RDONLY, &code) else {
        throw [ZIP_ER_NOENT, ZIP_ER_OPEN].contains(code) ? .inputUnreadable(path) : failure
      }
      return unsafe handle
    case .memory(let bytes, _):
      // libzip reads from its own copy, which it frees: the array may go before the archive does.
      var error = unsafe zip_error_t()
      unsafe zip_error_init(&error)
      defer { unsafe zip_error_fini(&error) }
      guard let copy = unsafe lanmu_copy(bytes, bytes.count) else { throw failure }
      guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
        unsafe lanmu_free(copy)
        throw failure
      }
      guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
        unsafe zip_source_free(source)
        throw failure
      }
      return unsafe handle
    }
  }
}

extension ZipArchive {
  /// Where an entry stands, for messages.
  package func position(of entry: Entry, line: Int? = nil) -> SourcePosition {
    SourcePosition(file: displayName, part: entry.name, line: line)
  }
}
