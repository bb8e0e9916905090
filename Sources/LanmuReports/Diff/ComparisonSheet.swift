import LanmuAnalysis
import LanmuWorkbook

/// 逐条对照: old and new side by side, a row for each field that changed.
struct ComparisonSheet {
  let items: [ChangeItem]
  let heading: String

  private static let labels = ["序号", "变化", "栏目", "项目", "旧方案", "新方案", "说明", "涉及单位"]
  private static let widths: [Double] = [5.5, 12, 26, 10, 39, 39, 18, 22]

  var sheet: Sheet {
    var sheet = ChangeSheetFrame.begin(
      "逐条对照", title: "逐条对照", heading: heading, labels: Self.labels, widths: Self.widths)
    sheet.frozenColumns = 3
    var row = 3
    for (number, item) in items.enumerated() {
      let first = row
      for line in lines(of: item) {
        sheet.set(row, 0, .count(number + 1), OfficialStyle.number)
        sheet.set(row, 1, text: item.kinds.joined(separator: "、"), ChangeSheetFrame.fill(of: item.category))
        sheet.set(row, 2, text: item.path, OfficialStyle.body)
        sheet.set(row, 3, text: line.name, OfficialStyle.center)
        sheet.set(row, 4, line.old.value, line.old.style)
        sheet.set(row, 5, line.new.value, line.new.style)
        sheet.set(row, 6, text: line.note, OfficialStyle.body)
        sheet.set(row, 7, text: item.units.joined(separator: "、"), OfficialStyle.body)
        row += 1
      }
      if row - first > 1, row - first < 12 { sheet.page.keptTogether.append(first...row - 1) }
    }
    ChangeSheetFrame.end(&sheet, rows: row - 3, columns: Self.labels.count, none: "没有变化")
    return sheet
  }

  private struct Line {
    var name: String
    var namesUnits = false
    var old = ChangeSheetFrame.Marked()
    var new = ChangeSheetFrame.Marked()
    var note: String
  }

  private func lines(of item: ChangeItem) -> [Line] {
    var lines: [Line] = []
    if !item.oldPath.isEmpty {
      let cells = ChangeSheetFrame.cells(item.pathSegments)
      let isStructure = item.category == .branch || item.category == .unit
      lines.append(
        Line(
          name: item.category == .unit ? "单位名称" : "栏目", old: cells.old, new: cells.new,
          note: isStructure ? item.duties.joined(separator: "\n") : ""))
    }
    if item.category == .document { return [Line(name: "整表", note: item.duties.joined(separator: "\n"))] }
    if item.category == .added || item.category == .removed {
      return [whole(item)]
    }
    for detail in item.details {
      let cells = ChangeSheetFrame.cells(detail.segments)
      lines.append(
        Line(
          name: detail.name, namesUnits: detail.namesUnits, old: cells.old, new: cells.new, note: detail.effect))
    }
    if item.category == .changed, !item.duties.isEmpty {
      if let place = lines.lastIndex(where: { $0.namesUnits }) {
        lines[place].note = item.duties.joined(separator: "\n")
      } else {
        lines.append(Line(name: "分工", note: item.duties.joined(separator: "\n")))
      }
    }
    return lines
  }

  /// An entry that came or went: its fields one below the other.
  private func whole(_ item: ChangeItem) -> Line {
    let text = item.details.map { "\($0.name)：\($0.category(item.category))" }.joined(separator: "\n")
    let shown = text.isEmpty ? item.path : text
    let operation: TextSegment.Operation = item.category == .added ? .insert : .delete
    let cells = ChangeSheetFrame.cells([TextSegment(operation, shown)])
    return Line(name: "整条", old: cells.old, new: cells.new, note: "")
  }
}

extension ChangeItem.Detail {
  fileprivate func category(_ category: ChangeItem.Category) -> String { category == .added ? new : old }
}
