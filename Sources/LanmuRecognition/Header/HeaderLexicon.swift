internal import LanmuGrid

/// What the words of header labels say about the meaning of their fields.
///
/// Labels are compared in simplified characters, without white space and brackets. An exact synonym is certain; else the nouns
/// of the label count (`HeaderPhrase`).
enum HeaderLexicon {
  struct Match: Sendable, Hashable {
    var meaning: FieldMeaning
    /// From 0 to 1.
    var strength: Double
  }

  /// The meaning of a header label; `nil` if no word of it is known.
  static func match(_ label: String) -> Match? {
    let label = SimplifiedForms.text(label)
    guard !states(label) else { return nil }
    let plain = withoutBrackets(label)
    guard !plain.isEmpty else { return nil }
    if let meaning = synonyms[ExactText(plain)] { return Match(meaning: meaning, strength: 1) }
    let stem = withoutOrdinal(plain)
    if stem != plain, let meaning = synonyms[ExactText(stem)] { return Match(meaning: meaning, strength: 1) }
    let scalars = Array(stem.unicodeScalars)
    guard scalars.count <= 40 else { return nil }
    let phrase = HeaderPhrase(scalars)
    // A long label is more likely a sentence; its nouns count for less.
    let brevity = scalars.count <= 10 ? 0.85 : scalars.count <= 20 ? 0.7 : 0.5
    // Whatever it is that is counted in levels, it is a level.
    guard var meaning = phrase.meaning ?? (stem == plain ? nil : .level) else {
      return inOtherWriting(plain)
    }
    // 发稿要求（频次）: the bracket says what is demanded.
    if meaning == .requirement, HeaderPhrase.namesTime(bracketed(label)) { meaning = .update }
    // 年度指标（篇）: the bracket says that articles are counted.
    if [.requirement, .level].contains(meaning),
      countingUnits.contains(String(String.UnicodeScalarView(bracketed(label))))
    {
      meaning = .other
    }
    return Match(meaning: meaning, strength: brevity)
  }

  /// Whether a text says one thing of a form (编制部门：信息科), rather than naming a field or explaining one.
  private static func states(_ label: String) -> Bool {
    let parts = label.unicodeScalars.split(maxSplits: 2) { $0 == "：" || $0 == ":" }
    guard parts.count == 2, parts[0].count <= longestFormLabel, parts[1].count <= longestFormText else { return false }
    return !label.unicodeScalars.contains { "。；（(".unicodeScalars.contains($0) }
  }

  private static let countingUnits: Set<String> = ["篇", "条", "件", "个", "分", "家", "次", "期", "篇数", "条数", "分值", "%"]

  private static let longestFormLabel = 8
  private static let longestFormText = 24

  /// The meaning of the Chinese words of a label that is written in two languages: Channel频道.
  private static func inOtherWriting(_ label: String) -> Match? {
    let wide = label.unicodeScalars.filter { !$0.isASCII }
    guard !wide.isEmpty, wide.count < label.unicodeScalars.count else { return nil }
    return match(String(String.UnicodeScalarView(wide)))
  }

  /// What stands in a label's first bracket.
  private static func bracketed(_ label: String) -> [Unicode.Scalar] {
    let scalars = label.unicodeScalars
    guard let open = scalars.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return [] }
    return Array(scalars[scalars.index(after: open)...].prefix { $0 != ")" && $0 != "）" })
  }

  /// Whether the label names a whole site: below a word for levels it is one of them, elsewhere the way in which units supply.
  static func namesSite(_ label: String) -> Bool { SimplifiedForms.text(label) == "平台" || namesOwnSite(label) }

  /// Whether the label names sites, and no other platforms.
  static func namesOwnSite(_ label: String) -> Bool {
    ["网站", "站点", "网站名称", "站点名称", "子网站", "子站", "所属网站"].contains(SimplifiedForms.text(label))
  }

  /// Whether the label speaks of assessment indicators rather than of columns.
  static func namesIndicator(_ label: String) -> Bool {
    let plain = SimplifiedForms.text(withoutBrackets(label))
    guard !["要求", "说明", "内容", "解释", "释义", "描述"].contains(where: { plain.contains($0) }) else { return false }
    // 考评点, 测评项目: what is assessed, by another word.
    let isAssessed = ["考评", "考核", "考察", "测评", "评价", "评估", "评分"].contains { plain.contains($0) }
    return plain.contains("指标") || isAssessed && ["项", "点", "项目", "类别", "维度"].contains { plain.hasSuffix($0) }
  }

  /// Whether the label speaks of how points are given or taken (评分标准, 扣分办法, 计分规则).
  static func namesScoring(_ label: String) -> Bool {
    let label = SimplifiedForms.text(label)
    return ["评分", "计分", "扣分", "赋分", "打分"].contains { label.contains($0) }
  }

  /// Labels of fields that name one unit a row; an office within a body (科室) may be one.
  private static let subjects: Set<String> = [
    "单位", "部门", "单位名称", "部门名称", "责任单位", "责任部门", "保障单位", "机构", "机构名称", "科室", "科室名称", "处室", "处室名称", "股室", "股室名称",
  ]

  /// Whether the label names one unit as the row's subject (单位, 部门名称).
  static func namesUnitSubject(_ label: String) -> Bool {
    subjects.contains(SimplifiedForms.text(withoutBrackets(label)))
  }

  /// Whether the label's field lists columns (栏目名称, 负责栏目, 承担栏目).
  static func namesColumns(_ label: String) -> Bool {
    let plain = SimplifiedForms.text(withoutBrackets(label))
    return plain.contains("栏目") || plain.contains("板块") || plain.contains("频道")
  }

  /// Whether the label counts the one level that its field holds (一级目录, 二级).
  static func namesOneLevel(_ label: String) -> Bool {
    let plain = SimplifiedForms.text(withoutBrackets(label))
    return withoutOrdinal(plain) != plain
  }

  // MARK: - Words

  private static let synonyms: [ExactText: FieldMeaning] = {
    var table: [ExactText: FieldMeaning] = [:]
    func add(_ meaning: FieldMeaning, _ words: String) {
      for word in words.unicodeScalars.split(separator: " ") { table[ExactText(String(word))] = meaning }
    }
    add(.number, "序号 编号 号 次序 顺序 项次 序列 No No. NO NO. 序 项号 顺序号 序次 总序号 序号No. 序号No 顺号 № # 行号")
    add(
      .level,
      """
      频道 板块 版块 类别 栏目 栏目名称 栏目类别 指标 级 目录 分类 大类 中类 小类 细类 子栏目 主栏目 分栏目 模块 名称 专栏 事项 公开事项 \
      指标名称 信息类别 上级栏目 父栏目 所属频道 栏目分类 网站栏目 子频道 所属栏目 主频道 内容分类 具体事项 公开事项名称 \
      类型 栏目类型 主题 领域 子目录 项目 公开类别 导航栏目 具体栏目 末级栏目 细目 细项 子项 一级 二级 三级 四级 五级 子类 门类 部类 专题 栏目名 \
      Channel Column Sub-column Subcolumn Section Category
      """)
    add(
      .requirement,
      """
      具体内容 内容要求 指标说明 工作要求 指标要求 考核指标 内容 栏目内容 主要内容 信息内容 内容说明 公开内容 保障内容 更新内容 要求 \
      内容描述 评分细则 任务内容 具体要求 发布内容 考核要求 评估要点 建设要求 栏目说明 栏目要求 指标解释 评分标准 评估标准 内容及要求 \
      任务要求 工作内容 工作任务 保障要求 内容范围 发布要求 考核内容 内容规范 栏目定位 公开要求 信息要求 建设内容 报送内容 栏目描述 \
      考核标准 检查要点 内容标准 应发布内容 信息范围 发什么 发布什么 栏目功能 栏目用途 \
      Content Contents Requirement Requirements Description
      """)
    add(
      .target, "对应栏目 对应网站栏目 落实栏目 关联栏目 对应栏目及工作要求 对应频道 涉及栏目 网站栏目及要求 责任栏目 承载栏目 对应的栏目 所在栏目 保障栏目 展示栏目 网站所属栏目")
    add(
      .supply,
      "提供内容时效标准 提供时效 报送时限 供稿时限 报送时间 提交时限 提供时限 提供时间 供稿时间 报送时效 供稿时效 提交时间 材料提供时限 内容提供时限 信息提供时限 信息报送时限 素材提供时限 报送要求 供稿期限 报送期限 提供期限 采集时限"
    )
    add(
      .update,
      "更新标准 更新时效 更新频率 更新周期 更新时间 更新要求 时限 时效 频次 信息更新 内容更新 栏目更新 更新频次 更新时限 频率 周期 公开时限 发布时限 更新 时间要求 时限要求 时效要求 发布频率 发布周期 维护周期 维护频率 更新期限 更新方式及周期 信息更新频率 内容更新频率 更新间隔 更新规定 发布时效 更新说明 公开频率 完成时限 维护频次 更新频度 发布频次 保障时限 更新条数 更新篇数 更新天数 更新间隔天数 多久更新 多久更新一次 多长时间更新 多长时间更新一次 何时更新 Frequency Updatefrequency Updatecycle"
    )
    add(
      .mode,
      "方式 保障方式 更新方式 发布方式 公开方式 信息来源 来源 形式 提供方式 报送方式 维护方式 供稿方式 采集方式 发布形式 内容来源 建设方式 数据来源 保障形式 实现方式 发布渠道 公开渠道 公开形式 报送渠道")
    add(
      .lead,
      "牵头单位 牵头部门 牵头 主办单位 主办部门 主办 主管部门 主管单位 牵头责任单位 牵头科室 牵头处室 牵头机构 总牵头 第一责任单位 主责单位 主责部门 主要责任单位 审核单位 终审单位 审签单位 主责 归口单位 统筹单位 归口部门"
    )
    add(
      .responsible,
      "保障部门 保障单位 责任单位 责任部门 信息保障单位 发布单位 供稿单位 承办单位 责任科室 单位 部门 责任主体 公开主体 内容保障单位 单位名称 部门名称 内容保障部门 提供单位 维护单位 报送单位 责任处室 信息提供单位 承办部门 更新单位 承办 保障责任单位 具体责任单位 负责单位 负责部门 信息发布单位 责任分工 分工 保障主体 具体负责 负责 实施 落实 信息来源单位 落实单位 实施单位 供稿部门 内容提供单位 执行单位 维护部门 采编单位 报送部门 责任机构 责任股室 科室 处室 股室 科室名称 处室名称 股室名称 公开单位 公开部门 建设单位 保障 责任 谁负责 由谁负责 谁来做 谁维护 谁更新 Owner Department Responsibleunit"
    )
    add(
      .cooperating,
      "配合单位 配合部门 协办单位 协办部门 协同单位 协助单位 协作单位 参与单位 配合 协办 支持单位 协同 协助 协作 技术支持 技术保障 技术支持单位 协同部门 配合责任单位 相关配合单位 协助部门 参与部门 参与")
    add(.remarks, "备注 说明 备考 附注 其他说明 注 备注说明 补充说明 其他 其它 情况说明 注意事项 备 需要说明的情况 Remarks Remark Notes Note")
    add(
      .other,
      "联系人 联系电话 电话 网址 链接 链接地址 责任人 分管领导 分值 权重 得分 分数 完成情况 邮箱 联络员 负责人 栏目地址 URL url 网页地址 信息员 标准分 审核人 领导 手机 姓名 职务 职称 性别 手机号码 办公电话 联系方式 得分情况 扣分原因 扣分 加分 自评分 考核得分 考核分值 完成时间 经办人 QQ 微信 传真 邮编 地址 办公地址 管理员 编辑员 撰稿人 责任编辑 审核员 数量 条数 信息员及电话 网址链接 公开依据 依据 公开对象 公开范围 公开时长 公开层级 序列号 工作单位 所在单位 所在部门"
    )
    return table
  }()

  /// A label as headers are compared: simplified characters, no brackets, no punctuation.
  static func key(_ label: String) -> String {
    let label = SimplifiedForms.text(label)
    guard label.unicodeScalars.contains(where: { isPunctuation($0) || isDropped($0) }) else { return label }
    return String(String.UnicodeScalarView(withoutBrackets(label).unicodeScalars.filter { !isPunctuation($0) }))
  }

  /// The same, unless it takes more code units than a caller can use.
  static func key(_ label: String, atMost limit: Int) -> String? {
    var count = 0
    var depth = 0
    for scalar in label.unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【", "〔": depth += 1
      case ")", "）", "]", "】", "〕": depth = max(0, depth - 1)
      default:
        if depth == 0, !isPunctuation(scalar), !isDropped(scalar) { count += UTF8.width(scalar) }
      }
      if count > limit { return nil }
    }
    return key(label)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", ",", "。", ".", "；", ";", "、", "·", "“", "”", "\"", "'": true
    default: false
    }
  }

  /// What `withoutBrackets` leaves out, or goes by.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "（", "[", "【", "〔", ")", "）", "]", "】", "〕", ":", "：", "/", "／": true
    default: false
    }
  }

  static func withoutBrackets(_ label: String) -> String {
    guard label.unicodeScalars.contains(where: isDropped) else { return label }
    var result = String.UnicodeScalarView()
    var depth = 0
    for scalar in label.unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【", "〔": depth += 1
      case ")", "）", "]", "】", "〕": depth = max(0, depth - 1)
      case ":", "：", "/", "／": continue
      default: if depth == 0 { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// 一级栏目, 第二级栏目名称 and 公开事项一级 without their ordinals; 一级 alone is 级.
  private static func withoutOrdinal(_ label: String) -> String {
    let ordinals = "一二三四五六七八九123456789１２３４５".unicodeScalars
    var scalars = label.unicodeScalars[...]
    if scalars.first == "第" { scalars.removeFirst() }
    if let first = scalars.first, ordinals.contains(first), scalars.dropFirst().first == "级" {
      scalars.removeFirst()
      if scalars.count > 1 { scalars.removeFirst() }
      return String(scalars)
    }
    if label.unicodeScalars.count > 3, scalars.last == "级", let ordinal = scalars.dropLast().last,
      ordinals.contains(ordinal)
    {
      return String(scalars.dropLast(2))
    }
    return label
  }
}
