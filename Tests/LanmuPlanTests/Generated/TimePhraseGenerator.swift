/// Phrases of time made of the shapes, with their meanings.
struct TimePhraseGenerator {
  private var filler: PhraseFiller

  init(seed: UInt64) { filler = PhraseFiller(seed: seed) }

  mutating func phrase(shape: String, meaning: String) -> (text: String, meaning: String) {
    let unit = filler.pick(Self.units)
    let count = filler.pick(unit.counts)
    let items = filler.pick([2, 3, 4, 5, 6, 8, 10, 12, 20])
    let period = filler.pick(Self.periods)
    let bare = filler.pick(Self.barePeriods)
    let parts = filler.sample(2, of: Self.parts)
    var values = [
      "E": filler.pick(Self.events), "T": filler.pick(Self.columns), "A": filler.pick(Self.authorities), "S": parts[0],
      "R": parts[1],
    ]
    let shared = values
    values["n"] = filler.writing(of: count, beforeCounter: unit.word.hasPrefix("个"))
    values["m"] = filler.writing(of: items, beforeCounter: true)
    values["u"] = unit.word
    values["p"] = period.word
    values["b"] = bare.word
    values["V"] = filler.pick(Self.updating)
    values["D"] = filler.pick(Self.delivering)
    let text = PhraseFiller.replace(in: shape, values)
    let meanings = shared.merging(
      [
        "n": "\(count)", "m": "\(items)", "m+1": "\(items + 1)", "u": unit.meaning, "p": period.meaning,
        "b": bare.meaning,
      ]
    ) { $1 }
    return (text, PhraseFiller.replace(in: meaning, meanings))
  }

  private static let units: [(word: String, meaning: String, counts: [Int])] = [
    ("个工作日", "workday", [2, 3, 5, 7, 10, 15, 20, 30]), ("个工作日", "workday", [2, 3, 5, 7, 10, 15, 20, 30]),
    ("日", "day", [2, 3, 5, 7, 10, 15, 20, 30]), ("天", "day", [2, 3, 5, 7, 10, 15, 30]), ("周", "week", [1, 2, 3, 4]),
    ("个月", "month", [1, 2, 3, 4, 5, 6]), ("个自然日", "day", [3, 5, 7, 10, 15]),
  ]

  private static let periods = [
    ("天", "1day"), ("日", "1day"), ("周", "1week"), ("星期", "1week"), ("旬", "10day"), ("半月", "15day"), ("半个月", "15day"),
    ("月", "1month"), ("个月", "1month"), ("两个月", "2month"), ("季度", "3month"), ("季", "3month"), ("半年", "6month"),
    ("年", "1year"), ("两周", "2week"), ("三个月", "3month"),
  ].map { (word: $0.0, meaning: $0.1) }

  private static let barePeriods = [
    ("月", "1month"), ("季度", "3month"), ("年度", "1year"), ("周", "1week"), ("半年", "6month"), ("月度", "1month"),
    ("旬", "10day"),
    ("季", "3month"),
  ].map { (word: $0.0, meaning: $0.1) }

  private static let updating = ["更新", "发布", "公开", "维护", "公布", "上传", "推送"]
  private static let delivering = ["提供", "报送", "反馈", "答复", "回复", "上报"]
  private static let events = [
    "信息形成", "文件印发", "会议结束", "项目批复", "政策出台", "数据审定", "稿件审核通过", "事项办结", "公告发布", "资料定稿", "信息产生或者变更",
  ]
  private static let parts = ["工作动态类", "政策文件类", "通知公告", "业务信息", "统计数据", "首页栏目", "动态类信息", "人事任免", "图片新闻"]
  private static let columns = ["通知公告", "市政府门户网站", "政策文件", "工作动态"]
  private static let authorities = ["上级主管部门", "省政府办公厅", "自治区", "市委网信办", "国家统计局", "上级"]
}
