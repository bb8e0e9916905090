/// Invented words for the labels and texts of varied plans.
enum VariedWords {
  static let places = [("松湾", "县"), ("白鹭", "市"), ("云岭", "区"), ("石桥", "县"), ("南屏", "区"), ("澄江口", "市")]

  static let channels = [
    "资讯中枢", "松风快讯", "政务阳光", "公开专区", "服务大厅", "便民驿站", "互动议事", "听民声", "专题荟萃", "数据园地", "城市名片", "文旅漫游", "营商沃土",
    "乡村振兴", "法治园", "生态家园", "健康守护", "教育天地", "民生账本", "应急之窗", "产业地图", "人才港", "信用平台", "廉政之窗",
  ]

  static let groups = [
    "领导成员", "机构设置", "规章库", "人事变动", "财政收支", "统计公报", "项目建设", "招生入学", "诊疗服务", "困难救助", "就业帮扶", "保障住房", "公共交通",
    "空气质量", "食品抽检", "应急预案", "五年规划", "舆情回应", "网上调查", "办事流程", "地方沿革", "景区线路", "招商项目", "土地出让", "物价收费", "红黑名单",
    "文化惠民", "饮水安全", "惠企政策", "涉农补贴", "养老托育", "志愿服务", "防汛抗旱", "消防提示", "劳动维权", "税费减免", "科技创新", "林长河长", "垃圾分类",
    "户籍办理", "婚育登记", "公积金贷款", "医保报销", "驾考车管", "企业开办", "市场主体", "工程招标", "采购结果", "国资监管", "审计整改", "议案答复", "提案办理",
    "权责事项", "证明清单", "行政处罚", "双随机抽查", "会议实录", "新闻发布会", "图说县情", "影像馆",
  ]

  static let kinds = [
    "工作进展", "政策原文", "图解问答", "办理指引", "名单公布", "年度总结", "督查通报", "热点答疑", "结果公示", "实施细则", "典型做法", "标准目录", "表格样表",
    "历年数据", "联系方式", "经费使用", "申报通知", "评审公告", "对象认定", "资金分配", "月度快报", "在线预约", "咨询投诉", "监测数据", "宣传视频", "征求意见",
    "采纳情况", "常用链接", "培训安排", "专家解读",
  ]

  static let details = [
    "城区部分", "乡镇部分", "上半年", "下半年", "个人事项", "企业事项", "本级", "所属单位", "学前阶段", "义务教育阶段", "高中阶段", "老年群体", "儿童群体", "残疾群体",
    "新建项目", "续建项目", "省级资金", "本级资金", "依申请类", "主动公开类", "文字版", "图片版",
  ]

  static let bodies = [
    "发展改革局", "教育体育局", "民政局", "财政局", "人社局", "住建局", "水务局", "文广旅局", "卫健局", "审计局", "统计局", "应急局", "林草局", "农业农村局",
    "商务局", "司法局", "公安局", "医保局", "税务局", "气象局", "残联", "妇联", "融媒体中心", "大数据中心", "行政审批局", "政府办", "委宣传部", "委编办",
    "自然资源局", "交通运输局", "市场监管局", "生态环境分局", "公积金管理部", "供销社", "地志办", "投资促进中心",
  ]

  static let updates = [
    "每工作日更新", "每周不少于2条", "每10天更新一次", "每月5日前", "每月至少1篇", "每季度首月更新", "每半年一次", "每年3月底前", "每年更新一次", "随时更新", "及时更新",
    "实时更新", "内容变化后3个工作日内", "信息生成后20个工作日内", "有变动时更新", "按需更新", "2周内更新", "1个月内更新", "不定期更新", "每两个月",
  ]

  static let supplies = ["信息产生后2个工作日内报送", "每月25日前提供", "活动结束次日提供", "文件印发之日起3个工作日内提供", "每季度末报送", "定稿当日提供"]

  static let modes = ["本单位发布", "报送稿件", "系统自动归集", "链接跳转", "转载上级网站", "数据接口推送", "邮件报送", "报送稿件、链接跳转"]

  static let remarks = ["与省平台共用数据", "本年新设栏目", "逢年初集中核对一次", "试运行至年底", "手机版同步展示", "原由信息中心代管", "仅发布摘要，详情见附件"]

  static let notes = ["说明：栏目的增减由网站管理机构另行通知。", "备注：本表自印发之日起执行，原分工同时停用。", "注：各供稿单位应确定一名信息员，名单报网站管理机构备案。"]

  static let people = ["覃小禾", "卢一舟", "莫雨田", "蒙知秋", "黎文清"]

  private static let openings = ["集中公布", "按年度整理", "分类展示", "完整收录", "如实反映", "对外说明", "汇编", "逐项列出"]
  private static let matters = [
    "办理条件", "经办窗口", "收费标准", "资金去向", "进度节点", "受益人群", "评审办法", "咨询电话", "责任科室", "监督渠道", "历史版本", "图表与附件", "服务时间",
    "现场照片", "申报材料",
  ]
  private static let closings = ["标题须写明年份和文号", "附件应能正常下载", "图片须标注拍摄时间", "过期内容及时归档", "数据与年报保持一致", "来源不明的稿件不得采用"]

  /// What a column must hold.
  static func requirement(about label: String, _ draw: inout SeededGenerator) -> String {
    func any(_ words: [String]) -> String { words.randomElement(using: &draw) ?? "" }
    let opening = any(openings) + label + "的" + any(matters)
    switch Int.random(in: 0..<10, using: &draw) {
    case 0...1: return opening + "。"
    case 2: return matters.shuffled(using: &draw).prefix(3).joined(separator: "、") + "等"
    case 3...5: return opening + "、" + any(matters) + "，" + any(closings) + "。"
    case 6...7:
      let points = closings.shuffled(using: &draw).prefix(Int.random(in: 2...4, using: &draw))
      let lines = ([opening] + points).enumerated().map { "\($0.offset + 1).\($0.element)" }
      return lines.joined(separator: draw.happens(0.7) ? "；\n" : "；") + "。"
    default:
      let rest = closings.shuffled(using: &draw).prefix(3).joined(separator: "；")
      return "\(opening)，涉及\(any(groups))、\(any(groups))的一并列出；每条信息写明\(any(matters))和\(any(matters))；\(rest)。"
    }
  }

  /// What all columns of a branch must hold.
  static func sharedRequirement(_ draw: inout SeededGenerator) -> String {
    let points = closings.shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw))
    return "本类栏目由供稿单位先审后发，" + points.joined(separator: "；") + "。"
  }

  /// Columns of a site that an indicator is broken down to.
  static func target(_ draw: inout SeededGenerator) -> String {
    groups.shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw)).joined(separator: "、")
  }

  static func body(_ level: String, _ draw: inout SeededGenerator) -> String {
    level + (bodies.randomElement(using: &draw) ?? "")
  }

  /// Units who answer for a column, one or several.
  static func units(_ level: String, alone: Bool = false, _ draw: inout SeededGenerator) -> String {
    let first = body(level, &draw)
    let others = bodies.shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw)).map { level + $0 }
    let separator = ["、", "、", "、", "，", "；", "\n", " ", "/"].randomElement(using: &draw) ?? "、"
    switch Int.random(in: 0..<12, using: &draw) {
    case 0...5: return first
    case 6...8: return ([first] + others.filter { $0 != first }).joined(separator: separator)
    case 9: return alone ? first + "牵头，" + others.joined(separator: "、") + "配合" : first
    case 10: return ["各乡镇（街道）", "各有关部门", level + "直各单位"].randomElement(using: &draw) ?? first
    default: return first + "（负责本行业内容）"
    }
  }

  /// Whether a text of units may as well be that of who leads: one unit.
  static func mayLead(_ text: String) -> Bool {
    !text.contains { "、，；\n /".contains($0) } && !text.hasPrefix("各") && !text.contains("各单位")
  }
}
