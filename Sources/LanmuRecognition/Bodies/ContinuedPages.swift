internal import LanmuDiagnostics

/// Carries what cells said above a page break on to the rows below it, where spans are known.
///
/// A header that is repeated within a table cuts the merged cells that reach over it: what is left of them below is empty. An
/// empty cell in front of a label there continues the one above, and one that is merged over several rows hardly was merged
/// to be empty; anywhere else an empty cell is empty.
struct ContinuedPages: Sendable {
  private let columns: [LogicalColumn]
  private let levels: [Int]

  init(columns: [LogicalColumn]) {
    self.columns = columns
    levels = columns.levels
  }

  func carry(into rows: inout [AlignedRow]) {
    guard rows.dropFirst().contains(where: \.followsBreak) else { return }
    let habits = Habits(rows, columns: columns, levels: levels)
    var carried: [Carried?] = Array(repeating: nil, count: columns.count)
    for index in rows.indices.dropFirst() {
      let above = rows[index - 1]
      var row = rows[index]
      if row.followsBreak || row.grid != above.grid {
        carried = Array(repeating: nil, count: columns.count)
        if row.sections == above.sections {
          let next = rows.indices.contains(index + 1) ? rows[index + 1] : nil
          begin(&row, below: above, next: next, habits: habits, carried: &carried)
        }
      } else {
        goOn(&row, carried: &carried)
      }
      rows[index] = row
    }
  }

  /// A text that goes on below a page break.
  private struct Carried {
    let slot: AlignedRow.Slot
    /// Since when its cell is empty.
    let emptySince: Int?
    /// How sure it is that it goes on, in all rows that it goes on in.
    let doubt: Doubt?
  }

  // MARK: - The first row of a page

  private func begin(
    _ row: inout AlignedRow, below above: AlignedRow, next: AlignedRow?, habits: Habits,
    carried: inout [Carried?]
  ) {
    let open = openLevels(row, below: above)
    for column in open {
      let doubt = habits.leavesGap[column] ? doubt(column, of: above, isCarried: true, probability: 0.7) : nil
      take(column, from: above, into: &row, carried: &carried, doubt: doubt)
    }
    for column in columns.indices where row.slots[column].state == .blank && above.slots[column].hasText {
      switch columns[column].meaning {
      case .level, .remarks, .other: continue
      case .number where !open.isEmpty: take(column, from: above, into: &row, carried: &carried)
      case .number: continue
      default:
        if isMerged(row.slots[column], with: next?.slots[column]) {
          let doubt = doubt(column, of: above, isCarried: true, probability: 0.9)
          take(column, from: above, into: &row, carried: &carried, doubt: doubt)
          continue
        }
        // Whether the value was merged over the break, too, only the field's other cells can tell.
        guard habits.merges[column] else { continue }
        if !habits.leavesBlank[column] {
          let doubt = doubt(column, of: above, isCarried: true, probability: open.isEmpty ? 0.75 : 0.8)
          take(column, from: above, into: &row, carried: &carried, doubt: doubt)
        } else if above.slots[column].state == .covered, !open.isEmpty {
          row.doubts.append(doubt(column, of: above, isCarried: false, probability: 0.7))
        }
      }
    }
  }

  /// Whether an empty cell reaches into the row below.
  private func isMerged(_ slot: AlignedRow.Slot, with below: AlignedRow.Slot?) -> Bool {
    slot.emptySince != nil && below?.state == .blank && below?.emptySince == slot.emptySince
  }

  /// The empty levels with which a row continues the path above: those in front of its first label of its own.
  private func openLevels(_ row: AlignedRow, below above: AlignedRow) -> [Int] {
    let deepest = levels.lastIndex { row.slots[$0].hasText } ?? levels.endIndex
    var open: [Int] = []
    for column in levels[..<deepest] {
      if row.slots[column].state == .blank {
        if above.slots[column].hasText { open.append(column) }
      } else if row.slots[column].label != above.slots[column].label {
        break
      }
    }
    return open
  }

  private func take(
    _ column: Int, from above: AlignedRow, into row: inout AlignedRow,
    carried: inout [Carried?], doubt: Doubt? = nil
  ) {
    let emptySince = row.slots[column].emptySince
    var slot = above.slots[column]
    (slot.state, slot.line) = (.own, nil)
    row.slots[column] = slot
    carried[column] = Carried(slot: slot, emptySince: emptySince, doubt: doubt)
    if let doubt { row.doubts.append(doubt) }
  }

  // MARK: - Further rows

  /// What an empty cell continues, it continues in all rows that it covers.
  private func goOn(_ row: inout AlignedRow, carried: inout [Carried?]) {
    for column in columns.indices {
      guard let open = carried[column] else { continue }
      if row.slots[column].state == .blank, let emptySince = open.emptySince,
        row.slots[column].emptySince == emptySince
      {
        row.slots[column] = open.slot
        if let doubt = open.doubt { row.doubts.append(doubt) }
      } else {
        carried[column] = nil
      }
    }
  }

  private func doubt(_ column: Int, of above: AlignedRow, isCarried: Bool, probability: Double) -> Doubt {
    let (chineseName, name) = (columns[column].name.chinese, columns[column].name.english)
    let excerpt = CellText.excerpt(above.slots[column].label)
    let message =
      isCarried
      ? Message(
        zh: "分页后“\(chineseName)”为空，按接上页沿用“\(excerpt)”；也可能本来就空",
        en: "“\(name)” is empty below a page break and was continued from above it (“\(excerpt)”); it could be empty")
      : Message(
        zh: "分页后“\(chineseName)”为空，按空白处理；也可能接上页“\(excerpt)”",
        en: "“\(name)” is empty below a page break and was left so; it could continue “\(excerpt)” from above it")
    return Doubt(
      field: columns[column].meaning, code: isCarried ? "merge.recovered" : "merge.refused", message: message,
      probability: probability)
  }

  // MARK: - Habits

  /// What the author of a table does in each field away from page breaks.
  private struct Habits {
    /// Whether a level is left empty beside a deeper label.
    var leavesGap: [Bool]
    /// Whether a field is left empty.
    var leavesBlank: [Bool]
    /// Whether cells of a field are merged.
    var merges: [Bool]

    init(_ rows: [AlignedRow], columns: [LogicalColumn], levels: [Int]) {
      let none = Array(repeating: false, count: columns.count)
      (leavesGap, leavesBlank, merges) = (none, none, none)
      // Empty cells that a row below a break has, and those below that belong to them, tell nothing.
      var atBreak: [Int?] = Array(repeating: nil, count: columns.count)
      for (index, row) in rows.enumerated() {
        let isFirst = index > 0 && row.followsBreak
        let deepest = levels.last { row.slots[$0].hasText } ?? 0
        for column in columns.indices {
          let slot = row.slots[column]
          if isFirst { atBreak[column] = slot.emptySince }
          if slot.state == .covered { merges[column] = true }
          guard slot.state == .blank, !isFirst, slot.emptySince == nil || slot.emptySince != atBreak[column] else {
            continue
          }
          leavesBlank[column] = true
          if column < deepest { leavesGap[column] = true }
        }
      }
    }
  }
}
