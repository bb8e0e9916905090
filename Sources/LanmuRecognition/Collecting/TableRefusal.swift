internal import LanmuDiagnostics
internal import LanmuGrid

/// Why a grid, or one of several tables in it, was not taken for part of a plan.
struct TableRefusal: Sendable {
  /// Place of the grid in the document, from 0.
  var grid: Int
  var name: String
  /// Place of its first row in the grid, from 0.
  var firstRow: Int
  var rows: Int
  var columns: Int
  /// The texts of its first row of several.
  var firstTexts: [String]
  /// What the labels of the row that looks most like a header mean; empty if there is none.
  private var meanings: Set<FieldMeaning> = []
  /// The labels of that row.
  private var labels: [String] = []
  /// Whether the rows read like entries, though no header says what their fields are: units in half of them and times in some,
  /// or demands in half of them and units in some.
  private(set) var resemblesEntries = false

  /// The tables that rows hold: a row with a single text starts another one.
  static func refusals(grid: Int, of table: Grid, rows: ArraySlice<FieldRow>) -> [TableRefusal] {
    var parts: [(name: String, rows: ArraySlice<FieldRow>)] = []
    var start = rows.startIndex
    var name = table.name
    for index in rows.indices where rows[index].filled.count <= 1 {
      if rows[start..<index].contains(where: { $0.filled.count > 1 }) {
        parts.append((name, rows[start..<index]))
        name = ""
      }
      start = index + 1
      if let caption = rows[index].filled.first?.raw { name = String(CellText.field(caption).prefix(20)) }
    }
    if start < rows.endIndex { parts.append((name, rows[start...])) }
    guard parts.count > 1 else { return [TableRefusal(grid: grid, name: table.name, rows: rows, whole: table)] }
    return parts.map { TableRefusal(grid: grid, name: $0.name, rows: $0.rows, whole: nil) }
  }

  /// - Parameter whole: the grid, if the rows are all of its.
  private init(grid: Int, name: String, rows: ArraySlice<FieldRow>, whole: Grid?) {
    self.grid = grid
    self.name = name
    firstRow = whole == nil ? rows.first?.row ?? 0 : 0
    self.rows = whole?.rowCount ?? rows.count
    columns = whole?.columnCount ?? rows.flatMap(\.filled).map { $0.column + $0.columnSpan }.max() ?? 0
    let first = rows.first { $0.filled.count > 1 } ?? rows.first
    firstTexts = first?.filled.prefix(6).map { String(CellText.field($0.raw).prefix(20)) } ?? []
    resemblesEntries = Self.resembleEntries(rows)
    guard
      let best = rows.prefix(HeaderFinder.searchDepth).max(by: { HeaderScore($0).strength < HeaderScore($1).strength })
    else { return }
    let known = best.filled.filter { $0.label.unicodeScalars.count <= 20 }
      .compactMap { HeaderLexicon.match($0.label)?.meaning }
    // A row that is counted is none of labels, whatever words it holds.
    guard known.count >= 2, known.count * 2 >= best.filled.count,
      !best.filled.contains(where: { TextEvidence($0.label).isNumber })
    else { return }
    resemblesEntries = false
    meanings = Set(known)
    labels = best.filled.map { String($0.label.prefix(20)) }
  }

  private static func resembleEntries(_ rows: ArraySlice<FieldRow>) -> Bool {
    var counted = 0
    var withUnits = 0
    var withTimes = 0
    var withDemands = 0
    for row in rows.lazy.filter({ $0.filledCount > 1 }).prefix(200) {
      let evidence = row.filled.map { TextEvidence($0.label) }
      counted += 1
      if evidence.contains(where: { ($0.units > 0.9 || $0.isGroup) && !$0.isProse }) { withUnits += 1 }
      if evidence.contains(where: { $0.time > 0.8 && !$0.isProse }) { withTimes += 1 }
      if evidence.contains(where: { $0.isProse || $0.isDuty }) { withDemands += 1 }
    }
    let areTimed = withUnits * 2 >= counted && withTimes * 4 >= counted
    return counted > 1 && (areTimed || withDemands * 2 >= counted && withUnits * 4 >= counted)
  }

  /// What the table is, and why it is no plan.
  var reason: Message {
    let sample = (labels.isEmpty ? firstTexts : labels).prefix(6).joined(separator: "、")
    let place = name.isEmpty ? "" : "“\(name)”"
    let start = firstRow > 0 ? "第\(firstRow + 1)行起的" : ""
    return Message(
      zh: "第\(grid + 1)个表\(start)\(place)（\(rows)行\(columns)列，\(labels.isEmpty ? "开头" : "表头")为“\(sample)”）："
        + cause.chinese,
      en: "table \(grid + 1) \(place.isEmpty ? place : place + " ")"
        + (firstRow > 0 ? "from row \(firstRow + 1) on " : "")
        + "(\(rows) rows, \(columns) columns, \(labels.isEmpty ? "starting" : "with the header") “\(sample)”): "
        + cause.english)
  }

  private var cause: Message {
    if labels.isEmpty {
      return columns < 3
        ? Message(zh: "不足三列，又没有认得的表头", en: "it has fewer than three columns, and no header that is known")
        : Message(
          zh: "没有认得的表头，各列内容也不像栏目、要求、时限和单位",
          en: "no header is known, and its content does not look like columns, demands, times and units")
    }
    let lacksThings = meanings.isDisjoint(with: [.level, .requirement, .target])
    let lacksKeeping = meanings.isDisjoint(with: [.update, .supply, .mode, .lead, .responsible, .cooperating])
    switch (lacksThings, lacksKeeping) {
    case (true, true):
      return Message(
        zh: "没有写栏目（或内容）的列，也没有写责任单位、更新时限的列",
        en: "no field says which columns or what content, and none who keeps it or when")
    case (true, false):
      return Message(zh: "没有写栏目（或内容）的列", en: "no field says which columns or what content")
    case (false, true):
      return Message(zh: "没有写责任单位、更新时限的列", en: "no field says who keeps it or when")
    case (false, false):
      return Message(zh: "各列合起来不是栏目的保障分工", en: "its fields together do not say who keeps which columns")
    }
  }
}
