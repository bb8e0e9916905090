internal import LanmuContainer
package import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An output as a whole: it is written beside its place and then renamed, so that nobody ever finds half of it.
///
/// - Without `replacing`, a file that already stands there is never touched, not even if it appears while this one is being
///   written.
/// - Whatever goes wrong, the file beside is removed.
/// - A link leads to the file that is replaced, and a replaced file keeps its permissions.
/// - Pipes and devices (`/dev/null`) stay what they are: the finished bytes are written to them.
package struct OutputFile: Sendable {
  package let path: String
  package let replacing: Bool

  package init(path: String, replacing: Bool) {
    self.path = path
    self.replacing = replacing
  }

  package func write(_ bytes: [UInt8]) throws(LanmuError) {
    try write { temporary throws(LanmuError) in
      try Self.overwrite(temporary, with: bytes, tellingOf: path)
    }
  }

  package func write(_ text: String) throws(LanmuError) { try write(Array(text.utf8)) }

  /// Lets `produce` fill the file whose path it is given, then puts that file in its place.
  package func write(_ produce: (_ path: String) throws(LanmuError) -> Void) throws(LanmuError) {
    switch FilePlace(at: path) {
    case .directory: throw OutputError.isDirectory(path)
    case .file where !replacing: throw OutputError.exists(path)
    case .device: return try Self.overwrite(path, with: Self.bytes(of: produce), tellingOf: path)
    case .file, .nothing: break
    }
    let target = Self.linkedPath(path)
    let temporary = try Self.reserveTemporary(in: FilePlace.directory(of: target), for: path)
    defer { UnfinishedFiles.remove(temporary) }
    do throws(LanmuError) {
      try produce(temporary)
      Self.copyPermissions(from: target, to: temporary)
      try Self.move(temporary, to: target, replacing: replacing)
    } catch {
      _ = unsafe unlink(temporary)
      throw Self.speaking(error, of: path, insteadOf: temporary)
    }
  }

  /// The error with the file that was asked for, where it names the one beside it, which is gone again.
  private static func speaking(_ error: LanmuError, of path: String, insteadOf temporary: String) -> LanmuError {
    guard error.position.file == nil || error.position.file == temporary else { return error }
    var copy = error
    copy.position.file = path
    return copy
  }

  /// What `produce` writes to the file whose path it is given, by way of the directory for temporary files.
  package static func bytes(
    of produce: (_ path: String) throws(LanmuError) -> Void
  ) throws(LanmuError) -> [UInt8] {
    let folder = TemporaryDirectory.parent
    let temporary = try reserveTemporary(in: folder, for: folder)
    defer {
      _ = unsafe unlink(temporary)
      UnfinishedFiles.remove(temporary)
    }
    try produce(temporary)
    return try contents(of: temporary)
  }

  /// A file of ours as bytes.
  private static func contents(of path: String) throws(LanmuError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.writing(path, .last) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        let failure = SystemFailure.last
        if failure.isInterruption { continue }
        throw OutputError.writing(path, failure)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The file that a link leads to; the path itself where there is none.
  private static func linkedPath(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func copyPermissions(from target: String, to temporary: String) {
    var status = stat()
    if unsafe stat(target, &status) == 0 { _ = unsafe chmod(temporary, status.st_mode & 0o7777) }
  }

  private static func reserveTemporary(in folder: String, for path: String) throws(LanmuError) -> String {
    for _ in 0..<16 {
      let name = String(UInt64.random(in: .min ... .max), radix: 36)
      let temporary = folder + "/.lanmu-" + name + ".part"
      UnfinishedFiles.add(temporary)
      let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = close(descriptor)
        return temporary
      }
      let failure = SystemFailure.last
      UnfinishedFiles.remove(temporary)
      if !failure.isExistence { throw OutputError.cannotCreate(path, failure) }
    }
    throw OutputError.cannotCreate(path, SystemFailure(number: EEXIST))
  }

  private static func move(_ temporary: String, to path: String, replacing: Bool) throws(LanmuError) {
    if !replacing {
      // A hard link, unlike a rename, fails if somebody else has made the file meanwhile.
      if unsafe link(temporary, path) == 0 {
        _ = unsafe unlink(temporary)
        return
      }
      let failure = SystemFailure.last
      if failure.isExistence { throw OutputError.exists(path) }
      if !failure.isLinkRefusal { throw OutputError.cannotCreate(path, failure) }
    }
    if unsafe rename(temporary, path) != 0 { throw OutputError.cannotCreate(path, .last) }
  }

  private static func overwrite(_ temporary: String, with bytes: [UInt8], tellingOf path: String) throws(LanmuError) {
    let descriptor = unsafe open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.cannotCreate(path, .last) }
    do throws(SystemFailureError) {
      try DescriptorWriter.write(bytes, to: descriptor)
    } catch {
      _ = close(descriptor)
      throw OutputError.writing(path, error.failure)
    }
    guard close(descriptor) == 0 else { throw OutputError.writing(path, .last) }
  }
}
