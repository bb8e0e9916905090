internal import LanmuGrid

/// Words that labels of websites hold mostly at the outside (channels), or mostly at the deepest level (lists of content).
///
/// Only a leaning: what a document does with its labels outweighs it.
enum LabelVocabulary {
  private static let outerWords = WordSet([
    "之窗", "走进", "走近", "魅力", "印象", "大厅", "互动", "政务公开", "政务服务", "信息公开", "政府信息公开", "专题", "专题专栏", "热点专题", "专栏", "专区", "园地",
    "频道",
    "新闻中心", "新闻资讯", "资讯中心", "网上办事", "办事服务", "便民服务", "招商引资", "政民", "首页", "主站", "交流互动", "公众参与", "动态要闻",
    "要闻动态", "新闻动态",
    "信息发布", "解读回应", "互动交流",
  ])
  /// Words that say nothing where they end a label: 常设专题 is a part of 专题专栏, 乡村振兴专栏 one of its columns, and 数据专区 a part of
  /// 数据开放.
  private static let vagueEndings = WordSet(["专题", "专栏", "专区"])
  private static let innerEndings = WordSet([
    "动态", "法规", "文件", "解读", "流程", "指南", "名单", "公示", "报告", "结果", "检查", "问答", "电话", "方案", "报表", "案例", "通知", "公告", "目录",
    "标准", "材料", "下载", "简介", "职责", "规划", "计划", "总结", "情况", "依据", "条件", "清单", "问题", "年报", "制度",
  ])
  /// What ends as columns do, and is a channel as often.
  private static let eitherWay: Set<String> = ["政务动态", "工作动态"]
  /// A label that has more characters beside a channel's word speaks of something else (基层公共便民服务).
  private static let mostRest = 4

  /// How much likelier than on average a label is at a level; around 1.
  ///
  /// - Parameter isLeaf: whether it is the deepest label of its row.
  static func weight(_ label: String, level: Int, isLeaf: Bool) -> Double {
    let scalars = SimplifiedForms.scalars(of: label)
    let rest = outerRest(unbracketed(scalars))
    // 新闻动态 is a channel by its whole name, 部门动态 a column by its ending.
    if eitherWay.contains(SimplifiedForms.text(label)) { return 1 }
    if rest != 0, innerEndings.ends(scalars[...]) > 0 {
      return Likelihood.exponential(level == 0 ? -1.4 : isLeaf ? 0.3 : -0.4)
    }
    guard let rest else { return 1 }
    if level == 0 { return Likelihood.exponential(rest == 0 ? 3 : 2) }
    return Likelihood.exponential(rest == 0 ? -0.8 : -0.5)
  }

  /// How many characters a label has beside a channel's word that it starts or ends with; `nil` if there is no such word.
  private static func outerRest(_ label: [Unicode.Scalar]) -> Int? {
    var least: Int?
    for start in label.indices {
      let length = outerWords.matchLength(in: label, at: start)
      let rest = label.count - length
      guard length > 0, rest <= mostRest, start == 0 || start == rest,
        start == 0 || vagueEndings.matchLength(in: label, at: start) < length
      else { continue }
      least = min(least ?? rest, rest)
    }
    return least
  }

  /// The label without a note in brackets at its end, such as who leads.
  private static func unbracketed(_ label: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = label.last, last == ")" || last == "）",
      let open = label.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0
    else { return label }
    return Array(label[..<open])
  }
}
