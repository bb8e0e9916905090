/// Cuts a text into the pieces that a comparison may take out or put in whole.
///
/// Units' names, numbers with their measure words, dates, 文号 and runs of Latin letters stay whole, then words of a small
/// list of administrative vocabulary; what is left are single characters (grapheme clusters). White space belongs to
/// the piece before it. The pieces joined give the text.
struct TextTokenizer: Sendable {
  struct Token {
    var text: String
    /// Equal for pieces that differ in typography or are names of one unit.
    var key: UInt64
    var length: Int
    /// Ends a clause.
    var ends: Bool
  }

  private let names: [Character: [[Character]]]
  private let unitNames: RenamedUnitNames

  init(units: [String], unitNames: RenamedUnitNames) {
    var names: [Character: [[Character]]] = [:]
    for unit in Set(units + Self.vocabulary) {
      let characters = Array(unit)
      guard characters.count > 1, let first = characters.first else { continue }
      names[first, default: []].append(characters)
    }
    self.names = names.mapValues { $0.sorted { ($1.count, String($0)) < ($0.count, String($1)) } }
    self.unitNames = unitNames
  }

  func tokens(_ text: String) -> [Token] {
    let characters = Array(text)
    var ranges: [Range<Int>] = []
    var place = 0
    while place < characters.count {
      var end = place + length(at: place, characters)
      while end < characters.count, characters[end].isWhitespace, !characters[end].isNewline { end += 1 }
      ranges.append(place..<end)
      place = end
    }
    joinDocumentNumbers(&ranges, characters)
    return ranges.map { range in
      let piece = String(characters[range])
      let folded = unitNames.tokenized(ComparableText.typography(piece))
      var hash = FoldedHash()
      hash.combine(contentsOf: folded.isEmpty ? ComparableText.layout(piece) : folded)
      let ends = characters[range].contains { Self.clauseEnds.contains($0) }
      return Token(text: piece, key: hash.value, length: range.count, ends: ends && range.count < 4)
    }
  }

  private func length(at place: Int, _ characters: [Character]) -> Int {
    if let number = numberLength(at: place, characters) { return number }
    let first = characters[place]
    if let candidates = names[first] {
      for name in candidates where place + name.count <= characters.count {
        if characters[place..<place + name.count].elementsEqual(name) { return name.count }
      }
    }
    if first.isASCII, first.isLetter {
      var end = place
      while end < characters.count, Self.isLatin(characters[end]) { end += 1 }
      return max(1, end - place)
    }
    return 1
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._/:-@?=&%#".contains(character))
  }

  // MARK: Numbers

  /// A number with its measure word, a range or a date; `nil` if none begins here.
  private func numberLength(at start: Int, _ characters: [Character]) -> Int? {
    var place = start
    if characters[place] == "第", place + 1 < characters.count { place += 1 }
    guard let first = oneNumber(at: place, characters) else { return nil }
    place = first
    // 3—6个月, 2021年1月31日
    while place < characters.count {
      if "—-–~～至".contains(characters[place]), place + 1 < characters.count,
        let next = oneNumber(at: place + 1, characters)
      {
        place = next
      } else if "年月".contains(characters[place - 1]), let next = oneNumber(at: place, characters) {
        place = next
      } else {
        break
      }
    }
    return place - start
  }

  /// The end of a numeral and its measure word. Chinese numerals count only before a measure word.
  private func oneNumber(at start: Int, _ characters: [Character]) -> Int? {
    var place = start
    while place < characters.count, Self.isDigit(characters[place]) { place += 1 }
    let isArabic = place > start
    if isArabic {
      while place + 1 < characters.count, ".．,，".contains(characters[place]), Self.isDigit(characters[place + 1]) {
        place += 1
        while place < characters.count, Self.isDigit(characters[place]) { place += 1 }
      }
    } else {
      while place < characters.count, "一二三四五六七八九十百千两半".contains(characters[place]) { place += 1 }
      guard place > start else { return nil }
    }
    for measure in Self.measures where place + measure.count <= characters.count {
      if characters[place..<place + measure.count].elementsEqual(measure) { return place + measure.count }
    }
    return isArabic ? place : nil
  }

  private static func isDigit(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
    return (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static let measures: [[Character]] = [
    "个工作日", "个自然日", "个季度", "个小时", "工作日", "个月", "季度", "小时", "分钟", "万元", "亿元", "年度", "个", "日",
    "天", "周", "旬", "年", "月", "次", "条", "项", "篇", "号", "件", "期", "级", "名", "元", "人", "家", "分", "类", "款", "章", "%", "％",
  ].map(Array.init)

  // MARK: 文号

  /// Joins the pieces of 桂政发〔2018〕66号 into one.
  private func joinDocumentNumbers(_ ranges: inout [Range<Int>], _ characters: [Character]) {
    guard characters.contains(where: { Self.yearOpens.contains($0) }) else { return }
    var joined: [Range<Int>] = []
    var place = 0
    while place < ranges.count {
      let range = ranges[place]
      if place + 3 < ranges.count, Self.yearOpens.contains(characters[range.lowerBound]),
        isYear(characters[ranges[place + 1]]), Self.yearCloses.contains(characters[ranges[place + 2].lowerBound]),
        characters[ranges[place + 3]].contains("号")
      {
        var start = range.lowerBound
        while let last = joined.last, range.lowerBound - last.lowerBound <= 8, last.upperBound == start,
          characters[last].allSatisfy({ $0.isLetter && !Self.beforeNumbers.contains($0) })
        {
          start = last.lowerBound
          joined.removeLast()
        }
        joined.append(start..<ranges[place + 3].upperBound)
        place += 4
      } else {
        joined.append(range)
        place += 1
      }
    }
    ranges = joined
  }

  private func isYear(_ characters: ArraySlice<Character>) -> Bool {
    characters.filter(Self.isDigit).count == 4
  }

  private static let yearOpens: Set<Character> = ["〔", "[", "［", "（", "("]
  private static let yearCloses: Set<Character> = ["〕", "]", "］", "）", ")"]
  private static let beforeNumbers: Set<Character> = ["按", "照", "据", "和", "与", "见", "依", "由", "及", "以", "号", "的"]
  private static let clauseEnds: Set<Character> = ["。", "；", ";", "！", "？", "\n", "，", ","]

  private static let vocabulary: [String] = [
    "发布", "更新", "公开", "公布", "转载", "信息", "栏目", "内容", "网站", "政府", "部门", "单位", "重要", "工作", "动态", "会议", "活动",
    "领导", "政策", "文件", "解读", "通知", "公告", "公示", "规划", "计划", "总结", "财政", "预算", "决算", "统计", "数据", "人事", "任免",
    "招考", "招聘", "采购", "招标", "项目", "建设", "重大", "重点", "领域", "应急", "预案", "教育", "医疗", "卫生", "社会", "保障", "救助",
    "就业", "环境", "保护", "食品", "药品", "安全", "生产", "监督", "检查", "结果", "办事", "指南", "服务", "事项", "流程", "材料", "依据",
    "条件", "时限", "收费", "标准", "联系", "方式", "电话", "地址", "邮箱", "负责人", "姓名", "职务", "职责", "机构", "设置", "简历", "分工",
    "照片", "讲话", "及时", "定期", "实时", "按时", "每年", "每月", "每周", "每季度", "半年", "以上", "以下", "以内", "不少于", "不得", "应当", "必须",
    "可以", "禁止", "负责", "提供", "配合", "牵头", "组织", "协调", "审核", "报送", "专题", "专栏", "链接", "下载", "视频", "图片", "新闻", "要闻",
    "征集", "调查", "反馈", "回应", "互动", "交流", "信箱", "投诉", "举报", "咨询", "答复", "相关", "有关", "情况", "本级", "上级", "各类",
  ]
}
