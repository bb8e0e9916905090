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
/// Without `replacing`, a file that already stands there is never touched, not even if it appears while this one is being
/// written. Whatever goes wrong, the file beside is removed. Pipes and devices (`/dev/null`) are written to as they are.
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
    switch Self.kind(of: path) {
    case .directory: throw OutputError.isDirectory(path)
    case .file where !replacing: throw OutputError.exists(path)
    case .device:
      try produce(path)
      return
    case .file, .nothing: break
    }
    let temporary = try Self.reserveTemporary(beside: path)
    do throws(LanmuError) {
      try produce(temporary)
      try Self.move(temporary, to: path, replacing: replacing)
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

  /// Makes the directory and those above it, if they are not there yet.
  package static func makeDirectory(_ path: String) throws(LanmuError) {
    switch kind(of: path) {
    case .directory: return
    case .file, .device: throw OutputError.noDirectory(path)
    case .nothing: break
    }
    let parent = directory(of: path)
    if parent != path { try makeDirectory(parent) }
    if unsafe mkdir(path, 0o777) != 0 {
      let failure = SystemFailure.last
      if !failure.isExistence { throw OutputError.cannotCreate(path, failure) }
    }
  }

  /// What stands at a path; links are followed.
  package enum Kind: Sendable { case nothing, file, directory, device }

  package static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFREG: return .file
    default: return .device
    }
  }

  /// The path without its last component; `.` for a bare name.
  package static func directory(of path: String) -> String {
    var body = path[...]
    while body.count > 1, body.last == "/" { body.removeLast() }
    guard let slash = body.lastIndex(of: "/") else { return "." }
    return slash == body.startIndex ? "/" : String(body[..<slash])
  }

  private static func reserveTemporary(beside path: String) throws(LanmuError) -> String {
    let folder = directory(of: path)
    for _ in 0..<16 {
      let name = String(UInt64.random(in: .min ... .max), radix: 36)
      let temporary = folder + "/.lanmu-" + name + ".part"
      let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = close(descriptor)
        return temporary
      }
      let failure = SystemFailure.last
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
