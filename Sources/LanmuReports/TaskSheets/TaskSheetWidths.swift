internal import LanmuAnalysis
internal import LanmuWorkbook

/// The widths of a task sheet's fields, in widths of the digit 0.
///
/// What has little to say is narrow, and the requirement takes what is left, so that the page can be printed large: text of
/// ten points keeps eight of them.
enum TaskSheetWidths {
  /// An update rule of more characters takes the wide field.
  private static let shortRuleLength = 8
  private static let requirement = 22.0...36.0
  /// What the page is scaled to, unless its other fields need more room.
  private static let scale = 0.8

  /// What a task sheet is printed on.
  static let page = {
    var page = PageSetup.landscapeTable
    page.margins.left = 0.3
    page.margins.right = 0.3
    return page
  }()

  /// In the order of the fields.
  static func widths(of sheet: TaskSheet) -> [Double] {
    let hasScope = sheet.tasks.contains { !TaskSheetText($0).scope.isEmpty }
    let hasSupply = sheet.tasks.contains { !$0.supply.isEmpty }
    let hasUpdate = sheet.tasks.contains { $0.update.count > shortRuleLength }
    let hasRequirement = sheet.tasks.contains { !$0.requirement.isEmpty }
    let hasLastUpdate = sheet.tasks.contains { $0.lastUpdate != nil }
    let hasOverdue = sheet.tasks.contains { $0.state == .overdue }
    let hasOnDemand = sheet.tasks.contains { $0.state == .onDemand }
    let hasGroups = sheet.tasks.contains { task in task.roles.contains { !$0.group.isEmpty } }
    let hasProvisional = sheet.tasks.contains { task in
      if case .day(let due, _) = task.due { due.isProvisional } else { false }
    }
    var widths: [Double] = TaskSheetField.allCases.map { field in
      switch field {
      case .identifier: 4
      case .order: 4.5
      case .number: 8
      case .path: 16
      case .role: hasGroups ? 10 : 5
      case .scope: hasScope ? 10.5 : 5
      case .requirement: hasRequirement ? requirement.lowerBound : 10
      case .update: hasUpdate ? 12 : 9.5
      // With the field beside it, this one holds a date of the head block.
      case .supply: hasSupply ? 12 : 9
      case .lastUpdate: hasLastUpdate ? 10.5 : 6
      case .due: hasProvisional ? 12.5 : 11
      case .state: hasOnDemand ? 11.5 : hasOverdue ? 9.5 : 8.5
      case .status: 10.5
      case .updatedOn: 10.5
      case .count: 5
      case .link: 14
      case .reason: 10
      case .person: 8
      }
    }
    if hasRequirement {
      let place = TaskSheetField.requirement.column
      let others = widths.indices.filter { $0 != place && $0 != TaskSheetField.identifier.column }.map { widths[$0] }
      widths[place] = TextFitting.width(
        within: page.printableWidth / scale, besideColumnWidths: others, bounds: requirement)
    }
    return widths
  }
}
