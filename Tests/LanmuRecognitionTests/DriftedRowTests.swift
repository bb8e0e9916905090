import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans whose rows have drifted")
struct DriftedRowTests {
  private func table(_ rows: [String]) throws -> RecognisedTable {
    try RecognisedTable(rows.joined(separator: "\n"), layout: .delimited)
  }

  /// A channel of so many columns, of which the first stands beside it.
  private func channel(_ name: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { number in
      "\(number == numbers.lowerBound ? name : "") | 栏目\(number)号 | 发布与栏目\(number)号有关的内容。 | 每月更新 | 县教育局"
    }
  }

  @Test("Rows that begin with an empty field too many do not widen the table, though they are neighbours")
  func neighbours() throws {
    let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let drifted = [7, 8].map { " | | 栏目\($0)号 | 发布与栏目\($0)号有关的内容。 | 每季度更新 | 县民政局" }
    let table = try table([header] + channel("公开", 1...6) + drifted + channel("民生", 9...14))
    #expect(table.rows.map(\.path) == (1...14).map { [$0 < 9 ? "公开" : "民生", "栏目\($0)号"] })
  }

  @Test("A row that lost the empty fields at its start stands at the deepest levels, however many it lost")
  func lostStart() throws {
    let header = "频道 | 大类 | 中类 | 小类 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let first = "公开 | 公告 | 政务 | 决策 | 首栏 | 发布首栏的有关内容。 | 每月更新 | 县教育局"
    let rows = (1...9).map { " | | | | 栏目\($0)号 | 发布栏目\($0)号的有关内容。 | 每月更新 | 县教育局" }
    let drifted = "执行 | 栏目十 | 发布栏目十的有关内容。 | 每月更新 | 县教育局"
    let table = try table([header, first] + rows.prefix(4) + [drifted] + rows.suffix(5))
    #expect(table.rows[5].path == ["公开", "公告", "政务", "执行", "栏目十"])
    #expect(table.rows[6].path == ["公开", "公告", "政务", "执行", "栏目5号"])
  }

  @Test("Where rows have moved, one that fits its place is moved back if its fields say so, with doubts")
  func fittingRow() throws {
    let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let moved = ["栏目21号 | 发布与栏目21号有关的内容。 | 每月更新 | 县教育局 | ", "回应关切 | 公开回应关切信息 | | | "]
    let table = try table([header] + channel("公开", 1...20) + moved + channel("民生", 23...28))
    #expect(table.rows[20].path == ["公开", "栏目21号"])
    #expect(table.rows[21].path == ["公开", "回应关切"])
    #expect(table.rows[21].texts[.requirement] == "公开回应关切信息")
    let doubted = Set(table.rows[21].doubts.compactMap(\.field))
    #expect(doubted.isSuperset(of: [.level, .requirement]))
    #expect(table.rows.prefix(20).allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Where rows that begin with an empty field lost it, side by side, they stand one field further right")
  func lostFirstFields() throws {
    let header = "频道 | 栏目 | 更新时效 | 责任单位"
    let names = ["公开", "民生", "服务"]
    let rows = (0..<24).map { number in
      let start = number % 8 == 0 ? "\(names[number / 8]) | " : (9...13).contains(number) ? "" : " | "
      return "\(start)栏目\(number)号 | 每月更新 | 县教育局"
    }
    let table = try table([header] + rows)
    #expect(table.rows.map(\.path) == (0..<24).map { [names[$0 / 8], "栏目\($0)号"] })
  }

  @Test("A row that lost two fields at its start stands two fields further right, though one fewer would fit, too")
  func severalLost() throws {
    let header = "频道 | 大类 | 小类 | 责任单位 | 具体内容 | 更新时效"
    let rows = (1...12).map { number in
      let start = number == 1 ? "公开 | 公告" : number == 7 ? " | 决策" : " | "
      return "\(start) | 栏目\(number)号 | 县教育局 | 发布与栏目\(number)号有关的内容。 | 每月更新"
    }
    let moved = "栏目九十号 | 县民政局 | 公开九十号信息 | 长期公开，适时调整 | | "
    let table = try table([header] + rows.prefix(8) + [moved] + rows.suffix(4))
    #expect(table.rows[8].path == ["公开", "决策", "栏目九十号"])
    #expect(table.rows[8].texts[.responsible] == "县民政局")
    #expect(table.rows[8].texts[.update] == "长期公开，适时调整")
    #expect(table.rows[9].path == ["公开", "决策", "栏目9号"])
  }

  @Test("Where most rows have moved, what they bring from the next field is no habit of the one in which it stands")
  func mostHaveMoved() throws {
    let header = "频道 | 大类 | 栏目 | 责任单位 | 具体内容 | 对应栏目"
    let rows = (1...9).map { number in
      let isWhole = number % 4 == 1
      return
        "\(isWhole ? "频道\(number)号 | " : "")大类\(number)号 | 栏目\(number)号 | 各乡镇 | 发布与栏目\(number)号有关的内容。 | 另发布在“专题\(number)号”栏目\(isWhole ? "" : " | ")"
    }
    let table = try table([header] + rows)
    #expect(table.rows.map(\.path) == (1...9).map { ["频道\(($0 - 1) / 4 * 4 + 1)号", "大类\($0)号", "栏目\($0)号"] })
    #expect(table.rows.allSatisfy { $0.texts[.responsible] == "各乡镇" })
  }

  @Test("A short row behind a number lost what is empty before its labels, where so much explains all rows")
  func shortNumberedRow() throws {
    let table = try table([
      "序号 | 频道 | 大类 | 栏目 | 具体内容 | 责任单位 | 更新时效", "1 | 审计 | 消防 | 地震 | 链接有效，内容完整。 | 县教育局 | 每季度更新",
      "2 | | 要闻 | 公示 | 图片清晰，来源可靠。 | 县财政局 | 每季度更新", "3 | 人事 | 规划 | 按时发布，不得遗漏。 | 县教育局 | 每季度更新",
      "4 | | 财税 | 统计 | 按时发布，不得遗漏。 | 县水务局 | 每月更新",
    ])
    #expect(
      table.rows.map(\.path) == [["审计", "消防", "地震"], ["审计", "要闻", "公示"], ["审计", "人事", "规划"], ["审计", "财税", "统计"]])
  }

  @Test("A short row has a label that covers two fields, where no row goes on below it")
  func shortCoveringRow() throws {
    let table = try table([
      "频道 | 大类 | 栏目 | 具体内容 | 责任单位 | 更新时效", "科技 | 侨务 | 宗教 | 按时发布，不得遗漏。 | 县民政局 | 每周更新",
      " | | 民族 | 按时发布，不得遗漏。 | 县教育局 | 每周更新", "信访 | 审计 | 文字准确，附件齐全。 | 县财政局 | 及时更新",
      "地震 | 要闻 | 公示 | 文字准确，附件齐全。 | 县教育局 | 每周更新",
    ])
    #expect(table.rows[2].path == ["信访", "审计"])
  }

  @Test("Where labels have moved to where numbers stand, one alone there heads no rows")
  func loneMovedLabel() throws {
    let table = try table([
      "序号 | 频道 | 栏目 | 具体内容 | 责任单位", "1 | 政务 | 要闻 | 发布本县的各类要闻。 | 县府办", "公告栏 | 发布各部门公告。 | 县教育局 | | ",
      "快讯栏 | 发布各乡镇快讯。 | 县民政局 | | ", "政策栏 | | | | ", "2 | 民生 | 出行 | 发布公交线路。 | 县交通局",
      " | | 就学栏 | 发布招生信息。 | 县教育局", " | | 求职栏 | 发布招聘信息。 | 县人社局",
    ])
    #expect(table.rows.map(\.path.last) == ["要闻", "公告栏", "快讯栏", "政策栏", "出行", "就学栏", "求职栏"])
    #expect(table.rows.map(\.path.count) == Array(repeating: 2, count: 7))
  }

  @Test("Where most texts that stand in place of numbers have moved there, they are no numbers")
  func movedToNumbers() throws {
    let groups = ["政务", "民生", "文化"].enumerated().map { number, name in
      [
        "\(number + 1) | \(name) | \(name)要闻 | 每月更新 | 法规科 | 仅转载", " | | \(name)快讯 | 每年更新 | 档案科 | 仅转载",
        "规划栏 | | 信访科 | 仅转载 | | ", "统计栏 | | 信访科 | 仅转载 | | ", "人事栏 | | 信访科 | 仅转载 | | ",
      ]
    }
    let table = try table(["序号 | 频道 | 栏目 | 更新时效 | 责任单位 | 备注"] + groups.joined())
    #expect(table.rows.map { $0.path.count } == Array(repeating: 2, count: 15))
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"].flatMap { Array(repeating: $0, count: 5) })
    #expect(table.rows[3].path == ["政务", "统计栏"])
    #expect(table.rows[3].texts[.responsible] == "信访科")
  }

  @Test("Where both what rows may have lost and what labels may cover explain a table, the other reading is named")
  func shortRowInDoubt() throws {
    let table = try table([
      "频道 | 大类 | 栏目 | 具体内容 | 责任单位 | 更新时效", "科技 | 侨务 | 宗教 | 按时发布，不得遗漏。 | 县民政局 | 每周更新",
      " | | 民族 | 按时发布，不得遗漏。 | 县教育局 | 每周更新", "信访 | 审计 | 文字准确，附件齐全。 | 县财政局 | 及时更新",
      "地震 | 要闻 | 公示 | 文字准确，附件齐全。 | 县教育局 | 每周更新",
    ])
    let doubt = try #require(table.rows[2].doubts.first { $0.field == .level })
    #expect(doubt.rival == ["科技", "信访", "审计"])
  }

  @Test("A row whose texts fit the next fields has moved as a whole, and skipped none between its labels")
  func noGapBetweenLabels() throws {
    let table = try table([
      "频道 | 大类 | 栏目 | 具体内容 | 责任单位 | 更新时效", "教育 | 医疗 | 交通 | 文字准确，附件齐全。 | 县民政局 | 每周更新",
      " | 环保 | 按时发布，不得遗漏。 | 县教育局 | 每季度更新 | ", "就业 | 住房 | 按时发布，不得遗漏。 | 县民政局 | 每季度更新 | ",
      "救助 | 链接有效，内容完整。 | 县财政局 | 每月更新 | | ",
    ])
    #expect(
      table.rows.map(\.path) == [["教育", "医疗", "交通"], ["教育", "医疗", "环保"], ["教育", "就业", "住房"], ["教育", "就业", "救助"]])
  }

  @Test(
    "A short row that keeps an empty field behind its labels lost another there, where its first label begins a channel"
  )
  func lostBehindLabels() throws {
    let whole = (1...8).map { number in
      "\(number % 4 == 1 ? "频道\(number)号 | 大类\(number)号 | 中类\(number)号" : " | \(number % 4 == 3 ? "大类\(number)号" : "") | ") | 栏目\(number)号 | 县教育局 | 每月更新"
    }
    let lone = "规划 | | | | 县水务局 | 每周更新"
    let table = try table(
      ["频道 | 大类 | 中类 | 栏目 | 责任单位 | 更新时效"] + whole + [lone, "财税 | 统计 | | 县民政局 | 每周更新", " | 物价 | | | 县民政局 | 每周更新"])
    #expect(table.rows.suffix(2).map(\.path) == [["财税", "统计"], ["财税", "物价"]])
    #expect(table.rows[9].texts[.responsible] == "县民政局")
  }

  @Test("A row that lost a field behind its number stands one field further right, but for its number")
  func numberedRow() throws {
    let header = "序号 | 频道 | 栏目 | 具体内容 | 责任单位 | 更新时效 | 备注"
    let rows = (1...12).map { number in
      "\(number) | \(number % 6 == 1 ? "频道\(number)号" : "") | 栏目\(number)号 | 发布与栏目\(number)号有关的内容。 | 县教育局 | 每月更新 | "
    }
    let moved = [
      "13 | 栏目13号 | 发布与栏目13号有关的内容。 | 县教育局 | 每月更新 | | ", "14 | 栏目14号 | | 县民政局 | | | ",
    ]
    let table = try table([header] + rows + moved)
    #expect(table.rows.map(\.path) == (1...14).map { ["频道\($0 < 7 ? 1 : 7)号", "栏目\($0)号"] })
    #expect(table.rows.map { $0.texts[.responsible] } == Array(repeating: "县教育局", count: 13) + ["县民政局"])
  }

  @Test("A row whose labels fill fewer levels than there are lost the first one rather than one between them")
  func lostBeforeLabels() throws {
    let header = "频道 | 大类 | 小类 | 更新时效 | 责任单位"
    let rows = (1...12).map { number in
      "\(number % 6 == 1 ? "频道\(number)号" : "") | \(number % 3 == 1 ? "大类\(number)号" : "") | 栏目\(number)号 | 每月更新 | 县教育局"
    }
    let moved = "大类十号 | 栏目十号 | 每月更新 | 县教育局 | "
    let table = try table([header] + rows.prefix(9) + [moved] + rows.suffix(3))
    #expect(table.rows[9].path == ["频道7号", "大类十号", "栏目十号"])
  }

  @Test("Where fields that a label covers are written as empty ones, a short row lost those before its labels")
  func singleShortRow() throws {
    let header = "序号 | 频道 | 大类 | 小类 | 更新时效 | 责任单位"
    let rows = (1...16).map { number in
      switch number % 8 {
      case 1: "\(number) | 频道\(number)号 | 大类\(number)号 | 栏目\(number)号 | 每月更新 | 县教育局"
      case 4: "\(number) | 大类\(number)号 | 栏目\(number)号 | 每月更新 | 县教育局"
      case 6: "\(number) | | 大类\(number)号 | | 每月更新 | 县教育局"
      case 7: "\(number) | | 大类\(number)号 | 栏目\(number)号 | 每月更新 | 县教育局"
      case 0: "\(number) | 栏目\(number)号 | 每月更新 | 县教育局"
      default: "\(number) | | | 栏目\(number)号 | 每月更新 | 县教育局"
      }
    }
    let table = try table([header] + rows)
    #expect(table.rows[3].path == ["频道1号", "大类4号", "栏目4号"])
    #expect(table.rows[4].path == ["频道1号", "大类4号", "栏目5号"])
    #expect(table.rows[15].path == ["频道9号", "大类15号", "栏目16号"])
    #expect(table.rows[3].doubts.contains { $0.field == .level })
  }

  @Test(
    "Where row after row lost the empty field that it began with, rows kept to the table's width have lost theirs, too")
  func lostStartsInARun() throws {
    let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let rows = (0..<32).map { number in
      let isFirst = number % 16 == 0
      let (channel, text) = (isFirst ? "频道\(number / 16)号" : "", isFirst ? "发布频道\(number / 16)号有关的内容。" : "")
      let cells = "栏目\(number)号 | \(text) | 每月更新 | 县教育局"
      guard (18..<29).contains(number) else { return "\(channel) | \(cells)" }
      return number % 3 == 0 ? cells : "\(cells) | "
    }
    let table = try table([header] + rows)
    #expect(table.rows.map(\.path) == (0..<32).map { ["频道\($0 / 16)号", "栏目\($0)号"] })
  }

  @Test("A label that looks like none in its own place may as well have moved")
  func oddLabelMoved() throws {
    let header = "频道 | 大类 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let odd = "社会事业公开注：详见上级印发的有关文件，其余事项按照各自职责分工办理。"
    let rows = (0..<18).map { number in
      let channel = number % 9 == 0 ? "频道\(number / 9)号" : ""
      let group = number % 3 > 0 ? "" : number == 12 ? odd : "大类\(number)号"
      let cells = "栏目\(number)号 | 发布与栏目\(number)号有关的内容。 | 每月更新 | 县教育局"
      return (12..<15).contains(number)
        ? "\(group) | \(cells)" : number == 5 ? " | \(cells)" : "\(channel) | \(group) | \(cells)"
    }
    let table = try table([header] + rows)
    #expect((12..<15).map { table.rows[$0].path } == (12..<15).map { ["频道1号", odd, "栏目\($0)号"] })
    #expect(table.rows[15].path == ["频道1号", "大类15号", "栏目15号"])
  }

  @Test("Short rows among such as begin with an empty field have a label that covers two fields")
  func shortRowsAmongOthers() throws {
    let header = "频道 | 栏目 | 更新时效 | 责任单位"
    let rows = (0..<24).map { number in
      switch number % 4 {
      case 0: "频道\(number)号 | 每月更新 | 县教育局"
      case 1: "频道\(number)号 | 栏目\(number)号 | 每月更新 | 县教育局"
      default: " | 栏目\(number)号 | 每月更新 | 县教育局"
      }
    }
    let table = try table([header] + rows)
    for number in stride(from: 0, to: 24, by: 4) { #expect(table.rows[number].path == ["频道\(number)号"]) }
  }

  @Test("Where no row begins with an empty field, nothing is put before short rows: merged labels are gone")
  func shortRowsOfLostLabels() throws {
    let table = try table([
      "频道 | 栏目 | 细目 | 更新时效 | 责任单位", "频道0号 | 栏目0号 | | 每周更新 | 县教育局", "栏目1号 | 细目1号 | 县民政局", "栏目2号 | | 县教育局",
      "栏目3号 | 细目3号 | 每月更新",
    ])
    #expect(table.rows.map { $0.path.dropFirst() } == [["栏目0号"], ["栏目1号", "细目1号"], ["栏目2号"], ["栏目3号", "细目3号"]])
  }

  @Test("A row of a table without levels that begins with an empty field too many is moved back as a whole")
  func flatRow() throws {
    let header = "序号 | 责任单位 | 负责的栏目 | 备注"
    let rows = (1...6).map { "\($0) | 县\(["教育", "民政", "水务", "财政", "司法", "审计"][$0 - 1])局 | 机构职能、工作动态、政策文件。 | " }
    let table = try table([header] + rows.prefix(4) + rows.suffix(2).map { " | " + $0 })
    #expect(table.rows.map { $0.texts[.responsible] } == ["教育", "民政", "水务", "财政", "司法", "审计"].map { "县\($0)局" })
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == "机构职能、工作动态、政策文件。" })
  }

  @Test("In a table without levels, a row whose cells fit far better elsewhere is moved, and its last field was empty")
  func flatRowWithGap() throws {
    let units = ["教育", "民政", "水务", "财政", "司法", "审计", "统计", "林业"].map { "县\($0)局" }
    let list = "渔汛通告、船检须知、禁渔公告"
    let rows = units.enumerated().map { index, unit in
      switch index {
      case 3: "4 | | \(unit) | \(list)"
      case 5: "6 | | \(unit) | \(list) | "
      case 6: "7 | | | \(unit) | \(list)"
      default: "\(index + 1) | \(unit) | \(list) | \(index % 4 == 0 ? "每月更新" : "")"
      }
    }
    let table = try table(["编号 | 部门 | 栏目名称 | 更新时间"] + rows)
    #expect(table.rows.map { $0.texts[.responsible] } == units)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == list && $0.texts[.update] == "每月更新" })
  }

  @Test("What a label that says little holds is told by rows in which nothing has moved")
  func weakLabelOfMovedCells() throws {
    let rows = (1...12).map { number in
      let (start, end) = ("\(number) | \(number % 6 == 1 ? "渔政" : "")", "港区\(number)号 | 县渔政站 | ")
      return number % 3 == 0
        ? "\(start) | 巡查\(number) | 检查第\(number)期巡查的记录，缺一次扣一分。 | \(end) | "
        : number % 4 == 0
          ? "\(start) | | 船籍\(number) | | 每季抽查第\(number)期的船籍登记。 | \(end)"
          : "\(start) | 登记\(number) | 船籍\(number) | 每季抽查第\(number)期的船籍登记。 | \(end)"
    }
    let table = try table(["序号 | 一级指标 | 二级指标 | 指标要素 | 考核要求 | 对应栏目 | 责任单位 | 备注"] + rows)
    #expect(table.rows[0].path == ["渔政", "登记1", "船籍1"])
    #expect(table.rows[6].path == ["渔政", "登记7", "船籍7"])
  }

  @Test("A value taken from a row whose cells were placed by their content is as doubtful there as in that row")
  func carriedPlacement() throws {
    let rows = (1...14).map { number in
      let start = "\(number) | \(number % 7 == 1 ? "频道\(number)" : "") | 栏目\(number) | 县渔政站 | 县水务局"
      return number == 5
        ? "5 | | 栏目5 | | 县渔政站 | 县水务局 | 及时公开渔汛有关内容。 | "
        : "\(start) | 汇总本县第\(number)期渔汛信息，注明来源。 | \(number % 7 == 1 ? "每周更新" : "") | "
    }
    let table = try table(["序号 | 栏目 | 子栏目 | 牵头部门 | 维护单位 | 具体内容 | 更新周期 | 备注"] + rows)
    for row in [4, 5, 6] where table.rows[row].texts[.update] == "及时公开渔汛有关内容。" {
      #expect(table.rows[row].doubts.contains { $0.field == .update && $0.code.hasPrefix("cell.") })
    }
    #expect(table.rows[1].doubts.allSatisfy { !$0.code.hasPrefix("cell.") })
  }

  @Test("Where all rows are as wide as the header, odd words stand in their places", arguments: ["准营准办", "产业园区"])
  func oddWordsInPlace(label: String) throws {
    let header = "频道 | 栏目 | 子栏目 | 责任部门 | 更新时限 | 公开内容"
    let rows = ["设立", "变更", label, "年检", "注销", "户籍", "社保", "婚姻", "公积金", "公交"].enumerated().map { index, name in
      let (channel, unit) = index % 5 == 0 ? ("服务\(index)号 | 办事\(index)号", "县\(index == 0 ? "甲" : "乙")局") : (" | ", "")
      return "\(channel) | \(name) | \(unit) | | \(name == label ? "介绍\(name)" : "发布\(name)的条件和流程。")"
    }
    let table = try table([header] + rows)
    #expect(table.rows.map(\.path.count) == Array(repeating: 3, count: 10))
    #expect(table.rows.map { $0.texts[.responsible] } == (0..<10).map { $0 < 5 ? "县甲局" : "县乙局" })
    #expect(table.rows[2].texts[.requirement] == "介绍\(label)")
  }

  @Test("Which of two words for a demand names the labels is told by rows in which nothing has moved")
  func labelsBelowDemand() throws {
    let table = try table([
      "一级指标 | 二级指标 | 评估要点 | 考核要求 | 责任单位",
      "政策 | 解读 | —— | 上级政策发布后及时解读，形式多样。 | 县统计局", "问答 | —— | 设置问答栏目，分类清晰、查找方便。 | 县教育局 | ",
      "服务 | 救助 | 低保 | 低保标准公开及时，内容准确、完整。 | 县民政局", "医疗 | 公开医疗救助的条件，并定期更新。 | 县民政局 | | ",
      "临时 | 公开临时救助的流程，并定期更新。 | 县民政局 | | ", " | | 特困 | 公开特困供养的对象，并定期更新。 | 县财政局",
    ])
    #expect(table.fields.prefix(4) == [.level, .level, .level, .requirement])
    #expect(table.rows.map { $0.texts[.requirement]?.count } == [17, 17, 17, 16, 16, 16])
    #expect(table.rows[0].path == ["政策", "解读"])
    #expect(table.rows[5].path.last == "特困")
  }

  @Test("A page of which all rows begin with an empty field too many has moved as a whole", arguments: [false, true])
  func shiftedPage(endsInRemarks: Bool) throws {
    let (header, end) = endsInRemarks ? (" | 备注", [" | 新栏目", " | ", " | ", " | "]) : ("", ["", "", "", ""])
    let table = try table([
      "编号 | 频道 | 栏目 | 具体内容 | 更新时限 | 责任单位\(header)", " | 1 | 资讯 | 要闻 | 发布本县要闻。 | 每周更新 | 县政府办\(end[0])",
      " | 2 | | 快讯 | 发布本县快讯。 | 每月更新 | 县融媒体中心\(end[1])", " | 3 | 服务 | 办事流程 | 公布办理条件。 | 每月更新 | 县审批局\(end[2])",
      " | 4 | | 招生入学 | 公布招生办法。 | 每年更新 | 县教育局\(end[3])",
    ])
    #expect(table.rows.map(\.path) == [["资讯", "要闻"], ["资讯", "快讯"], ["服务", "办事流程"], ["服务", "招生入学"]])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3", "4"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test(
    "Numbers below a label of a level tell that all rows have moved, and not that it is none",
    arguments: ["公开领域", "板块"])
  func shiftedNumbers(outermost: String) throws {
    let table = try table([
      "编号 | \(outermost) | 一级事项 | 内容说明 | 更新周期 | 信息提供单位", " | 1 | 资讯 | 要闻 | 发布本县要闻。 | 每周更新 | 县政府办",
      " | 2 | | 快讯 | 发布本县快讯。 | 每月更新 | 县融媒体中心", " | 3 | 服务 | 办事流程 | 公布办理条件。 | 每月更新 | 县审批局",
      " | 4 | | 招生入学 | 公布招生办法。 | 每年更新 | 县教育局",
    ])
    #expect(table.rows.map(\.path) == [["资讯", "要闻"], ["资讯", "快讯"], ["服务", "办事流程"], ["服务", "招生入学"]])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3", "4"])
  }

  @Test("A page whose fields have moved behind labels that were not written again stays where it begins")
  func shiftedInnerPage() throws {
    let header = "频道 | 大类 | 栏目 | 发布内容 | 责任单位"
    let table = try table([
      header, "公开 | 机构 | 职能 | 公开机构的职能。 | 县政府办", " | | 领导 | 公开领导的分工。 | 县人社局",
      "服务 | 办事 | 流程 | 公开办事的流程。 | 县审批局", header, " | | 材料 | | 公开办事的材料。 | 县教育局", " | | 查询 | | 公开查询的方法。 | 县水务局",
      " | | 表格 | | 公开办事的表格。 | 县信访局",
    ])
    #expect(table.rows.suffix(3).map(\.path) == [["服务", "办事", "材料"], ["服务", "办事", "查询"], ["服务", "办事", "表格"]])
  }

  @Test("Rows below a repeated header have moved as a whole, though those above it stand in their places")
  func shiftedLaterPage() throws {
    let header = "频道 | 大类 | 栏目 | 发布内容 | 责任单位"
    let table = try table([
      header, "公开 | | 机构 | 公开机构的职能。 | 县政府办", " | | 领导 | 公开领导的分工。 | 县人社局", "服务 | 办事 | 流程 | 公开办事的流程。 | 县审批局",
      " | " + header, " | | | 材料 | 公开办事的材料。 | 县教育局", " | | 查询 | | 公开查询的方法。 | 县水务局", " | 互动 | 信箱 | | 公开信箱的地址。 | 县信访局",
    ])
    #expect(
      table.rows.map(\.path) == [
        ["公开", "机构"], ["公开", "领导"], ["服务", "办事", "流程"], ["服务", "办事", "材料"], ["服务", "查询"], ["互动", "信箱"],
      ])
  }

  @Test("Of labels alone in their rows that part a table, one may stand above rows that have moved")
  func headingAboveMovedPage() throws {
    let table = try table([
      "板块 | 栏目 | 更新时限 | 牵头单位 | 责任单位", "发布类 | | | |", "新闻 | 要闻 | 每周更新 | 县府办 | 县广电局", "公开类 | | | |",
      "公开 | 机构 | 每年更新 | 县编办 | 县府办", "服务类 | | | |", "办事 | 流程 | 每年更新 | 县审批局 | 县府办", "互动类 | | | |",
      " | 信箱 | 留言 | 每周更新 | 县信访局 | 县府办", " | 调查 | 征集 | 每月更新 | 县信访局 | 县府办",
    ])
    let paths = [
      ["发布类", "新闻", "要闻"], ["公开类", "公开", "机构"], ["服务类", "办事", "流程"], ["互动类", "信箱", "留言"], ["互动类", "调查", "征集"],
    ]
    #expect(table.rows.map(\.path) == paths)
  }

  @Test("Rows without an empty field tell which of two words for a demand names the labels, whatever has moved")
  func labelsBelowDemandOfFullRows() throws {
    let moved = ["简介", "区划", "物产", "民俗"].map {
      " | \($0) | 介绍本县\($0)的情况，内容准确、完整，定期更新。 | 专题栏目 | | "
    }
    let table = try table(
      [
        "编号 | 考评项目 | 考评内容 | 评估要点 | 落实栏目 | 责任单位", "1 | 概况 | 历史 | 介绍历史，内容准确。 | 历史栏目 | 县档案局",
        "2 | 动态 | 要闻 | 发布要闻，注明来源。 | 要闻栏目 | 县政府办", "3 | 服务 | 救助 | 公开救助，定期更新。 | 救助栏目 | 县民政局",
      ] + moved)
    #expect(table.fields.prefix(4) == [.number, .level, .level, .requirement])
    #expect(table.rows[0].path == ["概况", "历史"])
    #expect(table.rows[0].texts[.requirement] == "介绍历史，内容准确。")
  }

  @Test("In a row with a cell for each field, none is a piece of the one before, however odd its wording is")
  func oddWording() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 公开内容 | 更新时限 | 责任单位 | 供稿时间
      数据 | 图解 | 人口图 | 链接到统一平台，地址变动应及时告知。 | 每10天更新一次 | 生态环境分局 | 散场后供稿
      要闻 | 公示 | 招标公示 | 汇总招标情况并提供查询服务 | 1个月内更新 | 区残联、区医保局 | 每月5日前报送
       | | 政务微博 | 公布受理地址和电话；信息准确。 | 有变化即更新 | 区委编办 | 每月5日前报送
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.supply] } == ["散场后供稿", "每月5日前报送", "每月5日前报送"])
    #expect(table.rows.first?.texts[.responsible] == "生态环境分局")
  }
}
