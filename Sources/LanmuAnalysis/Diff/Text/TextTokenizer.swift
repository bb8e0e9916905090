import LanmuRecognition

/// Cuts a text into the pieces that a comparison may take out or put in whole.
///
/// Units' names, numbers with their measure words, dates, 文号 and runs of Latin letters stay whole, then words of a small
/// list of administrative vocabulary; what is left are single characters (grapheme clusters). White space belongs to
/// the piece before it. The pieces joined give the text.
struct TextTokenizer: Sendable {
  struct Token {
    /// The piece's place in `ScalarText.scalars`.
    var range: Range<Int>
    /// Equal for pieces that differ in typography or are names of one unit.
    var key: UInt64
    /// Ends a clause.
    var ends: Bool
  }

  /// Names and words by their first scalar, longest first.
  private let names: [UInt32: [[UInt32]]]
  private let nameStarts: ScalarFilter
  private let unitNames: RenamedUnitNames

  init(units: [String], unitNames: RenamedUnitNames) {
    var names: [UInt32: [[UInt32]]] = [:]
    for unit in Set(units + Self.vocabulary) {
      let scalars = unit.unicodeScalars.map(\.value)
      guard scalars.count > 1, let first = scalars.first else { continue }
      names[first, default: []].append(scalars)
    }
    self.names = names.mapValues { $0.sorted { $0.count > $1.count } }
    nameStarts = ScalarFilter(values: names.keys)
    self.unitNames = unitNames
  }

  func tokens(_ text: ScalarText) -> [Token] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.scalars.count)
    var place = 0
    while place < text.scalars.count {
      var end = text.border(from: place + length(at: place, text))
      while end < text.scalars.count, Self.isSpace(text.scalars[end]) { end = text.border(from: end + 1) }
      ranges.append(place..<end)
      place = end
    }
    joinDocumentNumbers(&ranges, text.scalars)
    return ranges.map { range in
      let piece = text.scalars[range]
      let ends = piece.count < 4 && piece.contains(where: Self.endsClause)
      return Token(range: range, key: key(piece), ends: ends)
    }
  }

  private func key(_ piece: ArraySlice<UInt32>) -> UInt64 {
    var hash = FoldedHash()
    if piece.count == 1, let sole = piece.first, Self.isIdeograph(sole) {
      hash.combine(contentsOf: CollectionOfOne(sole))
      return hash.value
    }
    let folded = unitNames.tokenized(ComparableText.typography(piece))
    hash.combine(contentsOf: folded.isEmpty ? ComparableText.layout(piece) : folded)
    return hash.value
  }

  private func length(at place: Int, _ text: ScalarText) -> Int {
    if let number = numberLength(at: place, text) { return number }
    let first = text.scalars[place]
    if nameStarts.mayHold(first), let candidates = names[first] {
      for name in candidates where text.holds(name, at: place) { return name.count }
    }
    guard Self.isLatinLetter(first) else { return 1 }
    return text.scalars[place...].prefix(while: Self.isLatin).count
  }

  // MARK: Numbers

  /// A number with its measure word, a range or a date; `nil` if none begins here.
  private func numberLength(at start: Int, _ text: ScalarText) -> Int? {
    let scalars = text.scalars
    guard Self.isDigit(scalars[start]) || Self.numberStarts.mayHold(scalars[start]) else { return nil }
    var place = start
    if scalars[place] == Self.ordinal, place + 1 < scalars.count { place += 1 }
    guard let first = oneNumber(at: place, text) else { return nil }
    place = first
    // 3—6个月, 2021年1月31日
    while place < scalars.count {
      if Self.rangeSigns.contains(scalars[place]), place + 1 < scalars.count,
        let next = oneNumber(at: place + 1, text)
      {
        place = next
      } else if Self.dateParts.contains(scalars[place - 1]), let next = oneNumber(at: place, text) {
        place = next
      } else {
        break
      }
    }
    return place - start
  }

  /// The end of a numeral and its measure word. Chinese numerals count only before a measure word.
  private func oneNumber(at start: Int, _ text: ScalarText) -> Int? {
    let scalars = text.scalars
    var place = start
    while place < scalars.count, Self.isDigit(scalars[place]) { place += 1 }
    let isArabic = place > start
    if isArabic {
      while place + 1 < scalars.count, Self.decimalSigns.contains(scalars[place]), Self.isDigit(scalars[place + 1]) {
        place += 1
        while place < scalars.count, Self.isDigit(scalars[place]) { place += 1 }
      }
    } else {
      while place < scalars.count, Self.numerals.contains(scalars[place]) { place += 1 }
      guard place > start else { return nil }
    }
    for measure in Self.measures where text.holds(measure, at: place) { return place + measure.count }
    return isArabic ? place : nil
  }

  // MARK: 文号

  /// Joins the pieces of 桂政发〔2018〕66号 into one.
  private func joinDocumentNumbers(_ ranges: inout [Range<Int>], _ scalars: [UInt32]) {
    guard scalars.contains(where: { Self.yearOpens.contains($0) }) else { return }
    var joined: [Range<Int>] = []
    var place = 0
    while place < ranges.count {
      let range = ranges[place]
      if place + 3 < ranges.count, Self.yearOpens.contains(scalars[range.lowerBound]),
        scalars[ranges[place + 1]].count(where: Self.isDigit) == 4,
        Self.yearCloses.contains(scalars[ranges[place + 2].lowerBound]),
        scalars[ranges[place + 3]].contains(Self.numberSign)
      {
        var start = range.lowerBound
        while let last = joined.last, range.lowerBound - last.lowerBound <= 8, last.upperBound == start,
          scalars[last].allSatisfy({ Self.isWordPart($0) && !Self.beforeNumbers.contains($0) })
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
}

extension TextTokenizer {
  // MARK: Kinds of scalars

  private static func isIdeograph(_ value: UInt32) -> Bool { (0x4E00...0x9FFF).contains(value) }

  private static func isDigit(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  private static func isLatinLetter(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }

  private static func isLatin(_ value: UInt32) -> Bool {
    isLatinLetter(value) || (0x30...0x39).contains(value) || addressSigns.contains(value)
  }

  private static func isWordPart(_ value: UInt32) -> Bool {
    isIdeograph(value) || (Unicode.Scalar(value)?.properties.isAlphabetic ?? false)
  }

  /// White space within a line.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func endsClause(_ value: UInt32) -> Bool {
    switch value {
    // 。 ； ; ！ ？ a line break ， ,
    case 0x3002, 0xFF1B, 0x3B, 0xFF01, 0xFF1F, 0x0A, 0xFF0C, 0x2C: true
    default: false
    }
  }

  private static func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static let ordinal: UInt32 = 0x7B2C
  private static let numberSign: UInt32 = 0x53F7
  private static let rangeSigns = values("—-–~～至")
  private static let dateParts = values("年月")
  private static let decimalSigns = values(".．,，")
  private static let numerals = values("一二三四五六七八九十百千两半")
  /// With what a number may begin that begins with no digit.
  private static let numberStarts = ScalarFilter(values: numerals + [ordinal])
  private static let addressSigns = values("._/:-@?=&%#")
  private static let yearOpens = values("〔[［（(")
  private static let yearCloses = values("〕]］）)")
  private static let beforeNumbers = values("按照据和与见依由及以号的")

  private static let measures: [[UInt32]] = [
    "个工作日", "个自然日", "个季度", "个小时", "工作日", "个月", "季度", "小时", "分钟", "万元", "亿元", "年度", "个", "日",
    "天", "周", "旬", "年", "月", "次", "条", "项", "篇", "号", "件", "期", "级", "名", "元", "人", "家", "分", "类", "款", "章", "%", "％",
  ].map(values)

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
