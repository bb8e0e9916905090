/// The headers that the labels at a stream's start may be.
///
/// The plainest one comes first: one row of known labels; the same with a label that covers two levels; two rows of which the
/// second divides labels of the first.
struct StreamHeaderSearch {
  private(set) var readings: [StreamHeader] = []
  /// The known labels with which the stream begins; the first cells of the body may look like some.
  private(set) var run = 0..<0
  /// How many runs of labels were tried below others; `mostLabels` and `DividedHeader.mostBelow` bound it.
  private(set) var steps = 0

  /// - Parameters:
  ///   - labels: the stream's texts without white space.
  ///   - width: how wide rows were taken to be; where all labels together fill one, they are a single row.
  init(_ labels: [String], width: Int) {
    let first = labels.prefix(Self.mostTitles + 1)
    let likely = { first.indices.first { Self.opensRun(labels[$0...]) } }
    guard var start = first.firstIndex(where: Self.opens) ?? likely() else { return }
    // A likely label that fills a row together with the sure ones behind it is no title.
    if start == Self.mostTitles, width > Self.leastLabels, labels.count % width == 0, Self.opensRun(labels[..<width]),
      labels[..<width].allSatisfy(Self.isLabel)
    {
      start = 0
    }
    let candidates = labels[start...].prefix(Self.mostLabels)
    let known = candidates.firstIndex { !Self.isLabel($0) } ?? start
    run = start..<known
    let fillsRows =
      width >= Self.leastLabels && (labels.count - start) % width == 0 && Self.mayFillRow(candidates.prefix(width))
    // A word that is not known may be the label of a field all the same, where rows of the width come out even.
    guard known - start >= Self.leastLabels, !fillsRows || known - start >= width else { return }
    // What stands behind a whole row of labels, where rows come out even, are the first row's, however label-like.
    let end = fillsRows ? start + width : known
    let leaves = Array(labels[start..<end])
    if let row = StreamHeader(leaves, of: [start..<end]) { readings.append(row) }
    guard end - start != width else { return }
    if let wide = StreamHeader(leaves, of: [start..<end], coversLevels: true) { readings.append(wide) }
    addTwoRows(labels, start: start, known: known, end: end)
    // Words of a second row need not be known where a number begins the body.
    if HeaderLexicon.match(labels[start])?.meaning == .number,
      let number = candidates.dropFirst(end - start).firstIndex(where: { TextEvidence($0).isNumber }), number > end
    {
      addTwoRows(labels, start: start, known: known, end: number)
    }
  }

  /// A title may stand above the header, and is then one cell.
  private static let mostTitles = 1
  /// No header of a plan has so many labels in all its rows; as many known words are a body's.
  static let mostLabels = 32
  /// Longer texts are sentences that hold a label's words.
  private static let longestLabel = 16
  /// A plan's header names a column of a site and two things about it at the least.
  static let leastLabels = 3
  /// In catalogues, labels are divided over matters, readers, ways, and layers of government; one more may be.
  private static let mostGroups = 5

  /// Whether a text is a header's first label: one that is surely known, the word for a whole site, or one for numbers, in which
  /// no title ends.
  private static func opens(_ text: String) -> Bool {
    let known = HeaderLexicon.match(text)
    return known?.strength == 1 || known?.meaning == .number || HeaderLexicon.namesSite(text)
  }

  /// Whether texts may all be labels, known or not, of a header that fills a row. A number is none: the body begins with it, and
  /// rows of that width come out even by chance.
  static func mayFillRow(_ texts: ArraySlice<String>) -> Bool { !texts.contains { TextEvidence($0).isNumber } }

  /// Whether a text begins a run of labels of which half are surely known, though it is not itself.
  private static func opensRun(_ texts: ArraySlice<String>) -> Bool {
    let run = texts.prefix(mostLabels).prefix(while: isLabel)
    return run.count > leastLabels && run.count { HeaderLexicon.match($0)?.strength == 1 } * 2 >= run.count
  }

  private static func isLabel(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestLabel && HeaderLexicon.match(text) != nil
  }

  // MARK: - Two rows

  /// Adds the headers of two rows that labels may be, by where the second begins and how many of the first it divides.
  ///
  /// - Parameter known: where the first label stands that is not known; all of the first row are.
  private mutating func addTwoRows(_ labels: [String], start: Int, known: Int, end: Int) {
    let words = labels[start..<end].map(HeaderWord.init)
    let earliest = max(start + Self.leastLabels, end - DividedHeader.mostBelow)
    for second in stride(from: earliest, through: min(known, end - GroupDivisions.shortestRun), by: 1) {
      let (above, below) = (words[..<(second - start)], words[(second - start)...])
      guard below.allSatisfy(\.mayDivide) else { continue }
      let most = min(Self.mostGroups, below.count / GroupDivisions.shortestRun)
      let divisions = GroupDivisions(of: above, by: below, most: most)
      steps += divisions.steps
      for way in divisions.ways {
        guard let way else { continue }
        var leaves: [(label: String, group: String)] = []
        for (group, run) in zip(above, way) {
          let divided = below[(below.startIndex + run.lowerBound)..<(below.startIndex + run.upperBound)]
          leaves += run.isEmpty ? [(group.text, "")] : divided.map { ($0.text, group.text) }
        }
        let header = StreamHeader(
          leaves.map(\.label), groups: leaves.map(\.group), of: [start..<second, second..<end])
        guard var header else { continue }
        header.divisions = way.map(\.count)
        readings.append(header)
      }
    }
  }
}
