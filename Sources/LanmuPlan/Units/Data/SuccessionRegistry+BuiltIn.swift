extension SuccessionRegistry {
  /// The reforms of 2018–19 and 2023 (and those between) as they reached cities, counties and districts.
  ///
  /// `since` is the month in which the national plan was made public, or in which the new body began; places followed within
  /// about a year, so a name may be met somewhat later. Local plans differ: each record suggests and proves nothing.
  public static let builtIn = SuccessionRegistry(records: reform2018 + between + reform2023)

  private static let plan2018 = "《深化党和国家机构改革方案》（2018年3月印发）"
  private static let plan2023 = "《党和国家机构改革方案》（2023年3月印发）"

  private static func record(
    _ before: String, _ after: String, _ kind: UnitSuccession.Kind, _ since: String, _ evidence: String,
    makesSuccessor: Bool = true, basis: UnitSuccession.Basis = .generalKnowledge
  ) -> UnitSuccession {
    UnitSuccession(
      predecessors: before.split(separator: " ").map(String.init),
      successors: after.split(separator: " ").map(String.init),
      kind: kind, makesSuccessor: makesSuccessor && kind != .movedDuty, since: since, evidence: evidence,
      basis: basis)
  }

  private static let reform2018: [UnitSuccession] = [
    record(
      "国土资源局 国土局", "自然资源局 自然资源和规划局 自规局 资规局 自然资源和规划分局", .merge, "2018-03",
      plan2018 + "：组建自然资源部，不再保留国土资源部", basis: .published),
    record(
      "规划局 城乡规划局 城市规划局", "自然资源局 自然资源和规划局 自规局 资规局", .movedDuty, "2018-03",
      plan2018 + "：城乡规划管理职责划入自然资源部", basis: .published),
    record(
      "环境保护局 环保局", "生态环境局 生态环境分局", .rename, "2018-03", plan2018 + "：组建生态环境部，不再保留环境保护部", basis: .published),
    record(
      "农业局 农业委员会 农委", "农业农村局 农业农村委员会 农业农村委", .rename, "2018-03",
      plan2018 + "：组建农业农村部，不再保留农业部", basis: .published),
    record(
      "水产畜牧兽医局 畜牧兽医局 水产畜牧局 农业机械化管理局 农机局", "农业农村局 农业农村委员会", .merge, "2018-03",
      plan2018 + "及各地机构改革方案：畜牧、渔业、农机管理职责并入农业农村部门"),
    record(
      "卫生和计划生育局 卫计局 卫生和计划生育委员会 卫计委 卫生计生委 卫生计生局",
      "卫生健康局 卫健局 卫生健康委员会 卫健委 卫生健康委", .rename, "2018-03",
      plan2018 + "：组建国家卫生健康委员会，不再保留国家卫生和计划生育委员会", basis: .published),
    record(
      "安全生产监督管理局 安监局", "应急管理局 应急局", .merge, "2018-03",
      plan2018 + "：组建应急管理部，不再保留国家安全生产监督管理总局", basis: .published),
    record(
      "应急管理办公室 应急办", "应急管理局 应急局", .movedDuty, "2018-03", plan2018 + "：国务院办公厅的应急管理职责划入应急管理部", basis: .published),
    record(
      "工商行政管理局 工商局 质量技术监督局 质监局 工商行政管理和质量技术监督局 工商质监局 食品药品监督管理局 食药监局 食品药品监管局",
      "市场监督管理局 市场监管局 市监局", .merge, "2018-03",
      plan2018 + "：组建国家市场监督管理总局，不再保留国家工商行政管理总局、质检总局、食品药品监督管理总局", basis: .published),
    record(
      "知识产权局", "市场监督管理局 市场监管局", .merge, "2018-03", plan2018 + "：国家知识产权局由国家市场监督管理总局管理", basis: .published),
    record(
      "物价局", "发展和改革局 发改局 发展改革委 市场监督管理局 市场监管局", .split, "2018-03",
      plan2018 + "：价格监督检查与反垄断执法职责划入市场监督管理总局；其余价格职责在各地多并入发展改革部门", makesSuccessor: false, basis: .published),
    record(
      "文化局 文化新闻出版广电局 文化体育新闻出版广电局 文体新广局 文体广新局 文化体育局 文体局 旅游局 旅游发展委员会 旅发委",
      "文化和旅游局 文旅局 文化广电和旅游局 文广旅局 文化体育和旅游局 文体旅局 文化广电体育和旅游局 文体广电旅游局 文体广旅局", .merge,
      "2018-03", plan2018 + "：组建文化和旅游部，不再保留文化部、国家旅游局", basis: .published),
    record(
      "新闻出版广电局 文化体育新闻出版广电局 文体新广局", "委宣传部 宣传部", .movedDuty, "2018-03",
      plan2018 + "：新闻出版、电影管理职责划入中央宣传部", basis: .published),
    record(
      "民政局 人力资源和社会保障局 人社局", "退役军人事务局 退役军人局", .movedDuty, "2018-03",
      plan2018 + "：退役军人优抚安置、军官转业安置职责划入退役军人事务部", basis: .published),
    record(
      "人力资源和社会保障局 人社局 民政局 发展和改革局 发改局", "医疗保障局 医保局", .movedDuty, "2018-03",
      plan2018 + "：医疗保险、医疗救助、药品和医疗服务价格管理职责划入国家医疗保障局", basis: .published),
    record(
      "国家税务局 国税局 地方税务局 地税局", "税务局", .merge, "2018-07",
      plan2018 + "：省级和省级以下国税地税机构合并，2018年7月20日县级新税务机构挂牌", basis: .published),
    record(
      "法制办公室 法制办", "司法局", .merge, "2018-03", plan2018 + "：重新组建司法部，不再保留国务院法制办公室", makesSuccessor: false,
      basis: .published),
    record(
      "粮食局", "粮食和物资储备局 粮储局 发展和改革局 发改局", .merge, "2018-03",
      plan2018 + "：组建国家粮食和物资储备局，整合国家粮食局职责；市县多并入发展改革部门", makesSuccessor: false, basis: .published),
    record("公务员局", "委组织部 组织部", .movedDuty, "2018-03", plan2018 + "：中央组织部统一管理公务员工作", basis: .published),
    record(
      "外事侨务办公室 外侨办", "外事办公室 外事办 委统战部 统战部", .split, "2018-03",
      plan2018 + "：国务院侨务办公室并入中央统战部", makesSuccessor: false, basis: .published),
    record(
      "民族宗教事务局 民宗局", "委统战部 统战部", .movedDuty, "2018-03", plan2018 + "：中央统战部统一领导国家民族事务委员会，统一管理宗教工作", basis: .published),
    record(
      "水库移民工作管理局 水库移民局 移民局", "水利局", .merge, "2018-03",
      plan2018 + "：不再保留国务院三峡工程、南水北调工程建设委员会及其办公室，移民职责划入水利部；市县水库移民机构多并入水利部门", makesSuccessor: false),
    record(
      "政务服务管理办公室 政务办 政管办", "行政审批局 政务服务管理局 政务服务和大数据管理局 政数局", .rename, "2018-10",
      "各地2018—2019年机构改革方案：政务服务管理机构改设行政审批或政务服务管理部门"),
    record(
      "金融工作办公室 金融办", "地方金融监督管理局 金融监管局", .rename, "2018-10",
      "各地2018—2019年机构改革方案：金融工作机构加挂或改设地方金融监督管理局"),
    record(
      "监察局", "监察委员会 监委 纪委监委", .merge, "2018-03", plan2018 + "：组建国家监察委员会，不再保留监察部", basis: .published),
    record(
      "科技工贸和信息化局 科工贸信局", "工业和信息化局 工信局 科学技术局 科技局 商务局", .split, "2018-10",
      "各县区2018—2019年机构改革方案：工业、科技、商务职责分设"),
    record(
      "经济和信息化局 经信局 经济和信息化委员会 经信委", "工业和信息化局 工信局", .rename, "2018-10",
      "各地2018—2019年机构改革方案"),
    record(
      "发展改革和科学技术局 发改科技局", "发展和改革局 发改局 科学技术局 科技局", .split, "2018-10",
      "各县区2018—2019年机构改革方案：发展改革、科技职责分设"),
    record(
      "城管执法局 城市管理行政执法局", "城市管理局 城管局 城市管理综合行政执法局 综合行政执法局", .rename, "2018-10",
      "各地2018—2019年机构改革方案"),
    record(
      "公安消防支队 公安消防大队 消防支队 消防大队", "消防救援支队 消防救援大队", .rename, "2018-10",
      plan2018 + "：公安消防部队不再列武警部队序列，成建制划归应急管理部（2018年10月9日移交）", basis: .published),
    record(
      "地方志编纂委员会办公室 地志办 方志办 党史研究室 党史办", "党史和地方志研究室", .merge, "2018-10",
      "部分市县2018—2019年机构改革方案：党史、地方志机构整合"),
    record("信息中心 新闻中心 广播电视台", "融媒体中心", .movedDuty, "2018-08", "全国宣传思想工作会议（2018年8月）后的县级融媒体中心建设"),
  ]

  private static let between: [UnitSuccession] = [
    record(
      "扶贫开发办公室 扶贫办", "乡村振兴局", .rename, "2021-02", "国家乡村振兴局2021年2月25日挂牌，扶贫机构改组为乡村振兴局", basis: .published),
    record("卫生健康局 卫健局 卫生健康委员会 卫健委", "疾病预防控制局 疾控局", .movedDuty, "2021-05", "国家疾病预防控制局2021年5月13日挂牌", basis: .published),
  ]

  private static let reform2023: [UnitSuccession] = [
    record(
      "乡村振兴局", "农业农村局 农业农村委员会 农业农村委", .merge, "2023-03",
      plan2023 + "：国家乡村振兴局职责划入农业农村部，不再保留单设的国家乡村振兴局", makesSuccessor: false, basis: .published),
    record(
      "大数据发展局 大数据局 大数据管理局 大数据发展管理局 大数据发展管理中心", "数据局 数据管理局", .rename, "2023-03",
      plan2023 + "：组建国家数据局（2023年10月25日挂牌），各地大数据机构相应调整", basis: .published),
    record(
      "发展和改革局 发改局 委网信办 网信办", "数据局", .movedDuty, "2023-03",
      plan2023 + "：数字经济、数据资源统筹等职责划入国家数据局", basis: .published),
    record(
      "地方金融监督管理局 金融监管局", "委金融办 地方金融管理局 金融办", .rename, "2023-03",
      plan2023 + "：深化地方金融监管体制改革，地方政府设立的金融监管机构专司监管职责，不再加挂金融办公室等牌子", basis: .published),
    record(
      "委组织部 组织部 民政局 信访局", "委社会工作部 社会工作部", .movedDuty, "2023-03",
      plan2023 + "：组建中央社会工作部，统筹指导人民信访、基层治理和行业协会商会党的工作", basis: .published),
    record(
      "卫生健康局 卫健局 卫生健康委员会 卫健委 老龄工作委员会办公室 老龄办", "民政局", .movedDuty, "2023-03",
      plan2023 + "：老龄工作职责划入民政部，全国老龄工作委员会办公室改设在民政部", basis: .published),
    record(
      "科学技术局 科技局", "农业农村局 工业和信息化局 工信局 人力资源和社会保障局 人社局", .movedDuty, "2023-03",
      plan2023 + "：科学技术部的农村科技、高新技术产业化、引进国外智力等职责划出", basis: .published),
  ]
}
