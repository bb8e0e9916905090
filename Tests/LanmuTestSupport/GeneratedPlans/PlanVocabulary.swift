import LanmuRecognition

/// Invented words for generated plans.
enum PlanVocabulary {
  static let levelHeaders = [
    ["频道", "一级栏目", "二级栏目"], ["一级栏目", "二级栏目", "三级栏目"], ["板块", "类别", "栏目名称"], ["大类", "小类", "栏目"],
    ["主栏目", "分栏目", "下设栏目"], ["公开事项一级", "公开事项二级", "公开事项三级"],
  ]

  static let headers: [FieldMeaning: [String]] = [
    .number: ["序号", "编号", "项号"],
    .requirement: ["具体内容", "内容要求", "工作要求", "主要内容", "公开内容（要素）", "栏目设置要求", "建设及保障要求"],
    .update: ["更新时效", "更新频率", "更新周期", "更新要求", "最低更新频次", "时限要求", "信息更新时限"],
    .mode: ["保障方式", "发布方式", "公开渠道和载体", "报送途径"],
    .lead: ["牵头单位", "牵头部门"],
    .responsible: ["责任单位", "保障部门", "信息保障单位", "公开主体", "责任科室", "栏目责任单位"],
    .remarks: ["备注"],
  ]

  static let channels = ["资讯之窗", "走近青禾", "阳光政务", "便民大厅", "亲民互动", "专题集锦", "青禾数据", "生态文旅", "党建园地"]

  static let labels = [
    "要闻速递", "部门快讯", "乡镇播报", "公示公告", "领导信息", "机构信息", "法规文件", "人事任免", "财政资金", "统计数据", "重点工程", "教育服务", "医疗服务",
    "社会救助", "就业创业", "住房保障", "交通出行", "环境监测", "食品安全", "应急管理", "规划纲要", "回应关切", "民意调查", "办事指引", "历史沿革", "旅游线路",
    "投资指南", "土地供应", "价格监管", "信用建设", "文化活动", "水质公报", "扶持政策", "惠农补贴", "养老机构", "慈善公益",
  ]

  static let leaves = ["工作动态", "政策法规", "办理流程", "名单公示", "年度报告", "监督检查", "常见问答", "结果公开", "实施方案", "典型案例"]

  private static let updates = ["每周更新", "每月更新1次", "2周内更新", "1个月内", "3个月内更新", "每季度", "及时更新", "实时更新", "有变动即更新", "按需更新"]
  private static let modes = ["单位发布", "信息报送", "栏目链接", "转载", "系统对接"]
  private static let bodies = ["发改局", "教育局", "民政局", "财政局", "人社局", "住建局", "水利局", "文旅局", "卫健局", "审计局", "统计局", "应急局"]
  private static let remarks = ["链接到上级平台", "新增栏目", "每年核对一次"]
  private static let openings = ["发布", "公开", "介绍", "提供", "汇总"]

  /// Whether a text may be that of who leads: one unit.
  static func mayLead(_ text: String) -> Bool { !text.contains("、") && !text.contains("，") }

  static func text(of field: FieldMeaning, about label: String, _ generator: inout SeededGenerator) -> String {
    func any(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    switch field {
    case .requirement:
      let sentence = any(openings) + "与\(label)有关的政策、标准和办理结果，做到来源清楚"
      return generator.happens(0.3) ? "1.\(sentence)；2.\(any(openings))本区域\(label)的进展情况。" : sentence + "。"
    case .update: return any(updates)
    case .mode: return any(modes)
    case .lead: return "县" + any(bodies)
    case .responsible:
      let body = "县" + any(bodies)
      return generator.happens(0.3) ? body + "牵头，各部门配合" : generator.happens(0.3) ? body + "、县" + any(bodies) : body
    case .remarks: return any(remarks)
    case .number, .level, .target, .supply, .cooperating, .other: return ""
    }
  }
}
