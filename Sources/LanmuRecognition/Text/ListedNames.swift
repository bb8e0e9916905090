extension CellText {
  /// Whether a raw label lists several names, divided by white space only, rather than one name broken over lines: at least
  /// three parts, of which two have a pair of characters in common (统计公报 统计分析 统计数据).
  static func listsNames(_ raw: String) -> Bool {
    let parts = raw.unicodeScalars.split(whereSeparator: isSpace)
    guard listLengths.contains(parts.count), parts.allSatisfy({ nameLengths.contains($0.count) }) else { return false }
    var seen: Set<UInt64> = []
    for part in parts {
      let pairs = Set(zip(part, part.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
      guard seen.isDisjoint(with: pairs) else { return true }
      seen.formUnion(pairs)
    }
    return false
  }

  private static let listLengths = 3...12
  private static let nameLengths = 3...12
}
