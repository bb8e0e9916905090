import LanmuPlan

/// Labels and names as exports and logs spell them, compared without the differences that mean nothing.
package enum LabelText {
  /// The text without width, case, white space, stars, quotation marks and bullets.
  ///
  /// Two labels with equal folds are taken for the same label spelled twice. Looser than a plan's own folded keys, since
  /// exports drop the marks that plans set.
  package static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !FoldedText.isInvisible(scalar) {
      let folded = FoldedText.fold(scalar)
      switch folded {
      case "A"..."Z": if let small = Unicode.Scalar(folded.value + 32) { result.append(small) }
      case "★", "☆", "*", "●", "■", "“", "”", "\"", "'", "《", "》", "·", "・", "•": continue
      case "、": result.append(",")
      default: result.append(folded)
      }
    }
    return String(result)
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
