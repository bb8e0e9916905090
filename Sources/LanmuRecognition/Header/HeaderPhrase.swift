internal import LanmuGrid

/// A header label that is no known synonym, understood as Chinese phrases are built: the last noun says what the field holds,
/// the words before it say of what (栏目链接 is a link, 最低更新频次 a frequency, 协办科室 a unit).
struct HeaderPhrase: Sendable {
  /// `nil` if no noun of the label is known.
  private(set) var meaning: FieldMeaning?

  /// Whether a label, or a part of one, has a noun of time for its last noun.
  static func namesTime(_ scalars: [Unicode.Scalar]) -> Bool { head(of: scalars)?.noun == .time }

  /// Whether a label, whatever it is about, asks for something (更新要求, 维护标准), and not just for a time (更新时限要求).
  static func namesDemand(_ label: String) -> Bool {
    let scalars = SimplifiedForms.scalars(of: label)
    let asksForTime = nouns.contains { $0.0 == .time && $0.1.occurs(in: scalars) }
    return !asksForTime && head(of: scalars)?.noun == .demand
  }

  /// Whether a label ends in a number of articles to be supplied (年度任务数).
  static func namesQuota(_ label: String) -> Bool { quotas.ends(SimplifiedForms.scalars(of: label)[...]) > 0 }

  private static let quotas = WordSet(quotaWords)
  private static let quotaWords = ["任务数", "任务量", "报送数", "报送量", "采用数", "采用量", "计划数", "目标数"]

  /// Whether a label speaks of supplying content (素材提交), be its noun known or not.
  static func namesSupply(_ label: String) -> Bool { supplying.occurs(in: SimplifiedForms.scalars(of: label)) }

  /// Whether a label speaks of matters with which something is done (保障事项, 公开事项及内容), and not just of matters.
  static func namesDuties(_ label: String) -> Bool { handled.occurs(in: SimplifiedForms.scalars(of: label)) }

  private static let handled = WordSet([
    "发布事项", "保障事项", "报送事项", "推送事项", "更新事项", "维护事项", "事项及内容", "事项及要求", "事项与内容",
  ])

  /// Whether a label is about the time that an authority takes for an applicant's matter (法定办结时限), not a site's columns.
  static func namesHandlingTime(_ label: String) -> Bool {
    let scalars = SimplifiedForms.scalars(of: label)
    return namesTime(scalars) && handling.occurs(in: scalars)
  }

  private static let handling = WordSet(["法定", "承诺", "办结", "审批时", "受理时"])

  /// Whether a label says how many points something is worth (分值, 标准分).
  static func namesPoints(_ label: String) -> Bool { points.ends(SimplifiedForms.scalars(of: label)[...]) > 0 }

  private static let points = WordSet(["分值", "权重", "分数", "满分", "赋分", "标准分", "总分"])

  /// Whether a label's units help by technical means (技术支持单位).
  static func namesTechnicians(_ label: String) -> Bool { technical.occurs(in: SimplifiedForms.scalars(of: label)) }

  private static let technical = WordSet(["技术"])

  /// Whether a label says of its units that they lead (牵头单位, 主办部门), be there others in the table or not.
  static func namesLeader(_ label: String) -> Bool { leaders.occurs(in: SimplifiedForms.scalars(of: label)) }

  private static let leaders = WordSet(["牵头", "主办"])

  /// What a label's units have to say to those of other labels, least first.
  enum Leadership: Int, Comparable, Sendable {
    case none, carriesOut, oversees, isMain, leads

    static func < (one: Leadership, other: Leadership) -> Bool { one.rawValue < other.rawValue }
  }

  static func leadership(of label: String) -> Leadership { leadership(of: SimplifiedForms.scalars(of: label)) }

  private static func leadership(of label: [Unicode.Scalar]) -> Leadership {
    if leading.occurs(in: label) { return .leads }
    if main.occurs(in: label) { return .isMain }
    if overseeing.occurs(in: label) { return .oversees }
    return carrying.occurs(in: label) ? .carriesOut : .none
  }

  /// Whether a label ends in the common noun for a body, of which no body's own name consists (归属部室, 承建部门).
  static func namesBodies(_ label: String) -> Bool {
    let scalars = SimplifiedForms.scalars(of: label)
    guard scalars.count >= 2, scalars.first != "各" else { return false }
    return commonBodies.ends(scalars[...]) > 0
  }

  private static let commonBodies = WordSet([
    "单位", "部门", "科室", "处室", "股室", "部室", "机构", "主体", "团队", "站所", "警种", "责任方", "局办", "科组",
  ])

  /// - Parameter scalars: the label without white space, brackets and ordinals.
  init(_ scalars: [Unicode.Scalar]) {
    // 是否必设 asks, whatever about.
    let asks = Self.questions.matchLength(in: scalars, at: 0) > 0
    // 原栏目 is what a column was called before.
    if asks || Self.former.matchLength(in: scalars, at: 0) > 0 || Self.namesPerson(scalars) {
      meaning = .other
      return
    }
    // 栏目码 counts, 手机号码 does not.
    if scalars.count >= 2, scalars.last == "码", scalars[scalars.count - 2] != "号", scalars[scalars.count - 2] != "维" {
      meaning = .number
      return
    }
    // Of labels joined by “and”, the first names the field's main part: 更新时限及报送单位, 对应栏目及工作要求.
    for part in Self.parts(of: scalars) {
      guard let head = Self.head(of: part) else { continue }
      guard head.noun != .unit || Self.namesUnitField(part) else { continue }
      meaning = Self.meaning(of: head.noun, in: part)
      return
    }
    // 更新计划: what is no noun of any kind, but about updating, says when. What was updated is another thing.
    if Self.updating.matchLength(in: scalars, at: 0) > 0, Self.reporting.ends(scalars[...]) == 0 { meaning = .update }
  }

  // MARK: - Nouns

  private enum Noun {
    case number, remarks, contact, unit, time, mode, content, demand, label
  }

  private static let conjunctions = "及和与或、，,".unicodeScalars

  /// What a label joins by “and”; the 与 of 参与 joins nothing.
  private static func parts(of label: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let joints = label.indices.filter { index in
      conjunctions.contains(label[index]) && !(label[index] == "与" && index > 0 && label[index - 1] == "参")
    }
    return zip([-1] + joints, joints + [label.count]).map { Array(label[($0 + 1)..<$1]) }
  }

  private static let nouns: [(Noun, WordSet)] = [
    (.number, WordSet(["序号", "编号", "项号", "次序", "序次", "编码", "代码", "序列", "顺序", "顺号", "序数", "序列号"])),
    (
      .remarks,
      WordSet([
        "备注", "附注", "注释", "注意事项", "说明事项", "其他事项", "其他要求", "调整情况", "变动情况", "变更情况", "存在问题", "特别说明", "特殊说明", "有关说明",
        "相关说明", "附加说明", "补充说明", "其他说明", "调整说明", "变更说明", "修订说明", "现状说明", "情况说明", "特殊要求", "特别要求", "特殊情况", "附加要求",
        "备忘", "备考", "其它说明", "其它要求", "其它事项", "附言", "附记",
      ])
    ),
    (
      .contact,
      WordSet(
        [
          "联系人", "电话", "网址", "链接", "地址", "联络员", "负责人", "责任人", "经办人", "信息员", "领导", "分值", "权重", "得分", "分数", "扣分", "加分",
          "邮箱", "QQ", "QQ号",
          "姓名", "职务", "手机", "号码", "进度", "完成情况", "签字", "签名", "评分", "短号", "座机", "固话", "内线", "域名", "微信号", "邮件", "民警", "经办",
          "人员", "编辑", "校对", "作者", "局长", "主任", "校长", "院长",
          "满分", "赋分", "加减分", "属性", "性质", "状态", "ID", "URL", "总分", "分数线", "粉丝量", "粉丝数", "访问量", "浏览量", "阅读量", "点击量",
          "关注数",
          "用户数", "数据量", "发稿量", "格式", "依据", "占比", "整改进展", "工作进展",
          "销号", "销号情况", "完成率", "整改情况", "落实情况", "办理情况",
        ] + quotaWords)
    ),
    (
      .unit,
      WordSet([
        "单位", "部门", "科室", "处室", "股室", "机构", "主体", "机关", "责任方", "牵头", "主办", "配合", "协办", "承办", "责任", "分工", "岗位", "办公室",
        "站所", "部室", "室部", "团队", "科组", "班组",
      ])
    ),
    (
      .time,
      WordSet([
        "时效", "频率", "频次", "频度", "周期", "时限", "期限", "时间", "时点", "间隔", "次数", "节奏", "多久", "截止", "时序", "时段", "时刻", "日期",
        "时长", "限期",
      ])
    ),
    (.mode, WordSet(["方式", "方法", "来源", "渠道", "形式", "途径", "载体", "平台"])),
    (
      .content,
      WordSet([
        "内容", "细则", "要点", "任务", "描述", "要素", "范围", "解释", "职责", "措施", "举措", "目标", "简介", "概述", "释义", "定位", "什么", "内容依据",
        "情形",
        "的信息",
        "发布信息", "信息要素",
      ])
    ),
    (.demand, WordSet(["要求", "说明", "标准", "规范", "规定", "办法"])),
    (
      .label,
      WordSet([
        "频道", "板块", "版块", "栏目", "指标", "类别", "目录", "分类", "专栏", "事项", "模块", "专题", "主题", "类型", "名称", "细目", "细项", "子项",
        "领域", "导航", "菜单", "标题", "账号", "专区", "页面", "类目", "大项", "小项", "条目", "分组", "版面", "位置", "主栏", "分栏", "子栏", "大栏",
        "小栏",
        "父栏", "专题栏", "公开项目", "公示项目", "信息项目", "考核项目", "测评项目", "评估项目", "检查项目",
        "考评项", "考评点", "考核项", "考核点", "测评项", "测评点", "检查项", "检查点", "观测点", "评价点", "考察项", "考察点", "评估项", "评估点", "评价项", "维度",
        "内容项", "信息项", "功能项", "服务项", "公开项", "功能区", "信息区", "内容区", "服务区", "区块",
      ])
    ),
  ]

  /// The noun that ends last; of several the longest.
  private static func head(of part: [Unicode.Scalar]) -> (noun: Noun, end: Int)? {
    var best: (noun: Noun, end: Int, length: Int)?
    for (noun, words) in nouns {
      for start in part.indices {
        let length = words.matchLength(in: part, at: start)
        guard length > 0 else { continue }
        let end = start + length
        if best.map({ (end, length) > ($0.end, $0.length) }) ?? true { best = (noun, end, length) }
      }
    }
    return best.map { ($0.noun, $0.end) }
  }

  /// 各部门, 派出机构 and 机构信息 name units or columns themselves; a header says what the units do: 责任, 牵头, 供稿.
  private static func namesUnitField(_ part: [Unicode.Scalar]) -> Bool {
    guard let first = part.first, first != "各", !seats.occurs(in: part) else { return false }
    let isAbout = part.suffix(2).elementsEqual("信息".unicodeScalars)
    return duties.occurs(in: isAbout ? Array(part.dropLast(2)) : part)
  }

  /// Bodies whose offices' names end as duties do (政协办).
  private static let seats = WordSet(["政协"])
  private static let questions = WordSet(["是否", "有无", "可否"])
  private static let former = WordSet(["原栏目", "原有栏目", "原频道", "旧栏目", "改版前", "调整前", "原名称", "原栏目名称"])
  private static let updating = WordSet(["更新", "信息更新", "内容更新", "栏目更新"])
  private static let reporting = WordSet(["情况", "记录", "数量", "数", "状态", "结果", "位置", "稿件"])

  /// Whether a label says that persons stand below it, whatever they do: 联络员, 负责人, 姓名.
  static func namesPersons(_ label: String) -> Bool {
    let label = SimplifiedForms.text(label)
    return ["人", "员", "姓名", "领导"].contains { label.hasSuffix($0) }
  }

  /// 审签人, 信息维护员: who does one of the things that are done for a site.
  private static func namesPerson(_ label: [Unicode.Scalar]) -> Bool {
    guard label.count >= 3, let last = label.last, last == "人" || last == "员" else { return false }
    return duties.occurs(in: label) || personal.occurs(in: label)
  }

  private static let personal = WordSet(["审批", "签发", "校对", "联络", "岗位", "对接", "值班", "撰稿", "摄影", "分管", "联系"])

  // MARK: - What the words before the noun add

  /// All that is done for a site, by those who lead, oversee, help or supply as well.
  private static let duties = WordSet(
    overseeingWords + carryingWords + leadingWords + assistingWords + supplyingWords + [
      "责任", "保障", "负责", "发布", "维护", "更新", "公开", "信息", "内容", "实施", "落实", "执行", "建设", "管理", "采编", "制作",
      "来源", "填报", "承担", "栏目", "分工", "运维", "运营", "录入", "经办", "对口", "完成", "谁", "承建", "监督", "编制", "编写",
      "撰写", "核实", "撰稿", "归属", "归管", "分管", "推进", "整改", "反馈", "运行", "采写", "编审", "推送", "上传", "填写", "起草",
      "直管", "值守", "发起", "供给", "监测", "巡查",
    ])
  private static let overseeingWords = [
    "主管", "审签", "审核", "终审", "归口", "把关", "监管", "指导", "督办", "督查", "审定", "审发", "核稿", "复核", "复审", "校核", "审校",
    "核定",
  ]
  private static let overseeing = WordSet(overseeingWords)
  private static let main = WordSet(["主要责任", "主体责任", "第一责任"])
  private static let carryingWords = ["承办"]
  private static let carrying = WordSet(carryingWords)
  private static let leadingWords = [
    "牵头", "主办", "主责", "统筹", "首要", "总负责", "主抓", "主承办", "主维护", "主更新", "主保障", "主负责", "主供稿",
  ]
  private static let leading = WordSet(leadingWords)
  private static let assistingWords = [
    "配合", "协办", "协同", "协助", "协作", "参与", "支持", "技术", "支撑", "联办", "会办", "辅助", "其他责任", "参加", "共建", "联合", "相关",
  ]
  private static let assisting = WordSet(assistingWords)
  private static let supplyingWords = ["提供", "报送", "供稿", "提交", "材料", "采集", "送审", "送稿", "交稿", "上报", "送达"]
  private static let supplying = WordSet(supplyingWords)
  /// 存续期限, 开通时间: how long something is there, not how often it is renewed.
  private static let lasting = WordSet(["存续", "有效", "保存", "保留", "起止", "开通", "开设", "注册", "成立", "创建"])
  private static let pointing = WordSet(["对应", "关联", "落实", "涉及", "承载", "承接", "落地", "体现", "支撑"])
  private static let timely = WordSet(["更新", "时限", "时效", "时间", "频率", "频次", "周期", "期限", "频度"])
  private static let contentful = WordSet(["内容", "信息", "建设", "工作", "任务", "指标"])
  private static let modal = WordSet(["方式", "渠道", "形式", "来源", "途径"])

  private static func meaning(of noun: Noun, in part: [Unicode.Scalar]) -> FieldMeaning {
    switch noun {
    case .number: .number
    case .remarks: .remarks
    case .contact: .other
    case .unit:
      leadership(of: part) > .carriesOut ? .lead : assisting.occurs(in: part) ? .cooperating : .responsible
    case .time: lasting.occurs(in: part) ? .other : supplying.occurs(in: part) ? .supply : .update
    case .mode: .mode
    case .content: .requirement
    case .label: pointing.occurs(in: part) ? .target : .level
    case .demand:
      // 更新要求 and 提供内容时效标准 are about time, 内容更新要求 is about content.
      if supplying.occurs(in: part), timely.occurs(in: part) {
        .supply
      } else if modal.occurs(in: part) {
        .mode
      } else if timely.occurs(in: part), !contentful.occurs(in: part) {
        .update
      } else {
        .requirement
      }
    }
  }
}
