internal import LanmuGrid

/// A form to be filled in and signed: at the head of a document (拟稿, 审核, 签发), in a table or on a worksheet of its own or right
/// above the plan's rows, or below the plan.
enum SignOffForm {
  /// Whether rows are a form to be signed: a few of short cells only, of which most ask for a signature, a seal or a date, and
  /// the first says nothing that an entry does.
  static func isWhole(_ rows: ArraySlice<FieldRow>) -> Bool {
    guard rows.count <= longestWhole, let first = rows.first,
      rows.allSatisfy({ row in row.filled.allSatisfy { $0.label.unicodeScalars.count <= longestAsking } })
    else { return false }
    let asking = rows.count { row in row.filled.contains { asks($0.label) || asksOpinion($0.label) } }
    // 部门意见 alone may be a column of a site.
    guard rows.contains(where: { row in row.filled.contains { asks($0.label) } }) else { return false }
    return asking >= fewestAsking && asking * 2 >= rows.count && !first.filled.contains { isOfEntry($0.label) }
  }

  private static func isOfEntry(_ label: String) -> Bool {
    let evidence = TextEvidence(label)
    return evidence.isNumber || evidence.time > 0.9 || evidence.bodies > 0.9
  }

  /// Where a form starts that takes the rest of a table's text, at a row that is its title or as wide as the form: `nil` if none
  /// does.
  static func start(in rows: ArraySlice<FieldRow>, at index: Int) -> Int? {
    if rows[index].filledCount == 1 { return isWhole(rows[(index + 1)...]) ? index + 1 : nil }
    guard index > rows.startIndex, rows[index].cells.count != rows[index - 1].cells.count else { return nil }
    return isWhole(rows[index...]) ? index : nil
  }

  /// 签字（盖章）：, 年月日, 拟稿人.
  private static func asks(_ label: String) -> Bool {
    guard label.unicodeScalars.count <= longestAsking else { return false }
    if label == "年月日" || writers.contains(label) { return true }
    // 公章刻制 and 签名登记 are columns of a site.
    return [":", "："].contains { label.hasSuffix($0) }
      && ["签字", "签名", "签章", "盖章", "公章"].contains { label.contains($0) }
  }

  /// 科室意见, 保密审查意见.
  private static func asksOpinion(_ label: String) -> Bool {
    label.hasSuffix("意见") && opinions.contains(where: label.contains)
  }

  private static let writers: Set = [
    "拟稿人", "撰稿人", "填表人", "填报人", "制表人", "经办人", "送审人", "审核人", "审批人", "签发人", "复核人", "校对人",
  ]
  /// Whose opinion is asked for, or what for; 征求意见 and 意见征集 are columns of a site.
  private static let opinions = ["审核", "审查", "审批", "签发", "领导", "科室", "部门", "单位", "负责人", "主任"]

  private static let longestWhole = 15
  private static let fewestAsking = 2
  private static let longestAsking = 16

  /// Rows without a header apart from those above them: titles, and a form of a few narrow rows behind which a gap is.
  ///
  /// - Parameter titles: how many rows at the start hold but a title.
  static func parted(
    _ rows: ArraySlice<FieldRow>, titles: Int
  ) -> (above: ArraySlice<FieldRow>, body: ArraySlice<FieldRow>) {
    let body = rows.dropFirst(titles)
    let widest = body.reduce(0) { max($0, $1.filled.count) }
    let form = body.prefix { $0.filled.count * 2 <= widest }
    let end = form.endIndex
    // A heading alone asks nobody for anything, and blank lines may stand between all rows.
    guard form.contains(where: { $0.filledCount > 1 }), form.count <= longestForm, end < rows.endIndex,
      form.indices.contains(where: { isGap(below: rows[$0], above: rows[$0 + 1]) })
    else { return (rows[..<body.startIndex], body) }
    return (rows[..<end], rows[end...])
  }

  private static let longestForm = 4

  /// Whether empty rows, or blank lines, stand between two rows of a grid.
  private static func isGap(below row: FieldRow, above next: FieldRow) -> Bool {
    if row.layout == .spanned { return next.row > row.bottom + 1 }
    guard let last = row.cells.compactMap(\.line).max(), let first = next.cells.compactMap(\.line).min() else {
      return false
    }
    return first > last + 1
  }
}
