internal import LanmuDiagnostics

/// Values that the author of a table wrote once for a group of rows and left empty below, as its labels, instead of merging.
///
/// Only for tables whose repeated labels are left empty so. A field is believed to be written that way where no cell of it is
/// merged, every row that opens a group fills it, and enough of the others do not.
struct RepeatedValues: Sendable {
  let columns: [LogicalColumn]
  /// The labels of each row.
  let paths: [[String]]

  /// Fills what was left empty; each filled value but numbers carries a doubt.
  func carry(into rows: inout [AlignedRow]) {
    guard let outermost = columns.levels.first else { return }
    let opening = rows.indices.filter { rows[$0].slots[outermost].state == .own }
    guard !opening.isEmpty else { return }
    carryNumbers(into: &rows, outermost: outermost, groups: opening.count)
    guard opening.count > 1 else { return }
    for column in columns.indices where Self.shared.contains(columns[column].meaning) {
      guard opening.allSatisfy({ rows[$0].slots[column].state == .own }),
        rows.allSatisfy({ $0.slots[column].state != .covered }),
        isHabit(column, in: rows, outermost: outermost)
      else { continue }
      // The last row with a value of its own; behind one that shares none, nothing is carried on.
      var source = 0
      for index in rows.indices.dropFirst() {
        guard rows[index].slots[column].state == .blank else {
          source = index
          continue
        }
        var slot = rows[index - 1].slots[column]
        if columns[column].meaning == .requirement, !mayShare(slot.label, of: source, with: index) { continue }
        slot.line = nil
        rows[index].slots[column] = slot
        if slot.hasText { rows[index].doubts.append(doubt(column, value: slot.label)) }
      }
    }
  }

  /// Whether so many rows within groups leave a field empty that it is a habit: more where some write again what stands right
  /// above them, as who leaves empty what repeats would not.
  private func isHabit(_ column: Int, in rows: [AlignedRow], outermost: Int) -> Bool {
    var inner = 0
    var blank = 0
    var again = 0
    for (above, row) in zip(rows, rows.dropFirst()) where row.slots[outermost].state == .blank {
      inner += 1
      if row.slots[column].state == .blank {
        blank += 1
      } else if row.slots[column].label == above.slots[column].label {
        again += 1
      }
    }
    return blank * (again == 0 ? Self.mostRowsToBlank : Self.mostRowsToBlank / 2) >= inner
      && blank >= again * Self.blanksToRepeat
  }

  /// In so many rows of groups one is empty at least where empty ones repeat what stands above them, and so many stand beside each
  /// value that is written again.
  private static let mostRowsToBlank = 10
  private static let blanksToRepeat = 3

  /// Whether a row may share what another demands: the words speak of several columns, or of none of theirs alone.
  ///
  /// Rows without a label of their own are told apart by what they demand.
  private func mayShare(_ requirement: String, of source: Int, with index: Int) -> Bool {
    columns.levels.count > 1
      && SharedRequirement(path: paths[source], text: requirement).leaning(to: paths[index]) >= 0
  }

  /// Numbers that stand just where the outermost labels do count groups, and those that stand just where a row has any label
  /// count columns of the site: they are those of all rows that have none.
  private func carryNumbers(into rows: inout [AlignedRow], outermost: Int, groups: Int) {
    guard let number = columns.firstIndex(where: { $0.meaning == .number }),
      rows.allSatisfy({ $0.slots[number].state != .covered })
    else { return }
    let countsGroups =
      (groups > 2 ? rows.count > groups : rows.count >= groups * Self.rowsInFewGroups)
      && stands(number, in: rows, just: { $0.slots[outermost].state == .own })
    let levels = columns.levels
    guard
      countsGroups || stands(number, in: rows, just: { row in levels.contains { row.slots[$0].state == .own } })
    else { return }
    for index in rows.indices.dropFirst() where rows[index].slots[number].state == .blank {
      rows[index].slots[number] = rows[index - 1].slots[number]
      rows[index].slots[number].line = nil
    }
  }

  /// Whether a field has texts just in certain rows.
  private func stands(_ column: Int, in rows: [AlignedRow], just isMeant: (AlignedRow) -> Bool) -> Bool {
    rows.allSatisfy { ($0.slots[column].state == .own) == isMeant($0) }
  }

  /// One or two groups are told by so many rows to each, more by any.
  private static let rowsInFewGroups = 3

  /// What rows of a group may have in common.
  private static let shared: Set<FieldMeaning> = [
    .requirement, .supply, .update, .mode, .lead, .responsible, .cooperating,
  ]

  private func doubt(_ column: Int, value: String) -> Doubt {
    let (chineseName, name) = (columns[column].name.chinese, columns[column].name.english)
    let excerpt = CellText.excerpt(value)
    return Doubt(
      field: columns[column].meaning, code: "merge.recovered",
      message: Message(
        zh: "“\(chineseName)”为空且没有合并，与栏目名一样沿用上面的“\(excerpt)”；也可能本来就空",
        en: "“\(name)” is empty and not merged; “\(excerpt)” above was taken to go on as its label does, or it is empty"
      ),
      probability: 0.8)
  }
}
