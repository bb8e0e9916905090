internal import LanmuGrid

/// Which of the lines above the tables is the plan's title.
extension SurroundingText {
  /// A line above the tables, or two that are one title.
  private struct Candidate {
    var text: String
    /// The paragraph in which it ends.
    var index: Int
    var isMarked: Bool
  }

  /// The best title above the tables; of equals the one nearest to them, or the first if both say whose plan it is.
  static func title(_ above: [SurroundingParagraph]) -> String {
    var best = ""
    var bestScore = leastScore
    let quoted = quoted(in: above)
    for candidate in candidates(above) {
      // A cover letter's subject stands far above.
      let nearness = 1.2 * Double(candidate.index + 1) / Double(max(1, above.count))
      let own = headlineScore(candidate.text)
      let saysWhose = own >= ownTitle
      var score = own + (saysWhose ? 0 : nearness)
      if saysWhose, above.dropFirst(candidate.index + 1).first.flatMap({ loneDocumentNumber($0.text) }) != nil {
        score += numbered
      }
      if candidate.isMarked { score += 0.5 }
      // A number heads a part, and so stands below the title of the whole.
      if CellText.startsListItem(candidate.text) || headsTable(candidate.text) { score -= 1.5 }
      if quoted.contains(CellText.label(candidate.text)) { score += 2 }
      if score > bestScore || score == bestScore && !saysWhose, own > 0.7 {
        bestScore = score
        best = CellText.label(candidate.text)
      }
    }
    guard best.isEmpty else { return best }
    let first = above.first { paragraph in
      let length = paragraph.text.unicodeScalars.count
      return !paragraph.titlesOther && length >= 5 && length <= 50
        && !isFurniture(paragraph.text) && loneDocumentNumber(paragraph.text) == nil
        && !paragraph.text.contains("。")
    }
    return first.map { CellText.label($0.text) } ?? ""
  }

  private static let leastScore = 0.9

  /// All lines above the tables, and behind each pair of lines that may be one title what they are together.
  private static func candidates(_ above: [SurroundingParagraph]) -> [Candidate] {
    var found: [Candidate] = []
    for (index, paragraph) in above.enumerated() {
      for line in paragraph.text.split(separator: "\n").map(String.init) {
        let before = found.last
        found.append(Candidate(text: line, index: index, isMarked: paragraph.headingLevel > 0))
        if let before, index - before.index < 2, continues(before.text, with: line) {
          found.append(
            Candidate(
              text: CellText.label(before.text) + CellText.label(line), index: index,
              isMarked: before.isMarked || paragraph.headingLevel > 0))
        }
      }
    }
    return found
  }

  /// Whether a line that names a site and no more is the first of a title's two, whose second says what of the site it plans.
  private static func continues(_ first: String, with second: String) -> Bool {
    let (start, end) = (CellText.label(first), CellText.label(second))
    let site = start.hasSuffix("”") ? String(start.dropLast()) : start
    guard start.unicodeScalars.count <= longestStart, !CellText.startsListItem(start),
      siteEndings.contains(where: site.hasSuffix), !start.unicodeScalars.contains(where: noName.contains)
    else { return false }
    return strongEnding(end) && !names(end) && !CellText.startsListItem(end) && !headsTable(end) && !end.contains("。")
  }

  private static let longestStart = 30
  /// What stands in sentences, and in lines that say something of a site (来源：…), but in no name of one.
  private static let noName = Set("。《：:，,".unicodeScalars)
  private static let siteEndings = ["网站", "门户", "政府网", "平台", "政务网", "新媒体", "公众号"]

  // MARK: - Scores

  /// How much a line reads like a plan's title that stands above all of its tables.
  private static func headlineScore(_ line: String) -> Double {
    let plain = SimplifiedForms.text(CellText.label(line))
    var score = titleScore(line)
    guard mayBeTitle(plain) else { return score }
    // Directories are plans too, but no sentence that names one is.
    if plain.hasSuffix("目录"), score >= 0 { score += 2 }
    // Whose plan it is says the title of the whole rather than the heading of one table.
    if score >= 2, names(plain), strongEnding(plain), !plain.contains("《"), !plain.hasPrefix("附") {
      score += ownTitle
      // 门户网站栏目一览表 heads a table of any site's plan.
      if namesPlace(plain) { score += ofPlace }
    }
    return score
  }

  /// Whether a line ends as plans do, and not as letters about them do: 通知, 意见.
  private static func strongEnding(_ plain: String) -> Bool {
    let core = withoutTrailingBracket(plain)
    return core.hasSuffix("目录") || planEndings.contains(where: core.hasSuffix)
  }

  /// More than most headings nearer to the table gain by their words and their place; set by hand.
  private static let ownTitle = 4.5
  private static let ofPlace = 2.5
  /// A document's number stands below its title, in brackets, and not below the heading of a table.
  private static let numbered = 1.5

  /// Whether a line says whose plan it is: a site or a body, or the place with which it begins.
  private static func names(_ plain: String) -> Bool {
    if ["政府", "政务网", "官网", "门户网站", "委员会", "管理局", "街道办"].contains(where: plain.contains) { return true }
    return namesPlace(plain)
  }

  private static func namesPlace(_ plain: String) -> Bool {
    plain.unicodeScalars.prefix(longestPlace).dropFirst().contains { "省市县区旗州".unicodeScalars.contains($0) }
  }

  private static let longestPlace = 8

  /// 表一 …, 附：…: the heading of a table, which stands below the title of the whole.
  private static func headsTable(_ line: String) -> Bool {
    let plain = CellText.label(line)
    return CaptionReading.countsTable(plain) || plain.hasPrefix("附：") || plain.hasPrefix("附:")
  }

  /// The texts that paragraphs name as documents (现将《…》印发给你们); one may name another within its own name.
  private static func quoted(in paragraphs: [SurroundingParagraph]) -> Set<String> {
    var names: Set<String> = []
    for paragraph in paragraphs where paragraph.text.unicodeScalars.contains("《") {
      let text = CellText.label(paragraph.text)
      for open in text.indices where text[open] == "《" {
        let start = text.index(after: open)
        let closings = text[start...].prefix(longestName).indices.lazy.filter { text[$0] == "》" }.prefix(mostNested)
        for close in closings { names.insert(String(text[start..<close])) }
      }
    }
    return names
  }

  /// A document's name holds hardly more names than so many, less one.
  private static let mostNested = 4
  private static let longestName = 120
}
