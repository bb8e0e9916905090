import LanmuAnalysis
import LanmuDiagnostics
import LanmuWorkbook

/// 按单位: for each unit what it gains, loses, and what changes for it.
struct UnitSheet {
  let impacts: [UnitImpact]
  let heading: String

  private static let labels = ["单位", "变化", "栏目", "角色", "说明"]
  private static let widths: [Double] = [22, 12, 44, 10, 60]

  var sheet: Sheet {
    var sheet = ChangeSheetFrame.begin(
      "按单位", title: "各单位变化清单", heading: heading, labels: Self.labels, widths: Self.widths)
    sheet.frozenColumns = 1
    var row = 3
    for impact in impacts {
      let name =
        impact.otherNames.isEmpty ? impact.unit : "\(impact.unit)（原\(impact.otherNames.joined(separator: "、"))）"
      for line in impact.lines {
        sheet.set(row, 0, text: name, OfficialStyle.body)
        sheet.set(row, 1, text: Self.word(line.kind), Self.style(line.kind))
        sheet.set(row, 2, text: line.path, OfficialStyle.body)
        sheet.set(row, 3, text: line.role, OfficialStyle.center)
        sheet.set(row, 4, text: line.text, OfficialStyle.body)
        row += 1
      }
    }
    ChangeSheetFrame.end(&sheet, rows: row - 3, columns: Self.labels.count, none: "没有单位受影响")
    return sheet
  }

  static func word(_ kind: UnitImpact.Kind) -> String {
    switch kind {
    case .gains: "增加职责"
    case .loses: "减少职责"
    case .role: "分工调整"
    case .demands: "要求变化"
    case .place: "栏目调整"
    }
  }

  private static func style(_ kind: UnitImpact.Kind) -> CellStyle {
    switch kind {
    case .gains: ChangeSheetFrame.fill(of: .added)
    case .loses: ChangeSheetFrame.fill(of: .removed)
    case .role, .demands: ChangeSheetFrame.fill(of: .changed)
    case .place: ChangeSheetFrame.fill(of: .branch)
    }
  }
}

/// 单位更名: renamed units, and those that only one of the plans names.
struct RenamingSheet {
  let units: UnitChanges
  let heading: String

  private static let labels = ["旧方案单位", "新方案单位", "性质", "涉及条目"]

  var sheet: Sheet {
    var sheet = ChangeSheetFrame.begin(
      "单位更名", title: "单位名称变化", heading: heading, labels: Self.labels, widths: [34, 34, 30, 12])
    var row = 3
    for renaming in units.renamed {
      sheet.set(row, 0, text: renaming.old, OfficialStyle.body)
      sheet.set(row, 1, text: renaming.new, OfficialStyle.body)
      sheet.set(row, 2, text: ChangeWords(language: .chinese).reason(renaming.reason), OfficialStyle.center)
      sheet.set(row, 3, .count(renaming.entries), OfficialStyle.number)
      row += 1
    }
    for unit in units.added {
      sheet.set(row, 0, .empty, OfficialStyle.body)
      sheet.set(row, 1, text: unit, OfficialStyle.body)
      sheet.set(row, 2, text: "新方案新出现", OfficialStyle.center)
      sheet.set(row, 3, .empty, OfficialStyle.body)
      row += 1
    }
    for unit in units.removed {
      sheet.set(row, 0, text: unit, OfficialStyle.body)
      sheet.set(row, 1, .empty, OfficialStyle.body)
      sheet.set(row, 2, text: "新方案不再出现", OfficialStyle.center)
      sheet.set(row, 3, .empty, OfficialStyle.body)
      row += 1
    }
    ChangeSheetFrame.end(&sheet, rows: row - 3, columns: Self.labels.count, none: "没有单位更名")
    sheet.page.orientation = .portrait
    return sheet
  }
}
