/// A number in plain digits as it may count rows: 7, or 3.2 for the second row of the third group.
struct Ordinal: Sendable, Hashable, Comparable {
  var major: Int
  /// 0 where there is no point.
  var minor: Int

  static let one = Ordinal(major: 1, minor: 0)

  private init(major: Int, minor: Int) { (self.major, self.minor) = (major, minor) }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let major = Int(parts[0]) else { return nil }
    self.major = major
    guard parts.count == 2 else {
      minor = 0
      return
    }
    guard let minor = Int(parts[1]) else { return nil }
    self.minor = minor
  }

  /// Whether counting begins here, of all rows or of those of a group.
  var isFirst: Bool { major == 1 && minor == 0 || minor == 1 }

  static func < (one: Ordinal, other: Ordinal) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }
}
