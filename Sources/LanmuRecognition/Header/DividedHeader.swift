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
      (self.rows, labels, groups) = (Array(rows[start..<start + 2]), placed.map(\.label), placed.map(\.group))
      return
    }
    guard !isTold || widest > first.count && widest <= max(first.count * 4, Self.mostWidth(rows, at: start)) else {
      return nil
    }
    var block = [first]
    var best: (leaves: [Leaf], cost: Double)?
    var height = 0
    for next in rows[(start + 1)...].prefix((pinned ?? HeaderFinder.greatestHeight) - 1) {
      guard next.grid == top.grid, let below = Self.labels(next),
        pinned != nil || Self.mayDivide(below) && (isTold || below.count >= 2 && below.allSatisfy(Self.isKnown))
      else { break }
      block.append(below)
      if let pinned, block.count < pinned { continue }
      let leaves = first.map { Leaf(label: $0, group: "", isOpen: true) }
      let most = block.reduce(0) { $0 + $1.count } - 1
      let labelCount = Double(most + 1 - first.count)
      // The last cell of all rows is gone where it is empty and nothing stands behind it.
      let widths = isTold ? widest...widest + 1 : max(widest, first.count + 1)...max(widest, first.count + 1, most)
      var likeliest: (leaves: [Leaf], cost: Double, width: Int)?
      for width in widths {
        guard var found = Self.divided(leaves, by: block.dropFirst(), width: width) else { continue }
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
        ? Self.greatestOpenCost * labelCount + Self.spannedCost * Double(missing) : Self.greatestCost * labelCount
      guard pinned != nil || found.cost <= limit else { continue }
      // A row of labels alone that fits is rather the header's last than the body's first.
      guard best.map({ found.cost < $0.cost + Self.furtherRow }) ?? true else { continue }
      best = (found.leaves, found.cost)
      height = block.count
    }
    guard let best else { return nil }
    self.rows = Array(rows[start..<start + height])
    labels = best.leaves.map(\.label)
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
  private static func mayDivide(_ labels: [String]) -> Bool {
    labels.count <= 12
      && labels.allSatisfy { label in
        guard label.unicodeScalars.count <= 10 else { return false }
        if DivisionWords.group(of: label) != nil { return true }
        let evidence = TextEvidence(label)
        return !evidence.isNumber && !evidence.isMark && !evidence.isContact && !evidence.isProse
      }
  }

  /// Whether a word is known as a header's, so that the row it stands in is no entry.
  private static func isKnown(_ label: String) -> Bool { HeaderLexicon.match(label) != nil }

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
    let below = rows[start + 1].cells.map(\.label)
    let named = below.filter { !$0.isEmpty }
    guard rows[start].cells.count == first.count, below.count > first.count, named.count < below.count,
      named.count >= 2, mayDivide(named),
      named.count(where: isKnown) * 2 >= named.count,
      rows[(start + 2)...].prefix(12).contains(where: { $0.cells.count == below.count })
    else { return nil }
    let leaves = first.map { Leaf(label: $0, group: "", isOpen: true) }
    let division = divisions(leaves, by: named[...], mayStandAlone: true, places: below.map { !$0.isEmpty })
      .filter { $0.leaves.count == below.count }.min { $0.cost < $1.cost }
    return division?.leaves
  }

  // MARK: - Division

  private struct Leaf: Sendable {
    var label: String
    var group: String
    /// Whether the next row may divide it.
    var isOpen: Bool
  }

  /// The leaves after all rows have divided what stands above them, in the likeliest way that makes as many as there are fields.
  private static func divided(
    _ leaves: [Leaf], by rows: ArraySlice<[String]>, width: Int
  ) -> (leaves: [Leaf], cost: Double)? {
    guard let row = rows.first else {
      let missing = width - leaves.count
      if missing == 0 { return (leaves, 0) }
      // One label may stand over several levels that have no labels of their own.
      guard (1...mostSpanned).contains(missing), leaves.contains(where: mayCoverLevels) else { return nil }
      return (leaves, spannedCost * Double(missing))
    }
    let rest = rows.dropFirst()
    var best: (leaves: [Leaf], cost: Double)?
    for division in divisions(leaves, by: row[...], mayStandAlone: !rest.isEmpty) where division.leaves.count <= width {
      guard let whole = divided(division.leaves, by: rest, width: width) else { continue }
      let cost = division.cost + whole.cost
      if best.map({ cost < $0.cost }) ?? true { best = (whole.leaves, cost) }
    }
    return best
  }

  /// The ways in which a row's labels, in their order, divide leaves above them, in theirs; the likeliest few.
  ///
  /// - Parameter places: for each field, whether a label of the row stands in it, if that is known.
  private static func divisions(
    _ leaves: [Leaf], by row: ArraySlice<String>, mayStandAlone: Bool, places: [Bool]? = nil
  ) -> [(leaves: [Leaf], cost: Double)] {
    // By how many labels are placed, the ways to have come so far.
    var ways: [Int: [(leaves: [Leaf], cost: Double)]] = [0: [([], 0)]]
    for leaf in leaves {
      var next: [Int: [(leaves: [Leaf], cost: Double)]] = [:]
      for (placed, partial) in ways.sorted(by: { $0.key < $1.key }) {
        for way in partial {
          var kept = leaf
          kept.isOpen = false
          func mayStand(_ count: Int, labelled: Bool) -> Bool {
            guard let places else { return true }
            let range = way.leaves.count..<way.leaves.count + count
            return range.upperBound <= places.count && places[range].allSatisfy { $0 == labelled }
          }
          if mayStand(1, labelled: false) { next[placed, default: []].append((way.leaves + [kept], way.cost)) }
          guard leaf.isOpen, placed < row.count else { continue }
          for end in (placed + 1)...row.count
          where end - placed >= (mayStandAlone ? 1 : 2) && mayStand(end - placed, labelled: true) {
            let run = row[placed..<end]
            let below = run.map { Leaf(label: $0, group: leaf.label, isOpen: true) }
            next[end, default: []].append((way.leaves + below, way.cost + cost(of: run, below: leaf.label)))
          }
        }
      }
      ways = next.mapValues { Array($0.sorted { $0.cost < $1.cost }.prefix(mostWays)) }
    }
    return ways[row.count] ?? []
  }

  private static func mayCoverLevels(_ leaf: Leaf) -> Bool {
    leaf.group.isEmpty
      && (HeaderLexicon.match(leaf.label)?.meaning == .level || HeaderLexicon.namesIndicator(leaf.label))
  }

  private static let mostSpanned = 3
  /// What each column costs over which a label of levels is taken to reach, and the most that a label below may then cost.
  private static let spannedCost = 0.6
  private static let greatestOpenCost = 0.6
  private static let mostWays = 24
  /// What it costs that a header has a field more than any row has cells.
  private static let lostColumn = 2.5
  /// How much more a header may cost if it takes a further row.
  private static let furtherRow = 1.5
  /// The most that a label may cost on the average.
  private static let greatestCost = 1.3

  /// A level of indicators stands rather below the word for them than below that for what they ask.
  private static let otherIndicatorCost = 0.1

  /// A label that stands alone below another is a group that the next row divides, and rare.
  private static let loneCost = 0.7

  /// What a label surely says is said by none of those below it.
  private static let lostCost = 2.0

  /// One of several labels below their own name.
  private static let namesakeCost = 0.5

  /// So many labels or more, of so many kinds or more, are rather all that a table asks for than what one label divides into, and what each of
  /// them costs then.
  private static let fewestOfAll = 5
  private static let fewestKinds = 4
  private static let ofAllCost = 0.7

  /// A label that belongs below another word for certain.
  private static let strangeCost = 2.5

  /// How unlikely it is that labels divide the one above them.
  static func cost(of run: ArraySlice<String>, below group: String) -> Double {
    let match = HeaderLexicon.match(group)
    let own = match?.meaning
    // What names a time for certain (更新时间要求) has nothing else below it.
    let organises =
      match?.strength != 1 && organising.contains { group.contains($0) }
      && !(own == .update && namesTime(group))
    let namesIndicators = own == .requirement && HeaderLexicon.namesIndicator(group)
    // What surely says when a site is renewed is not lost among the labels below it.
    let meanings = run.compactMap { HeaderLexicon.match($0)?.meaning }
    let isLost = own == .update && match?.strength == 1 && meanings.count == run.count && !meanings.contains(.update)
    // 栏目设置及责任分工 over all fields but 备注 says nothing of any of them.
    let mayMeanAll = own.map { [.level, .requirement, .responsible].contains(HeaderFinder.family($0)) } ?? true
    if mayMeanAll, run.count >= fewestOfAll, meanings.count == run.count,
      Set(meanings.map(HeaderFinder.family)).count >= fewestKinds
    {
      return ofAllCost * Double(run.count)
    }
    let start = (run.count == 1 ? loneCost : 0) + (isLost ? lostCost : 0)
    return run.reduce(start) { sum, label in
      guard own != .number else { return sum + 9 }
      // 栏目 over 频道, 栏目, 子栏目 is the word for all of them and for one.
      if label == group { return sum + (own != nil && run.count > 1 ? Self.namesakeCost : 9) }
      if let wanted = DivisionWords.group(of: label) { return sum + (group.contains(wanted) ? 0 : Self.strangeCost) }
      guard let meaning = HeaderLexicon.match(label)?.meaning else {
        // 文字, 图片: what units supply.
        if own == .update, HeaderPhrase.namesSupply(label) { return sum + 0.5 }
        return sum + (own.map(HeaderFinder.family) == .responsible ? 0.5 : own == .level ? 0.8 : 1.2)
      }
      if meaning == own { return sum }
      if namesIndicators, meaning == .level { return sum + Self.otherIndicatorCost }
      // 平台 beside 频道 and 栏目 is a level.
      if own == .level, HeaderLexicon.namesSite(label) { return sum + Self.namesakeCost }
      // 保障栏目 over 大栏 and 小栏.
      if own == .target, meaning == .level { return sum + 0.5 }
      if let own, HeaderFinder.family(meaning) == HeaderFinder.family(own) {
        return sum + (own == .mode ? 0.6 : 0)
      }
      if organises { return sum + (own == nil ? 0.7 : 0.8) }
      // Words that are not known are a group's rather than a field's.
      return sum + (own == nil ? 0.9 : own == .requirement ? 1 : 2.2)
    }
  }

  private static func namesTime(_ group: String) -> Bool {
    let scalars = Array(group.unicodeScalars)
    return HeaderPhrase.namesTime(group.hasSuffix("要求") ? scalars.dropLast(2) : scalars)
  }

  /// Words of labels under which times, ways and units may stand together: 组织实施, 保障落实.
  private static let organising = ["组织", "实施", "落实", "保障", "要求", "职责", "管理", "维护", "安排"]
}
