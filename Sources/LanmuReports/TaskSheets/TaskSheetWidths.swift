internal import LanmuAnalysis

/// The widths of a task sheet's fields, in widths of the digit 0: what has little to say is narrow, so that the page can be
/// printed larger.
enum TaskSheetWidths {
  static let requirement = 30.0
  static let rule = 14.0

  /// An update rule of more characters takes the wide field.
  private static let shortRuleLength = 8

  /// In the order of the fields.
  static func widths(of sheet: TaskSheet) -> [Double] {
    let hasScope = sheet.tasks.contains { !TaskSheetText($0).scope.isEmpty }
    let hasSupply = sheet.tasks.contains { !$0.supply.isEmpty }
    let hasUpdate = sheet.tasks.contains { $0.update.count > shortRuleLength }
    let hasRequirement = sheet.tasks.contains { !$0.requirement.isEmpty }
    let hasOnDemand = sheet.tasks.contains { $0.state == .onDemand }
    let hasGroups = sheet.tasks.contains { task in task.roles.contains { !$0.group.isEmpty } }
    return TaskSheetField.allCases.map { field in
      switch field {
      case .identifier: 4
      case .order: 5
      case .number: 9.5
      case .path: 19
      case .role: hasGroups ? 10 : 6
      case .scope: hasScope ? 13 : 5.5
      case .requirement: hasRequirement ? requirement : 12
      case .update: hasUpdate ? rule : 11
      case .supply: hasSupply ? rule : 9
      case .lastUpdate: 11.5
      case .due: 13.5
      case .state: hasOnDemand ? 14.5 : 11
      case .status: 11
      case .updatedOn: 11.5
      case .count: 6
      case .link: 17
      case .reason: 11
      case .person: 8.5
      }
    }
  }
}
