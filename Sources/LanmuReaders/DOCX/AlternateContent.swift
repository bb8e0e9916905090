import LanmuContainer

/// Follows `mc:AlternateContent` (ECMA-376 part 3, 7.5): of several branches, the first whose namespaces are all known is
/// read, else the fallback; the others are passed over.
struct AlternateContent: Sendable {
  /// For each `AlternateContent` that is open, whether a branch of it was taken.
  private var taken: [Bool] = []
  private var skippedDepth = 0

  /// Takes note of an element's start; `true` if it is to be ignored.
  mutating func skipsStart(_ element: borrowing MarkupElement) -> Bool {
    if skippedDepth > 0 {
      skippedDepth += 1
      return true
    }
    guard element.namespace == .markupCompatibility else { return false }
    switch element.localName {
    case "AlternateContent": taken.append(false)
    case "Choice":
      if taken.last == false, Self.isUnderstood(element) {
        taken[taken.count - 1] = true
      } else {
        skippedDepth = 1
      }
    case "Fallback":
      if taken.last == false {
        taken[taken.count - 1] = true
      } else {
        skippedDepth = 1
      }
    default: break
    }
    return true
  }

  /// Takes note of an element's end; `true` if it is to be ignored.
  mutating func skipsEnd(_ element: borrowing MarkupElement) -> Bool {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return true
    }
    guard element.namespace == .markupCompatibility else { return false }
    if element.localName == "AlternateContent" { _ = taken.popLast() }
    return true
  }

  private static func isUnderstood(_ element: borrowing MarkupElement) -> Bool {
    guard let requires = element.attribute("Requires") else { return false }
    for prefix in requires.split(whereSeparator: \.isWhitespace) {
      switch element.namespace(ofPrefix: String(prefix)) {
      case nil, .other, .some(.none): return false
      default: continue
      }
    }
    return true
  }
}
