/// What a number alone means below a header that names its measure: 更新周期（天）, 更新频率（次/月）, 更新间隔天数, 每月更新条数.
///
/// Clerks who keep plans in a spreadsheet write the measure once, above, and bare numbers below it.
struct TimeMeasure: Sendable, Hashable {
  /// What a number is followed by where it is written out: 天, 个工作日, 次/月.
  let words: String

  /// - Parameter label: The header's label of a time field; `nil` results where it names no measure.
  init?(header label: String) {
    let folded = FoldedText(label)
    let text = folded.folded(0..<folded.count)
    if let words = TimeMeasure.bracketed(in: text) ?? TimeMeasure.counted(in: text) ?? TimeMeasure.spanned(in: text) {
      self.words = words
    } else {
      return nil
    }
  }

  /// The text with the measure behind its first number; `nil` where it holds no number, or says itself what it counts.
  ///
  /// Whatever is left of a text that was completed has to make sense by itself: 7（节假日除外）, 不少于3, 7～10.
  func completed(_ text: String) -> String? {
    let folded = FoldedText(text)
    guard let start = folded.scalars.firstIndex(where: TimeMeasure.isDigit) else { return nil }
    let rest = folded.scalars[start...]
    let end = rest.firstIndex { !TimeMeasure.isDigit($0) && !TimeMeasure.rangeMarks.contains($0) } ?? rest.endIndex
    guard TimeMeasure.isDigit(folded.scalars[end - 1]) else { return nil }
    return folded.folded(0..<start) + folded.folded(start..<end) + words + folded.folded(end..<folded.count)
  }

  // MARK: What headers say

  /// （天）, （单位：天）, （次/月）, （以工作日计）.
  private static func bracketed(in text: String) -> String? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    var inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
    for opening in ["单位:", "单位为", "单位", "以", "按"] where inner.hasPrefix(opening) {
      inner = inner.dropFirst(opening.count)
      break
    }
    for ending in ["为单位", "计算", "计"] where inner.hasSuffix(ending) {
      inner = inner.dropLast(ending.count)
      break
    }
    if let words = spans[String(inner)] { return words }
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    if items.contains(parts[0]), periods.contains(parts[1]) { return "\(parts[0])/\(parts[1])" }
    return parts[1] == "次" || parts[1] == "条" ? spans[parts[0]] : nil
  }

  /// 每月更新条数, 每季度发布篇数.
  private static func counted(in text: String) -> String? {
    guard text.hasPrefix("每") || text.hasPrefix("月") || text.hasPrefix("年"), text.hasSuffix("数") else { return nil }
    let item = String(text.dropLast().suffix(1))
    let opening = text.hasPrefix("每") ? text.dropFirst() : text[...]
    guard items.contains(item), let period = periods.first(where: { opening.hasPrefix($0) }) else { return nil }
    return "\(item)/\(period)"
  }

  /// 更新间隔天数, 更新周期/天.
  private static func spanned(in text: String) -> String? {
    let ending = text.hasSuffix("数") ? text.dropLast() : text[...]
    let name = ["个工作日", "工作日", "小时", "季度", "个月", "天", "日", "周", "月", "年"].first { ending.hasSuffix($0) }
    guard let name, text.hasSuffix("数") || ending.dropLast(name.count).hasSuffix("/") else { return nil }
    return spans[name]
  }

  private static let spans = [
    "天": "天", "日": "天", "自然日": "天", "工作日": "个工作日", "个工作日": "个工作日", "周": "周", "月": "个月", "个月": "个月",
    "季度": "个季度", "年": "年", "小时": "小时",
  ]
  private static let items: Set = ["次", "条", "篇", "期", "件", "个"]
  /// Longer names before those that they begin with.
  private static let periods = ["工作日", "季度", "半年", "天", "日", "周", "旬", "月", "季", "年"]
  private static let rangeMarks: Set<Unicode.Scalar> = ["-", "至", "."]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
