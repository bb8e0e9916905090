internal import LanmuAnalysis
internal import LanmuWorkbook

/// The styles that only task sheets need.
enum TaskSheetStyle {
  static let identifier = CellStyle()
  static let headLabel = OfficialStyle.center.with { $0.fontName = "黑体" }
  static let headValue = OfficialStyle.body
  static let headInput = OfficialStyle.input
  static let headInputText = OfficialStyle.inputText
  static let inputCount = OfficialStyle.inputCenter.with { $0.numberFormat = "0" }
  static let summary = OfficialStyle.body.with {
    $0.fontName = "黑体"
    $0.fontSize = 11
  }
  static let signOff = OfficialStyle.body.with { $0.locked = false }
  static let signOffDate = signOff.with { $0.horizontal = .right }

  static func state(_ state: TaskState) -> CellStyle { states[state] ?? OfficialStyle.center }

  private static let states: [TaskState: CellStyle] = [
    .overdue: filled(OfficialStyle.overdueFill, bold: true),
    .blank: filled(OfficialStyle.blankFill, bold: true),
    .due: filled(OfficialStyle.dueFill),
    .inOrder: filled(OfficialStyle.onTimeFill),
    .onDemand: filled(OfficialStyle.neutralFill),
    .pending: filled(OfficialStyle.openFill),
    .undetermined: filled(OfficialStyle.openFill),
  ]

  private static func filled(_ color: Color, bold: Bool = false) -> CellStyle {
    OfficialStyle.center.with {
      $0.fill = color
      $0.bold = bold
    }
  }

  static func value(_ date: CivilDate) -> CellValue {
    let (year, month, day) = date.components
    return SheetDay(year: year, month: month, day: day).map { .day($0) } ?? .text(date.text)
  }
}
