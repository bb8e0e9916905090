import LanmuPlan
import LanmuRecognition

/// A generator of random numbers that gives the same ones for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0xD6E8_FEB8_6659_FD93
    state = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Plans of invented words, with what makes real ones hard: labels and requirements that repeat, and empty fields.
struct SyntheticPlan {
  private static let characters = Array(
    "岚溪柏桥枫谷霁川沅澄砚槐榆桐梓蔚苑陌岭汀洲渚渠堰坞垣墩寨屯坪坝塬沟涧泉湾浦港津渡滩屿礁崖峰峦岗丘壑野原林森木禾麦稻谷黍菽麻桑茶果")
  private static let generic = ["概况", "通知公告", "办事指南", "政策文件", "工作动态", "机构职能"]
  private static let common = ["发布相关信息", "及时发布本地区有关信息", "发布工作动态"]

  var numbers: SeededNumbers
  var unitNames: [String] = []
  private var used: Set<String> = []
  private var words: [String] = []

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    for _ in 0..<260 { words.append(freshWord(2)) }
    let suffixes = ["局", "局", "局", "办", "委", "中心"]
    for _ in 0..<24 {
      unitNames.append(
        "区" + freshWord(Int.random(in: 2...4, using: &numbers)) + (suffixes.randomElement(using: &numbers) ?? "局"))
    }
  }

  mutating func freshWord(_ length: Int) -> String {
    for _ in 0..<200 {
      let word = String((0..<length).map { _ in Self.characters.randomElement(using: &numbers) ?? "岚" })
      if used.insert(word).inserted { return word }
    }
    return "\(used.count)号"
  }

  mutating func sentence() -> String {
    let clauses = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
      let body = (0..<Int.random(in: 3...7, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }
      return (numbers.chance(50) ? "发布" : "") + body.joined() + (numbers.chance(30) ? "等信息" : "")
    }
    return clauses.joined(separator: numbers.chance(50) ? "；" : "，") + "。"
  }

  mutating func requirement(_ label: String) -> String {
    switch Int.random(in: 0..<100, using: &numbers) {
    case 0..<70: sentence()
    case 70..<80: "发布" + label + "相关信息"
    case 80..<90: Self.common.randomElement(using: &numbers) ?? ""
    default: ""
    }
  }

  static let times: [(String, TimeRule.Kind)] = [
    ("实时更新", .realtime), ("及时更新", .prompt), ("2周内更新", .interval(every: TimeSpan(2, .week), atLeast: 1)),
    ("1个月内更新", .interval(every: TimeSpan(1, .month), atLeast: 1)),
    ("每季度更新", .interval(every: TimeSpan(3, .month), atLeast: 1)),
    ("6个月内更新", .interval(every: TimeSpan(6, .month), atLeast: 1)),
    ("每年更新", .interval(every: TimeSpan(1, .year), atLeast: 1)), ("按需更新", .asNeeded),
  ]

  static func timed(_ place: Int) -> TimedText {
    TimedText(text: times[place].0, rules: [TimeRule(times[place].1, text: times[place].0)])
  }

  mutating func assignments() -> [Assignment] {
    let count = [1, 1, 1, 2, 2, 3].randomElement(using: &numbers) ?? 1
    var names: [String] = []
    while names.count < count {
      if let name = unitNames.randomElement(using: &numbers), !names.contains(name) { names.append(name) }
    }
    let roles = count > 1 && numbers.chance(40)
    return names.enumerated().map { place, name in
      Assignment(unit: name, role: roles ? (place == 0 ? .lead : .cooperating) : .responsible)
    }
  }

  static func responsible(_ assignments: [Assignment]) -> String {
    assignments.map { assignment in
      switch assignment.role {
      case .lead: assignment.unit + "（牵头）"
      case .cooperating: assignment.unit + "（配合）"
      default: assignment.unit
      }
    }.joined(separator: "、")
  }

  mutating func leafLabel() -> String {
    numbers.chance(20)
      ? Self.generic.randomElement(using: &numbers) ?? "概况" : freshWord(Int.random(in: 2...5, using: &numbers))
  }

  mutating func entry(_ path: [String]) -> PlanEntry {
    let duties = assignments()
    return PlanEntry(
      path: path, starred: numbers.chance(8), requirement: requirement(path.last ?? ""),
      update: Self.timed(Int.random(in: 0..<Self.times.count, using: &numbers)),
      responsible: Self.responsible(duties), remarks: numbers.chance(10) ? sentence() : "", assignments: duties)
  }

  /// A plan of about so many entries on two or three levels.
  mutating func plan(entries count: Int) -> Plan {
    var entries: [PlanEntry] = []
    while entries.count < count {
      let channel = freshWord(4)
      for _ in 0..<Int.random(in: 2...5, using: &numbers) {
        let section = freshWord(4)
        let flat = numbers.chance(15)
        var labels: Set<String> = []
        for _ in 0..<Int.random(in: 2...8, using: &numbers) {
          let label = leafLabel()
          guard labels.insert(label).inserted else { continue }
          entries.append(entry(flat ? [channel, label] : [channel, section, label]))
        }
      }
    }
    entries = Array(entries.prefix(count))
    for index in entries.indices { entries[index].id = "o\(index)" }
    return Self.plan(of: entries)
  }

  static func plan(of entries: [PlanEntry]) -> Plan {
    var seen: Set<String> = []
    let units = entries.flatMap(\.assignments).map(\.unit).filter { seen.insert($0).inserted }.map {
      PlanUnit(name: $0)
    }
    return Plan(tables: [PlanTable(kind: .columns)], units: units, entries: entries)
  }
}
