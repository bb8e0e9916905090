/// Reads what stands before a kernel: the part of the column that a rule is limited to, or the condition for it.
struct ScopeReader {
  let text: FoldedText
  let context: TimeRuleParser.Context

  struct Reading {
    var scope = ""
    var condition = ""
    var isScope: Bool { !scope.isEmpty }
  }

  /// The words right before a kernel in its own clause.
  func read(_ range: Range<Int>, before kernel: TimeKernel) -> Reading {
    if !kernel.eventScope.isEmpty { return Reading(scope: kernel.eventScope) }
    var words = trim(text.original(range))
    if kernel.isPredicate {
      for tail in ["信息更新", "内容更新", "更新", "公开", "发布", "报送", "反馈", "答复", "回复", "维护"] where words.hasSuffix(tail) {
        words.removeLast(tail.count)
        break
      }
    }
    guard !words.isEmpty, !ScopeReader.isGeneral(words) else { return Reading() }
    if isCondition(words) || isOccasion(words, for: kernel) { return Reading(condition: bareCondition(words)) }
    if context.isProse, ScopeReader.startsWithVerb(words) || words.count > 40 || words.contains("是否") {
      return Reading()
    }
    return Reading(scope: words)
  }

  /// 有重要信息随时发布: what there must be before an adverb says how soon.
  private func isOccasion(_ words: String, for kernel: TimeKernel) -> Bool {
    guard kernel.kind == .prompt, words.hasPrefix("有"), words.count > 2 else { return false }
    return !words.contains("的") && !words.hasSuffix("栏目")
      && !["有关", "有线", "有色", "有机", "有奖", "有偿", "有效", "有毒", "有害"].contains(where: words.hasPrefix)
  }

  /// A whole clause without a rule that stands before one with a rule.
  func readWhole(_ range: Range<Int>) -> (text: String, isCondition: Bool, isNoun: Bool, event: String?) {
    let words = trim(text.original(range))
    var event: String?
    for tail in ["之日起", "之后", "以后", "后", "之日", "起"] where words.hasSuffix(tail) && words.count > tail.count {
      event = String(words.dropLast(tail.count))
      break
    }
    let isNoun = words.count <= 24 && !ScopeReader.startsWithVerb(words)
    return (bareCondition(words), isCondition(words), isNoun, event)
  }

  /// 在…的情况下 is how a condition is printed that has no word of its own.
  private func bareCondition(_ words: String) -> String {
    let tail = "的情况下"
    return words.hasSuffix(tail) ? String(words.dropLast(tail.count)) : words
  }

  /// In prose, …的情况 is what is reported on and no condition, unless 根据 or 按 stands before it.
  private func isCondition(_ words: String) -> Bool {
    if context.isProse, ["情况", "情形", "的"].contains(where: words.hasSuffix),
      !["根据", "按", "视", "如", "若"].contains(where: words.hasPrefix), !words.contains("如有"),
      !(words.hasPrefix("有") && TimeKernelFinder.speaksOfChange(words))
    {
      return false
    }
    return ScopeReader.isCondition(words)
  }

  static func isCondition(_ words: String) -> Bool {
    let opensNoun = nounsThatOpen.contains(where: words.hasPrefix)
    if !opensNoun, conditionStarts.contains(where: words.hasPrefix) { return true }
    if words.hasPrefix("有"), TimeKernelFinder.speaksOfChange(words) { return true }
    let isAdverb = ["平时", "日常", "定时", "实时", "小时", "平日"].contains(where: words.hasSuffix)
    if !isAdverb, conditionEnds.contains(where: { words.hasSuffix($0) && words.count > $0.count }) { return true }
    return conditionMarks.contains(where: words.contains)
  }

  private static let conditionStarts = [
    "如", "若", "一旦", "遇", "凡有", "确有", "确无", "有条件", "经", "无变", "无调整", "无更新", "没有变", "未变", "根据", "结合", "视",
  ]
  /// 视频, 经济: nouns that begin with what else opens a condition.
  private static let nounsThatOpen = [
    "视频", "视窗", "视听", "视觉", "视察", "视点", "视界", "视力", "视障", "视讯", "经济", "经营", "经费", "经贸", "经验", "经典", "经纪", "经开", "经信",
    "经办", "经侦", "经责", "经适", "根据地", "遇难", "遇险", "若干",
  ]
  private static let conditionEnds = ["时", "后", "情况", "情况下", "情形", "的", "期间", "之日起", "之际"]
  private static let conditionMarks = ["如有", "若有", "如无", "若无", "如遇", "如果", "如发生", "如需"]

  /// What a condition says that happens (如有变动 → 有变动); `nil` where nothing happens (如无变动).
  static func occasion(_ condition: String) -> String? {
    var words = condition[...]
    for lead in ["如果", "如遇", "如", "若", "一旦", "遇有", "遇"] where words.hasPrefix(lead) {
      words = words.dropFirst(lead.count)
      break
    }
    for tail in ["时", "后", "的", "的情况下"] where words.hasSuffix(tail) { words = words.dropLast(tail.count) }
    let isNegative = ["无", "没有", "未", "不"].contains(where: words.hasPrefix)
    let happens = words.hasPrefix("有") || words.hasPrefix("发生") || EventReader.endsAsEvent(String(words))
    return !isNegative && happens && words.count >= 2 ? String(words) : nil
  }

  static func startsWithVerb(_ words: String) -> Bool {
    verbs.opening(words[...]) != nil && wordsThatOpen.opening(words[...]) == nil
  }

  private static let verbs = EdgeWords.openings([
    "公开", "发布", "设置", "提供", "结合", "加强", "严格", "围绕", "建立", "开展", "通过", "全面", "集中", "主动", "积极", "根据", "按", "做好",
    "落实", "确保", "避免", "保证", "规范", "整合", "优化", "推进", "实现", "明确", "制定", "转载", "是否", "取", "以", "经", "由", "在", "为", "与",
    "使", "认真", "及时", "每", "定期", "链接", "杜绝", "需", "应", "要", "随机", "针对", "完善", "强化", "组织", "负责", "承担", "接受", "统筹", "不",
    "没有", "无",
  ])

  /// Subjects that limit nothing: the column's information is what every rule is about.
  static func isGeneral(_ words: String) -> Bool { general.contains(words) }

  private static let general: Set<String> = [
    "信息", "内容", "系统", "栏目", "本栏目", "该栏目", "相关信息", "有关信息", "相关内容", "有关内容", "栏目内容", "栏目信息", "信息内容", "网站", "政府网站",
    "网站信息", "网站内容", "各类信息", "所有信息", "更新", "更新时间", "更新时限", "更新要求", "更新标准", "更新方式", "更新频率", "更新频次", "更新周期", "更新间隔",
    "更新时间间隔", "时间间隔", "周期", "频率", "频次", "时限", "时间", "公开时限", "发布时限", "发布周期", "发布频率", "发布时间", "公开时间", "提供时限", "提供时间",
    "报送时限", "时限要求", "时效", "时效要求", "更新时效", "保障时限", "自然日", "自然日内", "要求",
    "24小时", "动态", "依法", "依法依规", "依规", "按规定", "按照规定", "按要求", "按照要求", "按有关规定", "按照有关规定", "按相关规定", "按照相关规定", "按有关要求",
    "按照有关要求", "主动", "全面",
    "准确", "规范", "每年", "每月", "每季度", "每季", "每半年", "每周", "每学期", "每学年", "每次", "在每年", "于每年",
  ]

  /// Connecting words at either end say nothing.
  private func trim(_ words: String) -> String {
    var result = words[...]
    while true {
      if let lead = ScopeReader.leads.opening(result), ScopeReader.wordsThatOpen.opening(result) == nil {
        result = result.dropFirst(lead.count)
        continue
      }
      guard let tail = ScopeReader.tails.closing(result), ScopeReader.wordsThatClose.closing(result) == nil else {
        break
      }
      result = result.dropLast(tail.count)
    }
    return String(result)
  }

  /// Words of a subject that begin with what else would be a connecting word: 规范性文件, 应急管理.
  private static let wordsThatOpen = EdgeWords.openings([
    "应急", "应用", "应届", "规范性", "规范化", "对外", "对口", "近期", "近代", "再生", "再就业", "和谐", "请示", "均衡", "并购", "建议提案", "建议和提案",
    "建议、提案",
    "建议办理", "建议答复", "一般信息", "一般性", "一般公共", "一般事项", "一般问题", "一般工作", "准确率", "将军", "都市", "还款",
  ])

  /// Words of a subject that end so: 行政许可, 市场供应.
  private static let wordsThatClose = EdgeWords.endings([
    "许可", "认可", "响应", "反应", "供应", "对应", "适应", "效应", "纪要", "摘要", "概要", "存在", "首都", "成都", "内需", "急需", "年均", "人均",
  ])

  private static let leads = EdgeWords.openings(
    [
      "并", "且", "、", "，", ",", "/", "／", "其中", "对于", "对", "也", "还", "则", "应当", "应", "须", "必须", "原则上", "一般", "请", "建议",
      "确保", "至少",
      "最少", "均", "都",
      "将", "做到", "；", ";", "：", ":", "监测时间点前", "近", "最近", "再", "同时", "和", "及", "的", "准确", "规范", "包括", "首次", "随时", "按程序",
      "≥", "≧", "≤", "≦", "不迟于", "不得", "不能", "不应", "至多", "最多", "最长不超过", "最长不得超过", "一般不超过", "不超过", "不得超过", "自然日",
    ].sorted { $0.count > $1.count })

  private static let tails = EdgeWords.endings(
    [
      "应当", "应", "须", "需", "必须", "需要", "请", "至少", "最少", "原则上", "一般", "均", "都", "在", "于", "也", "可", "建议", "并", "且", "要求",
      "、", "，", ",", "/", "／",
      "自", "从", "监测时间点前", "近", "最近", "不少于", "要", "按照", "按", "最迟", "至多", "最多", "保持", "每", "、", "做到", "确保", "保证", "：",
      ":",
      "进行", "的内容", "积极",
      "主动", "≥", "≧", "≤", "≦", "不低于", "不得低于", "不超过", "不得超过", "最长不超过", "不迟于", "不能", "不得", "没有", "不存在", "应为", "周期为",
      "频率为", "间隔为",
      "时限为",
      "频次为", "时间为", "达到", "更新量", "发布量", "信息量", "数量", "总量", "自然日",
    ].sorted { $0.count > $1.count })
}
