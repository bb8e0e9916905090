internal import LanmuGrid

/// Rows of a body that are no entries: notes, section headings, totals, page numbers.
struct SpecialRows: Sendable {
  enum Kind: Sendable, Hashable {
    case entry
    /// A heading across the table under which the next rows stand.
    case section(String)
    case note(String)
    case furniture
  }

  let columns: [LogicalColumn]
  /// Whether the first field numbers every entry, so that a row that begins otherwise is none.
  private let numbersEntries: Bool
  /// Whether labels have moved to where numbers stand, so that one alone there is no heading.
  private let movesLabels: Bool
  /// Whether sentences across the table part it from its first row on, so that they head what stands below them.
  private let sentencesHead: Bool
  private let lone: LoneHeadings

  init(columns: [LogicalColumn], rows: [CollectedTable.BodyRow]) {
    self.columns = columns
    let entries = rows.lazy.filter { $0.row.filledCount > 2 }.prefix(Self.sampleSize)
    let numbered = entries.count { TextEvidence($0.row.cells.first?.label ?? "").isNumber }
    numbersEntries = columns.first?.meaning == .number && numbered >= 3 && numbered == entries.count
    movesLabels = columns.first?.meaning == .number && Self.moveLabels(rows)
    lone = LoneHeadings(columns: columns, rows: rows)
    let width = Self.width(columns)
    let heads = rows.dropLast().indices.filter { index in
      Self.isSentence(across: rows[index].row, width: width)
        && !Self.isSentence(across: rows[index + 1].row, width: width)
    }
    sentencesHead = heads.first == rows.startIndex && heads.count > 1
  }

  /// Whether a text across the table says something of the rows below it, rather than heading them.
  private static func isSentence(across row: FieldRow, width: Int) -> Bool {
    guard row.filledCount == 1, let cell = row.filled.first else { return false }
    return spansTable(cell, in: row, width: width) && Sentence.isWhole(cell.label, not: .heading)
  }

  private static func spansTable(_ cell: FieldCell, in row: FieldRow, width: Int) -> Bool {
    row.layout.keepsSpans && cell.reachesAcross(width)
  }

  /// Whether rows of delimited fields that end in an empty one have a text in place of their number, while others have one,
  /// and no heading stands above the first row, as it would where sections part the table.
  private static func moveLabels(_ rows: [CollectedTable.BodyRow]) -> Bool {
    guard let first = rows.first?.row, first.layout == .delimited, first.filledCount > 1 else { return false }
    var (moved, numbered) = (0, 0)
    for row in rows.lazy.map(\.row) where row.filledCount > 1 {
      guard let start = row.cells.first?.label, !start.isEmpty else { continue }
      if TextEvidence(start).isNumber {
        numbered += 1
      } else if row.cells.last?.label.isEmpty == true, SectionNumber(start) == nil {
        moved += 1
      }
    }
    return numbered > 0 && moved >= leastMoved && moved * movedRows >= rows.count
  }

  /// So many rows at least, and one in so many of all, have a label in place of their number.
  private static let leastMoved = 2
  private static let movedRows = 20

  /// The rows that are taken for entries, and may be headings.
  var mayBeHeadings: Set<RowPlace> { lone.uncertain }

  private static let sampleSize = 200

  /// What kind of row it is.
  ///
  /// - Parameter isLast: whether no entry follows.
  func kind(of row: FieldRow, isLast: Bool) -> Kind {
    guard let first = row.cells.first(where: { !$0.label.isEmpty }) else { return .furniture }
    // Most rows have many texts, and none of them says that the row is no entry.
    let count = row.filledCount
    if count > 1, Self.isSignature(first.label), row.filled.allSatisfy({ Self.isSignature($0.label) }) {
      return .furniture
    }
    guard count <= 2 || Self.isTotal(first.label) else { return .entry }
    if let heading = lone.headings[RowPlace(row)] { return .section(heading) }
    let filled = row.filled
    if Self.isTotal(first.label), filled.dropFirst().allSatisfy({ $0.label.unicodeScalars.count <= 12 }) {
      return .furniture
    }
    if filled.count == 1 {
      let text = CellText.field(first.raw)
      let plain = first.label
      let spansTable = Self.spansTable(first, in: row, width: width)
      if SurroundingText.isFurniture(text) && first.column == 0 { return .furniture }
      if Self.isSignature(plain) || PageControls.isText(plain), first.column == 0 || spansTable { return .furniture }
      let announces = isNote(plain) || isLast && Self.explains(plain)
      if announces, first.column == 0 || spansTable { return .note(text) }
      if spansTable || first.column == 0 && !row.layout.keepsSpans && isHeading(plain, in: row) {
        let length = plain.unicodeScalars.count
        let isSentence = Sentence.isWhole(plain, not: .heading)
        if length > 60 || isLast && length > 20 || !sentencesHead && isSentence { return .note(text) }
        return .section(plain)
      }
      if row.layout.keepsSpans, first.column == 0, isSectionHeading(plain), first.rowSpan == 1, columns.count >= 4 {
        return .section(plain)
      }
      return .entry
    }
    // A label that announces notes, beside one long text or one that fills the row, is a note on the whole table.
    if isLast, filled.count == 2, isNoteLabel(first.label), fillsRow(filled[1], beside: first, in: row) {
      return .note(CellText.field(first.raw).replacing("\n", with: "") + "\n" + CellText.field(filled[1].raw))
    }
    return .entry
  }

  /// Whether a text that stands alone in its row, in the first field, is a heading: numbered as such, or where a number
  /// would stand.
  private func isHeading(_ text: String, in row: FieldRow) -> Bool {
    if isSectionHeading(text) { return true }
    // Where cells are gone, a row's first cell may belong anywhere, unless it always is a number.
    guard row.layout != .dropped || numbersEntries, row.cells.count >= columns.count,
      (3...40).contains(text.unicodeScalars.count), !lone.isValue(text), !lone.runOn,
      !lone.losesNumbers,
      !LoneHeadings.isClause(text, in: row),
      !movesLabels,
      columns.first?.meaning == .number || CellText.startsListItem(text)
    else { return false }
    return !TextEvidence(text).isProse && text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// 填表人：…　审核人：…: who made the table, below it.
  static func isSignature(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 60, let colon = text.firstIndex(where: { "：:".contains($0) }) else {
      return false
    }
    let name = text[..<colon].prefix { !"（(".contains($0) }
    return signing.contains(SimplifiedForms.text(String(name)))
  }

  private static let signing: Set<String> = [
    "填表人", "制表人", "填报人", "审核人", "联系人", "填表日期", "制表日期", "填报单位", "制表单位", "填表单位", "单位负责人", "联系电话", "填表时间", "填报时间", "填报日期",
    "填表", "制表", "审核", "审批", "审批人", "签发", "签发人", "分管领导", "负责人", "科室负责人", "单位领导", "主要领导", "日期", "电话", "单位名称", "单位盖章",
    "签字", "领导签字", "责任编辑",
  ]

  private var width: Int { Self.width(columns) }

  private static func width(_ columns: [LogicalColumn]) -> Int { columns.map(\.columns.upperBound).max() ?? 0 }

  /// 合计, 小计, 合计：3项: a row that counts, and keeps no column of a site.
  static func isTotal(_ label: String) -> Bool {
    let label = SimplifiedForms.text(label)
    guard let word = totals.first(where: label.hasPrefix) else { return false }
    let rest = label.unicodeScalars.dropFirst(word.unicodeScalars.count)
    guard let first = rest.first else { return true }
    return rest.count <= 12 && (first == "：" || first == ":" || digits.contains(first))
      && rest.contains(where: digits.contains)
  }

  private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
  private static let totals = ["合计分值", "合计", "总计", "小计", "共计", "总分"]

  private func isNote(_ text: String) -> Bool {
    let text = SimplifiedForms.text(text)
    return NoteMark.opens(text) || Self.noteStarts.contains(where: text.hasPrefix)
  }

  /// What begins a note though no colon follows, where it stands alone in its row.
  private static let noteStarts = ["填表说明", "注1", "注释", "备注", "编制说明", "附注"]

  /// 保障方式说明：…。: whether a text says at once that it explains something, and does so in whole sentences.
  private static func explains(_ text: String) -> Bool {
    guard Sentence.isWhole(text, not: .caption), let colon = text.firstIndex(where: { "：:".contains($0) }) else {
      return false
    }
    let label = SimplifiedForms.text(String(text[..<colon]))
    guard label.hasSuffix("说明"), (shortestNoteLabel...longestNoteLabel).contains(label.unicodeScalars.count) else {
      return false
    }
    // 数据说明, 平台说明 are columns of a site: what is explained is a field of the table.
    let explained = HeaderLexicon.match(String(label.dropLast(2)))
    return explained.map { $0.meaning != .level } ?? false && text[colon...].unicodeScalars.count >= shortestExplanation
  }

  private static let shortestNoteLabel = 6
  private static let longestNoteLabel = 12
  private static let shortestExplanation = 12

  private func isNoteLabel(_ text: String) -> Bool {
    let text = SimplifiedForms.text(text)
    return text.hasSuffix("说明") || text.hasPrefix("备注") || text == "注" || text.hasPrefix("注：")
  }

  /// Whether what stands beside a note's label is all that its row says: a long text, one merged to the table's end, or a
  /// sentence where spans are lost.
  private func fillsRow(_ cell: FieldCell, beside label: FieldCell, in row: FieldRow) -> Bool {
    if cell.label.unicodeScalars.count > 60 { return true }
    guard label.column == 0, Self.noteLabels.contains(SimplifiedForms.text(label.label)) else { return false }
    if row.layout.keepsSpans { return cell.columnSpan > 1 && cell.column + cell.columnSpan >= width }
    return cell.column == 1 && Sentence.isWhole(cell.label, not: .caption)
  }

  private static let noteLabels: Set<String> = [
    "备注", "说明", "注", "附注", "注释", "其他说明", "有关说明", "备注说明", "填表说明", "编制说明", "几点说明", "相关说明",
  ]

  /// 一、…, （一）…, 第一部分 …
  private func isSectionHeading(_ text: String) -> Bool {
    (3...40).contains(text.unicodeScalars.count) && SectionNumber(text) != nil
  }
}
