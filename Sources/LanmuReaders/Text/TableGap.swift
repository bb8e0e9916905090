/// The lines of text between two rows of a table: what belongs to a page, and what else stands there.
struct TableGap {
  /// Page numbers.
  private(set) var furniture: [Int] = []
  private(set) var texts: [Int] = []
  private(set) var hasBlanks: Bool
  /// The line of the next row.
  private(set) var next: Int

  /// - Returns: `nil` if no row follows soon.
  init?(at start: Int, blanksAbove: Int, in text: TextLines, free: [Bool], isRow: (Int) -> Bool) {
    hasBlanks = blanksAbove > 0
    next = start
    var numbers: [Int] = []
    while next < text.count, free[next], !isRow(next) {
      if text.lines[next].isBlank {
        hasBlanks = true
      } else {
        let content = text.trimmedText(line: next)
        if PageFurniture.isPageNumber(content) {
          furniture.append(next)
        } else if PageFurniture.isBareNumber(content) {
          numbers.append(next)
        } else {
          texts.append(next)
        }
        guard furniture.count + numbers.count + texts.count <= Self.mostLines else { return nil }
      }
      next += 1
    }
    guard next < text.count, free[next] else { return nil }
    // A number is a page's beside other marks of a page break; close to rows on both sides it may be a piece of one.
    if hasBlanks || !furniture.isEmpty || numbers.count + texts.count > 1 {
      furniture = (furniture + numbers).sorted()
    } else {
      texts += numbers
    }
  }

  /// Whether lines hold nothing but page numbers and short titles, few of them, as where a page ends.
  static func isPageBreak(_ lines: Range<Int>, in text: TextLines) -> Bool {
    guard lines.count <= mostLines * 6 else { return false }
    let contents = lines.lazy.filter { !text.lines[$0].isBlank }.prefix(mostLines + 1).map(text.trimmedText(line:))
    return contents.count <= mostLines
      && contents.allSatisfy { content in
        PageFurniture.isPageNumber(content) || PageFurniture.isBareNumber(content)
          || PageFurniture.isHeading(content) && !PageFurniture.opensPart(content)
      }
  }

  /// Whether a page number is among lines.
  static func holdsPageNumber(_ lines: Range<Int>, in text: TextLines) -> Bool {
    lines.contains { PageFurniture.isPageNumber(text.trimmedText(line: $0)) }
  }

  private static let mostLines = 6
}
