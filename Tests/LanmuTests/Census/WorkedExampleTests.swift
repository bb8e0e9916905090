import Lanmu
import Testing

/// The 2015 sheet (国办发〔2015〕15号 annex) from the files of a month to its verdicts, one line of the sheet each.
///
/// The day of monitoring is 30 November 2026, so two weeks before it is the 16th, six months 30 May, a year 30 November 2025.
@Suite struct WorkedExampleTests {
  /// A site of a few columns of one class, each with a last item, and the logs beside it.
  private struct Site {
    var entries: [PlanEntry] = []
    var records = ["栏目,标题,发布时间,单位"]
    var letters = ["编号,栏目,收到时间,答复时间,承办单位"]
    var links = ["位置,链接地址,所在页面,返回码,发现日期"]
    var probes = ["探测时间,结果,耗时（秒）"]
    var home: [String] = []

    mutating func add(
      _ count: Int, _ name: String, every span: TimeSpan? = nil, on days: [String]
    ) {
      for number in 0..<count {
        let path = ["频道", "\(name)\(entries.count)"]
        let rule =
          span.map { TimeRule(.interval(every: $0, atLeast: 1), text: "定时") } ?? TimeRule(.onChange, text: "有变动时")
        entries.append(
          PlanEntry(
            id: "\(entries.count)", path: path, update: TimedText(text: rule.text, rules: [rule]),
            assignments: [Assignment(unit: "甲局", role: .responsible)]))
        for (index, day) in days.enumerated() {
          records.append("频道>\(path[1]),第\(number)之\(index)号信息,\(day),甲局")
        }
      }
    }

    func census(since: String? = "2025-01-01") throws -> Census {
      let plan = Plan(
        title: "某县人民政府门户网站保障方案", tables: [PlanTable(kind: .columns)], units: [PlanUnit(name: "甲局")], entries: entries)
      var rules = try #require(try RuleSetReader.ruleSet(named: "census-2015"))
      rules.parameters.homeColumns = home
      var request = CensusRequest(plan: plan, month: try #require(CivilMonth(parsing: "2026-11")), rules: rules)
      request.recordsSince = try since.map { try #require(CivilDate(parsing: $0)) }
      func source(_ lines: [String], _ name: String) -> [ByteSource] {
        lines.count == 1 ? [] : [.memory(Array((lines.joined(separator: "\n") + "\n").utf8), name: name)]
      }
      request.records = source(records, "records.csv")
      request.letters = source(letters, "letters.csv")
      request.links = source(links, "links.csv")
      request.probes = source(probes, "probes.csv")
      return try CensusMaker.census(request).value
    }

    func result(_ code: String, since: String? = "2025-01-01") throws -> IndicatorResult {
      try #require(try census(since: since).indicators.first { $0.indicator.code == code })
    }
  }

  /// 栏目不更新 (1): 动态要闻 columns without an item in two weeks, 通知公告 and 政策文件 ones in six months, together 5.
  @Test(arguments: [(5, 0, true), (3, 2, true), (0, 5, true), (4, 0, false), (2, 2, false)])
  func fiveStaleColumnsAreAVeto(news: Int, notices: Int, isVeto: Bool) throws {
    var site = Site()
    site.add(news, "工作动态", on: ["2026-11-15"])
    site.add(notices, "通知公告", on: ["2026-05-29"])
    // In order to the day.
    site.add(3, "图片新闻", on: ["2026-11-16"])
    site.add(3, "政策文件", on: ["2026-05-30"])
    let result = try site.result("F3")
    #expect(result.value == Double(news + notices))
    #expect(result.verdict == (isVeto ? .vetoed : .warned))
    #expect(try site.result("K4a").points == 3 * Double(news))
    #expect(try site.result("K4b").points == 4 * Double(notices))
  }

  /// 栏目不更新 (2): ten columns that should be updated but long have not been.
  @Test(arguments: [(10, IndicatorResult.Verdict.vetoed), (9, .warned), (6, .passed)])
  func tenLongStaleColumnsAreAVeto(count: Int, verdict: IndicatorResult.Verdict) throws {
    var site = Site()
    site.add(count, "重点工作", every: TimeSpan(1, .month), on: ["2026-05-29"])
    // Overdue, but not for so long; and old without being overdue.
    site.add(4, "阶段工作", every: TimeSpan(1, .month), on: ["2026-05-30"])
    site.add(4, "机构", on: ["2025-02-01"])
    #expect(try site.result("F4").value == Double(count))
    #expect(try site.result("F4").verdict == verdict)
  }

  /// 栏目不更新 (3): five columns that have carried nothing since they were opened; only a whole export can tell.
  @Test func fiveBlankColumnsAreAVeto() throws {
    var site = Site()
    site.add(5, "重点工作", every: TimeSpan(1, .month), on: [])
    site.add(1, "日常工作", every: TimeSpan(1, .month), on: ["2026-11-20"])
    #expect(try site.result("F5").verdict == .vetoed)
    #expect(try site.result("F5", since: nil).verdict == .unmeasured)
    site.add(1, "机构", on: ["无日期"])
    #expect(try site.result("F5").value == 5)
  }

  /// 基本信息: 人事 and 规划计划 columns within a year, 5 points each.
  @Test func aYearForPersonnelAndPlans() throws {
    var site = Site()
    site.add(1, "人事任免", on: ["2025-11-29"])
    site.add(1, "发展规划", on: ["2025-11-29"])
    site.add(1, "工作计划", on: ["2025-11-30"])
    #expect(try site.result("K4c").points == 10)
  }

  /// 网站不更新 and 首页栏目: nothing in two weeks is a veto, fewer than ten items cost 5; an item without a date is none.
  @Test(arguments: [(0, IndicatorResult.Verdict.vetoed, 0.0), (9, .passed, 5), (10, .passed, 0)])
  func itemsOfTheHomePage(items: Int, verdict: IndicatorResult.Verdict, points: Double) throws {
    var site = Site()
    site.add(1, "要闻", on: Array(repeating: "2026-11-16", count: items) + ["2026-11-15", ""])
    site.home = ["频道 / 要闻0"]
    #expect(try site.result("F2").value == Double(items))
    #expect(try site.result("F2").verdict == verdict)
    // What is vetoed costs its points as well; the sheet stops counting there.
    if items > 0 { #expect(try site.result("K3").points == points) }
  }

  /// 互动回应差: received within the last year and unanswered for more than three months.
  @Test(arguments: [
    ("2026-08-29", "", true), ("2026-08-31", "", false), ("2025-11-29", "", false), ("2026-08-01", "2026-11-01", false),
  ])
  func letters(received: String, answered: String, isVeto: Bool) throws {
    var site = Site()
    site.add(1, "县长信箱", on: ["2026-11-20"])
    site.letters.append("1,县长信箱,\(received),\(answered),甲局")
    site.letters.append("2,县长信箱,2026-11-29,,甲局")
    #expect(try site.result("F7").verdict == (isVeto ? .vetoed : .passed))
    #expect(try site.result("K5").points == 0)
  }

  /// 站点无法访问 and 首页可用性: 5 in 100 probes is a veto, below it each whole percent costs 5; 15 seconds are too long.
  @Test(arguments: [(9, IndicatorResult.Verdict.vetoed, 25.0), (8, .warned, 20), (5, .passed, 10), (1, .passed, 0)])
  func probesOfAWeek(failures: Int, verdict: IndicatorResult.Verdict, points: Double) throws {
    var site = Site()
    site.add(1, "要闻", on: ["2026-11-20"])
    for probe in 0..<168 {
      let time = "2026-11-\(24 + probe / 24) \(probe % 24):00"
      site.probes.append(probe < failures ? "\(time),成功,15.0" : "\(time),成功,14.9")
    }
    #expect(try site.result("F1").verdict == verdict)
    #expect(try site.result("K1").points == points)
  }

  /// 链接可用性: a dead link of the home page costs 1 point, one of another page a tenth.
  @Test func deadLinks() throws {
    var site = Site()
    site.add(1, "要闻", on: ["2026-11-20"])
    site.links.append("首页,http://dead.example/1,http://site.example/,404,2026-11-20")
    site.links.append("首页,http://slow.example/1,http://site.example/,503,2026-11-20")
    for number in 0..<4 { site.links.append("其他,http://dead.example/o\(number),http://site.example/a,404,2026-11-20") }
    #expect(try site.result("K2a").points == 1)
    #expect(abs(try site.result("K2b").points - 0.4) < 1e-9)
  }

  /// 调查征集类 and 互动访谈类: none in a year costs 5, fewer than six 3, not both; no interview column at all costs nothing.
  @Test(arguments: [(0, 5.0, 0.0), (5, 0, 3), (6, 0, 0)])
  func activities(count: Int, none: Double, few: Double) throws {
    var site = Site()
    // The eldest is a day too old to count.
    site.add(1, "民意征集", on: ["2025-11-29"] + (0..<count).map { "2026-0\($0 + 1)-10" })
    let census = try site.census()
    func points(_ code: String) -> Double? { census.indicators.first { $0.indicator.code == code }?.points }
    #expect(points("K6a") == none)
    #expect(points("K6b") == few)
    #expect(points("K7a") == 0)
    #expect(points("K7b") == 0)
  }

  /// The score is 100 less the deductions and never below 0; while a person's lines are open there is none.
  @Test func theScore() throws {
    var site = Site()
    site.add(4, "通知公告", on: ["2026-05-29"])
    site.add(1, "人事任免", on: ["2025-11-29"])
    let score = try site.census().score
    #expect(!score.vetoed)
    #expect(score.deducted == 21)
    #expect(score.points == 79)
    #expect(!score.unmeasured.isEmpty)
    site.add(6, "工作动态", on: ["2026-11-01"])
    site.add(30, "人事任免", on: ["2025-11-29"])
    let worst = try site.census().score
    #expect(worst.vetoed)
    #expect(worst.points == 0)
  }

  /// “2 months before” 1 March is 1 January to 1 March (the definition printed under the sheet).
  @Test(arguments: [("2026-01-01", ColumnResult.State.due), ("2025-12-31", .overdue)])
  func aWindowRunsBackFromTheDay(last: String, state: ColumnResult.State) throws {
    var site = Site()
    site.add(1, "重点工作", every: TimeSpan(2, .month), on: [last])
    let plan = Plan(tables: [PlanTable(kind: .columns)], entries: site.entries)
    var request = CensusRequest(
      plan: plan, month: try #require(CivilMonth(parsing: "2026-03")),
      rules: try #require(try RuleSetReader.ruleSet(named: "census-2015")))
    request.asOf = CivilDate(parsing: "2026-03-01")
    request.records = [.memory(Array((site.records.joined(separator: "\n") + "\n").utf8), name: "records.csv")]
    #expect(try CensusMaker.census(request).value.columns.first?.state == state)
  }
}
