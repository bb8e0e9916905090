package import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
package import LanmuWorkbook

/// A difference as a workbook: 变化一览, 逐条对照, 按单位, 单位更名.
///
/// Labels stand on every row, so that each list can be filtered and sorted; every change is a word besides its color.
package struct ChangeWorkbook {
  package static func workbook(of difference: PlanDifference) -> Workbook {
    let report = ChangeWorkbook(difference: difference)
    var workbook = Workbook()
    workbook.sheets = [
      OverviewSheet(difference: difference, words: report.words).sheet,
      ComparisonSheet(items: report.items.all, heading: report.heading).sheet,
      UnitSheet(impacts: UnitImpact.impacts(of: difference, words: report.words), heading: report.heading).sheet,
      RenamingSheet(units: difference.units, heading: report.heading).sheet,
    ]
    workbook.properties = DocumentProperties(
      title: "方案变化对照",
      subject: [difference.oldTitle, difference.newTitle].filter { !$0.isEmpty }.joined(separator: " → "))
    return workbook
  }

  private let difference: PlanDifference
  private let words = ChangeWords(language: .chinese)

  private var items: ChangeItems { ChangeItems(difference, words: words) }

  private var heading: String { Self.heading(difference) }

  /// 旧方案：…　新方案：…, or one below the other on a narrow page.
  static func heading(_ difference: PlanDifference, separator: String = "　") -> String {
    var text = "旧方案：\(name(difference.oldTitle, difference.oldDocumentNumber, difference.old.file))"
    text += separator + "新方案：\(name(difference.newTitle, difference.newDocumentNumber, difference.new.file))"
    if let unit = difference.unit { text += separator + "仅列：\(unit)" }
    return text
  }

  private static func name(_ title: String, _ number: String, _ file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let main = title.isEmpty ? last : title
    return number.isEmpty ? main : "\(main)（\(number)）"
  }
}

/// What the sheets of a change workbook have in common.
enum ChangeSheetFrame {
  static func begin(_ name: String, title: String, heading: String, labels: [String], widths: [Double]) -> Sheet {
    var sheet = Sheet(name: name)
    let last = labels.count - 1
    sheet.setWidths(widths)
    sheet.merge(CellArea(rows: 0...0, columns: 0...last), .text(title), OfficialStyle.title)
    sheet.merge(CellArea(rows: 1...1, columns: 0...last), .text(heading), OfficialStyle.subtitle)
    sheet.set(2, from: 0, labels.map { .text($0) }, OfficialStyle.header)
    sheet.frozenRows = 3
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 2...2
    sheet.showsGridlines = false
    return sheet
  }

  /// Closes a list: the filter over its rows, or a line that says there are none.
  static func end(_ sheet: inout Sheet, rows: Int, columns: Int, none: String) {
    if rows == 0 {
      sheet.merge(CellArea(rows: 3...3, columns: 0...columns - 1), .text(none), OfficialStyle.center)
    } else {
      sheet.autofilter = CellArea(rows: 2...rows + 2, columns: 0...columns - 1)
    }
  }

  /// A field's old and new text with what changed marked: struck and red before, bold and red after.
  static func cells(_ segments: [TextSegment]) -> (old: Marked, new: Marked) {
    var old: [TextRun] = []
    var new: [TextRun] = []
    for segment in segments {
      switch segment.operation {
      case .equal:
        old.append(TextRun(segment.oldText ?? segment.text, style: plain))
        new.append(TextRun(segment.text, style: plain))
      case .delete: old.append(TextRun(segment.text, style: struck))
      case .insert: new.append(TextRun(segment.text, style: inserted))
      }
    }
    return (marked(old), marked(new))
  }

  /// A cell's value and style: a text in one font is the cell's own, since only several runs make rich text.
  struct Marked {
    var value = CellValue.empty
    var style = ChangeSheetFrame.plain
  }

  private static func marked(_ runs: [TextRun]) -> Marked {
    let filled = runs.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return Marked() }
    return filled.count == 1
      ? Marked(value: .text(first.text), style: first.style) : Marked(value: .rich(filled), style: plain)
  }

  static let plain = OfficialStyle.body
  static let struck = OfficialStyle.body.with {
    $0.fontColor = Color(0xC00000)
    $0.struckThrough = true
  }
  static let inserted = OfficialStyle.body.with {
    $0.fontColor = Color(0xC00000)
    $0.bold = true
  }

  static func fill(of category: ChangeItem.Category) -> CellStyle {
    switch category {
    case .added: OfficialStyle.center.with { $0.fill = OfficialStyle.onTimeFill }
    case .removed: OfficialStyle.center.with { $0.fill = OfficialStyle.overdueFill }
    case .changed: OfficialStyle.center.with { $0.fill = OfficialStyle.dueFill }
    case .document: OfficialStyle.center.with { $0.fill = OfficialStyle.neutralFill }
    case .branch: OfficialStyle.center.with { $0.fill = OfficialStyle.openFill }
    case .unit: OfficialStyle.center.with { $0.fill = OfficialStyle.neutralFill }
    }
  }
}
