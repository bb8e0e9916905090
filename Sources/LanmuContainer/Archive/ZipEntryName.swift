/// Names of archive entries, made safe and comparable.
package enum ZipEntryName {
  /// The name with forward slashes, without leading slashes, `.` and empty components; `nil` if nothing is left, if it leads
  /// out of the archive, or if it names a directory.
  package static func safe(_ name: String) -> String? {
    var components: [Substring] = []
    let slashed = name.utf8.contains(0x5c) ? name.replacing("\\", with: "/") : name
    guard slashed.utf8.last != 0x2f, !slashed.utf8.contains(0) else { return nil }
    for component in slashed.split(separator: "/") {
      switch component {
      case ".": continue
      case "..": return nil
      default: components.append(component)
      }
    }
    return components.isEmpty ? nil : components.joined(separator: "/")
  }

  /// The key under which a safe name is looked up: part names are equivalent without regard to the case of ASCII letters
  /// (ECMA-376 part 2, 6.2.2.3).
  package static func key(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
