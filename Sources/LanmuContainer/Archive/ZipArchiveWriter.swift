internal import CLibZip
package import LanmuDiagnostics

/// Writes parts as a zip archive; the same parts in the same order give the same bytes.
package enum ZipArchiveWriter {
  /// 1980-01-01, the first day that a zip archive knows, as MS-DOS writes it.
  private static let firstDay: UInt16 = 0x21

  /// The level that zlib itself calls the default. Left to itself, libzip takes the best one: twice the time for two percent
  /// of the size.
  private static let compressionLevel: UInt32 = 6

  /// Writes a new archive to a path; the file must not be one that anybody needs, since it is replaced as it is written.
  package static func write(_ parts: [(name: String, bytes: [UInt8])], to path: String) throws(LanmuError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw fault(path, "zip_open \(code)")
    }
    // libzip reads the bytes when the archive is closed, so they are kept in one place until then.
    var buffers: [UnsafeMutableRawPointer] = unsafe []
    defer { for index in 0..<(unsafe buffers.count) { unsafe buffers[index].deallocate() } }
    for part in parts {
      let buffer = UnsafeMutableRawPointer.allocate(byteCount: max(part.bytes.count, 1), alignment: 1)
      unsafe buffers.append(buffer)
      unsafe part.bytes.withUnsafeBytes { bytes in
        if let start = bytes.baseAddress { unsafe buffer.copyMemory(from: start, byteCount: bytes.count) }
      }
      guard let source = unsafe zip_source_buffer(archive, buffer, UInt64(part.bytes.count), 0) else {
        unsafe zip_discard(archive)
        throw fault(path, part.name)
      }
      let index = unsafe zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        unsafe zip_source_free(source)
        unsafe zip_discard(archive)
        throw fault(path, part.name)
      }
      _ = unsafe zip_set_file_compression(archive, UInt64(index), Int32(ZIP_CM_DEFLATE), compressionLevel)
      _ = unsafe zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0)
    }
    guard unsafe zip_close(archive) == 0 else {
      let reason = unsafe String(cString: zip_strerror(archive))
      unsafe zip_discard(archive)
      throw fault(path, reason)
    }
  }

  private static func fault(_ path: String, _ reason: String) -> LanmuError {
    LanmuError(
      .init("output.cannotCreate"), .cannotCreate,
      message: Message(zh: "无法写出压缩包（\(reason)）", en: "the archive cannot be written (\(reason))"),
      remedy: Message(
        zh: "请检查文件夹是否存在、是否有写入权限、磁盘是否已满", en: "check that the folder exists, may be written to, and has room"),
      position: SourcePosition(file: path))
  }
}
