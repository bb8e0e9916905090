/// How much a short text looks like a rule of time, told by its words alone.
///
/// What rules mean is not read here; a share is enough to tell a field of times from labels and demands.
enum TimeWording {
  /// From 0 (not at all) to 1 (certainly), less for long texts, which only mention a time, and for those of whose sentences
  /// only some are about time (公开名单和标准；每月更新).
  static func share(of scalars: [Unicode.Scalar]) -> Double {
    let whole = shareOfClause(scalars)
    guard whole > 0, scalars.count > longestClause else { return whole }
    let clauses = scalars.split { "；;。".unicodeScalars.contains($0) }
    guard clauses.count > 1 else { return whole }
    let length = clauses.reduce(0) { $0 + $1.count }
    let timed = clauses.reduce(0.0) { $0 + Double($1.count) * shareOfClause(Array($1)) }
    return min(whole, timed / Double(length))
  }

  /// Texts that are no longer than this speak of one thing.
  private static let longestClause = 16

  private static func shareOfClause(_ scalars: [Unicode.Scalar]) -> Double {
    guard !scalars.isEmpty else { return 0 }
    if scalars.count <= 3, bareTimes.matchLength(in: scalars, at: 0) == scalars.count { return 1 }
    if TimeVocabulary.covers(scalars) { return 1 }
    if followsAnother(scalars) { return followingShare }
    if namesDeadline(scalars) { return deadlineShare }
    var hits = 0.0
    if namesManner(scalars) { hits += namesVirtues(scalars) || keepsPace(scalars) ? virtueShare : 1 }
    if singleDays.matchLength(in: scalars, at: 0) > 0, dayEndings.ends(scalars[...]) > 0 { hits += 1 }
    // 会议结束后当日, 见报次日, 活动结束当日报送.
    let act = dayEndings.ends(scalars[...])
    if (4...longestEvent).contains(scalars.count), singleDays.ends(scalars[..<(scalars.count - act)]) > 0 { hits += 1 }
    if hits == 0, let end = leadingPeriod(scalars), isName(scalars[end...]) {
      hits += 0.4
    } else {
      if periods.occurs(in: scalars) { hits += 1 }
      hits += countedSpan(scalars)
    }
    if endsInEvent(scalars) { hits += 1 }
    // 按自治区要求, 按照统计数据类型确定: somebody else says when.
    if scalars[0] == "按", demandEndings.ends(scalars[...]) > 0 || setTimes.occurs(in: scalars) { hits += 1 }
    // 根据工作需要, 视上级部署: what calls for it says when.
    if scalars.count <= longestEvent, callers.matchLength(in: scalars, at: 0) > 0, calls.ends(scalars[...]) > 0 {
      hits += 1
    }
    guard hits > 0 else { return 0 }
    // A rule of time is short; a requirement that mentions one is long.
    let brevity = scalars.count <= 24 ? 1.0 : max(0.1, 24.0 / Double(scalars.count))
    return min(1, hits) * brevity
  }

  /// 同“通知公告”栏目: a short text that names another column, and says no more than to do as there.
  private static func followsAnother(_ scalars: [Unicode.Scalar]) -> Bool {
    guard (4...longestReference).contains(scalars.count), scalars[0] == "同",
      "“\"「『".unicodeScalars.contains(scalars[1]),
      let end = scalars.dropFirst(2).firstIndex(where: { "”\"」』".unicodeScalars.contains($0) })
    else { return false }
    return end + 1 == scalars.count
      || end + 1 + references.matchLength(in: scalars, at: end + 1) == scalars.count
  }

  private static let longestReference = 20
  /// What is demanded is as often that of another column, where a plan says what each must hold.
  private static let followingShare = 0.3

  /// 2023年底前完成改版: a day of one year by which something else is done than what rules of time demand again and again.
  private static func namesDeadline(_ scalars: [Unicode.Scalar]) -> Bool {
    let isYear =
      scalars.count > 5 && scalars[..<4].allSatisfy { ("0"..."9").contains($0) } && scalars[4] == "年"
    return isYear && !demanded.occurs(in: scalars)
  }

  /// What rules of time have done: a field of times may hold a single day of it, too (2023年6月底前公布).
  private static let demanded = WordSet([
    "更新", "报送", "提供", "公布", "公开", "发布", "维护", "填报", "上报", "录入", "上传", "每", "一次", "起",
  ])
  private static let deadlineShare = 0.3

  /// 及时更新, 有变动时: how, or on what occasion. 实时路况 and 及时雨行动 begin like it, and name something.
  private static func namesManner(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let start = scalars.indices.first(where: { timeWords.matchLength(in: scalars, at: $0) > 0 }) else {
      return false
    }
    guard start == 0 else {
      // 对失效的内容及时标注 demands something of an object; 对变动内容及时更新 is a rule all the same.
      return !"对将把".unicodeScalars.contains(scalars[0]) || updates.occurs(in: scalars)
    }
    let rest = scalars[timeWords.matchLength(in: scalars, at: 0)...]
    return !isName(rest) || doings.matchLength(in: scalars, at: rest.startIndex) > 0
  }

  /// 及时、准确公布: promptness among what else contents must be, and nothing of updating them.
  private static func namesVirtues(_ scalars: [Unicode.Scalar]) -> Bool {
    guard !updates.occurs(in: scalars),
      let start = scalars.indices.first(where: { promptness.matchLength(in: scalars, at: $0) > 0 })
    else { return false }
    let end = start + promptness.matchLength(in: scalars, at: start)
    if end + 1 < scalars.count, scalars[end] == "、", virtues.matchLength(in: scalars, at: end + 1) > 0 { return true }
    return start > 1 && scalars[start - 1] == "、" && virtues.ends(scalars[..<(start - 1)]) > 0
  }

  /// 与部门网站同步: what something else is kept in step with. It tells how contents come about as much as when.
  private static func keepsPace(_ scalars: [Unicode.Scalar]) -> Bool {
    "与和跟".unicodeScalars.contains(scalars[0]) && pace.ends(scalars[...]) > 0
  }

  private static let pace = WordSet(["同步"])
  private static let promptness = WordSet(["及时"])
  private static let virtues = WordSet(["准确", "完整", "全面", "真实", "规范", "权威", "详细", "有效", "充分", "客观"])
  /// A field of times may speak so, too.
  private static let virtueShare = 0.4

  /// 政策调整后, 专题结束前, 规则修订时, 换届后.
  private static func endsInEvent(_ scalars: [Unicode.Scalar]) -> Bool {
    guard (3...longestEvent).contains(scalars.count), let last = scalars.last else { return false }
    return "后前时".unicodeScalars.contains(last) && events.occurs(in: scalars)
  }

  /// How surely a text holds a number followed by a unit of time: `3个工作日`, `两周`, `6个月`, `半年`. Within a text they may be
  /// part of a name, too, where other words than those of rules follow: 介绍一周看点.
  private static func countedSpan(_ scalars: [Unicode.Scalar]) -> Double {
    var share = 0.0
    for (index, scalar) in scalars.enumerated() where isNumeral(scalar) {
      var next = index + 1
      while next < scalars.count, isNumeral(scalars[next]) { next += 1 }
      if next < scalars.count, scalars[next] == "个" { next += 1 }
      guard next < scalars.count else { break }
      let length = spanUnits.matchLength(in: scalars, at: next)
      guard length > 0 else { continue }
      // 2023年改版后新设 begins with a date, and 2023年 alone names one.
      let isYear = next - index == 4 && scalars[next] == "年"
      if isYear, scalars.count == 5 { return 0 }
      if index == 0 && !isYear || mayEndSpan(scalars, at: next + length) { return 1.2 }
      share = 0.4
    }
    return share
  }

  private static func mayEndSpan(_ scalars: [Unicode.Scalar], at end: Int) -> Bool {
    guard end < scalars.count, scalars[end].properties.isIdeographic else { return true }
    return isNumeral(scalars[end]) || "之以至为中未不".unicodeScalars.contains(scalars[end])
      || ruleParts.matchLength(in: scalars, at: end) > 0
  }

  /// The place behind the span or period of time with which a text begins.
  private static func leadingPeriod(_ scalars: [Unicode.Scalar]) -> Int? {
    let period = periods.matchLength(in: scalars, at: 0)
    if period > 0 { return period }
    let numerals = scalars.prefix(while: isNumeral).count
    guard numerals > 0 else { return nil }
    let start = numerals < scalars.count && scalars[numerals] == "个" ? numerals + 1 : numerals
    let unit = start < scalars.count ? spanUnits.matchLength(in: scalars, at: start) : 0
    return unit > 0 ? start + unit : nil
  }

  /// Whether a short text behind a period of time names something, rather than saying what is to be done in it.
  private static func isName(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (2...longestName).contains(rest.count), !rest.contains(where: isNumeral) else { return false }
    let rest = Array(rest)
    return !ruleParts.occurs(in: rest) && !spanUnits.occurs(in: rest)
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "半": true
    default: false
    }
  }

  // MARK: - Words

  private static let timeWords = WordSet([
    "及时", "实时", "定期", "随时", "必要时", "按需", "适时", "即时", "同步", "常态", "动态调整", "动态更新", "有变动", "有变更", "变更时", "变动时", "更新",
    "长期", "长年", "变动即", "变更即", "变化即", "调整即", "调整时", "变化时", "修订时", "第一时间", "立行立改", "立即", "尽快", "常年", "全年", "根据需要", "视情况",
    "一批一公开", "一批一更新", "有则公开", "有则更新",
  ])
  private static let updates = WordSet(["更新", "报送", "更换"])
  private static let demandEndings = WordSet(["要求", "确定", "规定", "节点", "执行", "进度", "安排", "进程", "日程"])
  private static let callers = WordSet(["根据", "依据", "依照", "按", "视", "结合", "随"])
  private static let calls = WordSet(["需要", "需求", "实际", "情况", "部署", "要求", "安排", "进展", "进度", "变化"])
  private static let setTimes = WordSet(["时限", "期限", "规定时间"])
  private static let periods = WordSet([
    "每天", "每日", "每周", "每月", "每季", "每年", "每半年", "每旬", "每半月", "每两", "每个", "每工作日", "每学期",
  ])
  private static let spanUnits = WordSet(["日", "天", "周", "月", "季度", "年", "小时", "分钟", "旬", "工作日", "星期"])

  /// What says how often without any further word: 周, 半年, 不定期.
  private static let bareTimes = WordSet([
    "日", "天", "周", "旬", "月", "季", "年", "半月", "半年", "双周", "不定期", "日更", "周更", "月更", "年更", "年度", "季度", "月度", "每晚", "全天",
    "季更", "一次",
  ])
  /// 政策调整后, 专题结束前, 规则修订时: an event, and that something is done at its time.
  private static let events = WordSet([
    "调整", "变", "修订", "批复", "批准", "印发", "发布", "结束", "形成", "完成", "公布", "签订", "任免", "审定", "审批", "下达", "收到", "颁布", "出台",
    "生效", "通过", "验收", "制发", "发文", "期满", "会议", "学期", "开学", "春节", "国庆", "竣工", "假", "节", "季", "信息", "召开", "制定", "评审", "审议",
    "发放", "审计", "上线", "立项", "开始", "到期", "受理", "办结", "换届", "到任", "获取", "产生", "确定",
  ])
  private static let longestEvent = 12
  /// What is done in time, in rules that say how: 及时转载, 实时抓取.
  private static let doings = WordSet([
    "转载", "推送", "抓取", "汇总", "处理", "跟进", "组织", "开展", "回应", "受理", "办理", "反馈", "答复", "回复", "报告", "通报", "修订", "完善", "补充",
    "上线", "上网", "对接", "采集", "归档", "下线", "撤换", "替换", "清理", "核实", "校对", "核查", "审核", "梳理", "共享", "上传", "通知", "报", "送",
    "链接", "公示", "展示", "有效",
    "更换", "充实", "自动", "主动", "据实", "按", "进行", "予以", "做好", "同", "推", "编", "刊", "登", "挂", "制作", "转", "解", "有", "根据", "随",
    "化", "归类", "归集", "分类", "删除", "整改", "登记", "移交",
  ])
  private static let references = WordSet(["栏目", "专栏", "频道", "一栏"])
  private static let singleDays = WordSet(["当日", "当天", "次日", "即日", "隔日"])
  private static let dayEndings = WordSet([
    "报送", "提供", "更新", "发布", "公开", "上报", "报", "内", "前", "办结", "上传", "完成", "供稿", "提交", "公布", "推送",
  ])
  /// What follows a span or a period of time in a rule, and not in the name of a column (每日播报, 一周看点).
  private static let ruleParts = WordSet([
    "内", "前", "后", "起", "次", "更新", "至少", "不少于", "不低于", "以上", "左右", "条", "篇", "期", "报送", "提供", "公布", "公开", "发布", "调整",
    "维护", "底",
    "初", "末", "上旬", "中旬", "下旬", "或", "、", "，", "（", "(", "/", "形成", "变", "巡", "检查",
  ])
  private static let longestName = 8
}
