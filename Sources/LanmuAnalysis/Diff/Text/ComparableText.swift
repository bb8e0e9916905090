/// A text without what only the setting of a document adds, as Unicode scalar values.
///
/// Two texts with equal `layout` forms say the same in the same characters; two with equal `typography` forms differ in
/// punctuation, letter case or dashes at most. Folding is linear and keeps nothing but the scalars.
package enum ComparableText {
  /// The scalars without white space and invisible characters, full-width ASCII as ASCII.
  package static func layout(_ text: String) -> [UInt32] {
    layout(text.unicodeScalars.lazy.map { $0.value }, capacity: capacity(for: text))
  }

  static func layout(_ scalars: some Collection<UInt32>) -> [UInt32] { layout(scalars, capacity: scalars.count) }

  private static func layout(_ scalars: some Sequence<UInt32>, capacity: Int) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(capacity)
    for scalar in scalars {
      if let value = layoutValue(scalar) { folded.append(value) }
    }
    return folded
  }

  /// Room for the scalars of a text, most of which take three code units each; counting them would read the text twice.
  private static func capacity(for text: String) -> Int { text.utf8.count / 3 + 4 }

  /// The layout form with punctuation brought to one form each, repeated and closing punctuation dropped, lower case.
  package static func typography(_ text: String) -> [UInt32] {
    typography(text.unicodeScalars.lazy.map { $0.value }, capacity: capacity(for: text))
  }

  static func typography(_ scalars: some Collection<UInt32>) -> [UInt32] {
    typography(scalars, capacity: scalars.count)
  }

  private static func typography(_ scalars: some Sequence<UInt32>, capacity: Int) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(capacity)
    for scalar in scalars {
      guard let value = layoutValue(scalar) else { continue }
      let form = typographyValue(value)
      if form == comma || form == dash {
        guard let last = folded.last, last != form else {
          // Neither a leading separator nor a second one says anything; a leading dash may.
          if folded.isEmpty, form == dash { folded.append(form) }
          continue
        }
      }
      folded.append(form)
    }
    while folded.last == comma { folded.removeLast() }
    return folded
  }

  /// Whether the typography form of a text is empty or holds dashes only: a mark for nothing.
  static func saysNothing(_ text: String) -> Bool {
    var hasDash = false
    var hasCommaBehind = false
    for scalar in text.unicodeScalars {
      guard let value = layoutValue(scalar.value) else { continue }
      switch typographyValue(value) {
      // Separators count only between two others.
      case comma: hasCommaBehind = hasDash
      case dash where !hasCommaBehind: hasDash = true
      default: return false
      }
    }
    return true
  }

  /// A hash of the typography form that allocates nothing.
  package static func hash(_ text: String) -> UInt64 {
    var hash = FoldedHash()
    var pendingComma = false
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      guard let value = layoutValue(scalar.value) else { continue }
      let form = typographyValue(value)
      if form == comma {
        if last != 0, last != comma { pendingComma = true }
        if last != 0 { last = comma }
        continue
      }
      if form == dash, last == dash { continue }
      if pendingComma {
        hash.combine(UInt64(comma))
        pendingComma = false
      }
      hash.combine(UInt64(form))
      last = form
    }
    return hash.value
  }

  static let comma: UInt32 = 0x2C
  static let dash: UInt32 = 0x2D

  @inline(__always)
  static func layoutValue(_ value: UInt32) -> UInt32? {
    if value >= 0x4E00, value <= 0x9FFF { return value }
    switch value {
    case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFE00...0xFE0F, 0xFEFF:
      return nil
    case 0xFF01...0xFF5E: return value - 0xFEE0
    case 0xFF61: return 0x3002
    case 0xFF64: return 0x3001
    case 0xFFE5: return 0xA5
    case 0x2F00...0x2FD5: return KangxiRadicals.unified(value)
    default: return value
    }
  }

  @inline(__always)
  static func typographyValue(_ value: UInt32) -> UInt32 {
    if value >= 0x4E00, value <= 0x9FFF { return value }
    switch value {
    case 0x41...0x5A: return value + 0x20
    // Separators of clauses and of list items: ; . , and their Chinese forms.
    case 0x2C, 0x2E, 0x3B, 0x3001, 0x3002: return comma
    case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0x301D...0x301F, 0xAB, 0xBB, 0x60, 0xB4: return 0x22
    case 0x2D, 0x7E, 0x2010...0x2015, 0x2212, 0x301C, 0x223C, 0x2500, 0x30FC: return dash
    case 0x28, 0x5B, 0x3010, 0x3014, 0x3016, 0x7B: return 0x28
    case 0x29, 0x5D, 0x3011, 0x3015, 0x3017, 0x7D: return 0x29
    case 0x3A, 0x2236, 0xFE55: return 0x3A
    case 0xB7, 0x2022, 0x30FB, 0x2027, 0x25CF, 0x25AA: return 0xB7
    case 0x2026, 0x22EF: return 0x2026
    default: return value
    }
  }
}

/// A 64-bit hash that is the same in every run, so that ties are always broken alike.
package struct FoldedHash: Sendable {
  package private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  package init() {}

  /// A hash to go on from.
  package init(_ value: UInt64) { self.value = value }

  @inline(__always)
  package mutating func combine(_ part: UInt64) {
    var mixed = (value ^ part) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    value = mixed &* 0x94D0_49BB_1331_11EB
    value ^= value >> 32
  }

  package mutating func combine<Values: Sequence<UInt32>>(contentsOf values: Values) {
    for part in values { combine(UInt64(part)) }
    combine(UInt64.max)
  }
}
