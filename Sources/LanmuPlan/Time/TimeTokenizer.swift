import LanmuRecognition

/// Folded text into tokens: numbers in either script, units, words, marks; brackets and quotations as one token each.
struct TimeTokenizer {
  let text: FoldedText

  func tokens(in range: Range<Int>) -> [TimeToken] {
    var result: [TimeToken] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let token = token(at: place, limit: range.upperBound)
      result.append(token)
      place = token.range.upperBound
    }
    return result
  }

  private func token(at place: Int, limit: Int) -> TimeToken {
    func make(_ kind: TimeToken.Kind, _ end: Int) -> TimeToken { TimeToken(kind: kind, range: place..<end) }
    let scalars = text.scalars
    switch scalars[place] {
    case "(": return make(.bracket, closing("(", ")", from: place, limit: limit))
    case "“": return make(.quotation, closing("“", "”", from: place, limit: limit))
    case "《": return make(.quotation, closing("《", "》", from: place, limit: limit))
    case ")", "”", "》": return make(.other, place + 1)
    case "、", "/": return make(.listMark, place + 1)
    case ",": return make(.comma, place + 1)
    case ":": return make(.colon, place + 1)
    case ";", "。", "\n", "!", "?": return make(.stop, place + 1)
    default: break
    }
    if let end = clock(at: place, limit: limit) { return make(.other, end) }
    if let end = latin(at: place, limit: limit) { return make(.other, end) }
    let word = TimeLexicon.words.longest(in: scalars, at: place, limit: limit)
    if let word, ("0"..."9").contains(scalars[place]), case .word(let meaning) = word.meaning {
      // 7×24小时 is no number.
      return make(.word(meaning), word.end)
    }
    if let digits = arabic(at: place, limit: limit) {
      return make(digits.value.map { .number($0) } ?? .other, digits.end)
    }
    if let opaque = TimeLexicon.opaque.longest(in: scalars, at: place, limit: limit) {
      if (word?.end ?? 0) <= opaque.end, !isVerb(at: place, limit: limit) { return make(.other, opaque.end) }
    }
    // 以上级要求为准: 以 and 上级, not 以上.
    if scalars[place] == "以", place + 2 < limit, scalars[place + 1] == "上", scalars[place + 2] == "级" {
      return make(.word(.according), place + 1)
    }
    // 一年中: a year, and not its middle.
    if scalars[place] == "年", place + 1 < limit, scalars[place + 1] == "中", place > 0,
      TimeLexicon.digits[scalars[place - 1]] != nil || "0123456789十全当本".unicodeScalars.contains(scalars[place - 1])
    {
      return make(.unit(.year), place + 1)
    }
    if let paired = paired(at: place, limit: limit) { return make(.word(paired.word), paired.end) }
    if let word {
      switch word.meaning {
      case .word(let meaning): return make(.word(meaning), word.end)
      case .unit(let unit): return make(.unit(unit), word.end)
      }
    }
    if let number = chinese(at: place, limit: limit) { return make(.number(number.value), number.end) }
    return make(.other, place + 1)
  }

  /// 即有即发, 随产生随公开: the pattern says 及时 whatever its verbs are, and 有变更时 where the first is a change.
  private func paired(at place: Int, limit: Int) -> (word: TimeWord, end: Int)? {
    let lead = text.scalars[place]
    guard lead == "即" || lead == "随" else { return nil }
    for length in [1, 2] {
      let second = place + 1 + length
      let end = second + 1 + length
      guard end <= limit, text.scalars[second] == lead else { continue }
      let verbs = [text.folded(place + 1..<second), text.folded(second + 1..<end)]
      let acts = ["更", "发", "报", "录", "传", "公", "改", "办", "答", "回", "审", "转", "换", "清", "推", "登", "调", "补", "挂", "新"]
      guard acts.contains(where: verbs[1].hasPrefix) else { continue }
      let isChange = ["变", "调", "动", "改", "修"].contains(where: verbs[0].hasPrefix)
      return (isChange ? .onChange : .prompt, end)
    }
    return nil
  }

  /// The end of the pair that opens at a place, nested pairs of the same kind counted; the limit if it never closes.
  private func closing(_ open: Unicode.Scalar, _ close: Unicode.Scalar, from place: Int, limit: Int) -> Int {
    var depth = 0
    for index in place..<limit {
      if text.scalars[index] == open { depth += 1 }
      if text.scalars[index] == close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return limit
  }

  /// The end of a time of day such as 17:00, whose colon ends no clause.
  private func clock(at place: Int, limit: Int) -> Int? {
    guard let hour = arabic(at: place, limit: limit), let value = hour.value, value <= 24,
      hour.end + 2 < limit, text.scalars[hour.end] == ":",
      let minute = arabic(at: hour.end + 1, limit: limit), minute.end == hour.end + 3
    else { return nil }
    return minute.end
  }

  /// 每周报送, 印发起2日内: verbs across the borders of what is a noun elsewhere (周报, 发起).
  private func isVerb(at place: Int, limit: Int) -> Bool {
    if place + 2 < limit, text.scalars[place] == "发", text.scalars[place + 1] == "起" {
      let next = text.scalars[place + 2]
      return TimeLexicon.digits[next] != nil || ("0"..."9").contains(next) || next == "十"
    }
    guard place + 1 < limit, "日周月季年".unicodeScalars.contains(text.scalars[place]), text.scalars[place + 1] == "报" else {
      return false
    }
    if place + 2 < limit, "送备给".unicodeScalars.contains(text.scalars[place + 2]) { return true }
    return place > 0 && "每按逐".unicodeScalars.contains(text.scalars[place - 1])
  }

  /// The end of a term in Latin letters such as T+1 or V3.2, whose figures count nothing.
  private func latin(at place: Int, limit: Int) -> Int? {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) }
    guard isLetter(text.scalars[place]) else { return nil }
    var end = place + 1
    while end < limit, isLetter(text.scalars[end]) || "0123456789+.".unicodeScalars.contains(text.scalars[end]) {
      end += 1
    }
    return end
  }

  private func arabic(at place: Int, limit: Int) -> (value: Int?, end: Int)? {
    var end = place
    var value = 0
    while end < limit, ("0"..."9").contains(text.scalars[end]) {
      value = min(value * 10 + Int(text.scalars[end].value - 48), 1_000_000)
      end += 1
    }
    guard end > place else { return nil }
    // 1.5 is no number of whole units; 2.1年内更新 is the second item of a list.
    if end + 1 < limit, text.scalars[end] == ".", ("0"..."9").contains(text.scalars[end + 1]),
      !numbersItem(value, at: place, dot: end, limit: limit)
    {
      end += 1
      while end < limit, ("0"..."9").contains(text.scalars[end]) || text.scalars[end] == "." { end += 1 }
      return (nil, end)
    }
    return (value < 1_000_000 ? value : nil, end)
  }

  /// Whether a number at the start of a sentence, and another one behind its point, number an item and begin it: the item before or
  /// behind is numbered as well.
  private func numbersItem(_ number: Int, at place: Int, dot: Int, limit: Int) -> Bool {
    var next = dot + 1
    while next < limit, ("0"..."9").contains(text.scalars[next]) { next += 1 }
    guard startsSentence(place), next < limit, text.scalars[next] != "." else { return false }
    let window = max(0, place - Self.longestItem)..<min(limit, next + Self.longestItem)
    let neighbours = [number - 1, number + 1].filter { $0 > 0 }.map { Array("\($0).".unicodeScalars) }
    return window.contains { start in
      (start == 0 || startsSentence(start)) && neighbours.contains { text.scalars[start...].starts(with: $0) }
    }
  }

  private func startsSentence(_ place: Int) -> Bool {
    place == 0 || ";。\n!?".unicodeScalars.contains(text.scalars[place - 1])
  }

  /// Neighbouring items are looked for so many characters away, so that a text of any length takes linear time.
  private static let longestItem = 200

  private func chinese(at place: Int, limit: Int) -> (value: Int, end: Int)? {
    guard TimeLexicon.numerals.mayHold(text.scalars[place]) else { return nil }
    var end = place
    var total = 0
    var digit: Int?
    while end < limit {
      let scalar = text.scalars[end]
      if let next = TimeLexicon.digits[scalar] {
        // 二十四五 and 一二: a second digit without a multiplier between them starts something else, except for years and zeros.
        if let digit, digit != 0 { break }
        digit = next
      } else if let multiplier = TimeLexicon.multipliers[scalar] {
        guard total < 10_000 else { break }
        total += (digit ?? 1) * multiplier
        digit = nil
      } else {
        break
      }
      end += 1
    }
    guard end > place else { return nil }
    return (total + (digit ?? 0), end)
  }
}
