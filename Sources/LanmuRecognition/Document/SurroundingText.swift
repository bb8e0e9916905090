internal import LanmuGrid

/// A paragraph (or a row above a header) around the tables, in reading order.
struct SurroundingParagraph: Sendable {
  var text: String
  var headingLevel: Int
  var line: Int?
  /// How many tables of the plan stand before it.
  var tablesBefore: Int
  /// Whether it is the heading of a table that is no plan.
  var titlesOther = false
}

/// What the text around the tables says about the plan: its title, number, issuer and date.
struct SurroundingText: Sendable {
  private(set) var title = ""
  private(set) var documentNumber = ""
  private(set) var issuer = ""
  private(set) var issuedOn: String?

  init(_ paragraphs: [SurroundingParagraph]) {
    let above = paragraphs.filter { $0.tablesBefore == 0 }
    title = Self.title(above)
    documentNumber = above.lazy.compactMap { Self.loneDocumentNumber($0.text) }.first ?? ""
    (issuer, issuedOn) = Self.signature(above)
    if issuedOn == nil {
      let below = paragraphs.filter { $0.tablesBefore > 0 }
      let found = Self.signature(below)
      issuedOn = found.date
      if issuer.isEmpty { issuer = found.issuer }
    }
  }

  // MARK: - Title

  /// How plans end, and how other documents about a site do, or tables of any kind.
  static let planEndings = [
    "方案", "分解表", "责任表", "分工表", "一览表", "清单", "计划", "任务表", "安排表", "责任分工", "任务分解", "明细表", "细则", "汇总表",
  ]
  private static let otherEndings = ["办法", "保障表", "表", "意见", "规定", "通知"]
  private static let titleWords = ["内容保障", "责任分解", "任务分解", "栏目", "网站", "责任分工", "门户", "政务公开", "保障"]

  /// Whether a short text reads like the title of a plan, wherever it stands: what it is called and what it is about say so.
  static func isPlanTitle(_ text: String) -> Bool { titleScore(text) >= planScore }

  /// Whether a label reads like the title of a table, be it a plan's or not: less needs to be said of what a text is about that
  /// calls itself one (…表). For texts of which more is known, as that they stand alone in a row and right above a header.
  static func isTableTitle(_ label: String) -> Bool { label.hasSuffix("表") && titleScore(label) >= tableScore }

  private static let planScore = 3.0
  private static let tableScore = 2.5

  /// Whether a text is as long as titles are, and nothing that stands on every page.
  static func mayBeTitle(_ plain: String) -> Bool {
    (5...60).contains(plain.unicodeScalars.count) && !isFurniture(plain)
  }

  static func titleScore(_ text: String) -> Double {
    let plain = SimplifiedForms.text(CellText.label(text))
    guard mayBeTitle(plain) else { return 0 }
    var score = 0.0
    let core = withoutTrailingBracket(plain)
    if planEndings.contains(where: core.hasSuffix) {
      score += 2
    } else if otherEndings.contains(where: core.hasSuffix) {
      score += 1
    }
    score += Double(titleWords.count { plain.contains($0) }) * 0.8
    if plain.contains("。") || plain.contains("；") || plain.hasSuffix("：") || plain.hasSuffix(":") { score -= 3 }
    if plain.contains("《") { score -= 1 }
    if plain.hasPrefix("附件") || plain.hasPrefix("附表") { score -= 2 }
    if CellText.startsListItem(plain) { score -= 3 }
    if plain.hasPrefix("第") && plain.contains("条") { score -= 3 }
    if explainsStar(text) { score -= 3 }
    return score
  }

  /// 栏目名称（★为重点栏目）: what explains a mark is part of a table, and no title.
  static func explainsStar(_ text: String) -> Bool {
    var isInside = false
    var hasStar = false
    for scalar in text.unicodeScalars {
      if "(（".unicodeScalars.contains(scalar) {
        (isInside, hasStar) = (true, false)
      } else if ")）".unicodeScalars.contains(scalar) {
        isInside = false
      } else if isInside {
        if hasStar, CellText.isWide(scalar), !CellText.isStar(scalar) { return true }
        hasStar = hasStar || CellText.isStar(scalar)
      }
    }
    return false
  }

  static func withoutTrailingBracket(_ text: String) -> String {
    guard let last = text.last, last == ")" || last == "）",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open != text.startIndex
    else { return text }
    return String(text[..<open])
  }

  // MARK: - Furniture

  /// Whether a paragraph is only an annex mark, a page number or the like.
  static func isFurniture(_ text: String) -> Bool {
    let plain = SimplifiedForms.text(CellText.label(text))
    if plain.hasPrefix("附件") || plain.hasPrefix("附表") || plain.hasPrefix("附：") {
      // 附件（一） is a mark, 附表2动态 a short heading.
      let rest = plain.unicodeScalars.dropFirst(2)
      return rest.count <= 3 && !rest.contains { $0.properties.isIdeographic && !ChineseNumeral.isNumeral($0) }
    }
    if plain.isEmpty || CellText.isDash(plain) { return true }
    let digits = plain.unicodeScalars.filter { !"-－—–第页共/ 0123456789０１２３４５６７８９".unicodeScalars.contains($0) }
    return digits.isEmpty
  }

  /// Whether a text says who had a document printed, and when, as stands at its foot: 某县人民政府办公室 2021年3月2日印发.
  static func isImprint(_ text: String) -> Bool {
    let label = SimplifiedForms.text(CellText.label(text))
    guard label.hasSuffix("印发"), firstDate(label) != nil else { return false }
    return TextEvidence(String(label.prefix { !$0.isNumber && $0 != "二" })).bodies > surelyBody
  }

  private static let surelyBody = 0.9

  // MARK: - Number

  /// The document number (文号) that a line consists of, brackets around it aside: 桂府发〔2020〕1号.
  static func loneDocumentNumber(_ text: String) -> String? {
    for line in text.split(separator: "\n") {
      let label = CellText.label(String(line))
      var plain = CellText.insideBrackets(label) ?? label
      for prefix in ["文号：", "文号:", "发文字号：", "发文字号:"] where plain.hasPrefix(prefix) {
        plain = String(plain.dropFirst(prefix.count))
      }
      if isDocumentNumber(plain) { return plain }
    }
    return nil
  }

  private static func isDocumentNumber(_ text: String) -> Bool {
    let scalars = SimplifiedForms.scalars(of: text)
    guard scalars.count >= 8, scalars.count <= 30, scalars.last == "号",
      let open = scalars.firstIndex(where: { "〔[［【（(﹝".unicodeScalars.contains($0) }), open >= 2,
      open + 6 < scalars.count
    else { return false }
    let year = scalars[open + 1...open + 4]
    let serial = scalars[(open + 6)..<(scalars.count - 1)]
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) }
    return year.allSatisfy(isDigit) && "〕]］】）)﹞".unicodeScalars.contains(scalars[open + 5])
      && serial.filter { $0 != "第" }.allSatisfy(isDigit)
      && scalars[..<open].allSatisfy { CellText.isWide($0) }
  }

  // MARK: - Signature

  /// The issuing body and the date below it; failing that, dates and bodies that are named as such.
  private static func signature(_ paragraphs: [SurroundingParagraph]) -> (issuer: String, date: String?) {
    let lines = paragraphs.flatMap { $0.text.split(separator: "\n").map { CellText.label(String($0)) } }
    for (index, line) in lines.enumerated().reversed() {
      guard let date = loneDate(line) else { continue }
      let issuer = index > 0 && isBody(lines[index - 1]) ? lines[index - 1] : ""
      return (issuer, date)
    }
    var issuer = ""
    var date: String?
    for line in lines where line.unicodeScalars.count <= 80 {
      for mark in ["发布日期", "发文日期", "成文日期", "印发日期", "发布时间"] where date == nil {
        if let range = line.firstRange(of: mark) { date = firstDate(String(line[range.upperBound...])) }
      }
      for mark in ["发布单位", "发文机关", "发布机构", "印发单位", "发文单位"] where issuer.isEmpty {
        if let range = line.firstRange(of: mark) {
          issuer = String(line[range.upperBound...].drop { ":：".contains($0) })
        }
      }
    }
    return (issuer, date)
  }

  /// Whether a text below a table says whom copies go to: 抄送：….
  static func namesReaders(_ label: String) -> Bool {
    ["抄送", "抄报", "主送"].contains { word in
      label.hasPrefix(word) && label.dropFirst(word.count).first.map { "：:".contains($0) } == true
    }
  }

  /// Whether texts below a table begin with who signed it and the date, or with the date alone.
  static func beginsSignature(_ texts: [String]) -> Bool {
    let labels = texts.prefix(2).map(CellText.label)
    guard let first = labels.first else { return false }
    return loneDate(first) != nil || labels.count > 1 && isBody(first) && loneDate(labels[1]) != nil
  }

  /// Whether two texts are who signed and the month in which they did.
  static func beginsSignatureOfMonth(_ labels: [String]) -> Bool {
    guard labels.count == 2, isBody(labels[0]) else { return false }
    let parts = labels[1].split(separator: "年", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].hasSuffix("月"), (2...3).contains(parts[1].count) else {
      return false
    }
    return (parts[0] + parts[1].dropLast()).unicodeScalars.allSatisfy { digits[$0] != nil || $0 == "十" }
  }

  private static func isBody(_ text: String) -> Bool {
    text.unicodeScalars.count <= 40 && TextEvidence(text).units == 1
  }

  private static func loneDate(_ text: String) -> String? {
    let plain = CellText.insideBrackets(text) ?? text
    guard plain.unicodeScalars.count <= 12 else { return nil }
    guard plain.hasSuffix("日") || plain.allSatisfy({ $0.isNumber || "-./年月".contains($0) }) else { return nil }
    return firstDate(plain)
  }

  /// The first date of a text as ISO 8601: 2020年12月8日, 二〇二〇年十二月八日, 2020-12-08.
  static func firstDate(_ text: String) -> String? {
    var numbers: [Int] = []
    var current: [Int] = []
    var hasTen = false
    func value() -> Int? {
      guard !current.isEmpty || hasTen, current.count <= 4 else { return nil }
      return current.reduce(0) { $0 * 10 + $1 }
    }
    for scalar in text.unicodeScalars + " ".unicodeScalars {
      if let digit = digits[scalar] {
        if current.count < 5 { current.append(digit) }
      } else if scalar == "十" {
        // 十 stands for 1 before a digit, 0 after one, and 10 alone.
        if current.isEmpty { current = [1] }
        hasTen = true
      } else {
        if let number = value() {
          numbers.append(hasTen && current.count == 1 ? current[0] * 10 : number)
        }
        current = []
        hasTen = false
        if numbers.count == 3 { break }
      }
    }
    guard numbers.count >= 3, (1949...2100).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(numbers[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
  }

  private static let digits: [Unicode.Scalar: Int] = {
    var table: [Unicode.Scalar: Int] = [:]
    for (value, scalar) in "0123456789".unicodeScalars.enumerated() { table[scalar] = value }
    for (value, scalar) in "０１２３４５６７８９".unicodeScalars.enumerated() { table[scalar] = value }
    for (value, scalar) in "〇一二三四五六七八九".unicodeScalars.enumerated() { table[scalar] = value }
    table["零"] = 0
    table["○"] = 0
    return table
  }()
}
