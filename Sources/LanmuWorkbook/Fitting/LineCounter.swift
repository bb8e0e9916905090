/// Counts the lines of wrapped text while its characters go by: the place in the last line is all that is remembered, so that
/// a text can be measured, or cut where a line ends, in one walk.
///
/// Text wraps as worksheets do it: anywhere between East Asian characters, and between words otherwise.
struct LineCounter {
  /// The em that a line holds.
  private let limit: Double
  private var lines = 1
  private var column = 0.0
  /// The em of the word that has not been placed yet.
  private var word = 0.0

  /// Room that no line can use up, in em, since punctuation must not open a line.
  static let reserve = 0.3
  /// However narrow a column is, a line takes a character.
  private static let leastLimit = 1.2
  /// A word that is wider than a line is cut; no row is so high that more lines of it matter.
  private static let mostLinesOfWord = 40_000.0

  init(within available: Double, fontSize: Double) {
    limit = max(available / fontSize - Self.reserve, Self.leastLimit)
  }

  /// The lines so far; at least 1.
  var count: Int {
    guard word > 0 else { return lines }
    var copy = self
    copy.place(word)
    return copy.lines
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\n" {
      endWord()
      column = 0
      lines += 1
      return
    }
    let width = TextMeasure.width(of: scalar)
    if width < 1, scalar != " " {
      word += width
    } else {
      endWord()
      if scalar == " " { column += width } else { place(width) }
    }
  }

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  private mutating func endWord() {
    guard word > 0 else { return }
    place(word)
    word = 0
  }

  private mutating func place(_ width: Double) {
    if column + width > limit, column > 0 {
      lines += 1
      column = 0
    }
    if width > limit {
      let extra = (width / limit).rounded(.up) - 1
      lines += Int(min(extra, Self.mostLinesOfWord))
      column = width - extra * limit
    } else {
      column += width
    }
  }
}
