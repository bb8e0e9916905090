import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells on lines of their own below labels that are known")
struct KnownLabelTests {
  private let labels = KnownLabels { ["栏目", "单位", "时限", "姓名", "电话"].contains($0) ? 1 : 0 }

  private func grids(_ rows: [[String]]) -> [Grid] { grids(of: rows.joined().map { $0 + " |" }) }

  private func grids(of lines: [String]) -> [Grid] {
    TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
  }

  private let names = ["林场消息", "渔港指南", "茶园名册", "果园通知", "牧区数据", "盐田安排", "苗圃办法", "矿山通报"]
  private let units = ["县甲局", "县乙办", "县丙局", "县丁局", "县丁局", "县戊局", "县己局", "县传媒中心"]

  @Test("A first block of labels is a row, though several rows together look as regular")
  func block() {
    let rows = [["栏目", "单位"]] + zip(names, units).map { [$0, $1] }
    #expect(grids(rows).map(\.columnCount) == [2])
    let timed = [["栏目", "时限", "单位"]] + zip(names, units).prefix(5).map { [$0, $0 < "苗" ? "每周" : "按需", $1] }
    #expect(grids(timed).map(\.columnCount) == [3])
  }

  @Test("Labels behind empty cells are no second row of the header unless they leave one empty as well")
  func labelOverSeveral() {
    let rows = [
      "序号|栏目|||要求|时限|单位|备注", "1|政务|公开|要闻|发布要闻。|每周|甲局|", "快讯|发布快讯。|每天||", "办事|指南|发布指南。||乙局|", "表格|||",
      "2|互动|来信|信箱|公布信箱。|每月|丙局|试行", "访谈|||", "调查|公布结果。||丁局|",
    ].map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    let labels = KnownLabels { rows[0].contains($0) ? 1 : 0 }
    let text = rows.map { row in row.map { $0.isEmpty ? "|" : $0 + " |" }.joined(separator: "\n") }
    let grid = TextReader(labels: labels).read(text.joined(separator: "\n\n")).value.tables.first
    #expect(grid?.rowLimits == .told)
    #expect(rows.indices.map { row in grid?.cells.count { $0.row == row } } == rows.map(\.count))
  }

  @Test("A title that fills the first row with empty cells tells how wide the header below it is")
  func title() {
    let entries = zip(names, units).enumerated().map { index, entry in
      index % 2 == 0 ? [entry.0, "每周更新一次", entry.1, ""] : [entry.0, entry.1, "", ""]
    }
    let rows = [["甲县栏目分工", "", "", ""], ["栏目", "时限", "单位", "电话"]] + entries
    #expect(grids(rows).map(\.columnCount) == [4])
    #expect(grids(rows).map(\.rowLimits) == [.guessed])
  }

  @Test("Two rows of labels with empty cells behind them are as wide as they are far apart")
  func twoRows() {
    let rows = [
      ["栏目", "渔事说明", "单位", ""], ["姓名", "电话", "", ""], ["林场", "林场消息", "每周", "县甲局"], ["渔港", "渔港指南", "县乙办", ""],
      ["茶园名册", "每月更新一次", "县丙局", ""], ["果园通知", "县丁局", "", ""], ["牧区数据", "", "县丁局", ""], ["盐田安排", "每天", "县传媒中心", ""],
    ]
    #expect(grids(rows).map(\.columnCount) == [4])
  }

  @Test("Odd and even numbers are alike")
  func numbers() {
    let rows = [["号", "名", "单位"]] + (1...60).map { ["\($0)", "名称\(["甲", "乙丙丁戊己"][$0 % 2])", "县局"] }
    #expect(grids(rows).map(\.columnCount) == [3])
  }

  @Test("Rows that could as well be others are unclear")
  func unclear() {
    #expect(grids([names, names.reversed()]).map(\.rowLimits) == [.unclear])
    let rows = [["栏目", "时限", "单位"]] + zip(names, units).map { [$0, "每周更新一次", $1] }
    #expect(grids(rows).map(\.rowLimits) == [.guessed])
  }

  @Test("A numbered heading above the first label of another table parts the two")
  func headings() {
    let first = ([["栏目", "单位"]] + zip(names, units).map { [$0, $1] }).joined().map { $0 + " |" }
    let second = ["姓名", "单位", "电话", "韦一", "县甲局", "5550101", "韦二", "县乙办", "5550102"].map { $0 + " |" }
    #expect(grids(of: first + ["二、联系人", "各单位联系人"] + second).map(\.columnCount) == [2, 3])
  }

  @Test("Below known labels, rows that lost all cells but one are rows, however few others there are", arguments: 0..<3)
  func rowsOfOneCell(_ dialect: Int) {
    let alone = names.dropFirst(2).map { [$0] }
    let rows =
      [["栏目", "时限", "单位"], ["林场消息", "每周", "县甲局"]] + alone.dropLast() + [["渔港指南", "县乙办"]] + alone.suffix(1)
    let lines = rows.map { row in
      switch dialect {
      case 0: row.joined(separator: " | ") + " |" + String(repeating: "|", count: 3 - row.count)
      case 1: row.joined(separator: "\t")
      default: row.map { "\t" + $0 + "\n" }.joined()
      }
    }
    let found = grids(of: ["县网站栏目表", ""] + lines + ["", "各单位按此办理。"])
    #expect(found.map(\.rowCount) == [9])
  }

  @Test("The same below two rows of labels, of which the second divides labels of the first", arguments: 0..<3)
  func rowsOfOneCellBelowTwoRows(_ dialect: Int) {
    let rows =
      [["栏目", "时限", "单位"], ["姓名", "电话"], ["林场", "林场消息", "每周", "县甲局"]] + names.dropFirst().map { [$0] }
      + [["渔港", "渔港指南", "每天", "县乙办"]]
    let lines = rows.map { row in
      switch dialect {
      case 0: row.joined(separator: " | ") + " |" + String(repeating: "|", count: 4 - row.count)
      case 1: row.joined(separator: "\t")
      default: row.map { "\t" + $0 + "\n" }.joined()
      }
    }
    #expect(grids(of: ["县网站栏目表", ""] + lines + ["", "各单位按此办理。"]).map(\.rowCount) == [11])
  }

  @Test(
    "Below known labels, sentences between rows that lost their merged fields are rows, with a heading that counts on")
  func rowsOfOneSentence() {
    let rows: [String] =
      ["栏目\t时限\t单位", "一、林业", "林场\t林场消息\t县甲局"] + zip(names, units).prefix(3).map { "\($0)\t\($1)" }
    let last = "渔港\t渔港指南\t县乙办"
    func tables(_ between: [String]) -> [Int] { readTables(rows + between + [last]).map(\.rowCount) }
    #expect(tables(["发布林场的公告，每季度一次。", "公开林场的招标情况", "二、渔业"]) == [10])
    // Prose, and what heads another table, are none.
    for others in [["三、其他"], ["附表2", "各单位按此办理。"], ["各单位按此办理。", "栏目\t时限\t单位"]] {
      #expect(tables(["以上栏目已经开通。"] + others).first == 6)
    }
  }

  private func readTables(_ lines: [String]) -> [Grid] {
    TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
  }

  @Test("A title in a row of its own above indented cells is no part of the header")
  func titleOfIndentedCells() {
    let rows =
      [["甲县栏目分工"], ["栏目", "时限", "单位"]]
      + zip(names + names, units + units).map { ["林场", $0, "每周", $1] }
    let lines = rows.flatMap { $0.map { "\t" + $0 } + [""] }
    let found = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
    #expect(found.map(\.rowCount) == [18])
  }

  @Test("A header that a blank line tore within a cell is one row below a title in a row of its own, too")
  func tornHeaderBelowTitle() {
    let whole = zip(names, units).map { ["林场", $0, "每周", $1] }
    let short = zip(names, units).map { [$0, $1] }
    let header = ["\t甲县栏目分工", "", "\t频道", "\t栏", "", "目", "\t时限", "\t单位", ""]
    let lines = header + (whole.prefix(1) + short + short).flatMap { $0.map { "\t" + $0 } + [""] }
    let found = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
    #expect(found.map(\.columnCount) == [4])
    #expect(found.map(\.rowCount) == [3 + 2 * short.count])
  }

  @Test("One unknown word among four known labels is a label, too", arguments: [6, 7])
  func unknownLabel(length: Int) {
    let labels = KnownLabels { ["频道", "栏目", "时限", "单位"].contains($0) ? 1 : 0 }
    let unknown = String(repeating: "某", count: length)
    let rows = [["频道", unknown, "栏目", "时限", "单位"], ["林场", "一", "林场消息", "每周", "县甲局"]] + names.map { [$0] }
    let lines = rows.flatMap { $0.map { "\t" + $0 } + [""] }
    let found = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
    #expect(found.map(\.rowCount) == (length == 6 ? [2 + names.count] : []))
  }

  @Test("A long title in a row of its own stands above labels of which only half are sure")
  func titleAboveLessSureLabels() {
    let labels = KnownLabels { ["栏目", "时限"].contains($0) ? 1 : ["保障责任", "栏目设置"].contains($0) ? 0.8 : 0 }
    let rows =
      [["甲县政府网站各栏目内容保障责任分工一览"], ["栏目设置", "栏目", "保障责任", "时限"]]
      + zip(names + names, units + units).map { ["林场", $0, $1, "每周", "备查"] }
    let lines = rows.flatMap { $0.map { "\t" + $0 } + [""] }
    let found = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
    #expect(found.map(\.rowCount) == [18])
  }

  @Test("Blank lines of page breaks part no rows where each cell and each bar has a line of its own")
  func pageBreaks() {
    let rows = [["栏目", "时限", "单位"]] + zip(names, units).map { [$0, $0 < "苗" ? "每周" : "", $1] }
    let cells = (rows + rows).map { $0.joined(separator: "\n|\n") + "\n|" }
    for gap in [["", "— 2 —"], ["", "- 2 -", ""], [""]] {
      let found = grids(of: Array(cells[..<9]) + gap + Array(cells[9...]))
      #expect(found.map { [$0.rowCount, $0.columnCount] } == [[18, 3]])
    }
  }

  @Test("Blank lines between pages part no rows")
  func pages() {
    let rows = [["栏目", "时限", "单位"]] + zip(names, units).map { [$0, "每周更新一次", $1] }
    let page = rows.joined().map { $0 + " |" }
    #expect(grids(of: page + [""] + page + [""] + page).map { [$0.rowCount, $0.columnCount] } == [[27, 3]])
  }

  @Test("Lines above several labels of another table are none of its cells", arguments: ["联系人名册", "三、联系人"])
  func linesAbove(title: String) {
    let first = ([["栏目", "单位"]] + zip(names, units).map { [$0, $1] }).joined().map { $0 + " |" }
    let second = ["姓名", "单位", "电话", "韦一", "县甲局", "5550101", "韦二", "县乙办", "5550102"].map { $0 + " |" }
    for lines in [[title], ["说明：名单另发。", title]] {
      #expect(grids(of: first + lines + second).map(\.columnCount) == [2, 3])
    }
  }

  @Test("Known labels tell rows that drifted apart from prose, below titles that are filled up with empty fields")
  func driftedRows() {
    let rows = ["林场消息,,每周,县甲局", "渔港指南,每周,,县乙办,", ",茶园名册,,,每月,县丙局", "果园通知,县丁局", "牧区数据,,县丁局,,"]
    let found = grids(of: ["甲县栏目分工,,,", "栏目,,时限,单位"] + rows)
    #expect(found.map(\.rowCount) == [7])
    #expect(grids(of: ["一、总则,,,", "二、分工,,,"]).isEmpty)
  }

  @Test("Lines without a bar above several labels of another table part it from the rows above")
  func linesAboveRows() {
    let rows = [["栏目", "时限", "单位", "备注"]] + zip(names, units).map { [$0, "每周", $1, ""] }
    let second = [["姓名", "单位", "电话"], ["韦一", "县甲局", "5550101"], ["韦二", "县乙办", "5550102"]]
    func lines(_ rows: [[String]]) -> [String] { rows.map { $0.joined(separator: "|") } }
    let found = grids(of: lines(rows) + ["说明：名单另发。", "三、联系人"] + lines(second))
    #expect(found.map { [$0.rowCount, $0.columnCount] } == [[9, 4], [3, 3]])
  }

  @Test("Below known labels between commas, rows of many widths are rows, whether sentences end them or not")
  func unevenRowsBetweenCommas() {
    let wide = ["栏目,时限,单位", "水务,林场消息,每周更新。,县甲局", "渔港指南,每月更新。", "山货,茶市行情,,县乙办", "药材名录,每季度更新。"]
    let sentences = ["栏目,时限,单位", "林场消息,每周更新。", "渔港指南,每月更新，年底汇总。", "茶市行情,每季度更新,县乙办", "药材名录,每年更新。"]
    #expect(grids(of: wide).map(\.rowCount) == [5])
    #expect(grids(of: ["一、各栏目,,,"] + sentences).map(\.rowCount) == [6])
  }

  @Test("The same labels again are the header of the next page, however each is filled up")
  func labelsAgain() {
    let first = ["栏目,时限,单位", "林场消息,每周更新。,县甲局", "渔港指南,每月更新。", "茶市行情,,县乙办"]
    #expect(grids(of: first + ["栏目,时限,单位,,", "药材名录,每年更新。"]).map(\.rowCount) == [6])
    let twoRows = ["单位,栏目,时限", "姓名,电话,栏目,单位,时限"] + first.dropFirst()
    #expect(grids(of: twoRows + twoRows.prefix(2) + ["药材名录,每年更新。"]).map(\.rowCount) == [8])
  }

  @Test("Between bars, texts above a header of two known labels end the table, where rows turn as narrow as it")
  func narrowHeaderBelowTexts() {
    let labels = KnownLabels { ["频道", "栏目", "时限", "部门"].contains($0) ? 1 : $0 == "栏目名称" ? 0.8 : 0 }
    let wide = "频道 | 栏目 | 时限\n渔业 | 渔港 | 每周\n | 鱼苗 | 每月\n"
    let narrow = ["部门 | 栏目名称", "县林业局 | 苗圃、防火", "县农业局 | 渔港、鱼苗"]
    func sizes(_ between: String, _ rows: [String]) -> [[Int]] {
      let document = TextReader(labels: labels).read(wide + between + rows.joined(separator: "\n") + "\n").value
      return document.tables.map { [$0.rowCount, $0.columnCount] }
    }
    #expect(sizes("二、各单位情况\n", narrow) == [[3, 3], [3, 2]])
    #expect(sizes("二、各单位情况\n请照此办理。\n", narrow) == [[3, 3], [3, 2]])
    #expect(sizes("", narrow) == [[6, 3]])
  }

  @Test(
    "Rows of a header of which the second divides a label of the first are no torn row, be its words labels alone or not"
  )
  func dividedRows() {
    let labels = KnownLabels(
      strength: { ["栏目", "时限", "单位"].contains($0) ? 1 : 0 }, areDivided: { $1 == ["提供", "更新"] && $0.contains("时限") })
    let lines = ["栏目\t时限\t单位", "提供\t更新"] + zip(names, units).map { "\($0)\t按需\t每周\t\($1)" }
    let tables = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
    #expect(tables.map(\.rowCount) == [10])
  }
}
