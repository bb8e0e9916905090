internal import LanmuGrid

/// A header at the beginning of a stream of cells, perhaps below a title.
struct StreamHeader {
  /// Where it starts and ends in the stream.
  let start: Int
  let end: Int
  /// The cells of each of its rows.
  let parts: [Range<Int>]
  /// The fields that its labels name, from left to right.
  let columns: [LogicalColumn]

  /// The headers that the labels at a stream's start may be, the plainest first: one row of known labels; the same with a label
  /// that covers two levels; two rows of which the second divides labels of the first.
  ///
  /// - Parameters:
  ///   - labels: the stream's texts without white space.
  ///   - width: how wide rows were taken to be; where all labels together fill one, they are a single row.
  static func readings(of labels: [String], width: Int) -> [StreamHeader] {
    guard let start = labels.prefix(mostTitles + 1).firstIndex(where: opens) else { return [] }
    let known = labels[start...].prefix(mostLabels).firstIndex { !isLabel($0) } ?? start
    let fillsRows = width >= leastLabels && (labels.count - start) % width == 0
    // A word that is not known may be the label of a field all the same, where rows of the width come out even.
    guard known - start >= leastLabels, !fillsRows || known - start >= width else { return [] }
    // What stands behind a whole row of labels, where rows come out even, are the first row's, however label-like.
    let end = fillsRows ? start + width : known
    var found: [StreamHeader] = []
    let leaves = Array(labels[start..<end])
    if let row = StreamHeader(leaves, of: [start..<end]) { found.append(row) }
    guard end - start != width else { return found }
    if let wide = StreamHeader(leaves, of: [start..<end], coversLevels: true) { found.append(wide) }
    // Words of a second row need not be known where a number begins the body.
    var below = end
    if HeaderLexicon.match(labels[start])?.meaning == .number,
      let number = labels[end...].prefix(mostLabels).firstIndex(where: { TextEvidence($0).isNumber })
    {
      below = number
    }
    found += twoRows(labels, start: start, end: end)
    if below > end { found += twoRows(labels, start: start, end: below) }
    return found
  }

  private static let mostTitles = 1
  private static let mostLabels = 32
  private static let longestLabel = 16
  private static let leastLabels = 3

  /// Whether a text is a header's first label: one that is surely known, or the word for a whole site.
  private static func opens(_ text: String) -> Bool {
    HeaderLexicon.match(text)?.strength == 1 || HeaderLexicon.namesSite(text)
  }

  private static func isLabel(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestLabel && HeaderLexicon.match(text) != nil
  }

  /// - Parameter coversLevels: whether the last level's label stands over one more.
  private init?(_ leaves: [String], of parts: [Range<Int>], coversLevels: Bool = false) {
    (start, end, self.parts) = (parts[0].lowerBound, parts[parts.count - 1].upperBound, parts)
    var meanings = leaves.map { HeaderLexicon.match($0)?.meaning ?? .other }
    // 考核指标 left of what is demanded is a level.
    for place in meanings.indices where meanings[place] == .requirement && HeaderLexicon.namesIndicator(leaves[place]) {
      if meanings[(place + 1)...].contains(.requirement) { meanings[place] = .level }
    }
    // The platform left of all other labels is the outermost of them.
    if leaves.first.map(HeaderLexicon.namesSite) == true, meanings.dropFirst().first == .level { meanings[0] = .level }
    let demands = meanings.indices.filter { meanings[$0] == .requirement }
    // 工作任务 left of 具体要求 is the label where no other field holds one.
    if !meanings.contains(.level), demands.count > 1 { meanings[demands[0]] = .level }
    // Of further demands, nothing is known but that they are none of the other fields.
    for demand in demands.dropFirst() where demand != meanings.firstIndex(of: .requirement) {
      meanings[demand] = .remarks
    }
    let levels = meanings.indices.filter { meanings[$0] == .level }
    guard let outermost = levels.first, let leaf = levels.last, leaf - outermost + 1 == levels.count,
      meanings[..<outermost].allSatisfy({ $0 == .number }), outermost <= 1, leaf + 1 < meanings.count
    else { return nil }
    var names = leaves
    if coversLevels {
      names.insert(leaves[leaf], at: leaf)
      meanings.insert(.level, at: leaf)
    }
    columns = names.indices.map { LogicalColumn(meaning: meanings[$0], label: names[$0], columns: $0..<$0 + 1) }
  }

  // MARK: - Two rows

  /// The headers of two rows that labels may be, by where the second begins and how many of the first it divides.
  private static func twoRows(_ labels: [String], start: Int, end: Int) -> [StreamHeader] {
    guard end - start >= leastLabels + leastBelow else { return [] }
    var found: [StreamHeader] = []
    for second in (start + leastLabels)...(end - leastBelow) {
      let top = Array(labels[start..<second])
      let below = Array(labels[second..<end])
      guard top.allSatisfy(isLabel) else { break }
      for groups in 1...min(mostGroups, below.count / leastBelow) {
        let width = top.count - groups + below.count
        let rows = [top, below] + Array(repeating: Array(repeating: "1", count: width), count: 4)
        guard let divided = DividedHeader(rows.enumerated().map { row($1, at: $0, width: width) }, at: 0),
          divided.rows.count == 2, divided.labels.count == width,
          Set(divided.groups).subtracting([""]).count == groups,
          let header = StreamHeader(divided.labels, of: [start..<second, second..<end])
        else { continue }
        found.append(header)
      }
    }
    return found
  }

  private static let leastBelow = 2
  private static let mostGroups = 5

  private static func row(_ texts: [String], at place: Int, width: Int) -> FieldRow {
    let cells = (0..<width).map { column in
      let text = column < texts.count ? texts[column] : ""
      return FieldCell(
        column: column, rowSpan: 1, columnSpan: 1, raw: text, label: text, line: nil, isPadding: column >= texts.count)
    }
    return FieldRow(grid: 0, row: place, layout: .dropped, cells: cells, isMarkedHeader: false)
  }
}
