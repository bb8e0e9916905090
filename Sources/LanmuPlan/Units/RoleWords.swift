internal import LanmuGrid

/// The words that say in which role somebody acts.
enum RoleWords {
  typealias Role = Assignment.Role

  static let verbs = Lexicon<Role>([
    (.lead, "牵头 牵头负责 牵头组织 牵头协调 总牵头 主牵头 牵头抓总 负责牵头 为牵头单位 牵头落实 作为牵头单位 是牵头单位 共同牵头 联合牵头 双牵头"),
    (
      .coordinating,
      "协调组织 组织协调 统筹协调 统筹 协调 总协调 统筹推进 负责统筹 负责协调 负责统筹协调 负责组织协调 负责协调组织 统筹负责 总统筹 统筹组织 总体协调 综合协调 日常协调 沟通协调 总体统筹 指导 业务指导 督导 督促 督办 指导督促 督促指导 负责指导 负责督促 负责督办"
    ),
    (
      .technical,
      """
      技术配合 技术支持 技术支撑 技术保障 提供技术支持 提供技术支撑 提供技术保障 提供技术配合 负责技术 负责技术配合 负责技术支持 负责技术支撑 负责技术保障 \
      负责技术服务 提供技术服务 做好技术保障 做好技术支持 做好技术支撑 做好技术配合 负责技术维护 负责技术运维 技术负责 技术维护 技术运维 技术服务 负责运维 提供运维
      """
    ),
    (
      .cooperating,
      "配合 积极配合 协助配合 协助 协办 协同 协同配合 参与 密切配合 配合做好 协助做好 负责配合 为配合单位 做好配合 共同配合 配合协助 配合落实 配合参与 予以配合 给予配合 积极参与 支持 支持配合 参加 协作 协管 协同推进 配合实施 配合推进 做好配合工作"
    ),
    (
      .responsible,
      """
      具体负责 具体落实 具体实施 具体承办 具体承担 负责 主办 承办 提供 报送 保障 发布 落实 维护 更新 实施 组织实施 做好 办理 采集 供稿 承担 主责 \
      提供内容 负责内容建设 负责内容保障 提供信息内容 负责提供 负责提供内容 负责落实 负责实施 负责承办 负责主办 负责报送 负责发布 负责更新 负责维护 \
      负责保障 分别负责 共同负责 分工负责 联合负责 协同负责 统一发布 统一更新 采编 审核发布 负总责 抓好落实 抓落实 统一负责 全面负责 总负责 直接负责 主要负责 为责任单位 负责具体实施 负责具体落实 内容保障 共同落实 分别落实 负责做好 负责组织实施 负责日常更新 主管 分管 审核 把关 各自负责 各负其责 主抓 首接负责 执行 负责执行 负责办理 汇总发布 汇总 汇总报送 审核汇总 编审
      """
    ),
  ])

  /// Whether words are a role's verb and nothing else.
  static func isVerb(_ words: String) -> Bool {
    let text = FoldedText(words)
    return [verbs, closingVerbs].contains { $0.longest(in: text.scalars, at: 0, limit: text.count)?.end == text.count }
  }

  /// Verbs that count only at an item's end, since names hold them as well: 县委组织部.
  static let closingVerbs = Lexicon<Role>([
    (.responsible, "组织 组织开展 审定 回复 答复 处理 受理 公布 公开 编辑 上传 录入 审签 校对 主持 承建 验收 管理 建设 运营")
  ])

  /// How a duty is done, before its verb: 按职责分工负责, 按各自职责配合.
  static let manners = Lexicon<Void>([
    (
      (),
      """
      按职责分工 按照职责分工 按职责 按照职责 按各自职责 按照各自职责 根据职责分工 根据各自职责 依职责 依据职责 各按职责 按照各自职责分工 按各自职责分工 \
      按分工 按照分工 按任务分工 按照任务分工 结合职责 按照部门职责 按部门职责 各自 分头 按各自分工 按照各自分工 按各自职能 按职能 按照职能 依据各自职责 依照职责 依各自职责 根据职能 根据各自职能 按业务范围 按管理权限 按照管理权限 按权限 按要求 按照要求 根据要求 按规定 按照规定 \
      具体 统一 分别 主要 分工 及时 按时 定期 要 应 须 应当 必须 要及时 应及时 须及时 应当及时
      """
    )
  ])

  /// Labels before a colon: 牵头单位：…；配合单位：….
  static func role(ofLabel label: String) -> Role? {
    let label = SimplifiedForms.text(label)
    // 县质量技术监督局 is a body and no label.
    let isLabel = ["单位", "部门", "机构", "机关", "方", "组", "人", "责任"].contains(where: label.hasSuffix)
    let text = FoldedText(label)
    let isVerb = verbs.longest(in: text.scalars, at: 0, limit: text.count)?.end == text.count
    guard label.count <= 10, isLabel || isVerb || !UnitWords.endsAsUnit(label) else { return nil }
    for (mark, role) in labelMarks where label.contains(mark) { return role }
    return role(ofVerbIn: label)
  }

  /// 供稿单位, 审核部门: a role's verb and the noun for whoever does it.
  private static func role(ofVerbIn label: String) -> Role? {
    guard let noun = ["单位", "部门", "机构"].first(where: label.hasSuffix), label.count > noun.count + 1 else { return nil }
    let verb = FoldedText(String(label.dropLast(noun.count)))
    for words in [verbs, closingVerbs] {
      if let found = words.longest(in: verb.scalars, at: 0, limit: verb.count), found.end == verb.count {
        return found.meaning
      }
    }
    return nil
  }

  private static let labelMarks: [(String, Role)] = [
    ("牵头", .lead), ("主牵", .lead), ("技术", .technical), ("配合", .cooperating), ("协助", .cooperating), ("协办", .cooperating),
    ("参与", .cooperating), ("协同", .cooperating), ("参加", .cooperating), ("协作", .cooperating), ("支持", .cooperating),
    ("统筹", .coordinating), ("协调", .coordinating), ("责任单位", .responsible), ("责任部门", .responsible),
    ("负责单位", .responsible),
    ("主办", .responsible), ("主管单位", .responsible), ("主管部门", .responsible), ("承办", .responsible), ("保障单位", .responsible),
    ("落实单位", .responsible), ("保障部门", .responsible),
    ("负责", .responsible),
    ("责任", .responsible), ("发布单位", .responsible),
  ]

  /// Objects that a role's verb swallows: 提供内容 and 负责内容建设 are the whole duty, not a part of it.
  static let wholeObjects: Set<String> = [
    "", "内容", "内容建设", "内容保障", "信息内容", "内容更新", "保障", "具体工作", "工作", "日常工作", "栏目", "该栏目", "本栏目", "更新", "信息", "落实", "实施",
    "做好", "相关工作", "有关工作", "信息更新", "栏目内容", "内容维护",
  ]
}
