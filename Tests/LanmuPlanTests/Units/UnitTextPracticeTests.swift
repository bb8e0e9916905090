import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// Unit fields as offices fill them in: with persons, telephones, marks, bad brackets and names without their endings.
@Suite("Unit fields in practice")
struct UnitTextPracticeTests {
  private func duties(_ text: String) -> String {
    ResponsibilityParser(directory: .builtIn).parse(text).duties.map { duty in
      duty.name + "/" + duty.role.rawValue + (duty.scope.isEmpty ? "" : "{\(duty.scope)}")
        + (duty.office.isEmpty ? "" : "@\(duty.office)")
    }.joined(separator: " ")
  }

  @Test(
    "Persons and telephones",
    arguments: [
      ("县教育局 李四 13800000000", "县教育局/responsible@李四"), ("县民政局：赵六六", "县民政局/responsible"),
      ("县卫生健康局 黄小明", "县卫生健康局/responsible@黄小明"), ("县政府办（刘科长）", "县政府办/responsible@刘科长"),
      ("县信息中心（张三、李四）", "县信息中心/responsible@张三、李四"), ("王小明（县政府办）", "县政府办/responsible@王小明"),
      ("县政府办 联系人：王小明 联系电话：83212345", "县政府办/responsible"), ("县政府办3212345", "县政府办/responsible"),
      ("县信息中心负责人", "县信息中心/responsible@负责人"), ("县政府办（待定）", "县政府办/responsible"),
    ])
  func contacts(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "White space parts two whole names, and nothing else",
    arguments: [
      ("市信息中心 市政府办公室 市妇联", "市信息中心/responsible 市政府办公室/responsible 市妇联/responsible"),
      ("县教育局　各乡镇人民政府", "县教育局/responsible 各乡镇人民政府/responsible"), ("教育局 妇联", "教育局/responsible 妇联/responsible"),
      ("市 科 协", "市科协/responsible"), ("市住房和 城乡建设局", "市住房和城乡建设局/responsible"),
      ("县住房和城乡 建设局", "县住房和城乡建设局/responsible"), ("县委 宣传部", "县委宣传部/responsible"),
      ("市教育局 （牵头）", "市教育局/lead"),
    ])
  func spaces(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "White space parts offices of one rank within a body, and none from the one that it may belong to",
    arguments: [
      ("人事部 发展规划部", "人事部/responsible 发展规划部/responsible"), ("党办校办 工会", "党办校办/responsible 工会/responsible"),
      ("财务处 国资处 招标办", "财务处/responsible 国资处/responsible 招标办/responsible"),
      ("办公室 人事科", "办公室/responsible 人事科/responsible"), ("综合组 秘书科", "综合组/responsible 秘书科/responsible"),
      ("宣传部 新闻科", "宣传部新闻科/responsible"), ("县政府办 信息科", "县政府办信息科/responsible"),
      ("招生就业 指导中心", "招生就业指导中心/responsible"),
    ])
  func offices(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "Marks and brackets",
    arguments: [
      ("★县政府办", "县政府办/responsible"), ("县政府办*、县财政局", "县政府办/responsible 县财政局/responsible"),
      ("【县政府办】", "县政府办/responsible"), ("县政府办{信息科}", "县政府办/responsible@信息科"),
      ("县政府办\n（信息科）", "县政府办/responsible@信息科"), ("县政府办）、县财政局", "县政府办/responsible 县财政局/responsible"),
      ("县政府办（牵头、县财政局", "县政府办/lead 县财政局/responsible"), ("县政府办＋县财政局", "县政府办/responsible 县财政局/responsible"),
      ("县政府办＆县财政局", "县政府办/responsible 县财政局/responsible"), ("县政府办\\县财政局", "县政府办/responsible 县财政局/responsible"),
      ("a.县政府办 b.县财政局", "县政府办/responsible 县财政局/responsible"),
      ("一、县政府办 二、县财政局", "县政府办/responsible 县财政局/responsible"), ("Ⅰ县政府办", "县政府办/responsible"),
      ("县政府办(牵头)县财政局(配合)", "县政府办/lead 县财政局/cooperating"),
      ("县政府办（主）、县财政局（配）", "县政府办/lead 县财政局/cooperating"),
      ("县政府办（各部门配合）", "县政府办/responsible 各部门/cooperating"),
      ("县委办（县档案局、县保密局）", "县委办/responsible@县档案局、县保密局"),
      ("县住建局（保障性住房）", "县住建局/responsible{保障性住房}"), ("N/A", ""),
    ])
  func marks(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "Names without their endings",
    arguments: [
      ("县农业农村、水利、林业局", "县农业农村局/responsible 县水利局/responsible 县林业局/responsible"),
      ("县工商、质监局", "县工商局/responsible 县质监局/responsible"),
      ("县教育、卫生健康、司法部门", "县教育局/responsible 县卫生健康局/responsible 县司法局/responsible"),
      ("市直、中区直有关单位", "市直有关单位/responsible 中区直有关单位/responsible"),
    ])
  func elided(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "Roles",
    arguments: [
      ("市政府办负责总体协调，市大数据局负责技术支撑", "市政府办/coordinating 市大数据局/technical"),
      ("市委网信办指导，市政府办牵头", "市委网信办/coordinating 市政府办/lead"),
      ("市教育局、市科技局各自负责", "市教育局/responsible 市科技局/responsible"),
      ("县安委会各成员单位，县应急局牵头", "县安委会各成员单位/responsible 县应急局/lead"),
      ("各乡镇报县农业农村局汇总发布", "各乡镇/responsible 县农业农村局/responsible"),
      ("牵头部门：县发改局；协同部门：县财政局", "县发改局/lead 县财政局/cooperating"),
    ])
  func roles(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "Parts, offices and verbs",
    arguments: [
      ("县融媒体中心负责新闻采写、图片拍摄", "县融媒体中心/responsible{新闻采写、图片拍摄}"),
      ("县财政局负责预算、决算；县审计局负责审计结果", "县财政局/responsible{预算、决算} 县审计局/responsible{审计结果}"),
      ("各单位报送，县政府办审核、发布", "各单位/responsible 县政府办/responsible"),
      ("发布单位：县政府办；供稿单位：各部门", "县政府办/responsible 各部门/responsible"),
      ("县城管局主管，各街道协管", "县城管局/responsible 各街道/cooperating"),
      ("各乡镇人民政府（街道办事处）", "各乡镇人民政府（街道办事处）/responsible"),
      ("县政府办牵头督促，各部门落实", "县政府办/lead 各部门/responsible"),
      ("县财政局指导，各部门具体公开", "县财政局/coordinating 各部门/responsible"),
      ("县委网信办牵头，具体由县大数据中心承担", "县委网信办/lead 县大数据中心/responsible"),
      ("县政府办公室（文电股、督查室）、县司法局", "县政府办公室/responsible@文电股、督查室 县司法局/responsible"),
      ("县委宣传部（新闻发布会）", "县委宣传部/responsible{新闻发布会}"),
      ("（县教育局牵头，各学校负责落实）", "县教育局/lead 各学校/responsible"),
    ])
  func parts(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test(
    "Names that a mark or nothing parts",
    arguments: [
      ("县住房和城乡\n建设局、县交通\n运输局", "县住房和城乡建设局/responsible 县交通运输局/responsible"),
      ("县人力资源\n和社会保障局牵头", "县人力资源和社会保障局/lead"), ("县政府\n办公室", "县政府办公室/responsible"),
      ("县教育局\n县民政局", "县教育局/responsible 县民政局/responsible"),
      ("区民政局区残联区妇联", "区民政局/responsible 区残联/responsible 区妇联/responsible"),
      ("省、市驻县各单位，县直各企事业单位", "省、市驻县各单位/responsible 县直各企事业单位/responsible"),
      ("管委会各内设机构、各直属单位", "管委会各内设机构/responsible 各直属单位/responsible"),
      ("各乡、镇人民政府", "各乡/responsible 各镇人民政府/responsible"), ("局机关各科室", "局机关各科室/responsible"),
    ])
  func parted(_ text: String, _ meaning: String) { #expect(duties(text) == meaning) }

  @Test("No unit, and told", arguments: ["王小明", "联系电话：3212345", "根据职责分工确定", "谁主管谁负责", "同“工作动态”栏目责任单位"])
  func nobody(_ text: String) {
    let reading = ResponsibilityParser(directory: .builtIn).parse(text)
    #expect(reading.duties.isEmpty && !reading.unread.isEmpty)
  }

  private func assemble(_ texts: [String], directory: UnitDirectory? = nil) -> Outcome<Plan> {
    let rows = texts.enumerated().map { index, text in
      RecognisedRow(path: ["栏目\(index)"], texts: [.responsible: text], row: index)
    }
    let table = RecognisedTable(kind: .columns, title: "", header: [], fields: [.level, .responsible], rows: rows)
    return PlanAssembler(directory: directory).assemble(RecognisedDocument(tables: [table]))
  }

  @Test func namesSideBySideAreTwoBodies() {
    #expect(assemble(["县纪委、县监委"]).value.units.map(\.name) == ["县纪委", "县监委"])
    #expect(assemble(["县纪委", "县监委"]).value.units.count == 1)
  }

  @Test func aNameThatNothingConfirmsIsTold() {
    let outcome = assemble(["吃饭睡觉"])
    #expect(outcome.value.units.map(\.kind) == [.unknown])
    #expect(outcome.diagnostics.map(\.code) == ["unit.uncertain"])
  }

  @Test func membersOfAGroupHaveThePlansNames() {
    let directory = UnitDirectory(bodies: [
      UnitDirectory.Body(name: "白水县民政局", aliases: ["县民政局"], groups: ["各部门"]),
      UnitDirectory.Body(name: "白水县财政局", groups: ["各部门"]),
    ])
    let units = assemble(["县民政局", "各部门"], directory: directory).value.units
    #expect(units.first { $0.name == "各部门" }?.members == ["县民政局", "白水县财政局"])
  }
}
