internal import LanmuGrid

/// How many levels more a table has than its header shows, since a label over several of them left a single cell there.
extension PlanTableReader {
  /// How many columns more than the header has labels a padded table is wide, because colspans are gone; a row that needs them
  /// shows that its body is.
  private func spannedLevels(_ header: TableHeader) -> Int? {
    let labelCount = header.fields.count
    guard collected.layout == .dropped, (1...Self.mostSpanned).contains(collected.width - labelCount) else {
      return nil
    }
    let rows = collected.rows.map(\.row.cells)
    let tellsPadding = collected.rows.lazy.map(\.row).tellPadding
    guard rows.count(where: { $0.count == collected.width }) * 4 >= rows.count * 3,
      rows.contains(where: { cells in
        (cells.lastIndex { tellsPadding ? !$0.isPadding : !$0.label.isEmpty } ?? -1) >= labelCount
      }) || reachesBehind(header)
    else { return nil }
    return collected.width - labelCount
  }

  /// How many cells more than the header has labels the longest rows have, where rows that are not padded lack cells.
  private func excessBehind(_ header: TableHeader) -> Int? {
    guard collected.layout == .indented || collected.layout == .cellPerLine else { return nil }
    let width = collected.rows.reduce(0) { max($0, $1.row.cells.count) }
    guard (1...Self.mostSpanned).contains(width - header.fields.count), reachesBehind(header) else { return nil }
    return width - header.fields.count
  }

  /// Whether rows have cells that only a header of more fields explains.
  private func reachesBehind(_ header: TableHeader) -> Bool {
    collected.rows.count { standsBehind(header, $0.row.cells) }
      >= max(Self.fewestBehind, collected.rows.count / Self.shareBehind)
  }

  /// How many cells more than the header has labels the longest row has, where rows keep their places: more than half of them
  /// have a time, or a body, behind the header's fields for it, and hardly any has one in these. Had rows but drifted, others
  /// would stand in them.
  private func excessOfPlaces(_ header: TableHeader) -> Int? {
    guard collected.layout == .delimited else { return nil }
    let rows = collected.rows.map(\.row.cells)
    let width = rows.reduce(0) { max($0, $1.count) }
    guard (1...Self.mostSpanned).contains(width - header.fields.count), !begin(rows, withEmptyFieldsBelow: header),
      !CountedPages.mayHaveMoved(rows, below: header)
    else { return nil }
    // The header is the same above all rows: those at the top tell what it covers.
    let sample = rows.prefix(Self.placeSample)
    let keepsPlaces = Self.tellingContents.contains { content in
      let standings = sample.map { standing(of: content, header, $0) }
      let behind = standings.count { $0 == .behind }
      return behind * 2 > sample.count && standings.count { $0 == .within } * Self.behindForOneWithin <= behind
    }
    return keepsPlaces ? width - header.fields.count : nil
  }

  /// Whether no row has a text below the header's first label: the table has moved as a whole (`ShiftedPages`).
  private func begin(_ rows: [[FieldCell]], withEmptyFieldsBelow header: TableHeader) -> Bool {
    header.fields.first?.label.isEmpty == false && rows.allSatisfy { $0.first?.label.isEmpty ?? true }
  }

  /// How many cells more than the header has labels the longest rows have, where all that tells its field stands as much further
  /// right in them than in the header, the first row being one of them: nothing above covers any of its cells, so that it has one
  /// for each label that the header has too few of.
  private func excessOfFirstRow(_ header: TableHeader) -> Int? {
    let rows = collected.rows.prefix(Self.placeSample).map(\.row)
    let width = collected.rows.reduce(0) { max($0, $1.row.cells.count) }
    let excess = width - header.fields.count
    guard (1...Self.mostSpanned).contains(excess), let first = rows.first(where: { $0.filledCount > 1 }) else {
      return nil
    }
    let told = stands(first.cells, furtherBy: excess, below: header)
    guard !told.isEmpty, told.allSatisfy(\.self), hasOnlyEmptyLevels(first.cells, header, excess: excess) else {
      return nil
    }
    if told.count > 1 { return excess }
    // Where the first row tells but one of its fields, others as long may tell more.
    guard first.cells.count == width else { return nil }
    let others = rows.filter { $0.cells.count == width && $0.row != first.row }
      .map { stands($0.cells, furtherBy: excess, below: header) }
    return others.joined().allSatisfy(\.self) && others.contains { $0.count > 1 } ? excess : nil
  }

  /// Whether each content of a row that tells its field stands so many fields further right than a field of the header that holds
  /// such content, and none in the first of these; nothing of bodies that may as well stand in their places.
  func stands(_ cells: [FieldCell], furtherBy excess: Int, below header: TableHeader) -> [Bool] {
    // What stands before all labels is moved by none of them.
    let outermost = header.fields.firstIndex { $0.meaning == .level } ?? 0
    return tellingCells(cells, below: header).compactMap { fields, held in
      guard fields.contains(where: { $0 > outermost }) else { return nil }
      guard fields.contains(where: { held.contains($0 + excess) }) else { return false }
      // Two times, or two bodies, stand in two fields: one alone would fit where the other's field is, too.
      if held.count >= fields.count, !fields.allSatisfy({ held.contains($0 + excess) }) { return false }
      if let first = fields.first, held.contains(first) { return false }
      return fields.contains(where: held.contains) && fields.allSatisfy { mayName(cells, at: $0) } ? nil : true
    }
  }

  /// Whether a place of a row is empty, or its text may name bodies, though not surely (人事科).
  private func mayName(_ cells: [FieldCell], at place: Int) -> Bool {
    guard cells.indices.contains(place), !cells[place].label.isEmpty else { return true }
    return TextEvidence(cells[place].label).units > Self.perhaps
  }

  /// Whether a place of a row has a text that reads like units, bodies or not (融媒体中心).
  private func holdsUnits(_ cells: [FieldCell], at place: Int) -> Bool {
    cells.indices.contains(place) && TextEvidence(cells[place].label).units > Self.surely
  }

  /// The cells of a row with each content that tells its field, and the fields that hold such content; none of a content that the
  /// row or the header has not.
  func tellingCells(_ cells: [FieldCell], below header: TableHeader) -> [(fields: [Int], held: [Int])] {
    func places(of content: TellingContent) -> [Int] {
      header.fields.indices.filter { place in
        // Ways are times' kin as labels go, and hold none.
        header.fields[place].meaning.map { $0 != .mode && $0.family == content.meaning } ?? false
      }
    }
    func held(_ content: TellingContent, from start: Int) -> [Int] {
      cells.indices[start...].filter { !cells[$0].label.isEmpty && content.isHeld(TextEvidence(cells[$0].label)) }
    }
    let demand = places(of: Self.tellingProse).first
    let prose = held(Self.tellingProse, from: 0).first ?? Self.demand(cells)
    return (Self.tellingContents + [Self.tellingProse]).compactMap { content in
      let fields = places(of: content)
      guard let field = fields.first else { return nil }
      // Labels read like bodies at times (部门, 直属单位), but stand left of what is demanded.
      var found = held(content, from: demand.map { field > $0 } == true ? prose ?? 0 : 0)
      if found.isEmpty, content.meaning == .requirement { found = [prose].compactMap(\.self) }
      return found.isEmpty ? nil : (fields, found)
    }
  }

  /// Whether no cell is empty left of those that tell their fields, but for levels right behind the labels that a branch does not
  /// have: an empty cell elsewhere says that the row has drifted, unless it has moved further than empty ones explain.
  func hasOnlyEmptyLevels(_ cells: [FieldCell], _ header: TableHeader, excess: Int) -> Bool {
    let told = tellingCells(cells, below: header).compactMap { fields, held in
      held.first { fields.contains($0 - excess) }
    }
    let bodies = header.fields.indices.filter { place in
      header.fields[place].meaning?.family == .responsible && !mayName(cells, at: place)
    }
    .map { $0 + excess }.filter { holdsUnits(cells, at: $0) }
    let left = cells[..<((told + bodies).min() ?? cells.count)]
    let levels = left.reversed().prefix { $0.label.isEmpty }.count
    let blanks = left.count(where: \.label.isEmpty)
    return blanks == 0 || blanks < excess && blanks == levels
  }

  /// Rows looked at for whether their cells keep their places.
  static let placeSample = 120
  /// One row in which such a cell stands in its field may be odd, or have drifted, among so many in which it stands behind.
  private static let behindForOneWithin = 25

  /// What surely belongs to fields of a meaning.
  private struct TellingContent {
    var meaning: FieldMeaning
    var isHeld: @Sendable (TextEvidence) -> Bool
  }

  private static let tellingContents = [
    TellingContent(meaning: .update) { $0.time > surely && !$0.isProse },
    TellingContent(meaning: .responsible) { $0.bodies > surely },
  ]

  private static let tellingProse = TellingContent(meaning: .requirement) { $0.isProse }

  /// Where a row has such content, seen from the fields that mean it.
  private enum Standing { case within, behind, elsewhere }

  /// Whether a row has a time or a body behind all fields of the header that could hold it, and none in these: cells that are gone
  /// move others to the left, never to the right.
  private func standsBehind(_ header: TableHeader, _ cells: [FieldCell]) -> Bool {
    Self.tellingContents.contains { standing(of: $0, header, cells) == .behind }
  }

  /// Where a row has such content: in a field of the header that means it, or else behind all that could.
  private func standing(of content: TellingContent, _ header: TableHeader, _ cells: [FieldCell]) -> Standing {
    let last = header.fields.lastIndex { field in
      field.meaning.map { $0.family == content.meaning || $0 == .other } ?? true
    }
    // A remark that names a body stands behind the field of bodies as well, and a demand (及时公开文件) may read like a time: such a
    // row says neither.
    let held = cells.indices.filter { !cells[$0].label.isEmpty && content.isHeld(TextEvidence(cells[$0].label)) }
    let isWithin = held.contains { place in
      header.fields.indices.contains(place) && header.fields[place].meaning.map(\.family) == content.meaning
    }
    let isBehind = held.contains { $0 > last ?? .max }
    // Who leads has moved into the field of those who are responsible, where something else stands in that of leaders.
    let first = header.fields.firstIndex { $0.meaning.map(\.family) == content.meaning }
    let hasMovedOn =
      first.map { $0 != last && cells.indices.contains($0) && !cells[$0].label.isEmpty && !held.contains($0) } ?? false
    if isWithin, isBehind { return hasMovedOn ? .behind : .elsewhere }
    return isWithin ? .within : isBehind ? .behind : .elsewhere
  }

  private static let surely = 0.8
  private static let perhaps = 0.5
  /// So many rows with such a cell at least, and one in so many, show that the header's fields reach further.
  private static let fewestBehind = 2
  private static let shareBehind = 25

  /// How many cells more than the header has labels nearly all rows have that are not padded, where one needs them.
  private func evenExcess(_ labelCount: Int) -> Int? {
    guard collected.layout != .dropped, collected.layout != .delimited else { return nil }
    let rows = collected.rows.map(\.row.cells)
    let width = rows.reduce(0) { max($0, $1.count) }
    guard (1...Self.mostSpanned).contains(width - labelCount),
      rows.count(where: { $0.count == width }) * 10 >= rows.count * 9,
      rows.contains(where: { $0.dropFirst(labelCount).contains { !$0.label.isEmpty } })
    else { return nil }
    return width - labelCount
  }

  static let mostSpanned = 4
  /// One in so many rows of further levels that begin with a label must be whole.
  private static let leastWhole = 4

  /// Whether a number behind an empty first field, below a label for numbers, says that the whole row has drifted.
  func hasDrifted(_ cells: [FieldCell], below header: TableHeader) -> Bool {
    guard !collected.layout.keepsSpans, header.fields.first?.meaning == .number, cells.count > 1 else { return false }
    return cells[0].label.isEmpty && TextEvidence(cells[1].label).isNumber
  }

  /// By how many columns the body is wider than the header, because a header label of levels spanned several.
  func extraLevels(_ header: TableHeader) -> Int {
    if collected.layout.keepsSpans { return 0 }
    if let spanned = spannedLevels(header) { return spanned }
    if let even = evenExcess(header.fields.count) { return even }
    // What a single row tells is the least: the deepest branches may tell less, and be longer.
    return max(
      excessTold(header) ?? 0,
      excessBehind(header) ?? excessOfPlaces(header) ?? excessOfFirstRow(header) ?? excessOfLongRows(header))
  }

  /// How many cells more than the header has labels rows have that stand in groups of which the first has its outermost label.
  private func excessOfLongRows(_ header: TableHeader) -> Int {
    let width = header.fields.count
    let showsWidths = collected.layout == .cellPerLine
    let excess = collected.rows.map { body in
      let cells = body.row.cells
      if hasDrifted(cells, below: header) { return 0 }
      // One cell a line, a row that ends in an empty cell is as wide as it looks: nothing has drifted there.
      return (showsWidths ? cells.count : (cells.lastIndex { !$0.label.isEmpty } ?? -1) + 1) - width
    }
    var counts: [Int: Int] = [:]
    var neighboured = 0
    var opened = 0
    // Rows of more texts than the header has labels; a cell that drifted leaves an empty one behind.
    var whole = 0
    for (index, extra) in excess.enumerated() where extra > 0 {
      counts[extra, default: 0] += 1
      let startsFilled = collected.rows[index].row.cells.first?.label.isEmpty == false
      if startsFilled {
        opened += 1
        if collected.rows[index].row.filledCount > width { whole += 1 }
      }
      let touches = index > 0 && excess[index - 1] > 0 || index + 1 < excess.count && excess[index + 1] > 0
      if startsFilled || touches { neighboured += 1 }
    }
    let total = counts.values.reduce(0, +)
    // A row here and there that starts with an empty field and reaches too far has drifted; wide labels stand in groups, of
    // which the first has its outermost label.
    guard whole > 0, showsWidths || whole * Self.leastWhole >= opened, total >= 2, total * 20 >= collected.rows.count,
      neighboured * 2 > total
    else { return 0 }
    return counts.filter { $0.key <= 3 && $0.value >= 2 }.keys.max() ?? 0
  }
}
