import LanmuGrid
import Testing

@testable import LanmuRecognition

/// The edges of what is taken for a header, for text below, and for rows of a stream.
@Suite("Parts of streams")
struct StreamTests {
  private let labels = ["频道", "栏目", "公开内容", "公开时限", "公开主体"]
  /// Known labels that are no levels.
  private let others = """
    公开方式 公开对象 公开依据 联系人 联系电话 网址 责任人 分管领导 分值 权重 得分 完成情况 邮箱 联络员 负责人 栏目地址 信息员 标准分 审核人 手机 姓名 职务 职称 \
    性别 微信 传真 邮编 地址
    """.split { " \n".contains($0) }.map(String.init)
  private let body = (0..<400).map { "文本\($0)" }

  private func readings(_ texts: [String], width: Int = 1) -> [StreamHeader] {
    StreamHeaderSearch(texts + body, width: width).readings
  }

  // MARK: - Headers

  @Test("A title may stand above the first label, and no more")
  func titles() {
    #expect(readings(["公示表"] + labels).first?.start == 1)
    #expect(readings(["公示表", "青禾县"] + labels).isEmpty)
  }

  @Test("Three labels are a header, two are none, and more than thirty-one are words of a body")
  func labelCounts() {
    #expect(readings(Array(labels[1...3])).first?.columns.count == 3)
    #expect(readings(Array(labels[1...2])).isEmpty)
    let many = labels + others
    #expect(readings(Array(many.prefix(31))).first?.columns.count == 31)
    #expect(readings(Array(many.prefix(32))).isEmpty)
  }

  @Test("A header may begin with labels that are likely ones, if half of all are sure and there are four")
  func likelyLabels() {
    let likely = ["新媒体类型", "新媒体名称", "信息内容", "内容保障单位"]
    #expect(readings(likely, width: 4).first?.columns.map(\.meaning) == [.level, .level, .requirement, .responsible])
    #expect(readings(Array(likely.prefix(3)), width: 3).isEmpty)
  }

  @Test("A header begins with a word for numbers, though it is no sure one, and not behind it")
  func likelyNumbers() {
    let header = readings(["栏目序号"] + labels).first
    #expect(header?.start == 0)
    #expect(header?.columns.first?.meaning == .number)
  }

  @Test("A likely label left of sure ones begins the header where it fills a row with them, and no title does")
  func likelyLabelOfRow() {
    func start(_ header: String, cells: Int) -> Int? {
      let texts = header.split(separator: " ").map(String.init) + (0..<cells).map { "文本\($0)" }
      return StreamHeaderSearch(texts, width: 6).readings.first?.start
    }
    let sure = "具体栏目 具体内容 更新时效 责任部门 备注"
    #expect(start("栏目大类 " + sure, cells: 60) == 0)
    #expect(start("栏目大类 " + sure, cells: 63) == 1)
    #expect(start("公示表 " + sure, cells: 60) == 1)
    // Numbers between levels make no header whose rows could be cut anew, and what is left without the first label none, either.
    #expect(start("栏目大类 编号 具体栏目 具体内容 更新时效 责任部门", cells: 60) == nil)
  }

  @Test("A label of more than sixteen characters is a sentence")
  func longLabels() {
    let long = String(repeating: "经", count: 12) + "责任单位"
    #expect(readings(labels + [long]).first?.columns.count == 6)
    #expect(readings(labels + ["经" + long]).first?.columns.count == 5)
  }

  @Test("Levels stand side by side, behind at most a number")
  func levels() {
    #expect(readings(["序号"] + labels).first?.columns.first?.meaning == .number)
    #expect(readings(["公开时限"] + labels[0...2]).isEmpty)
    #expect(readings(["频道", "公开时限", "栏目", "公开内容"]).isEmpty)
  }

  @Test("A way of publishing left of all levels may be none of them, as long as no text is known")
  func waysBesideLevels() {
    #expect(readings(["公开方式", "栏目", "公开内容", "公开时限"]).isEmpty)
    #expect(readings(["序号", "公开方式", "栏目", "公开内容"]).isEmpty)
  }

  @Test("What labels mean beside each other is said as of other headers")
  func sharedRules() {
    #expect(readings(["工作任务", "具体要求", "公开时限"]).first?.columns.map(\.meaning) == [.level, .requirement, .update])
    #expect(readings(["平台", "栏目", "公开内容"]).first?.columns.map(\.meaning) == [.level, .level, .requirement])
  }

  @Test("However many labels there are, few runs of them are tried, and few headers on a stream")
  func effort() {
    let mixed = "栏目 责任单位 更新时限 内容要求 保障方式 牵头单位 备注 联系人 时限 频次 单位 部门 方式 要求 内容".split(separator: " ").map(String.init)
    for texts in [labels + others, mixed + mixed + ["栏目"], ["序号"] + labels + mixed + mixed] {
      for count in [8, 16, 24, 31] {
        let search = StreamHeaderSearch(texts.prefix(count) + body, width: 1)
        // The longest of these headers take 4774, however many of their labels are known.
        #expect(search.steps <= 4_800)
        let tried = UnmarkedRows.tried(search.readings, over: 1000)
        let steps = tried.reduce(0) { $0 + UnmarkedRows.sampleSize * $1.columns.count * $1.columns.count }
        #expect(steps <= UnmarkedRows.mostSteps)
      }
    }
    #expect(StreamHeaderSearch(labels + others.prefix(26) + body, width: 1).steps > 1_000)
  }

  @Test("A header is tried on three rows and more, and on no more cells than can be searched")
  func triedHeaders() {
    let header = readings(labels)[0]
    #expect(UnmarkedRows.tried([header], over: 5 + 15).count == 1)
    #expect(UnmarkedRows.tried([header], over: 5 + 14).isEmpty)
    #expect(UnmarkedRows.tried([header], over: UnmarkedRows.mostSteps / 25).count == 1)
    #expect(UnmarkedRows.tried([header], over: UnmarkedRows.mostSteps / 25 + 1).isEmpty)
  }

  @Test("Labels divide as many of those above as their words allow, each at least in two")
  func divisions() {
    func words(_ texts: String) -> ArraySlice<HeaderWord> {
      texts.split(separator: " ").map { HeaderWord(String($0)) }[...]
    }
    let ways = GroupDivisions(of: words("公开事项 公开时限 责任单位"), by: words("一级事项 二级事项 牵头单位 配合单位"), most: 2).ways
    #expect(ways == [[0..<4, 4..<4, 4..<4], [0..<2, 2..<2, 2..<4]])
    #expect(GroupDivisions(of: words("公开时限 责任单位"), by: words("牵头单位"), most: 1).ways == [nil])
  }

  // MARK: - Rows

  @Test("A row begins at a break even where its first cell could go on with the row above")
  func breaks() throws {
    let search = StreamRowSearch(columns: try #require(readings(labels).first).columns)
    var texts: [String] = []
    for place in 0..<8 {
      texts += place % 3 == 0 ? ["频道\(place)"] : []
      texts += ["栏目\(place)", "发布\(place)号信息。", "每周", "县水利局"]
    }
    texts.append("末栏")
    // The break parts the last label from its requirement, which would go on with its row.
    let end = texts.count
    texts += ["发布末栏信息。", "每月", "县教育局"]
    let rows = try #require(search.rows(texts, breaks: [end], areWhole: false)).rows
    #expect(rows.contains { $0.first?.cell == end })
    #expect(rows.count == 10)
  }

  @Test(
    "Cells that are like their fields cost less than the most that rows may cost, and cells that are like none cost more"
  )
  func misfits() throws {
    let search = StreamRowSearch(columns: try #require(readings(labels).first).columns)
    let rows = (0..<6).flatMap { ["频道\($0)", "栏目\($0)", "发布\($0)号信息。", "每周", "县水利局"] }
    #expect(search.misfit(rows) < StreamRowSearch.dearest)
    #expect(search.misfit((0..<30).map { "2024年\($0)月印发的通知。" }) > StreamRowSearch.dearest)
    #expect(search.misfit([]) == .infinity)
  }

  @Test("Where one cell in eight is empty, or the first one, covered ones are there")
  func emptyCells() {
    let header = readings(labels)[0]
    func keepsCovered(_ empty: Set<Int>) -> Bool {
      let cells = (0..<40).map { Cell(row: $0 / 8, column: $0 % 8, text: empty.contains($0) ? "" : "文本\($0)") }
      let grid = Grid(rowCount: 5, columnCount: 8, layout: .cellPerLine, rowLimits: .guessed, cells: cells)
      return UnmarkedRows.keepsCovered(cells.map(\.text), grid, below: header)
    }
    #expect(keepsCovered([20, 22, 24, 26, 28]))
    #expect(!keepsCovered([20, 22, 24, 26]))
    #expect(keepsCovered([header.end]))
  }

  @Test("Rows of two cells keep no covered ones below a header of which more labels are sure, whichever")
  func emptyCellsOfNarrowRows() throws {
    let labels = ["序号", "平台类型", "账号名称", "更新频率", "责任主体", "其他说明"]
    let texts = labels + (0..<34).map { $0 % 5 == 4 ? "" : "文本\($0)" }
    let header = try #require(readings(labels).first)
    let cells = texts.enumerated().map { Cell(row: $0 / 2, column: $0 % 2, text: $1) }
    let grid = Grid(rowCount: 20, columnCount: 2, layout: .cellPerLine, rowLimits: .guessed, cells: cells)
    #expect(!UnmarkedRows.keepsCovered(texts, grid, below: header))
  }

  @Test("Rows as wide as their header keep covered cells only where they hold what its labels say")
  func emptyCellsOfUnfitRows() throws {
    let header = try #require(readings(labels).first)
    func keeps(_ row: (Int) -> [String]) -> Bool {
      let cells = ([labels] + (1...8).map(row)).enumerated().flatMap { row, texts in
        texts.enumerated().map { Cell(row: row, column: $0, text: $1) }
      }
      let grid = Grid(rowCount: 9, columnCount: 5, layout: .cellPerLine, rowLimits: .guessed, cells: cells)
      return UnmarkedRows.keepsCovered(cells.map(\.text), grid, below: header)
    }
    #expect(keeps { ["", "栏目\($0)", "发布\($0)号信息。", "每周更新", "县水利局"] })
    #expect(!keeps { ["每周更新", "县水利局", "", "栏目\($0)", "发布\($0)号信息。"] })
  }

  @Test(
    "Rows of paragraphs are sound where nine in ten have a label and something about it, and the first lacks no value")
  func soundRows() throws {
    let header = try #require(readings(labels + ["备注"]).first)
    func isSound(first: [Int], unsound: Int) -> Bool {
      let whole = first.enumerated().map { StreamCut.Place(cell: $0, column: $1) }
      let row = [StreamCut.Place(cell: 6, column: 1), StreamCut.Place(cell: 7, column: 2)]
      let rows = (1..<20).map { $0 <= unsound ? Array(row.dropFirst()) : row }
      return UnmarkedRows.isSound([whole] + rows, header: header)
    }
    #expect(isSound(first: [0, 1, 2, 3, 4, 5], unsound: 2) && isSound(first: [0, 1, 2, 3, 4], unsound: 2))
    #expect(!isSound(first: [0, 1, 2, 3, 4, 5], unsound: 3) && !isSound(first: [0, 1, 2, 4, 5], unsound: 0))
  }

  @Test("A word for a column's state is a remark rather than a branch, and a longer text is none")
  func states() {
    let header = readings(labels + ["备注"])[0]
    func isRemark(_ text: String) -> Bool {
      let prices = StreamPrices([text], columns: header.columns).prices(learnedFrom: [])
      return prices[0][5] < prices[0][0]
    }
    #expect(isRemark("试行") && isRemark("试行栏目"))
    #expect(!isRemark("试行办法") && !isRemark("栏目") && !isRemark("要闻"))
  }

  // MARK: - Text below

  private func below(_ texts: [String], columns: [String]? = nil) -> [String] {
    let header = readings(columns ?? labels)[0]
    let start = TextBelowStream.start(in: texts, below: header.columns)
    return Array(texts[start...])
  }

  @Test("A body above a date signs, unless it is the only one that the last row has")
  func issuers() {
    #expect(below(["每周", "县水利局", "县政务办", "2024年3月5日"]) == ["县政务办", "2024年3月5日"])
    #expect(below(["发布公告。", "每周", "县水利局", "2024年3月5日"]) == ["2024年3月5日"])
    #expect(below(["发布公告。", "每周", "青禾县人民政府", "2024年3月5日"]) == ["青禾县人民政府", "2024年3月5日"])
    for towns in ["各镇人民政府", "城关镇人民政府"] {
      #expect(below(["发布公告。", "每周", towns, "2024年3月5日"]) == ["2024年3月5日"])
    }
  }

  @Test("A date is a value where rows end in times")
  func dates() {
    #expect(below(["公告", "县水利局", "2024年3月5日"], columns: ["栏目", "公开主体", "公开时限"]).isEmpty)
  }

  @Test("A sentence closes the document if it speaks of it, and no more than twelve paragraphs do")
  func sentences() {
    #expect(below(["县水利局", "请各单位遵照执行。"]).count == 1)
    #expect(below(["县水利局", "请各单位遵照执行"]).isEmpty)
    #expect(below(["县水利局", "发布各单位的职责。"]).isEmpty)
    #expect(below(Array(repeating: "特此通知。", count: 14)).count == TextBelowStream.mostParagraphs)
  }

  @Test(
    "Where rows end in a demand or a remark, a sentence that may be one closes the document only above a closing paragraph"
  )
  func sentencesAtRowEnds() {
    let demanded = ["栏目", "公开主体", "公开内容"]
    let remarked = ["栏目", "公开内容", "公开主体", "备注"]
    for columns in [demanded, remarked] {
      for sentence in ["请按季度上报清册。", "本目录的索引。", "以上内容每年复核。"] {
        #expect(below(["县水利局", sentence], columns: columns).isEmpty)
        #expect(below(["县水利局", sentence, "2024年3月5日"], columns: columns) == [sentence, "2024年3月5日"])
      }
      #expect(below(["县水利局", "特此通知。"], columns: columns) == ["特此通知。"])
      #expect(below(["县水利局", "请各单位照办。", "此件公开发布。"], columns: columns).count == 2)
    }
    #expect(below(["公告", "发布公告。", "请按季度上报清册。"], columns: ["栏目", "公开内容", "公开主体"]).count == 1)
  }

  // MARK: - Rows that are as wide as their header

  @Test(
    "Covered cells are kept where rows are as long as the header that they stand below, whichever has one field more")
  func keptBelowWiderHeader() throws {
    let page = [labels, ["要闻", "快讯", "发布快讯", "每周", "甲局"], ["", "公告", "发布公告", "", "乙局"]]
    let wide = page.enumerated().map { $1 + [$0 == 0 ? "备注" : ""] }
    func keeps(_ rows: [[String]]) throws -> Bool {
      let cells = rows.enumerated().flatMap { row, texts in
        texts.enumerated().map { Cell(row: row, column: $0, text: $1, line: row + 1) }
      }
      let width = rows.reduce(0) { max($0, $1.count) }
      let grid = Grid(
        rowCount: rows.count, columnCount: width, layout: .cellPerLine, rowLimits: .guessed, cells: cells)
      let header = try #require(readings(labels).first)
      return UnmarkedRows.keepsCovered(cells.map(\.text), grid, below: header)
    }
    #expect(try keeps(page + wide))
    #expect(try keeps(wide + page))
    #expect(try !keeps(page + [["另一栏目", "发布信息", "", "丙局"]]))
  }
}
