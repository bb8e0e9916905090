internal import LanmuGrid

/// What the wording of a cell suggests about its meaning; every share is from 0 (not at all) to 1 (certainly).
struct TextEvidence: Sendable, Hashable {
  /// Number of characters without white space.
  var length: Int
  /// How much the text looks like a rule of time.
  var time: Double
  /// How much the text looks like a list of units.
  var units: Double
  /// Share of its items that end as only bodies do (局, 委, 部门), not as labels may, too (中心, 区, 台).
  var bodies: Double
  /// Number of items of a list, 1 for a single text.
  var items: Int
  /// Whether it names several bodies together (各部门).
  var isGroup: Bool
  /// Whether it holds sentence punctuation or a numbered list.
  var isProse: Bool
  /// Whether it is only a number or ordinal.
  var isNumber: Bool
  /// Whether it begins with a word for something to be done (介绍…, 转载…, 在首页…), as demands do and labels do not.
  var isDuty: Bool
  /// Whether it is only dashes.
  var isDash: Bool
  /// Whether it is the word for none (无), which says as little of its field as a dash.
  var isNone: Bool
  /// Whether it announces a note (注：…).
  var isNote: Bool
  /// Whether it is a short phrase of how content is supplied (单位发布, 栏目链接, ■政府网站).
  var isMode: Bool
  /// Whether a time text speaks of supplying content rather than of updating it.
  var isSupply: Bool
  /// Whether it is an address of a page or of mail, or a telephone number.
  var isContact: Bool
  /// Whether it names a place on the site in quotation marks (“公示公告”栏目).
  var isPlace: Bool
  /// Whether it is only a tick, a cross or a box, a yes or no, or a count of things (√, 是, ≥2, 4条).
  var isMark: Bool
  /// Whether it stands in lenticular brackets, as the parts of what is demanded do (【机构名称】).
  var isBracketed: Bool
  /// Whether the cell's raw text carries the star of assessed columns; the text read here is without it (`AlignableCell`).
  var isStarred = false
  /// Whether it could be the name of a person: a common surname and one or two further characters.
  var isPerson: Bool
  /// The number that it consists of, if it is written in plain digits, with at most one point.
  var ordinal: Ordinal?

  /// - Parameter text: text without white space (`CellText.label`).
  init(_ text: String) {
    let text = SimplifiedForms.text(text)
    let scalars = Array(text.unicodeScalars)
    length = scalars.count
    isDash = CellText.isDash(text)
    isNone = text == "无"
    isNumber = Self.isNumber(scalars)
    isNote = scalars.count > 2 && scalars[0] == "注" && "：:".unicodeScalars.contains(scalars[1])
    time = isNumber ? 0 : TimeWording.share(of: scalars)
    let isChannel = Self.isChannel(scalars)
    (units, bodies, items) = isNumber || isChannel ? (0, 0, 1) : Self.unitShares(scalars)
    // 牵头单位：甲局；配合单位：乙局 parts units as sentences are parted, and demands nothing.
    let listsUnits = items > 1 && units == 1 && Self.roleHeads.matchLength(in: scalars, at: 0) > 0
    // 见附件2 is a sentence without its mark, however short.
    let refersToAnnex = Self.annexes.matchLength(in: scalars, at: 0) > 0
    isProse =
      !listsUnits
      && (refersToAnnex || scalars.contains(where: Self.endsSentence)
        || (length > 14 && CellText.startsListItem(text)))
    isGroup = scalars.first == "各" && !Self.namesKinds(scalars)
    isDuty = refersToAnnex || Self.isDuty(scalars)
    isMode = length <= 16 && Self.modeWords.occurs(in: scalars) || isChannel
    isContact = Self.isContact(scalars)
    isPlace = Self.isPlace(scalars)
    isMark = Self.isMark(scalars)
    isBracketed = CellText.isBracketed(text)
    isPerson = PersonName.matches(scalars)
    ordinal = isNumber ? Ordinal(Self.unbracketed(text)) : nil
    isSupply = Self.supplyWords.occurs(in: scalars) && !Self.updateWords.occurs(in: scalars)
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "！", "？": true
    default: false
    }
  }

  // MARK: - Numbers

  /// （3） and 3、 as 3.
  private static func unbracketed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !"()（）、".unicodeScalars.contains($0) }))
  }

  /// One to three capitals with two digits or more behind them: A0101, XW-01.
  private static func isCode(_ scalars: [Unicode.Scalar]) -> Bool {
    guard (3...8).contains(scalars.count) else { return false }
    let digits = scalars.drop { ("A"..."Z").contains($0) }
    let isCounted = digits.count { ("0"..."9").contains($0) } >= 2
    return (1...3).contains(scalars.count - digits.count) && isCounted
      && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
  }

  private static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    if isCode(scalars) { return true }
    guard !scalars.isEmpty, scalars.count <= 6 else { return false }
    var isEmpty = true
    for scalar in scalars {
      switch scalar {
      case "(", ")", ".", "、", "（", "）", "．", "-", "－": continue
      case "0"..."9", "０"..."９", "\u{2460}"..."\u{2473}": isEmpty = false
      case "百": isEmpty = false
      default:
        guard ChineseNumeral.isNumeral(scalar) else { return false }
        isEmpty = false
      }
    }
    return !isEmpty
  }

  /// http://…, www.…, name@host, or seven digits and more with hardly anything else.
  private static func isContact(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, first.isASCII, scalars.count >= 7 else { return false }
    let digits = scalars.count { ("0"..."9").contains($0) }
    if digits >= 7, digits * 5 >= scalars.count * 4 { return true }
    return scalars.allSatisfy { $0.value < 0x80 } && scalars.contains { ".@:/".unicodeScalars.contains($0) }
      && digits < scalars.count
  }

  private static let places = WordSet(["栏目", "专栏", "频道", "子站", "专区", "板块", "模块", "页面", "首页"])

  /// Begins with a quoted name, and says right behind it what it is.
  private static func isPlace(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count >= 4, "“\"「『".unicodeScalars.contains(scalars[0]),
      let end = scalars.dropFirst().firstIndex(where: { "”\"」』".unicodeScalars.contains($0) })
    else { return false }
    return end + 1 < scalars.count && places.matchLength(in: scalars, at: end + 1) > 0
  }

  /// No letter at all, or a number with a measure word behind it.
  private static func isMark(_ scalars: [Unicode.Scalar]) -> Bool {
    guard !scalars.isEmpty, scalars.count <= 6 else { return false }
    if scalars.count == 1, "是否YN".unicodeScalars.contains(scalars[0]) { return true }
    let isPlain = scalars.allSatisfy { scalar in
      !(0x4E00...0x9FFF).contains(scalar.value) && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
        && !"-—－.、".unicodeScalars.contains(scalar)
    }
    if isPlain { return true }
    guard let last = scalars.last else { return false }
    let digits = scalars.count { ("0"..."9").contains($0) }
    let signs = scalars.count { "≥≤><＞＜+%".unicodeScalars.contains($0) }
    let measures = "条篇次分件个项期".unicodeScalars.contains(last) ? 1 : 0
    return digits > 0 && signs + measures > 0 && digits + signs + measures == scalars.count
  }

  // MARK: - Duties

  private static let dutyWords = WordSet([
    "发布", "公布", "介绍", "展示", "转载", "刊载", "登载", "汇总", "提供", "设置", "反映", "按照", "严格", "全面公开", "整理公开", "滚动发布", "集中发布",
    "集中展示", "集中公开", "及时",
    "主动", "定期", "确保", "做好", "包括", "在首页", "在网站", "在门户", "围绕", "对涉及", "对本", "同“",
    "同\"", "详见", "参照", "链接至", "链接到", "栏目链接至", "栏目链接到",
  ])
  /// What refers to where a demand is written.
  private static let annexes = WordSet(["见附件", "见附表", "见下表"])
  /// Names that begin like something to be done: 发布会, 发布解读.
  private static let namedLikeDuties = WordSet(["发布会", "发布解读", "发布厅", "发布平台", "展示平台", "展示厅", "提供单位"])

  private static func isDuty(_ scalars: [Unicode.Scalar]) -> Bool {
    if isDutyOfSome(scalars) { return true }
    guard scalars.count >= 5, dutyWords.matchLength(in: scalars, at: 0) > 0 else { return false }
    return namedLikeDuties.matchLength(in: scalars, at: 0) == 0
  }

  /// Whether a text begins with who of all is to do something, and what: 本级集中公开…, 部门发布…; not 部门提供、中心发布, which says how.
  private static func isDutyOfSome(_ scalars: [Unicode.Scalar]) -> Bool {
    let start = doers.matchLength(in: scalars, at: 0)
    guard start > 0, scalars.count >= start + shortestDuty else { return false }
    let length = dutyWords.matchLength(in: scalars, at: start)
    return length > 0 && scalars[start + length].properties.isAlphabetic
      && namedLikeDuties.matchLength(in: scalars, at: start) == 0
  }

  /// Parts of an administration that share a demand: each of them does it for itself.
  private static let doers = WordSet([
    "本级", "部门", "各部门", "镇街", "镇村", "乡镇", "各镇", "各乡镇", "街道", "村级", "县级", "市级", "区级", "省级",
  ])
  private static let shortestDuty = 6

  // MARK: - Supply

  private static let supplyWords = WordSet(["提供", "报送", "工作日内", "之日起"])
  private static let updateWords = WordSet(["更新"])

  // MARK: - Units

  private static let unitEndings = WordSet([
    "局", "办", "委", "部", "院", "中心", "镇", "乡", "街道", "部门", "单位", "政府", "公司", "站", "所", "会", "处", "科", "厅", "室", "社", "馆",
    "校",
    "队", "台", "署", "联", "集团", "银行", "支队", "大队", "分局", "人大", "政协", "机构", "企业", "园区", "技术方", "中队", "办公厅", "区", "县", "市",
    "组", "委机关", "府机关", "海关", "专班",
    "协", "园", "股", "行", "库", "场", "州", "盟", "旗", "系统", "管护员", "运维方", "承建方",
  ])
  private static let bodyEndings = WordSet([
    "局", "委", "办", "厅", "部门", "单位", "政府", "办公室", "支队", "大队", "管委会", "办公厅", "公司", "分局", "街道办", "科协",
    "委机关", "府机关", "海关", "专班",
    "配合", "牵头",
  ])
  /// What labels call the bodies below a body, of which a table of units would say whose, or 各.
  private static let branches = WordSet(["下属单位", "直属单位", "事业单位", "所属单位", "二级单位", "直属部门", "下属部门"])
  private static let groupHeads = WordSet(["有关", "相关", "其他"])
  private static let roleWords = WordSet([
    "牵头", "配合", "负责", "具体", "技术", "提供", "协调", "组织", "内容", "协助", "主办", "协办", "承办", "统筹", "审核", "保障",
    "支持", "按职责", "按职责分工",
  ])

  /// What stands in front of the units of each role, where a cell lists them role by role.
  private static let roleHeads = WordSet([
    "牵头单位", "牵头部门", "责任单位", "责任部门", "主办单位", "主办部门", "负责单位", "保障单位", "牵头：", "牵头:", "主办：", "主办:", "责任：", "责任:",
  ])

  private static func unitShares(_ scalars: [Unicode.Scalar]) -> (units: Double, bodies: Double, items: Int) {
    var items = 0
    var named = 0
    var certain = 0
    var depth = 0
    var item: [Unicode.Scalar] = []
    func close() {
      guard !item.isEmpty else { return }
      items += 1
      if isUnitItem(item) {
        named += 1
        if bodyEndings.ends(item[...]) > 0, branches.matchLength(in: item, at: 0) < item.count { certain += 1 }
      }
      item.removeAll(keepingCapacity: true)
    }
    for scalar in scalars {
      switch scalar {
      case "(", "（", "“", "《":
        depth += 1
      case ")", "）", "”", "》":
        depth = max(0, depth - 1)
      case "、", "，", ",", "；", ";", "。", ".", "/", "／":
        if depth == 0 { close() }
      default:
        if depth == 0 { item.append(scalar) }
      }
    }
    close()
    guard items > 0 else { return (0, 0, 1) }
    return (Double(named) / Double(items), Double(certain) / Double(items), items)
  }

  private static func isUnitItem(_ item: [Unicode.Scalar]) -> Bool {
    guard let first = item.first else { return false }
    guard item.count <= longestUnit else { return listsUnits(item) }
    if item.count == 1, first == "略" || first == "无" { return true }
    // 办事大厅 is a place and mostly a channel.
    if item.count >= 2, item[item.count - 1] == "厅", item[item.count - 2] == "大" { return false }
    if item.count <= 6, doings.ends(item[...]) > 0, offices.ends(item[...]) == 0 { return false }
    if openings.matchLength(in: item, at: 0) > 0 || goings.ends(item[...]) > 0 { return false }
    let isGroup = first == "各" ? !namesKinds(item) : groupHeads.matchLength(in: item, at: 0) > 0
    if item.count <= 14, isGroup { return true }
    // 政协办 is a body, although 协办 is a role.
    if unitEndings.ends(item[...]) > 0 { return true }
    var stem = item[...]
    while true {
      let ending = roleWords.ends(stem)
      guard ending > 0, ending < stem.count else { break }
      stem.removeLast(ending)
    }
    if stem.count > 1, stem.last == "等" { stem.removeLast() }
    return unitEndings.ends(stem) > 0
  }

  /// 各类清单 are kinds of things, and units only if they end as such do (各类企业).
  private static func namesKinds(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count > 2 && scalars[0] == "各" && "类种项".unicodeScalars.contains(scalars[1])
      && unitEndings.ends(scalars[...]) == 0
  }

  /// Whether a text too long for one unit may be several, between which nothing stands: none of them is long, and the last ends it.
  private static func listsUnits(_ item: [Unicode.Scalar]) -> Bool {
    guard item.count <= longestList, !isDuty(item), openings.matchLength(in: item, at: 0) == 0,
      unitEndings.ends(item[...]) > 0
    else { return false }
    var start = 0
    for end in item.indices where unitEndings.ends(item[start...end]) > 0 {
      if end + 1 - start > longestListed { return false }
      start = end + 1
    }
    return item.count - start <= longestListed
  }

  private static let longestUnit = 28
  private static let longestList = 80
  private static let longestListed = 12

  /// What ends as an office does, and says what is done: 企业开办, 一网通办, 准营准办.
  private static let doings = WordSet([
    "开办", "举办", "申办", "通办", "代办", "联办", "网办", "快办", "准办", "好办", "易办", "秒办", "帮办", "一次办", "掌上办", "就近办",
  ])

  /// What ends as such a doing does, and is an office: 政务公开办.
  private static let offices = WordSet(["公开办"])

  /// What ends as a body does, and says what is done: 参照上级标准执行, 待上级统一部署.
  private static let goings = WordSet([
    "执行", "施行", "试行", "运行", "进行", "实行", "推行", "举行", "履行", "另行", "暂行", "现行", "部署",
  ])

  /// What tells of a doing, although it may end in the name of a place or in a role: 链接到上级平台, 由技术单位协助; or whom it is
  /// about, and not who does it: 仅限执法单位.
  private static let openings = WordSet(["链接", "栏目链接", "转载", "跳转", "引用", "由", "仅限", "只限"])

  // MARK: - Mode

  /// Whether a text says through what content is published: a site as a whole, or ticked boxes with words behind them.
  ///
  /// Source: the catalogues of standards of disclosure at the grass roots (2019), in which 公开渠道和载体 holds ■政府网站 □公开栏.
  private static func isChannel(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, scalars.count > 2 else { return false }
    if "■□☑☐▣".unicodeScalars.contains(first) { return true }
    return scalars.elementsEqual("政府网站".unicodeScalars) || scalars.elementsEqual("门户网站".unicodeScalars)
  }

  private static let modeWords = WordSet(["发布", "报送", "转载", "链接", "共建", "采集", "推送", "抓取", "录入", "采编", "对接", "自建", "同步"])
}
