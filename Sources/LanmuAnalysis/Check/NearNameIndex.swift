/// Names by what is left of them without one character, so that near names are found without comparing each with each.
///
/// Two names of which one lacks a character, or has another in its place, or has two neighbours in the other order, are
/// alike once a character is left out of either or both. Names that share their first two and last two characters and differ
/// in length by two are near as well: a word may have been left out. What is found is near at most; ``NearNames`` decides.
struct NearNameIndex {
  /// Places of names by hashes of what is left of them.
  private var places: [UInt64: [Int]] = [:]
  private let keys: [Set<UInt64>]

  init(_ names: [String]) {
    keys = names.map(NearNameIndex.keys)
    for (place, keys) in keys.enumerated() {
      for key in keys { places[key, default: []].append(place) }
    }
  }

  /// Places, in order, of other names that may be slips of the one at `place`.
  func places(near place: Int) -> [Int] {
    var found: Set<Int> = []
    for key in keys[place] { found.formUnion(places[key] ?? []) }
    found.remove(place)
    return found.sorted()
  }

  /// Hashes of a name, of the name without each of its characters in turn, and of its ends beside a length.
  ///
  /// A hash is the sum of the characters' values, each times a power of ``base`` by its place: leaving one out moves those
  /// behind it by a place, so that all hashes of a name take time linear in its length.
  private static func keys(_ name: String) -> Set<UInt64> {
    let values = name.unicodeScalars.map { UInt64($0.value) }
    var behind = [UInt64](repeating: 0, count: values.count + 1)
    for index in values.indices.reversed() { behind[index] = values[index] &+ base &* behind[index + 1] }
    var result: Set<UInt64> = [behind[0]]
    var before: UInt64 = 0
    var power: UInt64 = 1
    for index in values.indices {
      result.insert(before &+ power &* behind[index + 1])
      before &+= values[index] &* power
      power &*= base
    }
    if values.count >= 4 {
      let ends = values.prefix(2) + values.suffix(2)
      for length in [values.count, values.count + 2] {
        result.insert(ends.reduce(UInt64(length)) { $0 &* endsBase &+ $1 })
      }
    }
    return result
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let endsBase: UInt64 = 0xC2B2_AE3D_27D4_EB4F
}
