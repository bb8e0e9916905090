internal import LanmuGrid

/// A header of several rows whose spans are lost and whose covered cells are gone: each row lists only its own labels.
///
/// Which label a run of labels below divides is told by the number of fields that the table has in all, and by what the
/// labels mean: 文字, 图片 below 责任单位.
struct DividedHeader: Sendable {
  /// The rows that the header takes, two or three.
  private(set) var rows: [FieldRow]
  /// The leaf labels from left to right, each with the label above it; as many as the table has fields.
  private(set) var labels: [String]
  private(set) var groups: [String]

  /// The header that starts at a row; `nil` unless the table has more fields than that row has labels, and the rows below name
  /// them.
  ///
  /// - Parameter height: how many rows it takes by a user's word, so that no more than their order and number is asked.
  init?(_ rows: [FieldRow], at start: Int, height pinned: Int? = nil) {
    let top = rows[start]
    guard !top.layout.keepsSpans, let first = Self.labels(top), first.count >= 2,
      let widest = Self.width(rows, at: start)
    else { return nil }
    // Where rows may have lost cells at their ends, the table may be wider than any row near its header.
    let isTold = top.layout == .dropped
    if let placed = Self.placed(first, above: rows, at: start) {
      (self.rows, labels, groups) = (Array(rows[start..<start + 2]), placed.map(\.word.text), placed.map(\.group))
      return
    }
    if let second = Self.secondOfThree(rows, at: start, below: first),
      let placed = Self.placed(second, above: rows, at: start + 1)
    {
      (self.rows, labels, groups) = (Array(rows[start..<start + 3]), placed.map(\.word.text), placed.map(\.group))
      return
    }
    guard !isTold || widest > first.count && widest <= max(first.count * 4, Self.mostWidth(rows, at: start)) else {
      return nil
    }
    var block = [first.map(HeaderWord.init)]
    var best: (leaves: [Leaf], cost: Double)?
    var height = 0
    for next in rows[(start + 1)...].prefix((pinned ?? HeaderFinder.greatestHeight) - 1) {
      guard next.grid == top.grid, let below = Self.labels(next)?.map(HeaderWord.init),
        pinned != nil || Self.mayDivide(below) && (isTold || below.count >= 2)
      else { break }
      block.append(below)
      // Where rows are as long as they happen to be, words that are not known are labels only if they make the body's width.
      let isExact = pinned == nil && !isTold && !HeaderWord.mayDivide(below)
      guard !isExact || Self.mayBeLabels(below, upTo: widest) else { break }
      if let pinned, block.count < pinned { continue }
      let leaves = block[0].map { Leaf(word: $0, group: "", isOpen: true) }
      let most = block.reduce(0) { $0 + $1.count } - 1
      let labelCount = Double(most + 1 - first.count)
      // The last cell of all rows is gone where it is empty and nothing stands behind it.
      let least = isTold || isExact ? widest : max(widest, first.count + 1)
      let widths = least...(isTold ? widest + 1 : isExact ? widest : max(least, most))
      var likeliest: (leaves: [Leaf], cost: Double, width: Int)?
      let divisions = Self.divisions(leaves, by: block.dropFirst(), upTo: widths.upperBound)
      let body = rows[(start + block.count)...]
      for width in widths {
        let cells = WholeRows(body, width: width)
        guard var found = Self.likeliest(of: divisions, width: width, above: cells),
          !isExact || found.leaves.count == width
        else {
          continue
        }
        if isTold, width > widest {
          guard found.leaves.count == width else { continue }
          found.cost += Self.lostColumn
        }
        if likeliest.map({ found.cost < $0.cost }) ?? true { likeliest = (found.leaves, found.cost, width) }
      }
      guard let found = likeliest else { continue }
      let missing = found.width - found.leaves.count
      let limit =
        missing > 0
        ? Self.greatestOpenCost * labelCount + Self.spannedCost * Double(missing) : HeaderWord.greatestCost * labelCount
      guard pinned != nil || found.cost <= limit else { continue }
      // A row of labels alone that fits is rather the header's last than the body's first.
      guard best.map({ found.cost < $0.cost + Self.furtherRow }) ?? true else { continue }
      best = (found.leaves, found.cost)
      height = block.count
    }
    guard let best else { return nil }
    self.rows = Array(rows[start..<start + height])
    labels = best.leaves.map(\.word.text)
    groups = best.leaves.map(\.group)
  }

  // MARK: - Rows

  /// A row's labels; `nil` if there are gaps among them.
  private static func labels(_ row: FieldRow) -> [String]? {
    var labels = row.cells.map(\.label)
    while labels.last?.isEmpty == true { labels.removeLast() }
    return labels.isEmpty || labels.contains("") ? nil : labels
  }

  /// Whether labels are short enough to be a header's, and none is a number, a time or the like.
  private static func mayDivide(_ labels: [HeaderWord]) -> Bool {
    labels.count <= mostBelow && labels.allSatisfy(\.mayDivide)
      && !zip(labels, labels.dropFirst()).contains { MentionHabit.demands($1.text, $0.text) }
  }

  /// Whether words, some of which are not known, may be labels of a row that is shorter than those of the body: the first row
  /// below a header is whole, since there is none above it whose cells could cover its own.
  private static func mayBeLabels(_ words: [HeaderWord], upTo widest: Int) -> Bool {
    func isKnown(_ word: HeaderWord) -> Bool { word.meaning != nil || word.namesSupply || word.wantedGroup != nil }
    guard words.count < widest, words.contains(where: isKnown) else { return false }
    return words.allSatisfy { word in
      if isKnown(word) || word.namesPublishing || word.namesBodies { return true }
      let evidence = TextEvidence(word.text)
      return evidence.time < 0.5 && evidence.units < 0.5 && !evidence.isDuty
    }
  }

  /// Rows of more labels are no second rows of a header, and would take long to try.
  static let mostBelow = 12

  /// How many fields the table has: rows are padded to its width, or one of the first rows is whole.
  private static func width(_ rows: [FieldRow], at start: Int) -> Int? {
    let near = rows[start...].prefix(12)
    let padded = rows[start].cells.count
    let widest = near.dropFirst().map { row in (row.cells.lastIndex { !$0.label.isEmpty } ?? -1) + 1 }.max()
    // Where the last bar of a row counts as its end, padded rows are one cell short of those that are whole.
    if near.count >= 3, near.count(where: { $0.cells.count == padded }) * 4 >= near.count * 3 {
      return widest == padded + 1 ? widest : padded
    }
    // Rows that are not filled up end in cells of their own, empty ones too.
    guard rows[start].filledCount == padded else { return widest }
    return [widest, near.dropFirst().map(\.cells.count).max()].compactMap(\.self).max()
  }

  /// How many fields a header has if all labels of its second row divide one of the first: 栏目设置及责任分工 beside 备注.
  private static func mostWidth(_ rows: [FieldRow], at start: Int) -> Int {
    guard start + 1 < rows.count, rows[start + 1].grid == rows[start].grid else { return 0 }
    return rows[start].filledCount - 1 + rows[start + 1].filledCount
  }

  // MARK: - Places

  /// The leaves of a header whose second row keeps its places: an empty cell below each label that reaches down to it, while
  /// labels over several fields left a single cell in the first.
  private static func placed(_ first: [String], above rows: [FieldRow], at start: Int) -> [Leaf]? {
    guard start + 2 < rows.count, rows[start + 1].grid == rows[start].grid else { return nil }
    var below = rows[start + 1].cells.map(\.label)
    let filled = below.count { !$0.isEmpty }
    let body = rows[(start + 2)...].prefix(12)
    // The empty cells at the row's end may be cut off, and those that others end in as well.
    let isCut =
      rows[start].layout == .delimited && below.first?.isEmpty == true && below.last?.isEmpty == false
      && !body.contains { $0.cells.last?.label.isEmpty == true }
    let width = body.reduce(0) { max($0, $1.cells.count) }
    if isCut, width > first.count, below.count < width {
      below += Array(repeating: "", count: width - below.count)
    }
    guard rows[start].cells.count == first.count, below.count > first.count, filled < below.count,
      (2...mostBelow).contains(filled), body.contains(where: { $0.cells.count == below.count })
    else { return nil }
    let named = below.filter { !$0.isEmpty }.map(HeaderWord.init)
    guard mayDivide(named), named.count(where: { $0.meaning != nil }) * 2 >= named.count else { return nil }
    let leaves = first.map { Leaf(word: HeaderWord($0), group: "", isOpen: true) }
    let division = divisions(leaves, by: named, mayStandAlone: true, places: below.map { !$0.isEmpty })
      .filter { $0.leaves.count == below.count }.min { $0.cost < $1.cost }
    return division?.leaves
  }

  /// The labels of a row below one of fewer labels, which but says what runs of them are about; `nil` if they are none.
  private static func secondOfThree(_ rows: [FieldRow], at start: Int, below first: [String]) -> [String]? {
    guard start + 1 < rows.count, rows[start + 1].grid == rows[start].grid, let second = labels(rows[start + 1]),
      second.count > first.count
    else { return nil }
    let words = second.map(HeaderWord.init)
    return words.allSatisfy(\.mayDivide) && words.count { $0.meaning != nil } * 4 >= words.count * 3 ? second : nil
  }

  // MARK: - Division

  private struct Leaf: Sendable {
    var word: HeaderWord
    var group: String
    /// Whether the next row may divide it.
    var isOpen: Bool
  }

  private typealias Division = (leaves: [Leaf], cost: Double)

  /// The leaves after all rows have divided what stands above them, in each way that makes no more than a number of fields.
  private static func divisions(
    _ leaves: [Leaf], by rows: ArraySlice<[HeaderWord]>, upTo width: Int
  ) -> [Division] {
    guard let row = rows.first else { return [(leaves, 0)] }
    let rest = rows.dropFirst()
    return divisions(leaves, by: row, mayStandAlone: !rest.isEmpty).filter { $0.leaves.count <= width }
      .flatMap { division in
        divisions(division.leaves, by: rest, upTo: width).map { ($0.leaves, division.cost + $0.cost) }
      }
  }

  /// The likeliest of divisions that make as many leaves as there are fields, or leave some to a label over several levels; among
  /// them the one whose labels the whole rows below contradict least.
  private static func likeliest(of divisions: [Division], width: Int, above body: WholeRows) -> Division? {
    var best: Division?
    var least = Double.infinity
    for division in divisions {
      let missing = width - division.leaves.count
      var cost = division.cost
      if missing != 0 {
        // One label may stand over several levels that have no labels of their own.
        guard (1...mostSpanned).contains(missing), division.leaves.contains(where: mayCoverLevels) else { continue }
        cost += spannedCost * Double(missing)
      }
      if division.leaves.dropFirst().contains(where: { $0.word.meaning == .number }),
        division.leaves.first?.word.meaning != .number
      {
        cost += laterNumber
      }
      let price = cost + (missing == 0 ? body.contradiction(of: division.leaves.map(\.word)) : 0)
      if price < least { (best, least) = ((division.leaves, cost), price) }
    }
    return best
  }

  /// How many labels of a row stand below each of some leaves.
  private struct Way {
    var counts: [Int] = []
    /// The leaves that they make.
    var width = 0
    var cost = 0.0

    func adding(_ count: Int, cost: Double) -> Way {
      Way(counts: counts + [count], width: width + max(1, count), cost: self.cost + cost)
    }
  }

  /// The ways in which a row's labels, in their order, divide leaves above them, in theirs; the likeliest few.
  ///
  /// - Parameter places: for each field, whether a label of the row stands in it, if that is known.
  private static func divisions(
    _ leaves: [Leaf], by row: [HeaderWord], mayStandAlone: Bool, places: [Bool]? = nil
  ) -> [Division] {
    func mayStand(_ count: Int, behind way: Way, labelled: Bool) -> Bool {
      guard let places else { return true }
      let end = way.width + count
      return end <= places.count && places[way.width..<end].allSatisfy { $0 == labelled }
    }
    // By how many labels are placed, the ways to have come so far.
    var ways: [[Way]] = Array(repeating: [], count: row.count + 1)
    ways[0] = [Way()]
    for leaf in leaves {
      var next: [[Way]] = Array(repeating: [], count: row.count + 1)
      for (placed, partial) in ways.enumerated() where !partial.isEmpty {
        next[placed] += partial.filter { mayStand(1, behind: $0, labelled: false) }.map { $0.adding(0, cost: 0) }
        let first = placed + (mayStandAlone ? 1 : 2)
        guard leaf.isOpen, first <= row.count else { continue }
        for end in first...row.count {
          let cost = leaf.word.cost(of: row[placed..<end])
          next[end] += partial.filter { mayStand(end - placed, behind: $0, labelled: true) }
            .map { $0.adding(end - placed, cost: cost) }
        }
      }
      ways = next.map { Array($0.sorted { $0.cost < $1.cost }.prefix(mostWays)) }
    }
    return ways[row.count].map { (divided(leaves, by: row, $0), $0.cost) }
  }

  private static func divided(_ leaves: [Leaf], by row: [HeaderWord], _ way: Way) -> [Leaf] {
    var placed = 0
    return zip(leaves, way.counts).flatMap { leaf, count in
      defer { placed += count }
      guard count > 0 else { return [Leaf(word: leaf.word, group: leaf.group, isOpen: false)] }
      return row[placed..<placed + count].map { Leaf(word: $0, group: leaf.word.text, isOpen: true) }
    }
  }

  private static func mayCoverLevels(_ leaf: Leaf) -> Bool {
    leaf.group.isEmpty && (leaf.word.meaning == .level || HeaderLexicon.namesIndicator(leaf.word.text))
  }

  private static let mostSpanned = 3
  /// What each column costs over which a label of levels is taken to reach, and the most that a label below may then cost.
  private static let spannedCost = 0.6
  private static let greatestOpenCost = 0.6
  private static let mostWays = 24
  /// What it costs that rows are not numbered in the first field, but in a later one.
  private static let laterNumber = 1.0
  /// What it costs that a header has a field more than any row has cells.
  private static let lostColumn = 2.5
  /// How much more a header may cost if it takes a further row.
  private static let furtherRow = 1.5
}
