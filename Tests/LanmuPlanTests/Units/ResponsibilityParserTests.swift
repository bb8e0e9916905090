import LanmuPlan
import Testing

/// Unit texts and the duties in them: name, role, scope in braces.
@Suite("Responsibility")
struct ResponsibilityParserTests {
  private func duties(_ text: String, role: Assignment.Role = .responsible) -> String {
    ResponsibilityParser(directory: .builtIn).parse(text, role: role).duties.map { duty in
      duty.name + "/" + duty.role.rawValue + (duty.scope.isEmpty ? "" : "{\(duty.scope)}")
        + (duty.office.isEmpty ? "" : "@\(duty.office)")
    }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("县府办、县教育局", "县府办/responsible 县教育局/responsible"),
      ("县教育局\n县民政局", "县教育局/responsible 县民政局/responsible"),
      ("县教育局县民政局", "县教育局/responsible 县民政局/responsible"),
      ("信访局各相关单位", "信访局/responsible 各相关单位/responsible"),
      ("县人力资源和社会保障局", "县人力资源和社会保障局/responsible"),
      ("市自然资源和规划局和市住房和城乡建设局", "市自然资源和规划局/responsible 市住房和城乡建设局/responsible"),
      ("县水利局与县林业局、各镇", "县水利局/responsible 县林业局/responsible 各镇/responsible"),
      ("不动产登记和房产交易中心", "不动产登记和房产交易中心/responsible"),
      ("甲山县公安局白水分局", "甲山县公安局白水分局/responsible"),
      ("各县(市、区)、各部门", "各县(市、区)/responsible 各部门/responsible"),
      ("市直、中区直各部门", "市直各部门/responsible 中区直各部门/responsible"),
      ("县教育、水利、林业局，县图书馆", "县教育局/responsible 县水利局/responsible 县林业局/responsible 县图书馆/responsible"),
      ("各镇、街道", "各镇/responsible 各街道/responsible"), ("略", ""), ("——", ""),
      ("县残联、县民政局等部门", "县残联/responsible 县民政局/responsible"),
      ("县水利局等（含乡镇）涉及项目的实施单位", "县水利局/responsible"),
      ("涉及投诉、建议的各受理单位", "涉及投诉、建议的各受理单位/responsible"), ("技术方", "技术方/responsible"),
    ])
  func lists(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    arguments: [
      ("县府办牵头，县教育局、各镇配合", "县府办/lead 县教育局/cooperating 各镇/cooperating"),
      ("县府办牵头,县融媒体中心具体负责,各部门配合。", "县府办/lead 县融媒体中心/responsible 各部门/cooperating"),
      ("县府办、县委宣传部牵头，各部门配合", "县府办/lead 县委宣传部/lead 各部门/cooperating"),
      ("县财政局，各部门配合", "县财政局/responsible 各部门/cooperating"),
      ("县审批局提供内容,县信息中心技术配合", "县审批局/responsible 县信息中心/technical"),
      ("县审批局负责内容建设，县信息中心负责技术支持", "县审批局/responsible 县信息中心/technical"),
      ("县信息中心协调组织，各部门具体负责", "县信息中心/coordinating 各部门/responsible"),
      ("县府办统筹，县统计局负责数据更新", "县府办/coordinating 县统计局/responsible{数据更新}"),
      ("县信息中心负责页面制作，各镇配合做好图片采集", "县信息中心/responsible{页面制作} 各镇/cooperating{图片采集}"),
      ("县工信局牵头,县信息中心配合,各部门提供系统链接", "县工信局/lead 县信息中心/cooperating 各部门/responsible{系统链接}"),
      ("牵头单位：县府办；配合单位：县教育局、县民政局", "县府办/lead 县教育局/cooperating 县民政局/cooperating"),
      ("县府办（牵头）、县司法局（配合）", "县府办/lead 县司法局/cooperating"),
      ("由县府办牵头，县委网信办协助", "县府办/lead 县委网信办/cooperating"),
      ("县发改局会同县财政局", "县发改局/responsible 县财政局/cooperating"),
      ("县委组织部牵头", "县委组织部/lead"),
    ])
  func roles(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    arguments: [
      ("县民政局（保障“救助”）、县退役军人局（保障“优抚”）", "县民政局/responsible{“救助”} 县退役军人局/responsible{“优抚”}"),
      ("县府办及县审批局（重要文件、回应关切）", "县府办/responsible{重要文件、回应关切} 县审批局/responsible{重要文件、回应关切}"),
      ("县发改局（县重大办）牵头，各部门配合", "县发改局/lead@县重大办 各部门/cooperating"),
      ("高新园（东门镇）", "高新园/responsible"),
      ("县民政局“救助”和“福利”栏目", "县民政局/responsible{“救助”和“福利”栏目}"),
      ("各单位。县府办提供讲话稿1-2篇", "各单位/responsible 县府办/responsible{讲话稿1-2篇}"),
      ("申请建设栏目的部门（单位）", "申请建设栏目的部门（单位）/responsible"),
    ])
  func brackets(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test func aFieldOfLeadsMakesLeads() {
    #expect(duties("县府办、县审批局", role: .lead) == "县府办/lead 县审批局/lead")
  }

  @Test func openListsAndUnreadTextsAreTold() {
    let reading = ResponsibilityParser(directory: .builtIn).parse("县残联等部门、详见《任务分工清单》")
    #expect(reading.openLists == ["县残联等部门"])
    #expect(reading.unread == ["详见《任务分工清单》"])
  }

  @Test("Splitting and joining loses no character")
  func splittingLosesNothing() {
    let parts = [
      "县府办", "、", "和", "，", "（", "）", "各镇", "“", "”", "\n", "人力资源和社会保障局", "牵头", "；", "等部门", "涉及", "的", "及", "：", "A",
      "负责预算", "决算",
      "县住房和城乡", "建设局", "省", "市驻县各单位",
    ]
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<10 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      let folded = FoldedText(text)
      let pieces = UnitListSplitter(folded) { UnitDirectory.builtIn.contains($0) }.pieces()
      #expect(pieces.first?.range.lowerBound == 0 && pieces.last?.range.upperBound == folded.count)
      #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
      #expect(pieces.map { folded.original($0.range) }.joined() == text.filter { $0 != "\n" })
      _ = ResponsibilityParser(directory: .builtIn).parse(text)
    }
  }
}
