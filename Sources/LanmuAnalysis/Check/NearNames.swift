/// Names that look like slips of each other.
enum NearNames {
  /// Whether one text is the other with one character left out.
  static func lacksOneCharacter(_ first: String, _ second: String) -> Bool {
    let one = Array(first.unicodeScalars)
    let two = Array(second.unicodeScalars)
    let (short, long) = one.count < two.count ? (one, two) : (two, one)
    guard long.count == short.count + 1 else { return false }
    var index = 0
    while index < short.count, short[index] == long[index] { index += 1 }
    return short[index...].elementsEqual(long[(index + 1)...])
  }

  /// Whether two neighbouring characters changed places.
  static func swapsNeighbours(_ first: String, _ second: String) -> Bool {
    let one = Array(first.unicodeScalars)
    let two = Array(second.unicodeScalars)
    guard one.count == two.count, let index = one.indices.first(where: { one[$0] != two[$0] }), index + 1 < one.count
    else { return false }
    return one[index] == two[index + 1] && one[index + 1] == two[index]
      && one[(index + 2)...].elementsEqual(two[(index + 2)...])
  }

  /// Whether one character differs.
  static func differsInOne(_ first: String, _ second: String) -> Bool {
    let one = Array(first.unicodeScalars)
    let two = Array(second.unicodeScalars)
    guard one.count == two.count else { return false }
    return zip(one, two).count { $0 != $1 } == 1
  }
}
