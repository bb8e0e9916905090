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
    if scope.isEmpty, start > from { scope = scopeBefore(start, from: from) }
    return (event, scope, start)
  }

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
