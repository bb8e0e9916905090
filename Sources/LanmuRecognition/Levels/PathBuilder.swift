internal import LanmuDiagnostics

/// Carries labels down to the rows that they cover.
struct PathBuilder: Sendable {
  let levelColumns: [Int]
  /// Whether spans are part of the source.
  let keepsSpans: Bool
  /// The columns that tell entries of one label apart: what is demanded, and where it stands.
  var naming: [Int] = []

  /// A row's labels, outermost first, whether the deepest is starred, and where the row's own labels start.
  struct LabelledRow: Sendable {
    var path: [String]
    var starred: Bool
    /// Place among the levels of the row's first label that was not open above; `nil` if it has none.
    var firstNew: Int?
    /// What is to be said of a label that the row's author is taken to have left out instead of merging it.
    var carried: Doubt?
  }

  func labelled(_ rows: [AlignedRow]) -> [LabelledRow] {
    let carriesBlanks = carriesBlanks(rows)
    let doubtsSole = carriesBlanks && levelColumns.count == 1 && !showsGroups(rows)
    let carriesInner = levelColumns.indices.map { keepsSpans && !carriesBlanks && leavesRepeatsEmpty(rows, at: $0) }
    var open: [(label: String, starred: Bool)?] = Array(repeating: nil, count: levelColumns.count)
    return rows.map { row in
      var firstNew: Int?
      var carried: Doubt?
      for (level, column) in levelColumns.enumerated() {
        let slot = row.slots[column]
        if slot.state == .own {
          if firstNew == nil, open[level]?.label != slot.label || level == levelColumns.count - 1 { firstNew = level }
          if open[level]?.label == slot.label, firstNew == nil { continue }
          open[level] = CellText.isDash(slot.label) ? nil : (slot.label, CellText.isStarred(slot.raw))
          for deeper in (level + 1)..<max(level + 1, levelColumns.count)
          where row.slots[levelColumns[deeper]].state != .covered {
            open[deeper] = nil
          }
        } else if carriesInner[level], startsBelow(level, row) {
          carried = open[level].map { .carriedLabel($0.label) }
        } else if keepsSpans, slot.state != .covered, !carriesBlanks {
          // With spans known an empty cell says that there is no label here.
          open[level] = nil
        } else if doubtsSole, slot.state != .covered {
          carried = open[level].map { .carriedLabel($0.label, isSole: true) }
        }
      }
      let labels = open.compactMap { $0 }
      return LabelledRow(
        path: labels.map(\.label), starred: labels.last?.starred ?? false, firstNew: firstNew, carried: carried)
    }
  }

  /// Whether spans are known and the table's author left repeated labels empty instead of merging: no label is merged anywhere,
  /// and outer labels are missing beside inner ones, or the only label of a row below one that has it.
  func carriesBlanks(_ rows: [AlignedRow]) -> Bool {
    guard keepsSpans, let outermost = levelColumns.first else { return false }
    if levelColumns.count == 1 {
      return rows.first?.slots[outermost].state == .own && rows.allSatisfy { $0.slots[outermost].state != .covered }
        && rows.contains { $0.slots[outermost].state == .blank }
    }
    var empty = 0
    for row in rows {
      if levelColumns.contains(where: { row.slots[$0].state == .covered }) { return false }
      let hasInner = levelColumns.dropFirst().contains { row.slots[$0].state == .own }
      if row.slots[outermost].state != .own, hasInner { empty += 1 }
    }
    return empty > 0
  }

  /// Whether an only level's labels part a table's rows into groups beyond doubt: several have rows below them, and these all
  /// say what they are by a text of their own.
  private func showsGroups(_ rows: [AlignedRow]) -> Bool {
    guard let level = levelColumns.first else { return false }
    let below = rows.indices.filter { rows[$0].slots[level].state == .blank }
    let groups = below.count { $0 > 0 && rows[$0 - 1].slots[level].state == .own }
    return groups > 1 && naming.contains { column in below.allSatisfy { rows[$0].slots[column].state == .own } }
  }

  /// Whether a row has an own label below a level, and none at it or above it.
  private func startsBelow(_ level: Int, _ row: AlignedRow) -> Bool {
    levelColumns[...level].allSatisfy { row.slots[$0].state != .own }
      && levelColumns[(level + 1)...].contains { row.slots[$0].state == .own }
  }

  /// Whether repeated labels of a level between others are left empty: it has no merged cell though others do, the first row
  /// of each parent names it, and rows without it name a deeper one, several times.
  private func leavesRepeatsEmpty(_ rows: [AlignedRow], at level: Int) -> Bool {
    guard level > 0, level + 1 < levelColumns.count else { return false }
    let column = levelColumns[level]
    var empty = 0
    for row in rows {
      switch row.slots[column].state {
      case .own: continue
      case .covered: return false
      default:
        if startsBelow(level, row) {
          empty += 1
        } else if levelColumns[..<level].contains(where: { row.slots[$0].state == .own }) {
          return false
        }
      }
    }
    return empty >= 2
  }
}

extension Doubt {
  /// A label was taken to go on, though its cell is empty and not merged.
  ///
  /// - Parameter isSole: whether the table has no other level.
  static func carriedLabel(_ label: String, isSole: Bool = false) -> Doubt {
    let excerpt = CellText.excerpt(label)
    let message =
      isSole
      ? Message(
        zh: "栏目名的单元格为空且没有合并，沿用上面的“\(excerpt)”；也可能没有填写",
        en: "the label's cell is empty and not merged; “\(excerpt)” above was taken to go on, but it may be missing")
      : Message(
        zh: "中间一级栏目的单元格为空且没有合并，沿用上面的“\(excerpt)”；也可能没有这一级",
        en:
          "the cell of a level in between is empty and not merged; “\(excerpt)” above was taken to go on, but the level may be missing"
      )
    return Doubt(field: .level, code: "level.carried", message: message, probability: 0.8)
  }

  /// A row has no label, and none reaches down to it.
  static let noLabel = Doubt(
    field: .level, code: "level.missing",
    message: Message(zh: "该行没有栏目名，也没有可沿用的合并单元格", en: "the row has no label, and no merged one reaches down to it"),
    probability: 0.5)
}
