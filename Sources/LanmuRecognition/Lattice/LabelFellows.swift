internal import LanmuGrid

/// Columns of the site that stand side by side on most government websites, because one rule asks for all of them.
///
/// Only a leaning: where some of them are members of one branch, others of them are likelier there than elsewhere. What one
/// site calls 热点专题 another calls 专题专栏; names of one thing stand in one set with the others.
enum LabelFellows {
  /// Sets whose members may be channels.
  private static let channelSets: [Set<String>] = [
    // The functions of a website, 国办发〔2017〕47号, and the channels that sites make of them.
    [
      "信息发布", "解读回应", "办事服务", "互动交流", "政务公开", "信息公开", "政府信息公开", "动态要闻", "要闻动态", "新闻动态", "新闻中心", "新闻资讯",
      "政务服务", "网上办事", "便民服务", "政民互动", "公众参与", "交流互动", "专题专栏", "热点专题", "专题", "专栏",
    ],
    // What the page of public information consists of, 国办公开办函〔2019〕61号, and what sites put beside it.
    [
      "信息公开指南", "信息公开制度", "信息公开目录", "信息公开年报", "信息公开年度报告", "法定主动公开内容", "依申请公开",
    ],
    // The ways of talking with the public, 国办发〔2017〕47号.
    [
      "在线访谈", "网上访谈", "嘉宾访谈", "民意征集", "意见征集", "征集调查", "调查征集", "网上调查", "网上征集", "政务咨询", "咨询投诉", "在线咨询", "留言咨询", "智能问答",
      "常见问题", "领导信箱", "县长信箱", "市长信箱", "区长信箱", "书记信箱", "主席信箱", "省长信箱", "回应关切",
    ],
    // The open data of a government.
    ["数据发布", "数据查询", "数据开放", "数据解读"],
  ]
  /// Sets whose members are pages of a channel. Where a site makes channels of some of them, as a department does of what it is
  /// in charge of, it does not of all.
  private static let pageSets: [Set<String>] = [
    // What a government publishes of itself: the matters of articles 20 and 21 of 政府信息公开条例 (2019), and the fields of
    // 基层政务公开 that 国办发〔2019〕54号 speaks of, as sites head them.
    [
      "机构职能", "机构职责", "领导", "规划", "规划计划", "发展规划", "统计", "人事", "政策文件", "法规文件", "规范性文件", "行政执法", "行政许可", "权责清单", "建议提案",
      "建议提案办理", "应急管理", "政府会议", "财政", "财政预决算", "财政资金", "行政事业性收费", "政府采购", "重大建设项目", "重大项目", "公共资源配置", "公共资源交易",
      "社会公益事业",
      "公益事业建设", "公共监管", "审计", "国有企业", "信用", "扶贫", "脱贫攻坚", "乡村振兴", "教育", "义务教育", "医疗卫生", "公共卫生", "社会保障", "社会保险", "就业",
      "就业创业",
      "环境保护", "生态环境", "安全生产", "食品药品", "食品药品安全", "食品药品监管", "产品质量", "社会救助", "社会福利", "养老服务", "户籍管理", "公共法律服务", "城乡规划",
      "征地",
      "征地补偿", "征地拆迁", "征收征用", "房屋征收", "国有土地上房屋征收", "保障性住房", "住房保障", "农村危房改造", "城市综合执法", "公共文化服务", "公共文化体育", "救灾",
      "税收管理", "涉农补贴",
      "市政服务",
    ],
    // The parts of three of these fields, each by the opinion of 国务院办公厅 on what is published of it: major projects
    // (国办发〔2017〕94号), public resources (国办发〔2017〕97号), and public welfare (社会公益事业建设领域, February 2018).
    [
      "批准服务", "项目批准服务", "批准结果", "项目批准结果", "招标投标", "征收土地", "重大设计变更", "施工有关", "质量安全监督", "竣工有关", "竣工验收",
    ],
    [
      "住房保障", "国有土地使用权出让", "土地使用权出让", "矿业权出让", "政府采购", "国有产权交易", "工程建设项目招标投标", "工程建设项目招投标",
    ],
    [
      "脱贫攻坚", "扶贫", "社会救助", "社会福利", "社会救助和社会福利", "教育", "医疗卫生", "基本医疗卫生", "环境保护", "生态环境", "灾害事故救援", "公共文化体育", "食品药品",
      "食品药品安全",
    ],
  ]
  private static let sets = channelSets + pageSets
  /// How many sets there are.
  static var count: Int { sets.count }

  /// The bits of the sets whose members may be channels.
  static let channels: UInt64 = (1 << UInt64(channelSets.count)) - 1

  /// The places of the sets that a label belongs to, as bits.
  static func bits(of label: String) -> UInt64 {
    let label = SimplifiedForms.text(label)
    let names: Set<String> = [label, label.hasPrefix("政府信息") ? String(label.dropFirst(2)) : label, matter(label)]
    return sets.indices.reduce(0) { bits, index in
      sets[index].isDisjoint(with: names) ? bits : bits | 1 << UInt64(index)
    }
  }

  /// A label without what only says that something of the matter is published: 财政信息公开 is 财政.
  private static func matter(_ label: String) -> String {
    var name = label
    for ending in ["信息公开", "公开", "信息", "领域"] where name.hasSuffix(ending) && name.count > ending.count + 1 {
      name = String(name.dropLast(ending.count))
    }
    return name
  }
}
