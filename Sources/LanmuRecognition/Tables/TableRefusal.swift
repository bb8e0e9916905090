internal import LanmuDiagnostics
internal import LanmuGrid

/// Why a grid was not taken for part of a plan.
struct TableRefusal: Sendable {
  /// Place of the grid in the document, from 0.
  var grid: Int
  var name: String
  var rows: Int
  var columns: Int
  var firstTexts: [String]
  /// Labels of the row that looks most like a header, whose words are known; empty if there is none.
  var knownLabels: [String]

  init(grid: Int, of table: Grid, rows: ArraySlice<FieldRow>, finder: HeaderFinder) {
    self.grid = grid
    name = table.name
    self.rows = table.rowCount
    columns = table.columnCount
    firstTexts = rows.first?.filled.prefix(4).map { String(CellText.field($0.raw).prefix(20)) } ?? []
    let best = rows.prefix(HeaderFinder.searchDepth).max { HeaderScore($0).strength < HeaderScore($1).strength }
    knownLabels =
      best.map { row in
        row.filled.filter { $0.label.unicodeScalars.count <= 20 && HeaderLexicon.match($0.label) != nil }
          .map { $0.label }
      } ?? []
    if knownLabels.count < 2 { knownLabels = [] }
  }

  /// What the table is, and why it is no plan.
  var reason: Message {
    let sample = firstTexts.joined(separator: "、")
    let place = name.isEmpty ? "" : "“\(name)”"
    let cause: Message
    if columns < 3 {
      cause = Message(zh: "不足三列", en: "it has fewer than three columns")
    } else if knownLabels.isEmpty {
      cause = Message(
        zh: "没有认得的表头，各列内容也不像栏目、要求、时限和单位",
        en: "no header is known, and its content does not look like columns, demands, times and units")
    } else {
      let labels = knownLabels.prefix(6).joined(separator: "、")
      cause = Message(
        zh: "表头只认得“\(labels)”，缺栏目，或缺内容、时限、单位",
        en: "of its header only “\(labels)” is known; columns are missing, or content, times and units")
    }
    return Message(
      zh: "第\(grid + 1)个表\(place)（\(rows)行\(columns)列，开头为“\(sample)”）：\(cause.chinese)",
      en: "table \(grid + 1) \(place.isEmpty ? place : place + " ")(\(rows) rows, \(columns) columns, "
        + "starting “\(sample)”): \(cause.english)")
  }
}
