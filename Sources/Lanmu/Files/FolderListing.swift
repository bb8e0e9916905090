#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files in a folder.
package enum FolderListing {
  /// Folders deeper than this are not entered: links may lead in circles.
  private static let maximumDepth = 16

  /// Paths of all files in a folder and those below it, in the order of their names.
  package static func files(below folder: String) -> [String] { files(below: folder, depth: 0) }

  private static func files(below folder: String, depth: Int) -> [String] {
    guard depth < maximumDepth, let stream = unsafe opendir(folder) else { return [] }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    _ = unsafe closedir(stream)
    var paths: [String] = []
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch FilePlace(at: path) {
      case .directory: paths += files(below: path, depth: depth + 1)
      case .file: paths.append(path)
      case .device, .nothing: break
      }
    }
    return paths
  }
}
