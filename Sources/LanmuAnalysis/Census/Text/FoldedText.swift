/// A text without the differences that mean nothing: width, case, white space, stars and dashes at its ends.
///
/// Two labels with equal folds are taken for the same label spelled twice.
package enum FoldedText {
  package static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x20, 0x09...0x0D, 0xA0, 0x3000, 0x200B, 0xFEFF: continue
      case 0x41...0x5A: append(value + 32, to: &result)
      case 0xFF01...0xFF5E:
        let narrow = value - 0xFEE0
        append((0x41...0x5A).contains(narrow) ? narrow + 32 : narrow, to: &result)
      default:
        switch scalar {
        case "★", "☆", "*", "●", "■", "“", "”", "\"", "‘", "’", "《", "》", "「", "」": continue
        case "—", "–", "－", "‐", "―": result.append("-")
        case "〔", "［", "【": result.append("[")
        case "〕", "］", "】": result.append("]")
        case "、": result.append(",")
        case "·", "・", "•": continue
        default: result.append(scalar)
        }
      }
    }
    return String(result)
  }

  private static func append(_ value: UInt32, to result: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(value) { result.append(scalar) }
  }

  /// The name without what stands in brackets at its end: 发布时间(必填) is 发布时间.
  package static func withoutBracket(_ folded: String) -> String {
    guard let open = folded.firstIndex(of: "("), open > folded.startIndex, folded.hasSuffix(")") else { return folded }
    return String(folded[..<open])
  }

  /// White space at both ends removed.
  package static func trimmed(_ text: String) -> String {
    guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace else { return text }
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  /// How alike two folded texts are: shared pairs of characters, from 0 to 1 (Dice's coefficient).
  package static func likeness(_ left: String, _ right: String) -> Double {
    if left == right { return left.isEmpty ? 0 : 1 }
    let first = pairs(left)
    var second = pairs(right)
    guard first.count + second.count > 0 else { return 0 }
    var shared = 0
    for pair in first {
      if let place = second.firstIndex(of: pair) {
        second.swapAt(place, second.count - 1)
        second.removeLast()
        shared += 1
      }
    }
    return 2 * Double(shared) / Double(first.count + second.count + shared)
  }

  private static func pairs(_ text: String) -> [UInt64] {
    let scalars = text.unicodeScalars.prefix(200).map(\.value)
    guard scalars.count > 1 else { return scalars.map(UInt64.init) }
    return zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
  }
}
