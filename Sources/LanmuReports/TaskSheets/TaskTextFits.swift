internal import LanmuWorkbook

/// Texts of the plan as they fit the fields of a task sheet; the second sheet has them in full.
enum TaskTextFits {
  private static let fontSize = 10.0
  private static let requirementLines = 4
  private static let ruleLines = 5
  /// A row holds at most 409 points, about 29 lines.
  private static let fullTextLines = 22

  /// A page shall hold many tasks, so that a long requirement shows its beginning only.
  static func requirement(_ text: String, width: Double) -> String {
    TextFitting.shortened(
      text, columnWidth: width, fontSize: fontSize, lines: requirementLines, mark: "…（全文见说明）")
  }

  /// A rule in the plan's words, as many as fit the row.
  static func rule(_ text: String, width: Double) -> String {
    TextFitting.shortened(text, columnWidth: width, fontSize: fontSize, lines: ruleLines, mark: "…（见说明）")
  }

  /// A requirement in rows of the second sheet.
  static func pieces(of text: String) -> [String] {
    TextFitting.pieces(
      text, columnWidth: RequirementSheet.requirementWidth, fontSize: fontSize, lines: fullTextLines)
  }
}
