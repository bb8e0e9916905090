/// Splits the words before 之日起 or 后 into the event and the scope before it.
struct EventReader {
  let finder: TimeKernelFinder

  /// The event in the tokens from `from` up to `to`, its scope, and the token at which the event starts.
  func event(from: Int, to: Int) -> (event: String, scope: String, start: Int) {
    var start = from
    for index in from..<to where isOpening(index) { start = index + 1 }
    while start < to, finder.tokens[start].isWord(.filler, .ifWord) || finder.tokens[start].kind == .listMark {
      start += 1
    }
    let opening = start
    // 每年高考结束后: the event without how often it comes.
    if start + 2 < to, finder.tokens[start].word == .every, finder.tokens[start + 1].unit != nil {
      // 每季度结束后: the period is what ends.
      let rest = finder.words(finder.start(of: start + 2)..<finder.start(of: to))
      if !["结束", "终了", "届满", "期满"].contains(where: rest.hasPrefix) { start += 2 }
    }
    let range = finder.start(of: start)..<finder.start(of: to)
    var event = finder.words(range)
    if event.hasSuffix("之日") { event.removeLast(2) }
    if event.hasSuffix("的") { event.removeLast() }
    var scope = ""
    if let mark = event.lastIndex(of: "类"), mark != event.startIndex {
      let rest = event[event.index(after: mark)...]
      // 类别 and 类型 are words of their own.
      if !rest.hasPrefix("别"), !rest.hasPrefix("型"), !rest.isEmpty {
        scope = String(event[...mark])
        event = String(rest)
      }
    }
    // 季报季后: what is due when a period has ended.
    if scope.isEmpty, let period = ["季度", "季", "月", "年度", "年"].first(where: event.hasSuffix) {
      let about = event.dropLast(period.count)
      if ["报", "表", "数据", "信息"].contains(where: about.hasSuffix) {
        scope = String(about)
        event = period
      }
    }
    if scope.isEmpty, opening > from { scope = scopeBefore(opening, from: from) }
    return (event, scope, start)
  }

  /// Whether words end in something that happens: 文件印发, 会议结束.
  static func endsAsEvent(_ words: String) -> Bool { happenings.contains(where: words.hasSuffix) }

  /// 接到转办件: what is received is the event.
  static func receives(_ words: String) -> Bool {
    ["收到", "接到", "接收"].contains(where: words.hasPrefix) && words.count > 2
  }

  private static let happenings = [
    "形成", "产生", "印发", "结束", "批复", "批准", "出台", "审定", "通过", "办结", "变更", "变动", "调整", "修订", "修改", "发布", "公布", "定稿", "完成",
    "下发", "签发", "成文", "作出", "受理", "生效", "制定", "发生", "确定", "签订", "竣工", "到位", "送达", "立项", "中标", "举行", "举办", "召开", "收到",
    "终了", "届满", "期满", "备案", "废止", "失效", "编制", "验收", "评审", "核定", "开始", "启动", "施行", "实施", "成立", "任命", "闭幕", "开幕",
    "生成", "获取", "获批", "审核", "审签", "签署", "签批", "出具", "产出", "公示", "换届", "开标", "评标", "成交", "流标", "转办", "交办", "开工", "完工",
    "投产", "交付", "结项", "结题", "到任", "离任", "任免", "终止", "解除", "变化", "出现", "更替", "定标", "判决", "裁决", "换发", "散会", "截止",
  ]

  /// 自, 从 and 在 open an event.
  private func isOpening(_ index: Int) -> Bool {
    guard finder.tokens[index].word == .filler else { return false }
    let word = finder.words(finder.tokens[index].range)
    return ["自", "从", "在", "应在", "须在", "于"].contains(word)
  }

  private func scopeBefore(_ start: Int, from: Int) -> String {
    var end = start
    while end > from, finder.tokens[end - 1].isWord(.filler, .ifWord) || finder.tokens[end - 1].kind == .listMark {
      end -= 1
    }
    guard end > from else { return "" }
    let words = finder.words(finder.start(of: from)..<finder.tokens[end - 1].range.upperBound)
    return finder.context.isProse && (ScopeReader.startsWithVerb(words) || words.contains("是否")) ? "" : words
  }
}
