/// What kind of content a column carries, as far as the national windows ask.
public enum ColumnClass: String, Sendable, Hashable, CaseIterable {
  case news, notices, policies, interpretation, personnel, plans, basics, statistics, finance, interaction, interviews
  case consultation, services, topics, other

  /// As sheets print it, and as a rule set or a mapping file names it.
  public var chineseName: String {
    switch self {
    case .news: "动态要闻"
    case .notices: "通知公告"
    case .policies: "政策文件"
    case .interpretation: "政策解读"
    case .personnel: "人事信息"
    case .plans: "规划计划"
    case .basics: "概况机构"
    case .statistics: "数据发布"
    case .finance: "财政信息"
    case .interaction: "咨询投诉"
    case .interviews: "在线访谈"
    case .consultation: "征集调查"
    case .services: "办事服务"
    case .topics: "专题专栏"
    case .other: "其他"
    }
  }

  public init?(chineseName name: String) {
    guard let found = ColumnClass.allCases.first(where: { $0.chineseName == name }) else { return nil }
    self = found
  }

  /// The class by the words of the labels, innermost label first; a mapping file may say otherwise.
  public init(path: [String]) {
    for label in path.reversed() {
      if let found = ColumnClass(label: label) {
        self = found
        return
      }
    }
    self = .other
  }

  private init?(label: String) {
    for (name, words) in Self.words where words.contains(where: { label.contains($0) }) {
      self = name
      return
    }
    return nil
  }

  // In this order: 政策解读 before 政策, 征集 before 公告, 人事 before 通知.
  private static let words: [(ColumnClass, [String])] = [
    (.interpretation, ["解读"]),
    (.interviews, ["访谈"]),
    (.consultation, ["征集", "调查", "意见建议"]),
    (.interaction, ["信箱", "咨询", "留言", "信访", "投诉", "热线", "找错", "问政"]),
    (.personnel, ["人事", "招考", "任免", "招录", "招聘", "公务员"]),
    (.plans, ["规划", "计划"]),
    (.statistics, ["统计", "数据"]),
    (.finance, ["财政", "预算", "决算", "三公", "收费"]),
    (.notices, ["公告", "公示", "通知", "通告"]),
    (.policies, ["文件", "法规", "政策", "规章"]),
    (.services, ["办事", "服务指南", "便民", "权责", "权力清单", "表格下载"]),
    (.basics, ["概况", "简介", "机构", "领导", "职能", "年报", "指南", "目录"]),
    (.topics, ["专题", "专栏", "历史专"]),
    (.news, ["动态", "要闻", "新闻", "资讯", "快讯", "快报"]),
  ]

  /// Whether the column lives from published items: the others are judged by letters, links and services.
  public var carriesArticles: Bool {
    switch self {
    case .interaction, .services: false
    default: true
    }
  }

  /// Whether a path of the content system holds interviews or consultations, whose items are listed one by one.
  static func isOfActivities(_ path: String) -> Bool {
    path.contains("访谈") || path.contains("征集") || path.contains("调查")
  }
}
