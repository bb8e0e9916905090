/// The lines of a drawn table, each character at its display column, and the columns at which its upright lines stand.
///
/// Fonts disagree on the width of box characters and of some punctuation; the widths are taken under which most bars of
/// text lines stand exactly below the joints of the rules, and the rest are drawn to the nearest joint. Where all lines, rules
/// too, have as many uprights, their order tells what no width does.
struct BoxCanvas {
  struct Character {
    var scalar: Unicode.Scalar
    var strokes: BoxStroke
    var place: Int
  }

  struct Line {
    /// The 1-based line of the text.
    var number: Int
    var characters: [Character]
    /// For each upright, the index of the character that draws it on this line; `nil` where none does.
    var bars: [Int?] = []
    var hasRule: Bool
  }

  /// Drawings beyond this are no tables that anybody drew.
  static let maximumByteCount = 8 << 20

  private(set) var lines: [Line]
  /// Display columns at which uprights stand, from left to right.
  private(set) var uprights: [Int]

  /// How many bytes the lines of a drawing have.
  static func byteCount(_ text: TextLines, lines range: Range<Int>) -> Int {
    range.reduce(0) { $0 + text.lines[$1].range.count }
  }

  init?(_ text: TextLines, lines range: Range<Int>, isASCII: Bool) {
    guard Self.byteCount(text, lines: range) <= Self.maximumByteCount else { return nil }
    let scalars = range.map { index in
      (index + 1, Array(text.text(text.lines[index].range).unicodeScalars))
    }
    var best: (score: Int, lines: [Line])?
    let widths = isASCII ? [(1, 1), (1, 2)] : [(1, 1), (1, 2), (2, 2), (2, 1)]
    for (box, ambiguous) in widths {
      let width = DisplayWidth(box: box, ambiguous: ambiguous)
      let lines = scalars.map { Self.placed($0.1, number: $0.0, width: width, isASCII: isASCII) }
      let score = Self.alignment(lines)
      if best.map({ score > $0.score }) ?? true { best = (score, lines) }
    }
    guard let best, best.lines.contains(where: \.hasRule) else { return nil }
    lines = Self.counted(best.lines) ?? best.lines
    uprights = Self.uprights(of: lines)
    guard uprights.count >= 2, uprights.count <= 1024, lines.count * uprights.count <= 4_000_000 else { return nil }
    // The uprights that go on below the rule above.
    var open: [Int] = []
    for index in lines.indices {
      lines[index].bars = Self.bars(of: lines[index], uprights: uprights, below: open)
      if lines[index].hasRule {
        let (bars, characters) = (lines[index].bars, lines[index].characters)
        open = bars.indices.filter { bars[$0].map { characters[$0].strokes.contains(.down) } ?? false }
      }
    }
  }

  private static func placed(
    _ scalars: [Unicode.Scalar], number: Int, width: DisplayWidth, isASCII: Bool
  ) -> Line {
    var place = 0
    var characters: [Character] = []
    characters.reserveCapacity(scalars.count)
    var horizontals = 0
    for scalar in scalars {
      let strokes = isASCII ? BoxStroke(ascii: scalar) : BoxStroke(scalar)
      if strokes == .horizontal { horizontals += 1 }
      characters.append(Character(scalar: scalar, strokes: strokes, place: place))
      place += scalar == "\t" ? 8 - place % 8 : width.width(of: scalar)
    }
    // A dash or two between bars is text; a rule opens or closes with a joint or a stroke of its own.
    let drawn = characters.filter { !$0.strokes.isEmpty }
    let hasJoint = drawn.contains { !$0.strokes.isDisjoint(with: .horizontal) && $0.strokes != .horizontal }
    let isPure = characters.allSatisfy { !$0.strokes.isEmpty || $0.scalar == " " }
    return Line(number: number, characters: characters, hasRule: horizontals > 0 && (hasJoint || isPure))
  }

  /// The lines with the first upright of each below those of all others, and so on; `nil` unless each line has as many and some
  /// do not stand below the joints as they are.
  private static func counted(_ lines: [Line]) -> [Line]? {
    let drawn = lines.map { line in
      line.characters.indices.filter { !line.characters[$0].strokes.isDisjoint(with: .vertical) }
    }
    guard let count = drawn.first?.count, count > 2, drawn.allSatisfy({ $0.count == count }) else { return nil }
    let bars = lines.reduce(0) { total, line in total + line.characters.count { $0.strokes == .vertical } }
    guard alignment(lines) < bars else { return nil }
    let widest = lines.reduce(0) { max($0, $1.characters.count) }
    return zip(lines, drawn).map { line, drawn in
      var line = line
      for (order, start) in drawn.enumerated() {
        let end = order + 1 < count ? drawn[order + 1] : line.characters.count
        for index in start..<end { line.characters[index].place = (order + 1) * (widest + 1) + index - start }
      }
      for index in 0..<drawn[0] { line.characters[index].place = widest + 1 - drawn[0] + index }
      return line
    }
  }

  /// The places of the joints and corners on rules.
  private static func joints(_ lines: [Line]) -> [Int: Int] {
    lines.lazy.filter(\.hasRule).flatMap { line in
      line.characters.lazy.filter { !$0.strokes.isDisjoint(with: .vertical) && $0.strokes != .vertical }.map(\.place)
    }.occurrences()
  }

  private static func alignment(_ lines: [Line]) -> Int {
    let joints = joints(lines)
    return lines.reduce(0) { total, line in
      total + line.characters.count { $0.strokes == .vertical && joints[$0.place] != nil }
    }
  }

  private static func uprights(of lines: [Line]) -> [Int] {
    var places = joints(lines)
    if places.count < 2 {
      // Rules without joints: the bars of the text lines themselves say where the uprights are.
      places = lines.flatMap { $0.characters.filter { $0.strokes == .vertical }.map(\.place) }.occurrences()
    }
    var uprights: [Int] = []
    for place in places.keys.sorted() {
      if let last = uprights.last, place - last <= 1 {
        if places[place, default: 0] > places[last, default: 0] { uprights[uprights.count - 1] = place }
      } else {
        uprights.append(place)
      }
    }
    // A table without borders at its sides runs on to the ends of its lines.
    let start = lines.lazy.flatMap { $0.characters.lazy.filter { $0.scalar != " " }.map(\.place) }.min() ?? 0
    let end = lines.lazy.compactMap { $0.characters.last?.place }.max() ?? 0
    if let first = uprights.first, first > start + 1 { uprights.insert(start - 1, at: 0) }
    if let last = uprights.last, last < end - 1 { uprights.append(end + 1) }
    return uprights
  }

  /// Which characters of a line draw the uprights: bars and joints, each given to the nearest upright still free, or in their
  /// order if they are as many as go on below the rule above. Below merged cells, bars may stand far from their joints.
  private static func bars(of line: Line, uprights: [Int], below open: [Int]) -> [Int?] {
    var bars: [Int?] = Array(repeating: nil, count: uprights.count)
    let drawn = line.characters.indices.filter { !line.characters[$0].strokes.isDisjoint(with: .vertical) }
    if drawn.count == uprights.count { return drawn.map { $0 } }
    if !line.hasRule, drawn.count == open.count {
      for (upright, index) in zip(open, drawn) { bars[upright] = index }
      return bars
    }
    var next = 0
    for (order, index) in drawn.enumerated() {
      let place = line.characters[index].place
      // Enough uprights must be left for the bars that follow.
      let last = uprights.count - (drawn.count - order)
      guard next <= last else { continue }
      let nearest = min(max(Self.nearest(to: place, in: uprights), next), last)
      guard abs(uprights[nearest] - place) <= 6 else { continue }
      bars[nearest] = index
      next = nearest + 1
      if next >= uprights.count { break }
    }
    return bars
  }

  /// The place of the value nearest to another in a rising list.
  private static func nearest(to place: Int, in uprights: [Int]) -> Int {
    var low = 0
    var high = uprights.count - 1
    while low < high {
      let middle = (low + high) / 2
      if uprights[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place - uprights[low - 1] <= abs(uprights[low] - place) ? low - 1 : low
  }
}
