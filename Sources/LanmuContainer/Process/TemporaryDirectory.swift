#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif
package import LanmuDiagnostics

/// A directory of one's own, removed with all that is in it when the value goes.
package struct TemporaryDirectory: ~Copyable {
  package let path: String

  /// - Throws: `temporary.directory` if none can be made.
  package init() throws(LanmuError) {
    let parent = Self.parent
    var template = Array("\(parent)/lanmu-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw .noTemporaryDirectory(parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Where temporary files belong: what `TMPDIR` names, else `/tmp` (POSIX.1-2017, XBD 8.3 and 10.1).
  package static var parent: String {
    guard let chosen = unsafe getenv("TMPDIR"), unsafe chosen[0] != 0 else { return "/tmp" }
    return unsafe String(cString: chosen)
  }

  deinit { Self.remove(path, depth: 0) }

  /// Writes a file of that name into the directory, and returns its path.
  package borrowing func write(_ bytes: [UInt8], named name: String) throws(LanmuError) -> String {
    let target = "\(path)/\(name)"
    let descriptor = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .noTemporaryDirectory(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { storage -> Int in
        guard let base = storage.baseAddress else { return 0 }
        #if canImport(Darwin)
        return unsafe Darwin.write(descriptor, base + written, bytes.count - written)
        #elseif canImport(Glibc)
        return unsafe Glibc.write(descriptor, base + written, bytes.count - written)
        #elseif canImport(Musl)
        return unsafe Musl.write(descriptor, base + written, bytes.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .noTemporaryDirectory(path) }
      written += count
    }
    return target
  }

  /// Makes a directory within, and returns its path.
  package borrowing func makeDirectory(named name: String) throws(LanmuError) -> String {
    let target = "\(path)/\(name)"
    guard unsafe mkdir(target, 0o700) == 0 else { throw .noTemporaryDirectory(path) }
    return target
  }

  /// The path of the only file in a directory within; `nil` if there is none.
  package borrowing func firstFile(in directory: String) -> String? {
    Self.names(in: directory).sorted().first.map { "\(directory)/\($0)" }
  }

  private static func remove(_ path: String, depth: Int) {
    // A link is removed, not followed.
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      _ = unsafe unlink(path)
      return
    }
    if depth < 32 {
      for name in names(in: path) { remove("\(path)/\(name)", depth: depth + 1) }
    }
    _ = unsafe rmdir(path)
  }

  private static func names(in directory: String) -> [String] {
    guard let stream = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension LanmuError {
  static func noTemporaryDirectory(_ path: String) -> LanmuError {
    LanmuError(
      Code("temporary.directory"), .cannotCreate,
      message: Message(zh: "无法在\(path)中写入临时文件", en: "Temporary files cannot be written in \(path)"),
      remedy: Message(
        zh: "请检查磁盘空间，或用环境变量TMPDIR指明可写的目录",
        en: "Check the disk's space, or point TMPDIR at a directory that can be written"))
  }
}
