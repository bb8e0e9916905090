/// How much a difference matters, from what only the way of writing caused to what changes a duty.
///
/// `layout`, `unitName` and `document` are never reported at an entry: the first is how a document was set (white space,
/// line breaks, full or half width), the others stand once, in `PlanDifference.units` and `documentFields`. The rest is
/// reported unless the `IgnoredNoise` of a comparison hides it.
public enum ChangeWeight: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// White space, line breaks, full or half width, compatibility forms of the same character.
  case layout
  /// Another name of the same unit.
  case unitName
  /// A text in a field that only one of the documents has.
  case document
  /// What a text that has lost its merged cells leaves open, and the other document answers.
  case reading
  /// Punctuation, quotes, dashes, letter case; a time said in other units (6个月, 半年).
  case typography
  /// Words that carry no duty of their own, or units in another order.
  case wording
  /// What must be done, by whom or by when.
  case substance

  public static func < (left: ChangeWeight, right: ChangeWeight) -> Bool { left.rawValue < right.rawValue }
}

/// Up to which weight differences are hidden; they are counted and applied all the same.
public enum IgnoredNoise: String, Sendable, Hashable, CaseIterable {
  case none
  case typography
  case wording

  package func hides(_ weight: ChangeWeight) -> Bool {
    switch self {
    case .none: weight <= .document
    case .typography: weight <= .typography
    case .wording: weight <= .wording
    }
  }
}

/// How many field differences of each weight a comparison hid.
public struct HiddenCounts: Sendable, Hashable {
  public var reading: Int
  public var typography: Int
  public var wording: Int

  public init(reading: Int = 0, typography: Int = 0, wording: Int = 0) {
    self.reading = reading
    self.typography = typography
    self.wording = wording
  }

  public var total: Int { reading + typography + wording }

  package mutating func count(_ weight: ChangeWeight) {
    switch weight {
    case .reading: reading += 1
    case .typography: typography += 1
    case .wording: wording += 1
    case .layout, .unitName, .document, .substance: break
    }
  }
}
