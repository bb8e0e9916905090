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

  /// How many cells more than the header has labels the rows have, where these keep their places and those of nearly all rows
  /// with a time or a body stand behind the header's fields: had rows but drifted, others would stand in them.
  private func excessOfPlaces(_ header: TableHeader) -> Int? {
    guard collected.layout == .delimited else { return nil }
    let rows = collected.rows.map(\.row.cells)
    let width = rows.reduce(0) { max($0, $1.count) }
    guard (1...Self.mostSpanned).contains(width - header.fields.count) else { return nil }
    let isMoved = Self.kinds.contains { kind in
      let places = rows.map { place(of: kind, header, $0) }
      let behind = places.count { $0 == .behind }
      return behind * 2 > rows.count && places.count { $0 == .within } * Self.shareBehind <= behind
    }
    return isMoved ? width - header.fields.count : nil
  }

  /// A kind of thing that surely belongs to fields of a meaning.
  private struct Kind {
    var meaning: FieldMeaning
    var isHeld: @Sendable (TextEvidence) -> Bool
  }

  private static let kinds = [
    Kind(meaning: .update) { $0.time > surely && !$0.isProse }, Kind(meaning: .responsible) { $0.bodies > surely },
  ]

  private enum Place { case within, behind, elsewhere }

  /// Whether a row has a time or a body behind all fields of the header that could hold it, and none in these: cells that are gone
  /// move others to the left, never to the right.
  private func standsBehind(_ header: TableHeader, _ cells: [FieldCell]) -> Bool {
    Self.kinds.contains { place(of: $0, header, cells) == .behind }
  }

  /// Where a row has something of a kind: in a field of the header that means it, or else behind all that could.
  private func place(of kind: Kind, _ header: TableHeader, _ cells: [FieldCell]) -> Place {
    let last = header.fields.lastIndex { field in
      field.meaning.map { HeaderFinder.family($0) == kind.meaning || $0 == .other } ?? true
    }
    // A remark that names a body stands behind the field of bodies as well; the row's own body is in its place then.
    let held = cells.indices.filter { !cells[$0].label.isEmpty && kind.isHeld(TextEvidence(cells[$0].label)) }
    let isWithin = held.contains { place in
      header.fields.indices.contains(place) && header.fields[place].meaning.map(HeaderFinder.family) == kind.meaning
    }
    if isWithin { return .within }
    return held.contains { $0 > last ?? .max } ? .behind : .elsewhere
  }

  private static let surely = 0.8
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

  private static let mostSpanned = 4
  /// One in so many rows of further levels that begin with a label must be whole.
  private static let leastWhole = 4

  /// By how many columns the body is wider than the header, because a header label of levels spanned several.
  func extraLevels(_ header: TableHeader) -> Int {
    if collected.layout.keepsSpans { return 0 }
    let width = header.fields.count
    if let spanned = spannedLevels(header) { return spanned }
    if let even = evenExcess(width) { return even }
    if let behind = excessBehind(header) ?? excessOfPlaces(header) { return behind }
    let isNumbered = header.fields.first?.meaning == .number
    let showsWidths = collected.layout == .cellPerLine
    let excess = collected.rows.map { body in
      // A number behind an empty first field says that the whole row has drifted.
      let cells = body.row.cells
      if isNumbered, cells.count > 1, cells[0].label.isEmpty, TextEvidence(cells[1].label).isNumber { return 0 }
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
