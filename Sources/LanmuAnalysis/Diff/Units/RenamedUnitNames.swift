import LanmuPlan

/// The names of renamed units, to be found in texts.
///
/// Both names of a unit become one private scalar, so that texts that differ in the name alone fold to the same.
struct RenamedUnitNames {
  private struct Name {
    var scalars: [UInt32]
    var token: UInt32
  }

  private var byFirst: [UInt32: [Name]] = [:]

  init() {}

  init(renamed: [UnitChanges.Renaming]) {
    for (place, renaming) in renamed.enumerated() {
      // Plane 15 is for private use; more renamings than it holds share its last place.
      let token = 0xF_0000 + UInt32(min(place, 0xFFF0))
      add(renaming.old, token)
      add(renaming.new, token)
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  private mutating func add(_ name: String, _ token: UInt32) {
    let scalars = ComparableText.typography(name)
    guard scalars.count > 1, let first = scalars.first else { return }
    byFirst[first, default: []].append(Name(scalars: scalars, token: token))
  }

  var isEmpty: Bool { byFirst.isEmpty }

  /// A folded text with each name of a renamed unit as its token, longest names first.
  func tokenized(_ scalars: [UInt32]) -> [UInt32] {
    guard !byFirst.isEmpty else { return scalars }
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let found = byFirst[scalars[place]]?.first { name in
        place + name.scalars.count <= scalars.count
          && scalars[place..<place + name.scalars.count].elementsEqual(name.scalars)
      }
      if let found {
        result.append(found.token)
        place += found.scalars.count
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return result
  }

  /// Whether two names are of one level and kind of body (县, 局) and have a character of their subject in common.
  static func areRelated(_ one: String, _ other: String) -> Bool {
    let first = ComparableText.typography(one)
    let second = ComparableText.typography(other)
    guard first.count > 2, second.count > 2, first.last == second.last, UnitName.levelsAgree(one, other) else {
      return false
    }
    let subject = Set(first.dropFirst().dropLast()).subtracting(commonCharacters)
    return !subject.isDisjoint(with: second.dropFirst().dropLast())
  }

  /// Characters that many subjects have, so that they relate none: 商务 and 税务, 行政审批 and 民政.
  private static let commonCharacters = Set("务政管理行公业和与区市县".unicodeScalars.map(\.value))

  /// Whether two names look like forms of one: the shorter one's characters stand in the longer one in order, and both
  /// begin or end alike (区发改局, 区发展和改革局).
  static func areForms(_ one: String, _ other: String) -> Bool {
    let first = ComparableText.typography(one)
    let second = ComparableText.typography(other)
    let short = first.count <= second.count ? first : second
    let long = first.count <= second.count ? second : first
    guard short.count >= 3 || (short.count == 2 && long.starts(with: short)), short != long else { return false }
    guard short.count * 5 >= long.count * 2 else { return false }
    var place = 0
    for scalar in long where place < short.count && scalar == short[place] { place += 1 }
    guard place == short.count else { return false }
    return short.last == long.last || long.starts(with: short)
  }
}
