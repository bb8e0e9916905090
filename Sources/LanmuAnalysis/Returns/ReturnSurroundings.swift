/// What stands around the table of a returned sheet: what the unit was asked to fill in there, and what it wrote besides.
struct ReturnSurroundings {
  /// Filled-in places of the head block and of the sign-off block, by their labels.
  private(set) var fields: [UnitReturn.Field] = []
  private(set) var unplaced: [(row: Int, column: Int, text: String)] = []

  /// Labels of the head block: the unit fills in what stands beside the first ones, the office beside the others.
  private static let asked: Set<String> = ["信息中心联系人", "分管领导", "联络员", "联系电话", "保密审查", "按需栏目年度核对"]
  private static let given: Set<String> = ["计划名称", "文号", "期次", "承担单位", "下发日期", "反馈截止"]
  /// A value stands beside its label, which may be merged over a few columns.
  private static let mostColumnsOfLabel = 4
  /// How texts of the head begin or end that are the sheet's own.
  private static let ownTexts = ["本单位承担", "任务内容", "以下由承担单位填写", "lanmu"]

  /// Takes the lines above the table.
  ///
  /// Text beside the known places is listed only where these are the sheet's own: a template may have said anything there.
  mutating func takeHead(_ lines: some Sequence<(row: Int, cells: [Int: String])>) {
    var others: [(row: Int, column: Int, text: String)] = []
    var labels: Set<String> = []
    for line in lines {
      var label = ""
      var labelColumn = 0
      for (column, text) in line.cells.sorted(by: { $0.key < $1.key }) {
        let key = TypedText.key(text)
        if column > labelColumn + Self.mostColumnsOfLabel { label = "" }
        if Self.asked.contains(key) || Self.given.contains(key) {
          label = key
          labelColumn = column
          labels.insert(key)
        } else if Self.asked.contains(label) {
          fields.append(UnitReturn.Field(label: label, text: TypedText.folded(text)))
          label = ""
        } else if Self.given.contains(label) {
          label = ""
        } else if !Self.ownTexts.contains(where: text.hasPrefix), !key.contains("任务清单") {
          others.append((line.row, column, text))
        }
      }
    }
    if Self.given.isSubset(of: labels) { unplaced += others }
  }

  /// Takes a text below the table.
  mutating func takeFoot(_ text: String, row: Int, column: Int) {
    guard Self.isFurniture(text) else {
      unplaced.append((row, column, text))
      return
    }
    let parts = text.split(maxSplits: 1) { $0 == "：" || $0 == ":" }.map { TypedText.folded(String($0)) }
    guard parts.count == 2, !parts[1].isEmpty, Self.signed.contains(where: parts[0].hasPrefix) else { return }
    fields.append(UnitReturn.Field(label: parts[0], text: parts[1]))
  }

  /// Whether a text is one that the sheet itself carries below its table.
  static func isFurniture(_ text: String) -> Bool {
    let folded = TypedText.folded(text)
    return (signed + otherFurniture).contains { folded.hasPrefix($0) }
  }

  private static let signed = ["填报人", "审核人", "单位负责人", "信息中心接收人", "接收日期", "复核意见"]
  private static let otherFurniture = ["合计", "总计", "年 月 日", "1.填写:", "1．填写"]
}
