/// Words that labels of websites hold mostly at the outside (channels), or mostly at the deepest level (lists of content).
///
/// Only a leaning: what a document does with its labels outweighs it.
enum LabelVocabulary {
  private static let outerWords = WordSet([
    "之窗", "走进", "走近", "魅力", "印象", "大厅", "互动", "政务公开", "政务服务", "信息公开", "政府信息公开", "专题", "专栏", "专区", "园地", "频道",
    "新闻中心", "新闻资讯", "资讯中心", "网上办事", "办事服务", "便民服务", "招商引资", "营商环境", "乡村振兴", "数据开放", "政民", "首页", "主站",
  ])
  private static let innerEndings = WordSet([
    "动态", "法规", "文件", "解读", "流程", "指南", "名单", "公示", "报告", "结果", "检查", "问答", "电话", "方案", "报表", "案例", "通知", "公告", "目录",
    "标准", "材料", "下载", "简介", "职责", "规划", "计划", "总结", "情况", "依据", "条件", "清单", "问题",
  ])

  /// How much likelier than on average a label is at a level; around 1.
  ///
  /// - Parameter isLeaf: whether it is the deepest label of its row.
  static func weight(_ label: String, level: Int, isLeaf: Bool) -> Double {
    let scalars = Array(label.unicodeScalars)
    if outerWords.occurs(in: scalars) {
      return Likelihood.exponential(level == 0 ? 1.4 : -0.4)
    }
    if innerEndings.ends(scalars[...]) > 0 {
      return Likelihood.exponential(level == 0 ? -1.4 : isLeaf ? 0.3 : -0.4)
    }
    return 1
  }
}
