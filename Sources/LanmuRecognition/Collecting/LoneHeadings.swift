internal import LanmuDiagnostics
internal import LanmuGrid

/// Headings of sections that are typed into a single cell of their row, or lost the merged cell that spanned the table: a label
/// with nothing beside it.
///
/// A column of the site may stand alone in its row as well, with cells left empty or merged with those above. What tells a
/// heading is that it stands where all entries have a number, that it has a number of a section's kind, or that such rows part
/// the whole table from its first row on.
struct LoneHeadings: Sendable {
  /// The heading that a row is, by the row's place.
  private(set) var headings: [RowPlace: String] = [:]
  /// The rows that could as well be headings as entries.
  private(set) var uncertain: Set<RowPlace> = []

  private let columns: [LogicalColumn]
  private let number: Int?
  /// The outermost level.
  private let level: Int
  private let carriers: [Int]
  /// Whether the header's outermost level is an inner one by its name, so that rows of their own must name the first.
  private let lacksOutermost: Bool
  /// Whether labels alone in their rows follow each other without numbers, below an entry: what stands beside them is merged with
  /// that entry's, and none of them heads others.
  private(set) var runOn = false
  /// Whether lists stand alone in rows whose number is gone as well, or several rows of more than a label begin without theirs: what
  /// is left of rows there are single names too.
  let losesNumbers: Bool
  /// What rows that lost cells end in, behind two other texts at least: where it stands alone, it is what is left of a row.
  private var values: Set<String> = []

  /// - Parameter rows: the table's rows, in order.
  init(columns: [LogicalColumn], rows: [CollectedTable.BodyRow]) {
    self.columns = columns
    number = columns.first?.meaning == .number ? 0 : nil
    level = columns.levels.first ?? 0
    lacksOutermost = columns.indices.contains(level) && Self.isInnerLevel(columns[level].label)
    carriers = columns.indices.filter { Self.carried.contains(columns[$0].meaning) }
    losesNumbers = number != nil && (rows.contains { Self.isList($0.row) } || Self.loseNumbers(rows))
    guard !columns.levels.isEmpty, !carriers.isEmpty else { return }
    values = Self.values(
      of: rows, besideUnits: columns.contains { $0.meaning.family == .responsible })
    let shapes = shapes(of: rows)
    runOn = runOn(shapes, rows)
    var lone = rows.indices.filter { index in
      if case .lone = shapes[index] { return leads(index, shapes) }
      return false
    }
    guard !lone.isEmpty else { return }
    let aboveMoved = rows.indices.filter { standsAboveMoved($0, shapes) }
    let entries = shapes.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    let isNumbered = number != nil && entries.count > 1 && entries.allSatisfy { isEntryNumber($0.number) }
    let hasSections = entries.contains { SectionNumber($0.label) != nil }
    var partsAll = partsAll(lone, aboveMoved, shapes: shapes, entries: entries)
    if !partsAll {
      // Other labels alone are columns of the site whose fields are merged, or empty.
      let others = withoutEntries(shapes, rows)
      let headings = lone.filter { others[$0].isLone }
      partsAll =
        headings.allSatisfy { Self.isName(others[$0]) }
        && self.partsAll(headings, aboveMoved, shapes: others, entries: entries)
      if partsAll {
        uncertain.formUnion(lone.lazy.filter { !others[$0].isLone }.map { RowPlace(rows[$0].row) })
        lone = headings
      }
    }
    if partsAll { lone = (lone + aboveMoved).sorted() }
    let keepsSpans = rows.contains { $0.row.layout.keepsSpans }
    let areCounted = partsAll && !keepsSpans && areMerged(entries) && areCounted(lone, shapes)
    for index in lone {
      guard case .lone(let heading) = shapes[index] else { continue }
      let place = RowPlace(rows[index].row)
      let isCounted = SectionNumber(heading.text) != nil
      guard isCounted || !runOn else { continue }
      let isSection = isCounted && !hasSections
      // A mark that the section goes on has no number either.
      let isPart =
        partsAll && (isCounted || !areCounted || RepeatMarks.withoutContinuation(heading.text).isEmpty)
      // Below an entry, a label without a number may share that entry's.
      if isNumbered && (heading.isMarked || lone[0] == 0) || isPart || isSection {
        headings[place] = heading.text
      } else if rows[index].row.layout.keepsSpans || index == 0 || partsAll {
        uncertain.insert(place)
      }
    }
  }

  /// What only an entry has.
  private static let carried: Set<FieldMeaning> = [
    .requirement, .target, .supply, .update, .mode, .lead, .responsible, .cooperating,
  ]

  // MARK: - Shapes of rows

  private enum Shape {
    /// A text, perhaps with a number in front of it, and nothing else.
    case lone(Heading)
    case entry(Entry)
    /// A row that is judged elsewhere.
    case other

    var isLone: Bool {
      if case .lone = self { true } else { false }
    }
  }

  private struct Heading {
    var text: String
    /// Whether it, or a number of another kind, stands where entries have their number.
    var isMarked: Bool
  }

  private struct Entry {
    var number: String
    /// What stands at the outermost level; empty where nothing does.
    var label: String
    /// How many of the fields that only an entry has are filled.
    var filled: Int
  }

  private func shapes(of rows: [CollectedTable.BodyRow]) -> [Shape] {
    var covered: [Int: (grid: Int, row: Int)] = [:]
    return rows.map { body in
      let row = body.row
      guard row.layout.keepsSpans || row.layout != .dropped && row.cells.count >= columns.count else {
        return shapeOfShort(row)
      }
      var texts: [Int: FieldCell] = [:]
      var isStray = false
      for cell in row.filled {
        if let place = columns.firstIndex(where: { $0.columns.contains(cell.column) }) {
          texts[place] = texts[place] ?? cell
        } else {
          isStray = true
        }
      }
      let reaches = carriers.contains { place in
        columns[place].columns.contains { covered[$0].map { $0.grid == row.grid && $0.row >= row.row } ?? false }
      }
      for cell in row.cells where cell.rowSpan > 1 {
        for column in cell.column..<cell.column + cell.columnSpan {
          covered[column] = (row.grid, row.row + cell.rowSpan - 1)
        }
      }
      if !reaches, !isStray, let heading = heading(texts) { return .lone(heading) }
      return .entry(
        Entry(
          number: number.flatMap { texts[$0]?.label } ?? "", label: texts[level]?.label ?? "",
          filled: carriers.count { texts[$0] != nil }))
    }
  }

  /// The shape of a row whose cells need not stand in their places.
  private func shapeOfShort(_ row: FieldRow) -> Shape {
    guard let first = row.filled.first else { return .other }
    if row.filledCount == 1, isValue(first.label) { return .other }
    // Behind the empty cells of a number and labels stands what is said of the entry above.
    if row.layout != .dropped, first.column > level { return .other }
    let isNumber = TextEvidence(first.label).isNumber
    if row.filledCount == 1, !isNumber {
      let mayBeHeading = Self.mayBeHeading(first.label) && !Self.isClause(first.label, in: row)
      return mayBeHeading ? .lone(Heading(text: first.label, isMarked: number != nil)) : .other
    }
    return .entry(
      Entry(
        number: isNumber ? first.label : "", label: row.filled.dropFirst().first?.label ?? "",
        filled: max(row.filledCount - 2, row.filled.dropFirst().count { Self.saysMore($0.label) })))
  }

  /// Whether a text that stands alone is a value of other rows.
  func isValue(_ text: String) -> Bool { values.contains(text) }

  /// Whether a text is surely no label.
  private static func saysMore(_ text: String) -> Bool {
    let evidence = TextEvidence(text)
    return evidence.isProse || evidence.time > 0.9 || evidence.bodies > 0.9
  }

  private func heading(_ texts: [Int: FieldCell]) -> Heading? {
    let places = texts.keys.sorted()
    guard let cell = texts[places.last ?? -1], cell.rowSpan == 1, Self.mayBeHeading(cell.label) else { return nil }
    if places == [level] { return Heading(text: cell.label, isMarked: false) }
    guard let number else { return nil }
    if places == [number] {
      return TextEvidence(cell.label).isNumber ? nil : Heading(text: cell.label, isMarked: true)
    }
    // （一） and 一 count sections; what counts entries is another row's.
    guard places == [number, level], let mark = texts[number]?.label, TextEvidence(mark).isNumber, !isEntryNumber(mark)
    else { return nil }
    return Heading(text: cell.label, isMarked: true)
  }

  static func mayBeHeading(_ text: String) -> Bool {
    (2...longest).contains(text.unicodeScalars.count) && !CellText.isDash(text)
      && text.unicodeScalars.contains { $0.properties.isIdeographic } && !SpecialRows.isTotal(text)
      && !text.unicodeScalars.contains { "：:。；;".unicodeScalars.contains($0) }
  }

  /// Whether a text in a row whose merged cells are gone has clauses, and no number of a heading: it is what is left of the row's
  /// demand.
  static func isClause(_ text: String, in row: FieldRow) -> Bool {
    row.layout == .dropped && text.unicodeScalars.contains("，") && SectionNumber(text) == nil
  }

  private static let longest = 30

  /// A number in digits; Chinese numerals count sections.
  private func isEntryNumber(_ text: String) -> Bool {
    TextEvidence(text).isNumber && text.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
  }

  // MARK: - Evidence

  /// Whether an entry with a label of its own and something about it stands below a row.
  private func leads(_ index: Int, _ shapes: [Shape]) -> Bool {
    guard index + 1 < shapes.count, case .entry(let entry) = shapes[index + 1] else { return false }
    return (lacksOutermost || !entry.label.isEmpty) && entry.filled > 0
  }

  /// Whether labels alone in rows that lost cells follow each other more than once, below an entry and without numbers.
  private func runOn(_ shapes: [Shape], _ rows: [CollectedTable.BodyRow]) -> Bool {
    guard case .entry? = shapes.first else { return false }
    let demands = Self.furtherDemands(of: rows)
    let plain = shapes.indices.map { index in
      let row = rows[index].row
      // What demands something of the label above runs on as labels do.
      let isDemand = row.filledCount == 1 && row.filled.first.map { demands.contains($0.label) } ?? false
      return !row.layout.keepsSpans && (isPlain(shapes[index]) || isDemand)
    }
    return zip(plain, plain.dropFirst()).count { $0 && $1 } > 1
  }

  /// Whether rows with a single label part the table into sections: the first row is one, others are, and each of them leads
  /// entries.
  ///
  /// What is merged with the row above looks the same where spans are lost, but not in the first row. A few may stand above rows
  /// that have moved.
  private func partsAll(_ lone: [Int], _ aboveMoved: [Int], shapes: [Shape], entries: [Entry]) -> Bool {
    guard lone.count > (lacksOutermost ? 0 : 1), lone.first == 0, entries.count >= lone.count else { return false }
    let all = shapes.count(where: \.isLone)
    return all == lone.count + aboveMoved.count && aboveMoved.count * Self.leadingForOneAboveMoved <= lone.count
      && (lacksOutermost || entries.count > all)
  }

  /// So many headings above entries in their places, at least, for one above entries that have moved.
  private static let leadingForOneAboveMoved = 3

  /// The shapes of rows, without labels alone that rows of several texts begin with, too, without those that have kept their empty
  /// fields where the first row has lost them, and without those that follow each other: what heads others is followed by them.
  private func withoutEntries(_ shapes: [Shape], _ rows: [CollectedTable.BodyRow]) -> [Shape] {
    let labels = Set(rows.lazy.filter { $0.row.filledCount > 1 }.compactMap(\.row.filled.first?.label))
    guard let first = rows.first?.row, !first.layout.keepsSpans else { return shapes }
    let isShort = first.cells.count == 1 && first.layout != .dropped
    let top = shapes.prefix(while: \.isLone).count
    return shapes.indices.map { index in
      guard case .lone(let heading) = shapes[index], index > 0 else { return shapes[index] }
      let isEntry = labels.contains(heading.text) || isShort && rows[index].row.cells.count > 1
      let neighbours = [index - 1, index + 1].filter(shapes.indices.contains)
      let runsOn = index >= top && isPlain(shapes[index]) && neighbours.contains { isPlain(shapes[$0]) }
      return isEntry || runsOn ? .other : shapes[index]
    }
  }

  /// Whether a row is a label alone that reads like a name, and not like what is left of a demand.
  private static func isName(_ shape: Shape) -> Bool {
    guard case .lone(let heading) = shape else { return false }
    return !heading.text.unicodeScalars.contains { "，的".unicodeScalars.contains($0) }
  }

  /// Whether a row is a label alone that has no number of a section.
  private func isPlain(_ shape: Shape) -> Bool {
    guard case .lone(let heading) = shape else { return false }
    return SectionNumber(heading.text) == nil
  }

  /// Whether a label without anything beside it stands above an entry that begins with an empty field, as on a page that has moved.
  private func standsAboveMoved(_ index: Int, _ shapes: [Shape]) -> Bool {
    guard case .lone = shapes[index], !leads(index, shapes), index + 1 < shapes.count,
      case .entry(let entry) = shapes[index + 1]
    else { return false }
    return entry.label.isEmpty && entry.filled > 0
  }

  /// Whether many entries lack what others have, so that a label without anything beside it may be one whose values are merged.
  private func areMerged(_ entries: [Entry]) -> Bool {
    let most = entries.reduce(0) { max($0, $1.filled) }
    return entries.count { $0.filled < most } * 4 >= entries.count
  }

  /// Whether several headings from the first on have numbers that follow each other, so that a label without one between them
  /// is a column of the site. Where several stand below all of many numbered ones, and none between them, their author
  /// counted no further.
  private func areCounted(_ lone: [Int], _ shapes: [Shape]) -> Bool {
    let numbers: [SectionNumber?] = lone.map { index in
      guard case .lone(let heading) = shapes[index] else { return nil }
      return SectionNumber(heading.text)
    }
    let counted = numbers.compactMap { $0 }
    guard let first = numbers.first, first != nil, counted.count > 1 else { return false }
    let areAllAbove = numbers.prefix(counted.count).allSatisfy { $0 != nil }
    if areAllAbove, counted.count >= Self.manyCounted, numbers.count - counted.count >= Self.severalUncounted {
      return false
    }
    return zip(counted, counted.dropFirst()).allSatisfy { $1.follows($0) }
  }

  private static let manyCounted = 4
  private static let severalUncounted = 3

  /// 二级栏目, 子栏目.
  private static func isInnerLevel(_ label: String) -> Bool {
    let name = label.hasPrefix("第") ? label.dropFirst() : label[...]
    return ["二级", "2级", "三级", "3级", "子栏目", "分栏目", "中类", "小类"].contains { name.hasPrefix($0) }
  }
}

extension Doubt {
  /// A label stands alone in its row.
  static let loneLabel = Doubt(
    field: nil, code: "row.lone",
    message: Message(
      zh: "该行只有栏目名，按一个栏目读取；也可能是下面各行的上级栏目（标题行）",
      en: "the row has a label alone and was read as an entry; it may be a heading of the rows below"),
    probability: 0.7)
}
