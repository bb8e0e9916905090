import LanmuAnalysis
import LanmuPlan
import LanmuWorkbook

/// 变化一览: counts, what to look at first, and the units by how much changes for them.
struct OverviewSheet {
  let difference: PlanDifference
  let words: ChangeWords

  private static let columns = 7

  var sheet: Sheet {
    var sheet = Sheet(name: "变化一览")
    sheet.setWidths([16, 12, 12, 12, 12, 12, 14])
    let last = Self.columns - 1
    sheet.merge(CellArea(rows: 0...0, columns: 0...last), .text("方案变化一览"), OfficialStyle.title)
    sheet.merge(
      CellArea(rows: 1...1, columns: 0...last), .text(ChangeWorkbook.heading(difference, separator: "\n")),
      OfficialStyle.subtitle)
    var row = 3
    counts(&sheet, &row)
    firstLooks(&sheet, &row)
    unitTable(&sheet, &row)
    sheet.page = PageSetup()
    sheet.showsGridlines = false
    return sheet
  }

  private func counts(_ sheet: inout Sheet, _ row: inout Int) {
    let summary = difference.summary
    let labels = ["新增条目", "删除条目", "变更条目", "未变条目", "栏目结构", "单位更名", "变化合计"]
    let values = [
      summary.added, summary.removed, summary.changed, summary.unchanged, difference.branches.count,
      difference.units.renamed.count, summary.changes,
    ]
    sheet.set(row, from: 0, labels.map { .text($0) }, OfficialStyle.header)
    sheet.set(row + 1, from: 0, values.map { .count($0) }, OfficialStyle.number.with { $0.fontSize = 14 })
    var notes = ["随栏目改名、移动、拆分、合并而变的条目计入“变更条目”，在“变化合计”中每个栏目只计一处；单位更名不逐条计算。"]
    notes += words.notes(on: difference).map { $0 + "。" }
    sheet.merge(
      CellArea(rows: row + 2...row + 2, columns: 0...Self.columns - 1), .text(notes.joined(separator: "\n")),
      OfficialStyle.note)
    row += 4
  }

  // MARK: What to look at first

  private func firstLooks(_ sheet: inout Sheet, _ row: inout Int) {
    let looks = FirstLooks(difference: difference, words: words).lines
    sheet.set(row, 0, .text("先看这些"), OfficialStyle.heading)
    row += 1
    if looks.isEmpty {
      sheet.merge(
        CellArea(rows: row...row, columns: 0...Self.columns - 1), .text("没有需要优先核对的变化。"), OfficialStyle.body)
      row += 1
    }
    for look in looks {
      sheet.set(row, 0, text: look.topic, OfficialStyle.center)
      sheet.merge(
        CellArea(rows: row...row, columns: 1...Self.columns - 1), .text(look.text), OfficialStyle.body)
      row += 1
    }
    row += 1
  }

  // MARK: Units

  private func unitTable(_ sheet: inout Sheet, _ row: inout Int) {
    let impacts = UnitImpact.impacts(of: difference, words: words).sorted { $0.lines.count > $1.lines.count }
    guard !impacts.isEmpty else { return }
    sheet.set(row, 0, .text("涉及单位"), OfficialStyle.heading)
    row += 1
    let labels = ["单位"] + UnitImpact.Kind.allCases.map(UnitSheet.word) + ["合计"]
    sheet.set(row, from: 0, labels.map { .text($0) }, OfficialStyle.header)
    row += 1
    for impact in impacts {
      sheet.set(row, 0, text: impact.unit, OfficialStyle.body)
      for (column, kind) in UnitImpact.Kind.allCases.enumerated() {
        let count = impact.count(kind)
        sheet.set(row, column + 1, count == 0 ? .empty : .count(count), OfficialStyle.number)
      }
      sheet.set(row, Self.columns - 1, .count(impact.lines.count), OfficialStyle.number)
      row += 1
    }
  }
}

/// The changes that somebody must act on: structure, leads, tightened times, new and lost duties.
struct FirstLooks {
  struct Line {
    var topic: String
    var text: String
  }

  let difference: PlanDifference
  let words: ChangeWords

  /// How many examples a line names.
  private static let examples = 8

  var lines: [Line] {
    var lines = difference.documentFields.map {
      Line(topic: words.fieldSet($0), text: words.field($0.field) + words.pick("：", ": ") + words.entries($0))
    }
    for renaming in difference.units.renamed.prefix(Self.examples) {
      lines.append(
        Line(
          topic: words.pick("单位更名", "Unit renamed"),
          text: "\(renaming.old) → \(renaming.new)"
            + words.pick("（\(words.reason(renaming.reason))）", " (\(words.reason(renaming.reason)))")))
    }
    others(words.pick("单位更名", "Unit renamed"), difference.units.renamed.count, &lines)
    for branch in difference.branches.prefix(Self.examples) {
      let old = branch.oldPaths.map { words.path($0) }.joined(separator: " + ")
      let new = branch.newPaths.map { words.path($0) }.joined(separator: " + ")
      lines.append(
        Line(
          topic: words.pick("栏目", "Branch ") + words.branch(branch.kind),
          text: "\(old) → \(new)" + words.pick("（\(branch.entries) 个条目）", " (\(branch.entries) entries)")))
    }
    others(words.pick("栏目结构", "Branches"), difference.branches.count, &lines)
    add(words.pick("时效收紧", "Tightened"), difference.changed.filter { has($0, .tightened) }, &lines)
    add(words.pick("时效放宽", "Loosened"), difference.changed.filter { has($0, .loosened) }, &lines)
    add(words.pick("牵头变化", "Lead changed"), difference.changed.filter(changesLead), &lines)
    add(words.pick("换了单位", "Handed over"), difference.changed.filter(isHandedOver), &lines)
    add(
      words.pick("重点标记", "Starred"), difference.changed.filter { $0.fields.contains { $0.field == .starred } }, &lines)
    list(words.pick("新增条目", "Added"), difference.added.map { words.path($0.entry.path, of: $0.entry) }, &lines)
    list(words.pick("删除条目", "Removed"), difference.removed.map { words.path($0.entry.path, of: $0.entry) }, &lines)
    return lines
  }

  private func has(_ change: EntryChange, _ effect: FieldChange.Effect) -> Bool {
    change.fields.contains { $0.effect == effect }
  }

  private func changesLead(_ change: EntryChange) -> Bool {
    guard let duties = change.assignments else { return false }
    return duties.roleChanged.contains { $0.old == .lead || $0.new == .lead }
      || (duties.added + duties.removed).contains { $0.role == .lead }
  }

  private func isHandedOver(_ change: EntryChange) -> Bool {
    guard let duties = change.assignments, !duties.removed.isEmpty else { return false }
    return !duties.added.isEmpty && !changesLead(change)
  }

  /// Says how many more there are than are named.
  private func others(_ topic: String, _ count: Int, _ lines: inout [Line]) {
    guard count > Self.examples else { return }
    let rest = count - Self.examples
    lines.append(Line(topic: topic, text: words.pick("另有 \(rest) 个", "\(rest) more")))
  }

  private func add(_ topic: String, _ changes: [EntryChange], _ lines: inout [Line]) {
    list(topic, changes.map { words.path($0.newPath, of: $0.new) }, &lines)
  }

  private func list(_ topic: String, _ paths: [String], _ lines: inout [Line]) {
    guard !paths.isEmpty else { return }
    var text =
      words.pick("\(paths.count) 个：", "\(paths.count): ")
      + paths.prefix(Self.examples).joined(separator: words.pick("；", "; "))
    if paths.count > Self.examples { text += words.pick("；等", "; …") }
    lines.append(Line(topic: topic, text: text))
  }
}
