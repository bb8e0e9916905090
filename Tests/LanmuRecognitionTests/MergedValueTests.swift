import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Empty cells that were merged with those above")
struct MergedValueTests {
  @Test("Values that stand just where branches of one depth begin are those of all rows of theirs", arguments: [1, 2])
  func valuesOfBranches(depth: Int) throws {
    let units = ["县府办", "县教育局", "县民政局", "县交通局", "县水利局"]
    let rows = (0..<32).map { index in
      let begins = [index % 8 == 0, index % 4 == 0, index % 2 == 0, true]
      let labels = begins.enumerated().map { $1 ? "\(["频道", "大类", "小类", "栏目"][$0])\(index)号" : "" }
      let requirement = begins[depth - 1] ? "由责任单位直接发布，发布前须经审签。" : ""
      let time = index % 3 == 2 ? "每月" : "每周"
      return (labels + [requirement, time, units[index % 5]]).joined(separator: " | ")
    }
    let header = "频道 | 大类 | 小类 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let table = try RecognisedTable(([header] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == "由责任单位直接发布，发布前须经审签。" && $0.doubts.isEmpty })
  }

  @Test("In a table of units a row without its unit is the one's above")
  func rowsOfUnits() throws {
    let rows = [
      ("1 | 教育局", "每周"), (" | ", "每月"), ("2 | 民政局", "每月"), ("3 | 交通局", "每年"), ("4 | 水利局", "每周"), (" | ", "每年"),
    ]
    let sketch = rows.map { "\($0.0) | 工作动态、机构概况。 | \($0.1)" }
    let table = try RecognisedTable((["序号 | 单位 | 负责栏目 | 更新时效"] + sketch).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == ["教育局", "教育局", "民政局", "交通局", "水利局", "水利局"])
    #expect(table.rows.allSatisfy { $0.doubts.allSatisfy { $0.field != .responsible } })
  }

  @Test("A time that a table of units leaves empty is the one above", arguments: [Grid.Layout.delimited, .boxDrawing])
  func timesOfUnits(layout: Grid.Layout) throws {
    let rows = [("教育局", "每周"), ("民政局", ""), ("交通局", "每月"), ("水利局", ""), ("商务局", ""), ("体育局", "每月"), ("审计局", "每周")]
    let sketch = rows.map { "县\($0.0) | 工作动态、机构概况 | \($0.1)" }
    let table = try RecognisedTable((["单位 | 负责栏目 | 更新时效"] + sketch).joined(separator: "\n"), layout: layout)
    #expect(table.rows.map { $0.texts[.update] } == ["每周", "每周", "每月", "每月", "每月", "每月", "每周"])
  }

  @Test("One who leads is merged only in doubt where those are mostly written again, beside others responsible")
  func rewrittenLeads() throws {
    let empty = [3, 4, 5, 20, 21, 22, 37, 38, 39, 54, 55, 70, 71, 85, 86, 87]
    let rows = (0..<96).map { index in
      let label = index % 8 == 0 ? "频道\(index)号" : ""
      let lead = empty.contains(index) ? "" : "县\(["甲", "乙", "丙", "丁"][index / 8 % 4])局"
      return "\(label) | 栏目\(index)号 | \(index % 3 == 2 ? "每月" : "每周") | \(lead) | 县\(["戊", "己", "庚"][index / 2 % 3])局"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 更新时效 | 牵头单位 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(empty.allSatisfy { row in table.rows[row].doubts.contains { $0.field == .lead } })
  }

  @Test("A time is merged only in doubt where equal ones are often written again", arguments: [true, false])
  func rewrittenTimes(isRewritten: Bool) throws {
    let empty = isRewritten ? [11, 19, 31, 34, 38] : (0..<40).filter { $0 % 4 > 0 }
    let rows = (0..<40).map { index in
      let begins = index % 4 == 0
      let labels = "\(begins ? "频道\(index)号" : "") | 栏目\(index)号 | 登载栏目\(index)号的消息。"
      let time = empty.contains(index) ? "" : ["每周", "每月", "每年"][index / 4 % 3]
      return "\(labels) | \(time) | \(begins ? "县\(["甲", "乙", "丙", "丁"][index / 4 % 4])局" : "")"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 内容 | 更新时效 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    let doubted = table.rows.indices.filter { row in table.rows[row].doubts.contains { $0.field == .update } }
    #expect(doubted == (isRewritten ? empty : []))
    #expect(table.rows.allSatisfy { $0.texts[.update]?.isEmpty == false })
  }

  @Test(
    "A way is merged only in doubt where equal ones are written again, and without where its row has other gaps as well"
  )
  func rewrittenWays() throws {
    // Units and times are merged two by two, ways are written again, but for three rows.
    let rows = (0..<24).map { index in
      let way = [7, 14, 15].contains(index) ? "" : ["报送", "转载", "抓取"][index / 2 % 3]
      let (time, unit) =
        index % 2 == 0 || index == 7 ? (index % 3 == 2 ? "每月" : "每周", "县\(["甲", "乙", "丙"][index % 3])局") : ("", "")
      return "\(index % 8 == 0 ? "频道\(index)号" : "") | 栏目\(index)号 | \(way) | \(time) | \(unit)"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 保障方式 | 更新时效 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    let doubted = table.rows.indices.filter { row in table.rows[row].doubts.contains { $0.field == .mode } }
    #expect(doubted == [7, 14])
    #expect([7, 14, 15].map { table.rows[$0].texts[.mode] } == ["报送", "报送", "报送"])
  }

  @Test("Where only labels lost their merged cells, empty times are merged ones, with a doubt where few rows tell")
  func keptBehindLostLabels() throws {
    let names = ["要闻", "公告", "快讯", "出行", "就学", "求医", "规划", "统计", "审计", "信访", "调查", "热线"]
    let rows = names.enumerated().map { index, name in
      let (label, time) = index % 3 == 0 ? ("频道\(index)号 | ", ["每周", "每月", "每季度", "每年"][index / 3]) : ("", "")
      return "\(label)\(name) | 发布\(name)及其附件。 | \(time) | 县\(["甲", "乙", "丙", "丁", "戊"][index % 5])局"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map(\.path.count) == Array(repeating: 2, count: 12))
    #expect(table.rows.map { $0.texts[.update] } == (0..<12).map { ["每周", "每月", "每季度", "每年"][$0 / 3] })
  }

  @Test("Where a short row ends in an empty cell none was cut off, so that what rows lack at their ends is merged")
  func goneAtRowEnds() throws {
    let units = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"]
    let rows = units.indices.map { index in
      let time = index == 4 ? "" : ["每周更新", "每天更新", "每月更新"][index % 3]
      let requirement = index % 4 == 0 && index != 4 ? " | 由责任单位直接发布。" : index == 3 ? " | 发布前须经审签。" : ""
      return "\(index + 1) | 栏目\(index + 1)号 | 县\(units[index])局 | \(time)\(requirement)"
    }
    let table = try RecognisedTable(
      (["序号 | 栏目 | 责任单位 | 更新时效 | 具体内容"] + rows).joined(separator: "\n"), layout: .indented)
    let first = "由责任单位直接发布。"
    #expect(table.rows.prefix(3).allSatisfy { $0.texts[.requirement] == first && $0.texts[.update] != nil })
    #expect(table.rows[5].texts[.requirement] == "发布前须经审签。")
  }

  @Test("A merged cell ends where a section does: units that only the rows right below headings never lack are merged")
  func sectionsAsBranches() throws {
    let units = [
      "一、县情": ["甲", "", "乙", "", ""], "二、政务": ["丙", "", "丁", "丁", ""],
      "三、公开": ["戊", "", "己", "己", "", "庚", "", "辛", ""],
      "四、互动": ["壬", "壬", "", "癸", ""],
    ].sorted { $0.key < $1.key }
    var lines = ["序号 | 栏目 | 主要内容 | 更新要求 | 责任部门 | 备注"]
    var wanted: [String] = []
    for (section, units) in units {
      lines.append("\(section) | | | | |")
      for (place, unit) in units.enumerated() {
        let number = wanted.count + 1
        wanted.append(unit.isEmpty ? wanted[number - 2] : "县\(unit)局")
        let (time, remark) = (place % 4 < 2 ? "每周" : "每年", number % 6 == 2 ? "首页展示" : "")
        let shown = unit.isEmpty ? "" : "县\(unit)局"
        lines.append("\(number) | 栏目\(number)号 | 发布第\(number)号的内容。 | \(time)更新 | \(shown) | \(remark)")
      }
    }
    let table = try RecognisedTable(lines.joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == wanted)
  }

  @Test("A requirement that was hardly merged leaves its empty cell with a doubt, an empty remark is no matter")
  func hardlyMerged() throws {
    let names = ["要闻", "公告", "快讯", "出行", "就学", "求医", "规划", "统计", "审计", "信访", "调查", "热线"]
    let rows = names.enumerated().map { index, name in
      let label = index % 4 == 0 ? "频道\(index)号" : ""
      let requirement = index == 6 ? "" : "\(name)及其附件"
      let remark = index == 2 ? "链接" : ""
      let unit = index % 2 != 1 || index < 9 ? "县\(["甲", "乙", "丙", "丁", "戊"][index % 5])局" : ""
      return "\(label) | \(name) | \(requirement) | 每\(["周", "月", "年"][index % 3])更新 | \(unit) | \(remark)"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位 | 备注"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows[6].texts[.requirement] == nil)
    #expect(table.rows.map { $0.doubts.map(\.field) } == (0..<12).map { $0 == 6 ? [.requirement] : [] })
    #expect(table.rows[6].doubts.allSatisfy { $0.probability > 0.85 })
  }

  @Test("Nobody misses a helper: an empty cell of theirs leaves no doubt")
  func noHelper() throws {
    let rows = (0..<10).map {
      "栏目\($0)号 | 发布第\($0)号的内容。 | 每月更新 | 县\(["甲", "乙", "丙"][$0 % 3])局 | \($0 % 5 == 0 ? "县丁局" : "")"
    }
    let table = try RecognisedTable(
      (["栏目 | 内容要求 | 更新时限 | 责任单位 | 配合单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A unit left of the levels that is written again row by row is not taken over where its cell is empty")
  func repeatedOuterUnit() throws {
    let table = try RecognisedTable(
      """
      牵头单位 | 责任单位 | 频道 | 栏目 | 具体内容 | 更新时效
      县妇联 | 县总工会 | 数据发布 | 统计公报 | 发布公报。 | 每年更新
      县妇联 | 县总工会 | | 月度指标 | 发布指标。 | 每月更新
      县妇联 | 县总工会 | | 季度分析 | 发布分析。 | 每季度更新
      县审计局 | 县总工会 | | 水质监测 | 发布水质。 | 每月更新
      县审计局 | 县林业局 | 信息公开 | 规划纲要 | 公开规划。 | 每年更新
      县审计局 | | | 审计结果 | 公开结果。 | 每年更新
      县审计局 | 县林业局 | | 政府报告 | 公开报告。 | 每年更新
      县审计局 | 县林业局 | | 建议提案 | 公开提案。 | 每年更新
      """, layout: .delimited)
    #expect(table.rows[4].texts[.responsible] == "县林业局")
    #expect(table.rows[5].texts[.responsible] == nil)
  }

  @Test("Whoever helps a unit in charge that stands left of the labels row by row is named for that row alone")
  func helpersOfRows() throws {
    let table = try RecognisedTable(
      """
      牵头单位 | 配合单位 | 栏目 | 具体内容 | 更新时效
      县民政局 | | 救助 | 发布救助的标准。 | 每年更新
      县教育局 | 县人社局 | 招生 | 发布招生的名额。 | 每年更新
      县水利局 | | 汛情 | 发布汛情的预报。 | 每月更新
      县林业局 | 县气象局 | 火险 | 发布火险的等级。 | 每季度更新
      县文旅局 | | 节庆 | 发布节庆的安排。 | 每年更新
      县卫健局 | 县医保局 | 门诊 | 发布门诊的排班。 | 每月更新
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == [nil, "县人社局", nil, "县气象局", nil, "县医保局"])
  }

  @Test("A drawn table whose cells reach across fields, and never down, has lost those that did")
  func drawnAcross() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 细目 | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | < | 发布要闻。 | 每周更新 | 信息中心
       | 公告 | 通知 | 发布通知。 | |
       |  | 公示 | 发布公示。 | |
      民生 | 出行 | < | 发布线路。 | 每月更新 | 交通局
       | 就医 | < | 发布医院。 | | 卫健局
      互动 | 信箱 | < | 公开信箱。 | | 信访局
      """, layout: .boxDrawing)
    #expect(table.rows.prefix(5).map { $0.texts[.update] } == ["每周更新", "每周更新", "每周更新", "每月更新", "每月更新"])
    #expect(table.rows[2].path == ["政务", "公告", "公示"])
  }

  @Test("Below a section, columns of the site without further labels are neighbours, and their times may be merged")
  func neighboursBelowSection() throws {
    let names = [
      ["要闻", "快讯", "公告", "图片"], ["职能", "领导", "规划", "统计"], ["出行", "就学", "求医", "社保"], ["信箱", "访谈", "调查", "热线"],
    ]
    let times = ["每周", "每天", "", "每月", "每年", "", "", "每周", "每天", "每天", "", "", "每年", "每月", "每周", ""]
    let units = ["甲", "乙", "丙", "丁", "戊"]
    let rows = names.indices.flatMap { section in
      ["（\(["一", "二", "三", "四"][section])）第\(section)类 | | | | "]
        + names[section].indices.map { index in
          let row = section * 4 + index
          return "\(names[section][index]) | | 县\(units[row % 5])局 | 发布\(names[section][index])及其附件。 | \(times[row])"
        } + ["专栏\(section)号 | 图解 | 县府办 | 发布图解。 | 每月", " | 视频 | 县府办 | 发布视频。 | 每年"]
    }
    let table = try RecognisedTable(
      (["栏目 | | 责任单位 | 具体内容 | 更新时效"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.count == 24)
    #expect(table.rows.allSatisfy { $0.texts[.update] != nil })
  }

  @Test("A row that says nothing and begins a branch may have been left empty, unlike one within a branch")
  func silentFirstRows() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 专栏 | 更新时限 | 责任单位
      公开 | 统计 | 公报 | 每周更新 | 县甲局
       | | 月报 | 每月更新 | 县乙局
       | | 普查 | |
       | 政策 | 规章 | |
       | | 文件 | 每周更新 | 县丙局
      专题 | 创文 | 新闻 | 每年更新 | 县乙局
       | | 展播 | 每月更新 | 县丁局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] } == ["每周更新", "每月更新", "每月更新", "每月更新", "每周更新", "每年更新", "每月更新"])
    #expect(table.rows.map(\.doubts.isEmpty) == [true, true, true, false, true, true, true])
  }

  @Test("A time that hardly a row lacks is in doubt, beside units that are merged")
  func seldomEmptyTimes() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 专栏 | 内容 | 更新频率 | 牵头单位 | 责任部门
      重点领域 | 公共卫生 | 疾病防控 | 公布防控的措施，注明来源。 | 每季度更新 | 县甲局 | 县丙局
       | | 疫苗接种 | 公布接种的地点，注明时间。 | 每两周更新 | | 县丁局
       | | 医院名录 | 公布医院的名录，注明等级。 | | | 县戊局
       | 价格收费 | —— | 公布收费的标准，注明依据。 | 每年更新 | 县乙局 | 县丙局
      政务新媒体 | 短视频号 | —— | 发布视频的目录，注明来源。 | 每周更新 | 县己局 | 县丁局
       | 手机应用 | —— | 发布应用的版本，注明日期。 | 每两周更新 | 县庚局 | 县戊局
       | 政务微博 | —— | 发布微博的目录，注明来源。 | 每月更新 | 县甲局 | 县丙局
       | 微信号 | —— | 发布微信的目录，注明来源。 | 每年更新 | 县乙局 | 县丁局
      """, layout: .delimited)
    #expect(table.rows.map { $0.doubts.contains { $0.field == .update } } == (0..<8).map { $0 == 2 })
  }
}
