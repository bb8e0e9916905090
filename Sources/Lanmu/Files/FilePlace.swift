package import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What stands at a path; links are followed.
package enum FilePlace: Sendable {
  case nothing, file, directory
  /// A device, a pipe, a socket: what takes bytes and is no file.
  case device

  package init(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .directory
    case S_IFREG: self = .file
    default: self = .device
    }
  }

  /// Makes the directory and those above it, if they are not there yet.
  ///
  /// - Throws: `output.noDirectory` where a file stands in its place, `output.cannotCreate`.
  package static func makeDirectory(_ path: String) throws(LanmuError) {
    switch FilePlace(at: path) {
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

  /// The path without its last component; `.` for a bare name.
  package static func directory(of path: String) -> String {
    var body = path[...]
    while body.count > 1, body.last == "/" { body.removeLast() }
    guard let slash = body.lastIndex(of: "/") else { return "." }
    return slash == body.startIndex ? "/" : String(body[..<slash])
  }

  /// Whether two paths lead to one file.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe stat(one, &first) == 0, unsafe stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino && first.st_mode & S_IFMT == S_IFREG
  }
}
