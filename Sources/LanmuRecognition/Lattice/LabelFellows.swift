/// Columns of the site that stand side by side on most government websites, because one rule asks for all of them.
///
/// Only a leaning: where some of them are members of one branch, others of them are likelier there than elsewhere. What one
/// site calls 热点专题 another calls 专题专栏; names of one thing stand in one set with the others.
enum LabelFellows {
  private static let sets: [Set<String>] = [
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
  /// How many sets there are.
  static var count: Int { sets.count }

  /// The places of the sets that a label belongs to, as bits.
  static func bits(of label: String) -> UInt64 {
    let name = label.hasPrefix("政府信息") ? String(label.dropFirst(2)) : label
    return sets.indices.reduce(0) { bits, index in
      sets[index].contains(label) || sets[index].contains(name) ? bits | 1 << UInt64(index) : bits
    }
  }
}
