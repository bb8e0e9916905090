import Glibc
internal import LanmuContainer
internal import LanmuDiagnostics

/// The file to be written, and the one beside it that is written first.
///
/// The target appears only when it is complete; until then, and after a failure, there is nothing or the old file.
struct OutputPlace {
  let path: String
  let temporaryPath: String

  init(path: String, replacing: Bool) throws(LanmuError) {
    self.path = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw WriterFault.cannotCreate(path, reason: "empty name")
    }
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw WriterFault.cannotCreate(path, reason: Self.reason(EISDIR)) }
      // Renaming would replace a device or a pipe by a file.
      if status.st_mode & S_IFMT != S_IFREG { throw WriterFault.cannotCreate(path, reason: "not a regular file") }
      if !replacing { throw WriterFault.exists(path) }
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    if unsafe access(folder.isEmpty ? "." : folder, W_OK) != 0 {
      throw WriterFault.cannotCreate(path, reason: Self.reason(errno))
    }
    // Names may be as long as the file system allows, so the temporary one does not grow with them.
    temporaryPath = folder + ".lanmu-\(getpid())-\(UInt(bitPattern: String(name).hashValue)).part"
  }

  /// Puts the finished file in its place.
  func commit() throws(LanmuError) {
    guard unsafe rename(temporaryPath, path) == 0 else {
      let reason = Self.reason(errno)
      discard()
      throw WriterFault.cannotCreate(path, reason: reason)
    }
    UnfinishedFiles.remove(temporaryPath)
  }

  func discard() {
    _ = unsafe unlink(temporaryPath)
    UnfinishedFiles.remove(temporaryPath)
  }

  static func reason(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "errno \(number)"
  }
}
