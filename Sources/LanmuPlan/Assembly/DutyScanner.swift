/// Finds duties outside the unit fields: in requirements, targets and remarks.
///
/// Only names that the document's unit fields have count, and only where a sentence begins with one of them and a verb or
/// named columns follow, or where the brackets at a sentence's end hold nothing but units.
struct DutyScanner {
  private let parser: ResponsibilityParser
  private let register: UnitRegister
  /// The lengths of the names that begin with a character.
  private let nameLengths: [Unicode.Scalar: Set<Int>]

  init(parser: ResponsibilityParser, register: UnitRegister) {
    self.parser = parser
    self.register = register
    var lengths: [Unicode.Scalar: Set<Int>] = [:]
    for name in register.names {
      if let first = name.unicodeScalars.first { lengths[first, default: []].insert(name.unicodeScalars.count) }
    }
    nameLengths = lengths
  }

  /// Texts that were read before.
  struct Findings {
    fileprivate var duties: [String: [Duty]] = [:]
  }

  func duties(in text: String, findings: inout Findings) -> [Duty] {
    guard text.prefix(4).count == 4 else { return [] }
    if let known = findings.duties[text] { return known }
    let folded = FoldedText(text)
    var result: [Duty] = []
    var before: Range<Int>?
    for sentence in sentences(of: folded) {
      result += opening(folded, sentence)
      result += closing(folded, sentence, item: before)
      result += handover(folded, sentence)
      before = sentence
    }
    findings.duties[text] = result
    return result
  }

  private func sentences(of text: FoldedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var depth = 0
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if "(“".unicodeScalars.contains(scalar) { depth += 1 }
      if ")”".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      let ends = depth == 0 && (scalar == ";" || scalar == "。" || scalar == "\n")
      // A number with a dot opens an item, even where nothing closes the one before.
      let numbered =
        depth == 0 && scalar == "." && index > start && ("0"..."9").contains(text.scalars[index - 1])
        && !(index + 1 < text.count && ("0"..."9").contains(text.scalars[index + 1]))
      if ends || numbered {
        let end = numbered ? numberStart(text, index) : index
        if start < end { result.append(start..<end) }
        start = index + 1
      }
    }
    if start < text.count { result.append(start..<text.count) }
    return result
  }

  private func numberStart(_ text: FoldedText, _ index: Int) -> Int {
    var start = index
    while start > 0, ("0"..."9").contains(text.scalars[start - 1]) { start -= 1 }
    return start
  }

  /// 区民政局“社会救助”栏目; 区信息中心负责手机端.
  private func opening(_ text: FoldedText, _ range: Range<Int>) -> [Duty] {
    guard beginsWithName(text, range) else { return [] }
    let reading = parser.parse(text.original(range))
    guard reading.unread.isEmpty else { return [] }
    let named = reading.duties.filter { !$0.duty.isEmpty || !$0.scope.isEmpty }
    return named.allSatisfy { register.contains($0.name) } ? named : named.filter { register.contains($0.name) }
  }

  private func beginsWithName(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let lengths = nameLengths[text.scalars[range.lowerBound]] else { return false }
    return lengths.contains { length in
      length < range.count && register.contains(text.folded(range.lowerBound..<range.lowerBound + length))
    }
  }

  /// 报送有关信息至县信息中心，发布在“通知”栏目: whoever receives it publishes it.
  private func handover(_ text: FoldedText, _ range: Range<Int>) -> [Duty] {
    let words = Array(text.scalars[range])
    guard words.contains("报") || words.contains("送"), words.contains("布") else { return [] }
    for place in range.dropLast(2) where text.scalars[place] == "至" || text.scalars[place] == "到" {
      let start = place + 1
      let lengths = (nameLengths[text.scalars[start]] ?? []).sorted(by: >)
      for length in lengths where start + length < range.upperBound {
        let end = start + length
        guard text.scalars[end] == ",", register.contains(text.folded(start..<end)),
          text.folded(end + 1..<range.upperBound).hasPrefix("发布")
        else { continue }
        var scope = text.original(end + 3..<range.upperBound)
        for lead in ["在", "到", "至", "于"] where scope.hasPrefix(lead) { scope.removeFirst() }
        return [Duty(name: text.original(start..<end), role: .responsible, scope: scope, duty: "发布")]
      }
    }
    return []
  }

  /// 设置规划计划栏目（市发展改革委）: brackets at the end that hold units.
  private func closing(_ text: FoldedText, _ range: Range<Int>, item: Range<Int>?) -> [Duty] {
    var range = range
    // …栏目;(市发展改革委): the brackets stand behind the mark that closes the item.
    if text.scalars[range.lowerBound] == ")" { return [] }
    while range.count > 1, text.scalars[range.upperBound - 1] != ")",
      " .".unicodeScalars.contains(text.scalars[range.upperBound - 1])
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    guard range.count >= 4, text.scalars[range.upperBound - 1] == ")", let open = text.scalars[range].lastIndex(of: "(")
    else { return [] }
    let about = open > range.lowerBound ? range.lowerBound..<open : item
    guard let about else { return [] }
    let reading = parser.parse(text.original(open + 1..<range.upperBound - 1))
    guard reading.unread.isEmpty, !reading.duties.isEmpty,
      reading.duties.allSatisfy({ register.contains($0.name) })
    else { return [] }
    var words = text.original(about)
    while let last = words.last, ";；。，,".contains(last) { words.removeLast() }
    return reading.duties.map { duty in
      var duty = duty
      if duty.scope.isEmpty { duty.scope = words }
      return duty
    }
  }
}
