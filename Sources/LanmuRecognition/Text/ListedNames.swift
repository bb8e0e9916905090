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

  /// A text of units that only white space parts, with a line break between them: text extracted from a document often has a
  /// space where a paragraph of the cell ended. As it is where a part alone is no unit, as within a name drawn apart.
  static func partingUnits(_ raw: String) -> String {
    let parts = raw.unicodeScalars.split(whereSeparator: isSpace)
    guard parts.count > 1, parts.count <= mostUnits,
      parts.allSatisfy({ part in
        unitLengths.contains(part.count)
          && part.allSatisfy { (0x3400...0x9FFF).contains($0.value) || "()（）".unicodeScalars.contains($0) }
          && TextEvidence(String(part)).units == 1
      }),
      !zip(parts, parts.dropFirst()).contains(where: { isOneName($0, $1) })
    else { return raw }
    return parts.map { String($0) }.joined(separator: "\n")
  }

  /// 县委 宣传部, 县教育局 基础教育科: a body with an office of its own, which only together are the name.
  private static func isOneName(
    _ left: Substring.UnicodeScalarView, _ right: Substring.UnicodeScalarView
  ) -> Bool {
    if let last = right.last, "科股组".unicodeScalars.contains(last) { return true }
    if right.elementsEqual("办公室".unicodeScalars) || left.suffix(2).elementsEqual("城乡".unicodeScalars) { return true }
    guard let last = left.last, "委府".unicodeScalars.contains(last) else { return false }
    return offices.matchLength(in: Array(right), at: 0) == right.count
  }

  private static let offices = WordSet([
    "宣传部", "组织部", "统战部", "政法委", "网信办", "编办", "编委办", "机关工委", "老干部局", "史志办", "农办", "改革办", "巡察办", "台办", "外办", "信息中心",
    "督查室", "研究室",
  ])
  private static let mostUnits = 30
  private static let unitLengths = 2...24
}
