import LanmuAnalysis
import LanmuPlan
import Testing

/// Which entries belong together where several would do.
@Suite struct EntryMatchingTests {
  private typealias Sketch = PlanSketch

  @Test func aPartOfASplitEntryIsNotTheEntryThatWentBesideIt() throws {
    let old = [
      Sketch.entry("甲/概况", "发布山川工作的进展情况，包括时间；公开山川有关的名单。"),
      Sketch.entry("甲/名录", "发布河流工作的进展情况，包括时间。"),
    ]
    let new = [
      Sketch.entry("甲/概况（一）", "发布山川工作的进展情况，包括时间。"), Sketch.entry("甲/概况（二）", "公开山川有关的名单。"),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.split])
    #expect(difference.removed.map(\.entry.path) == [["甲", "名录"]])
    #expect(difference.added.isEmpty)
  }

  @Test func anEntryGoesWithItsBranchThoughItsDemandStandsTwice() throws {
    func branch(_ name: String, unit: String) -> [PlanEntry] {
      [
        Sketch.entry("甲/\(name)/通知", "发布山川信息", units: [Sketch.unit(unit)]),
        Sketch.entry("甲/\(name)/案例", "发布山川信息", units: [Sketch.unit("柏桥局")]),
        Sketch.entry("甲/\(name)/名录", "发布河流名录", units: [Sketch.unit("柏桥局")]),
      ]
    }
    let old = branch("人事", unit: "岚溪局")
    let new = branch("干部", unit: "枫谷局") + [Sketch.entry("甲/干部/流程", "公开办理流程")]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.renamed])
    #expect(difference.added.map(\.entry.path) == [["甲", "干部", "流程"]])
    #expect(difference.removed.isEmpty)
  }

  @Test func aRenamedUnitIsFoundThoughItsEntriesChangedOtherwiseToo() throws {
    let old = (1...4).map { Sketch.entry("甲/\($0)类", "发布\($0)类之事", units: [Sketch.unit("岚溪局"), Sketch.unit("柏桥局")]) }
    var new = old
    for index in new.indices { new[index].assignments[0].unit = "枫谷委" }
    // One entry loses its other unit besides, another gains one.
    new[0].assignments.remove(at: 1)
    new[1].assignments.append(Sketch.unit("霁川局"))
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.units.renamed.map(\.new) == ["枫谷委"])
    #expect(difference.changed.count == 2)
  }

  @Test func theLabelTellsWhichOfTwoEqualDemandsWasSplit() throws {
    let demand = "1.汇总指引的基本情况；2.公开指引工作的进展情况，包括时间、地点和负责人；3.信息准确、来源清楚。"
    let old = [
      Sketch.entry("大厅/办事指引", demand, update: "实时更新", units: [Sketch.unit("岚溪局")]),
      Sketch.entry("大厅/财政资金", demand, update: "每季度", units: [Sketch.unit("柏桥局")]),
    ]
    let new =
      [
        Sketch.entry("大厅/财政资金（一）", "汇总指引的基本情况。", update: "每季度", units: [Sketch.unit("柏桥局")]),
        Sketch.entry(
          "大厅/财政资金（二）", "公开指引工作的进展情况，包括时间、地点和负责人；信息准确、来源清楚。", update: "每季度", units: [Sketch.unit("柏桥局")]),
      ] + Self.others
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.split])
    #expect(difference.removed.map(\.entry.path) == [["大厅", "办事指引"]])
  }

  @Test func aDemandThatStoodTwiceIsMergedOnce() throws {
    let demand = "公开河流的政策和办理结果，包括时间。"
    let old = [
      Sketch.entry("甲/材料", "介绍山川的相关信息，注明来源"), Sketch.entry("甲/电话", demand), Sketch.entry("甲/快讯", demand),
    ]
    let new = [Sketch.entry("甲/材料与电话", "介绍山川的相关信息，注明来源；" + demand)]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.oldPaths) == [[["甲", "材料"], ["甲", "电话"]]])
    #expect(difference.removed.map(\.entry.path) == [["甲", "快讯"]])
  }

  @Test func aSplitEntryKeepsItsPartsThoughAnotherEntryOfItsNameWent() throws {
    func entry(_ path: String, _ demand: String, _ unit: String) -> PlanEntry {
      Sketch.entry(path, demand, update: "按需更新", units: [Sketch.unit(unit)])
    }
    let old = [
      entry("大厅/要闻/流域/办理流程", "1.汇总办理流程的基本情况；2.公开办理流程方面的政策、规划和办理结果；3.信息准确、来源清楚。", "岚溪馆"),
      entry("大厅/要闻/住房/办理流程", "提供办理流程方面的政策、规划和办理结果", "柏桥局"),
    ]
    let new = [
      entry("大厅/要闻/流域/办理流程（一）", "汇总办理流程的基本情况。", "岚溪馆"),
      entry("大厅/要闻/流域/办理流程（二）", "公开办理流程方面的政策、规划和办理结果；信息准确、来源清楚。", "岚溪馆"),
      entry("数据/入园/领导/政策法规", "1.汇总本区域宣传材料的相关信息；2.介绍宣传材料工作的进展情况，包括时间、地点和负责人；3.信息准确、来源清楚。", "霁川局"),
      entry("数据/入园/教育/宣传材料", "1.汇总本区域宣传材料的相关信息；2.介绍宣传材料工作的进展情况，包括时间、地点和负责人；3.信息准确、来源清楚。", "霁川局"),
      entry("数据/入园/教育/年度报告", "1.提供年度报告工作的进展情况，包括时间、地点和负责人；2.提供与年度报告有关的名单、标准及联系方式；3.信息准确、来源清楚。", "霁川局"),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.split])
    #expect(difference.removed.map(\.entry.path) == [["大厅", "要闻", "住房", "办理流程"]])
  }

  @Test func entriesOfOnePatternAreNotOneEntry() throws {
    let old = [
      Sketch.entry("数据/教育服务", "汇总教育服务方面的政策、规划和办理结果", update: "每季度", units: [Sketch.unit("岚溪局")])
    ]
    let new = [
      Sketch.entry("数据/气象预警", "展示气象预警工作的进展情况，包括时间、地点和负责人", update: "按需更新", units: [Sketch.unit("霁川局")]),
      Sketch.entry("数据/出入境服务", "发布出入境服务方面的政策、规划和办理结果。", update: "有变动即更新", units: [Sketch.unit("柏桥局")]),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.summary.added == 2 && difference.summary.removed == 1)
  }

  @Test func oneDemandInOnePlaceIsOneEntryThoughItStandsElsewhereToo() throws {
    let demand = "展示山川的基本情况。"
    let old = [
      Sketch.entry("甲/名录", "发布河流名录"), Sketch.entry("甲/快讯", demand, units: [Sketch.unit("岚溪局")]),
      Sketch.entry("甲/规划", "公开规划"), Sketch.entry("甲/工程", demand, units: [Sketch.unit("霁川局")]),
    ]
    var new = old
    new[1] = Sketch.entry("甲/林地", demand, units: [Sketch.unit("枫谷局")])
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.changed.map(\.renamed) == [true])
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
  }

  @Test func theStarTellsWhichOfTwoEqualDemandsWentOn() throws {
    let demand = "提供法规文件方面的政策、规划和办理结果"
    let units = [Sketch.unit("岚溪局")]
    let old = [
      Sketch.entry("甲/法规", demand, update: "1年内", units: units),
      Sketch.entry("甲/交通", demand, update: "1年内", units: units, starred: true),
    ]
    let new = [Sketch.entry("甲/农机", demand + "，并按季汇总数据。", update: "必要时更新", units: units, starred: true)]
    let difference = try Sketch.plan(new + Self.others).difference(from: Sketch.plan(old + Self.others))
    #expect(difference.changed.map(\.oldPath) == [["甲", "交通"]])
    #expect(difference.removed.map(\.entry.path) == [["甲", "法规"]])
  }

  @Test func theUnitsTellWhichOfTwoEqualDemandsWasSplit() throws {
    let demand = "1.公开本区域山川的相关信息；2.展示与山川有关的名单、标准及联系方式；3.信息准确、来源清楚。"
    let old = [
      Sketch.entry("甲/名录", demand, units: [Sketch.unit("柏桥局")]),
      Sketch.entry("甲/法规", demand, units: [Sketch.unit("岚溪局")]),
    ]
    let new = [
      Sketch.entry("甲/登记", "公开本区域山川的相关信息。", units: [Sketch.unit("岚溪局")]),
      Sketch.entry("甲/图书", "展示与山川有关的名单、标准及联系方式；信息准确、来源清楚。", units: [Sketch.unit("岚溪局")]),
    ]
    let difference = try Sketch.plan(new + Self.others).difference(from: Sketch.plan(old + Self.others))
    #expect(difference.branches.map(\.oldPaths) == [[["甲", "法规"]]])
    #expect(difference.removed.map(\.entry.path) == [["甲", "名录"]])
  }

  @Test func anEntryThatOnlyResemblesAClauseIsNoPartOfAMerge() throws {
    let old = [
      Sketch.entry("甲/名单", "1.展示名单的相关信息；2.信息准确、来源清楚。"),
      Sketch.entry("甲/材料", "介绍宣传材料工作的进展情况，包括时间、地点和负责人"),
      Sketch.entry("乙/材料", "公开宣传材料工作的进展情况，包括时间、地点和负责人。"), Sketch.entry("乙/规划", "发布规划"),
    ]
    let new = [
      Sketch.entry("甲/名单与材料", "1.展示名单的相关信息；2.信息准确、来源清楚；介绍宣传材料工作的进展情况，包括时间、地点和负责人"),
      Sketch.entry("乙/规划", "发布规划"),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map { Set($0.oldPaths) } == [[["甲", "名单"], ["甲", "材料"]]])
    #expect(difference.removed.map(\.entry.path) == [["乙", "材料"]])
  }

  @Test func anEntryGoesWithItsBranchThoughItsTwinsBranchWentToo() throws {
    func branch(_ path: String, _ unit: String, _ own: String) -> [PlanEntry] {
      [
        Sketch.entry("\(path)/动态", "公开工作动态信息", units: [Sketch.unit(unit)]),
        Sketch.entry("\(path)/名录", "发布\(own)名录"), Sketch.entry("\(path)/规划", "发布\(own)规划"),
      ]
    }
    let old = branch("甲/民意", "岚溪局", "山川") + branch("乙/消费", "柏桥局", "河流")
    let new = branch("乙/志愿", "霁川局", "河流") + branch("甲/广告", "枫谷局", "山川")
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    let found = Set(difference.changed.filter { $0.new.path.last == "动态" }.map { $0.oldPath + $0.newPath })
    #expect(found == [["甲", "民意", "动态", "甲", "广告", "动态"], ["乙", "消费", "动态", "乙", "志愿", "动态"]])
  }

  @Test func anEntryThatMovedIsFoundThoughItsDemandStandsElsewhere() throws {
    let demand = "发布年度报告的基本情况"
    func old(_ path: String, _ unit: String, _ update: String) -> PlanEntry {
      Sketch.entry(path, demand, update: update, units: [Sketch.unit(unit)])
    }
    let kept = [old("甲/防灾/年度报告", "岚溪局", "每周更新"), Sketch.entry("甲/就业/名录", "发布名录"), Sketch.entry("甲/住房/名录", "发布住房")]
    let difference = try Sketch.plan([old("甲/住房/年度报告", "柏桥局", "及时更新")] + kept).difference(
      from: Sketch.plan(kept + [old("甲/就业/年度报告", "柏桥局", "每季更新")]))
    #expect(difference.changed.map(\.moved) == [true])
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
  }

  @Test func aBranchThatWasWordedAnewTakesItsColumnsAlong() throws {
    let old = [
      Sketch.entry("公开/公益事业/环境保护", "环境质量、污染防治和应急预案", units: [Sketch.unit("岚溪局")]), Sketch.entry("公开/审计", "审计结果"),
    ]
    let new = [
      Sketch.entry("解读/公益事业建设领域公开/环境保护领域", "按上级清单及时发布，栏目不空白", units: [Sketch.unit("柏桥局")]),
      Sketch.entry("解读/数据", "统计数据每季更新"),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.changed.map(\.oldPath) == [["公开", "公益事业", "环境保护"]])
    #expect(difference.added.count == 1 && difference.removed.count == 1)
  }

  /// Entries that are new besides: what is common among them weighs less.
  private static let others = [
    Sketch.entry("大厅/献血信息", "提供与交通出行有关的名单、标准及联系方式，并按季汇总数据。"),
    Sketch.entry("专题/双公示", "汇总双公示的基本情况。"), Sketch.entry("专题/体育赛事", "介绍本区域体育赛事的相关信息"),
    Sketch.entry("专题/药品抽检", "汇总与药品抽检有关的名单、标准及联系方式"), Sketch.entry("专题/餐饮评级", "汇总餐饮评级方面的政策、规划和办理结果。"),
    Sketch.entry("专题/公共交通", "展示与公共交通有关的名单、标准及联系方式。"),
    Sketch.entry("专题/消费提示", "1.展示与消费提示有关的名单、标准及联系方式；2.介绍消费提示的基本情况；3.信息准确、来源清楚。"),
  ]
}
