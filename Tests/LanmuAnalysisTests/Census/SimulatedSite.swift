import LanmuAnalysis
import LanmuGrid
import LanmuPlan
import LanmuRecognition

/// A site that lives for two years: columns with rules of every kind, units, holidays, and planted faults.
///
/// Everything follows from the seed, so that a failure can be seen again.
struct SimulatedSite {
  struct Column {
    var entry: PlanEntry
    var columnClass: ColumnClass
    /// The days of its items, in order.
    var days: [CivilDate]
  }

  var plan: Plan
  var columns: [Column] = []
  let start: CivilDate
  let end: CivilDate

  /// A small generator of numbers (SplitMix64).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static let phrases: [(TimeRule, Int)] = [
    (TimeRule(.interval(every: TimeSpan(2, .week), atLeast: 1), text: "2周内更新"), 8),
    (TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "1个月内更新"), 20),
    (TimeRule(.interval(every: TimeSpan(6, .month), atLeast: 1), text: "6个月内更新"), 110),
    (TimeRule(.interval(every: TimeSpan(1, .year), atLeast: 1), text: "1年内"), 220),
    (TimeRule(.interval(every: TimeSpan(50, .day), atLeast: 1), text: "每50天至少更新一次"), 30),
    (TimeRule(.interval(every: TimeSpan(1, .week), atLeast: 1), text: "每周至少1条"), 4),
    (TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "每月"), 15),
    (TimeRule(.interval(every: TimeSpan(5, .workday), atLeast: 1), text: "每5个工作日至少1次"), 4),
    (TimeRule(.interval(every: TimeSpan(1, .year), atLeast: 6), text: "一年六次以上"), 50),
    (TimeRule(.annual(by: MonthDay(month: 1, day: 31), yearOffset: 1), text: "一年更新一次（次年1月底前）"), 300),
    (TimeRule(.months([2, 8]), text: "每年2月、8月"), 120),
    (TimeRule(.interval(every: TimeSpan(1, .day), atLeast: 1), text: "每天"), 1),
    (TimeRule(.onChange, text: "有变动即更新"), 90),
    (TimeRule(.asNeeded, text: "按需更新"), 90),
  ]

  static let labels = ["工作动态", "通知公告", "政策文件", "人事信息", "规划计划", "政策解读", "财政预决算", "机构职能", "图片新闻"]

  init(seed: UInt64, columns count: Int, units unitCount: Int, start: CivilDate, months: Int) {
    var numbers = Numbers(state: seed)
    self.start = start
    end = start.adding(months: months).adding(days: -1)
    let units = (0..<unitCount).map { PlanUnit(name: $0 % 5 == 4 ? "第\($0)镇" : "县第\($0)局") }
    plan = Plan(title: "某县人民政府网站栏目保障方案", tables: [PlanTable(kind: .columns)], units: units)
    for number in 0..<count {
      let (rule, pace) = Self.phrases[number % Self.phrases.count]
      let label = Self.labels[number % Self.labels.count]
      let unit = units[number % units.count].name
      let entry = PlanEntry(
        id: "e\(number)", path: ["频道\(number % 7)", "栏目\(number)", label],
        update: TimedText(text: rule.text, rules: [rule]),
        responsible: unit, assignments: [Assignment(unit: unit, role: .responsible)])
      plan.entries.append(entry)
      // One in eleven is blank, one in six falls silent one day, the others keep their pace with slips.
      let isBlank = number % 11 == 10
      let silent = number % 6 == 5 ? start.adding(days: Int.random(in: 60..<months * 28, using: &numbers)) : end
      var days: [CivilDate] = []
      var day = start.adding(days: Int.random(in: 0..<max(2, pace), using: &numbers))
      while !isBlank, day <= min(silent, end) {
        days.append(day)
        day = day.adding(days: Int.random(in: max(1, pace / 2)...max(1, pace + pace / 3), using: &numbers))
      }
      columns.append(Column(entry: entry, columnClass: ColumnClass(path: entry.path), days: days))
    }
  }

  /// What the content system exports on a day, everything published so far.
  func ledger(asOf day: CivilDate, since: CivilDate?) -> RecordLedger {
    var ledger = RecordLedger(month: CivilMonth(containing: day), monitoringDay: day, declaredSince: since)
    guard let map = FieldMap(header: ["栏目", "标题", "发布时间", "单位"], kind: .records) else { return ledger }
    let fields = RecordFields(map)
    var row = 1
    for column in columns {
      for (index, date) in column.days.enumerated() where date <= day {
        let texts = FieldTexts([
          column.entry.path.joined(separator: " > "), "\(column.entry.id)第\(index)条", date.text + " 09:30:00",
          column.entry.responsible,
        ])
        let place = RowPlace(file: "export", row: row)
        ledger.add(texts, fields, at: place)
        row += 1
      }
    }
    return ledger
  }
}
