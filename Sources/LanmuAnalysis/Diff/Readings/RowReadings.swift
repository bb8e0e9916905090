import LanmuPlan
import LanmuRecognition

/// Tells apart what changed from what only a lost merged cell makes different.
///
/// In a text whose merged cells are lost, a row may be read with a value that belongs to the row above, without one that it
/// shares with it, or with its cells one field off. A difference to such a text is open if each side's value either
/// stands in the other side's row as well, in whatever field, or is the one carried down from above on its own side: then
/// both documents may say the same. A place is open only for rows that keep their order, and only between labels that both
/// plans have.
///
/// Where cells are empty and none is missing, less is open: what a row of the document with merged cells shares with the row
/// above may be what the other row's empty cell means only if that stands below the same, and a place only if its reading
/// doubts it.
struct RowReadings {
  private let old: Side
  private let new: Side
  private let names: RenamedUnitNames
  /// New places of entries that stand in another order.
  private let displaced: Set<Int>
  /// What the rows say that were asked last: every field of a pair asks for the same two.
  private var lastOld: (place: Int, values: Set<UInt64>)?
  private var lastNew: (place: Int, values: Set<UInt64>)?

  /// One of the plans, with what its rows are compared by.
  private struct Side {
    let entries: [PlanEntry]
    /// Whether the merged cells of each table are lost, and whether cells are missing for it.
    let isLost: [Bool]
    let isMissingCells: [Bool]
    let labels: Set<UInt64>

    init(_ plan: Plan) {
      entries = plan.entries
      isLost = plan.tables.map(\.spansLost)
      isMissingCells = plan.tables.map(\.cellsLost)
      labels = Set(plan.entries.flatMap { $0.path.map(ComparableText.hash) })
    }

    func knows(_ label: String) -> Bool { labels.contains(ComparableText.hash(label)) }

    func lost(_ index: Int) -> Bool { isLost.indices.contains(entries[index].table) && isLost[entries[index].table] }

    func missesCells(_ index: Int) -> Bool { lost(index) && isMissingCells[entries[index].table] }

    /// The nearest text above in a field of the same table.
    func carried(_ field: FieldChange.Field, to index: Int) -> String? {
      for place in stride(from: index - 1, through: max(0, index - RowReadings.reach), by: -1) {
        guard entries[place].table == entries[index].table else { return nil }
        let text = entries[place].text(of: field)
        if !text.isEmpty { return text }
      }
      return nil
    }

    /// The entry above in the same table.
    func above(_ index: Int) -> PlanEntry? {
      guard index > 0, entries[index - 1].table == entries[index].table else { return nil }
      return entries[index - 1]
    }
  }

  /// How far above a carried value may stand.
  private static let reach = 40

  /// `nil` if no table of either plan has lost its merged cells.
  init?(old: Plan, new: Plan, names: RenamedUnitNames, pairs: [IndexPair]) {
    guard (old.tables + new.tables).contains(where: \.spansLost) else { return nil }
    self.old = Side(old)
    self.new = Side(new)
    self.names = names
    displaced = Set(OrderComparison.displaced(pairs).map(\.new))
  }

  /// Whether the two texts of a field may be one text, read from a row that has lost its merged cells.
  mutating func isOpen(_ field: FieldChange.Field, _ pair: IndexPair) -> Bool {
    guard isLost(pair) else { return false }
    // A star stands at a label: where another label was taken for the entry's own, its star was too.
    if field == .starred { return old.entries[pair.old].path != new.entries[pair.new].path && isOpenPath(pair) }
    let before = old.entries[pair.old].text(of: field)
    let after = new.entries[pair.new].text(of: field)
    let (oldValues, newValues) = values(of: pair)
    let oldAbove = old.carried(field, to: pair.old)
    let newAbove = new.carried(field, to: pair.new)
    if isShared(before, by: after, in: new, pair.new, above: newAbove) { return true }
    if isShared(after, by: before, in: old, pair.old, above: oldAbove) { return true }
    let goesOn = missesCells(pair) || oldAbove.map(key) == newAbove.map(key)
    return stands(before, in: newValues, or: goesOn || old.lost(pair.old) ? oldAbove : nil)
      && stands(after, in: oldValues, or: goesOn || new.lost(pair.new) ? newAbove : nil)
  }

  /// Whether a cell was read as empty though it may share the value above, which is the one that the other side has.
  private func isShared(_ value: String, by empty: String, in side: Side, _ place: Int, above: String?) -> Bool {
    guard side.lost(place), let above, ComparableText.saysNothing(empty) else { return false }
    return key(above) == key(value)
  }

  /// Whether the entry may stand where it stood: its reading says so itself, or its row and the one above hold the labels.
  mutating func isOpenPath(_ pair: IndexPair) -> Bool {
    guard isLost(pair) else { return false }
    let (before, after) = (old.entries[pair.old], new.entries[pair.new])
    if hasRival(before, after.path) || hasRival(after, before.path) { return true }
    guard !displaced.contains(pair.new), missesCells(pair) || isDoubted(pair) else { return false }
    let (oldValues, newValues) = values(of: pair)
    let oldAbove = Set((old.above(pair.old)?.path ?? []).filter(new.knows))
    let newAbove = Set((new.above(pair.new)?.path ?? []).filter(old.knows))
    let both = oldAbove.intersection(newAbove)
    return keepsPlace(before.path, in: newValues, above: missesCells(pair) || old.lost(pair.old) ? oldAbove : both)
      && keepsPlace(after.path, in: oldValues, above: missesCells(pair) || new.lost(pair.new) ? newAbove : both)
  }

  /// Whether either reading leaves open under which labels the entry stands.
  private func isDoubted(_ pair: IndexPair) -> Bool {
    (old.entries[pair.old].doubts + new.entries[pair.new].doubts).contains { $0.field == nil || $0.field == .level }
  }

  /// Whether a path is what the entry's labels could be as well.
  private func hasRival(_ entry: PlanEntry, _ path: [String]) -> Bool {
    entry.doubts.contains { $0.field == .level && !$0.rival.isEmpty && $0.rival.map(key) == path.map(key) }
  }

  private mutating func values(of pair: IndexPair) -> (old: Set<UInt64>, new: Set<UInt64>) {
    let before = lastOld.flatMap { $0.place == pair.old ? $0.values : nil } ?? values(of: old.entries[pair.old])
    let after = lastNew.flatMap { $0.place == pair.new ? $0.values : nil } ?? values(of: new.entries[pair.new])
    lastOld = (pair.old, before)
    lastNew = (pair.new, after)
    return (before, after)
  }

  private func isLost(_ pair: IndexPair) -> Bool { old.lost(pair.old) || new.lost(pair.new) }

  private func missesCells(_ pair: IndexPair) -> Bool { old.missesCells(pair.old) || new.missesCells(pair.new) }

  private func stands(_ text: String, in values: Set<UInt64>, or carried: String?) -> Bool {
    // A dash for nothing.
    if ComparableText.saysNothing(text) { return true }
    let key = key(text)
    if let carried, self.key(carried) == key { return true }
    if values.contains(key) { return true }
    // Cells that were read into one field stand below one another.
    guard Self.holdsLines(text) else { return false }
    let cells = text.split(separator: "\n")
    return cells.count > 1 && cells.allSatisfy { values.contains(self.key(String($0))) }
  }

  private func keepsPlace(_ path: [String], in values: Set<UInt64>, above: Set<String>) -> Bool {
    path.allSatisfy { values.contains(key($0)) || above.contains($0) }
  }

  /// Everything that a row says, in whatever field.
  private func values(of entry: PlanEntry) -> Set<UInt64> {
    var values = Set<UInt64>(minimumCapacity: entry.path.count + FieldChange.Field.allCases.count)
    for label in entry.path { values.insert(key(label)) }
    for field in FieldChange.Field.allCases where field != .starred {
      let text = entry.text(of: field)
      guard !text.isEmpty else { continue }
      values.insert(key(text))
      guard Self.holdsLines(text) else { continue }
      for cell in text.split(separator: "\n") { values.insert(key(String(cell))) }
    }
    return values
  }

  private static func holdsLines(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "\n")) }

  private func key(_ text: String) -> UInt64 {
    if names.isEmpty { return ComparableText.hash(text) }
    var hash = FoldedHash()
    hash.combine(contentsOf: names.tokenized(ComparableText.typography(text)))
    return hash.value
  }
}
