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
    guard !words.isEmpty else { return Reading() }
    if isCondition(words) { return Reading(condition: bareCondition(words)) }
    if context.isProse, ScopeReader.startsWithVerb(words) || words.count > 40 || words.contains("是否") {
      return Reading()
    }
    return Reading(scope: words)
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
      !["根据", "按", "视", "如", "若"].contains(where: words.hasPrefix), !words.contains("如有")
    {
      return false
    }
    return ScopeReader.isCondition(words)
  }

  static func isCondition(_ words: String) -> Bool {
    if conditionStarts.contains(where: words.hasPrefix) { return true }
    if conditionEnds.contains(where: { words.hasSuffix($0) && words.count > $0.count }) { return true }
    return conditionMarks.contains(where: words.contains)
  }

  private static let conditionStarts = ["如", "若", "一旦", "遇", "凡有", "确有", "确无", "有条件", "经"]
  private static let conditionEnds = ["时", "后", "情况", "情况下", "情形", "的", "期间", "之日起", "之际"]
  private static let conditionMarks = ["如有", "若有", "如无", "若无", "如遇", "如果", "如发生", "如需"]

  static func startsWithVerb(_ words: String) -> Bool { verbs.contains(where: words.hasPrefix) }

  private static let verbs = [
    "公开", "发布", "设置", "提供", "结合", "加强", "严格", "围绕", "建立", "开展", "通过", "全面", "集中", "主动", "积极", "根据", "按", "做好",
    "落实", "确保", "避免", "保证", "规范", "整合", "优化", "推进", "实现", "明确", "制定", "转载", "是否", "取", "以", "经", "由", "在", "为", "与",
    "使", "认真",
    "及时", "每", "定期", "链接", "杜绝", "需", "应", "要", "随机", "针对", "完善", "强化", "组织", "负责", "承担", "接受", "统筹", "不", "没有", "无",
    "网站", "政府网站",
  ].filter { $0 != "网站" && $0 != "政府网站" && $0 != "链接" }

  /// Connecting words at either end say nothing.
  private func trim(_ words: String) -> String {
    var result = words[...]
    var changed = true
    while changed {
      changed = false
      for lead in ScopeReader.leads where result.hasPrefix(lead) {
        result = result.dropFirst(lead.count)
        changed = true
      }
      for tail in ScopeReader.tails where result.hasSuffix(tail) {
        result = result.dropLast(tail.count)
        changed = true
      }
    }
    return String(result)
  }

  private static let leads = [
    "并", "且", "、", "，", ",", "其中", "对于", "对", "也", "还", "则", "应当", "应", "须", "必须", "原则上", "一般", "请", "建议", "确保", "至少",
    "最少", "均", "都",
    "将", "做到", "；", ";", "：", ":", "监测时间点前", "近", "最近", "再", "同时", "和", "及", "的", "准确", "规范", "包括", "首次", "随时", "按程序",
  ].sorted { $0.count > $1.count }

  private static let tails = [
    "应当", "应", "须", "需", "必须", "需要", "请", "至少", "最少", "原则上", "一般", "均", "都", "在", "于", "也", "可", "建议", "并", "且", "要求",
    "、", "，", ",",
    "自", "从", "监测时间点前", "近", "最近", "不少于", "要", "按照", "按", "最迟", "每", "、", "做到", "确保", "保证", "：", ":", "进行", "的内容", "积极",
    "主动",
  ].sorted { $0.count > $1.count }
}
