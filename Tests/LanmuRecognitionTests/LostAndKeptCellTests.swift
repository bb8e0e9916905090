import LanmuDiagnostics
import LanmuGrid
import LanmuTestSupport
import Testing

@testable import LanmuRecognition

@Suite("Rows that lost cells which hardly tell so, or beside others that kept theirs")
struct LostAndKeptCellTests {
  @Test("A label that is all of its row is an inner one, though it fits the place of the outermost")
  func bareLabels() throws {
    let rows = """
      号 | 类别 | 栏目 | 内容描述 | 更新频率 | 保障单位
      1 | 走近 | 沿革 | 公开本县沿革。 | 每周更新 | 县委办公室
      2 | 节庆 | | | |
      3 | 遗迹 | | | |
      4 | 办事 | 公交 | 按照要求做好保障。 | 每周更新 | 县交通局
      5 | 停车 | | | |
      6 | 直通 | 建议 | 由单位审核后发布。 | 每周更新 | 县信息中心
      7 | 调查 | | | |
      8 | 访谈 | | | |
      """
    let paths = [
      ["走近", "沿革"], ["走近", "节庆"], ["走近", "遗迹"], ["办事", "公交"], ["办事", "停车"], ["直通", "建议"], ["直通", "调查"],
      ["直通", "访谈"],
    ]
    let padded = try RecognisedTable(rows, layout: .dropped)
    #expect(padded.rows.map(\.path) == paths)
    let short = rows.split(separator: "\n").map { line in
      line.hasSuffix("|") ? line.split(separator: "|").prefix(2).joined(separator: "|") : String(line)
    }
    let indented = try RecognisedTable(short.joined(separator: "\n"), layout: .indented)
    #expect(indented.rows.map(\.path) == paths)
  }

  @Test("Where some rows keep the cells that others lost, short ones are no branches of their own")
  func someKept() throws {
    let table = try RecognisedTable(
      """
      号 | 频道 | 一级栏目 | 二级栏目 | 报送时限 | 责任单位 | 备注
      1 | 资讯 | 公告栏 | 中标结果 | 3日内提供 | 人事处 |
      2 | | | 公示 | 5日内提供 | 信息中心 |
      3 | 招标信息 |
      4 | | 综合新闻 | 单位动态 | 3日内提供 | 人事处 |
      5 | | | 市县动态 | | |
      6 | 机构 | 处室职责 | 信访接待 | 5日内提供 | 培训中心 |
      7 | 主要职责 |
      8 | | 领导之窗 | 领导分工 | 3日内提供 | 综合处 |
      9 | | | 重要讲话 | 5日内提供 | 设计院 |
      10 | 领导简历 |
      """, layout: .indented)
    #expect(
      table.rows.map(\.path) == [
        ["资讯", "公告栏", "中标结果"], ["资讯", "公告栏", "公示"], ["资讯", "公告栏", "招标信息"], ["资讯", "综合新闻", "单位动态"],
        ["资讯", "综合新闻", "市县动态"], ["机构", "处室职责", "信访接待"], ["机构", "处室职责", "主要职责"], ["机构", "领导之窗", "领导分工"],
        ["机构", "领导之窗", "重要讲话"], ["机构", "领导之窗", "领导简历"],
      ])
  }

  @Test("Where cells stand on lines of their own and labels keep empty ones, short rows may have lost some further in")
  func innerCellsLost() throws {
    let table = try RecognisedTable(
      """
      指标 | | 要求 | 对应栏目 | 责任单位
      运维 | 错别字 | 发布前校对全文，不出现错别字。 | 工作动态 | 县甲局
       | 死链 | 每月检查链接，及时修复死链。 | 县乙局
      功能 | 检索 | 检索结果准确，按相关度排列。 | 部门文件、规划计划 | 县丙局
       | 适配 | 页面适配手机，字体大小适中。 | 政策解读 | 县丁局
       | 朗读 | 正文可以朗读，语速可以调节。 | 县戊局
      互动 | 信箱 | 来信及时答复，公开办理结果。 | 领导信箱 | 县甲局
       | 访谈 | 访谈提前预告，配发文字实录。 | 在线访谈 | 县己局
       | 征集 | 征集公布期限，反馈采纳情况。 | 意见征集 | 县庚局
      """, layout: .cellPerLine)
    let units = ["县甲局", "县乙局", "县丙局", "县丁局", "县戊局", "县甲局", "县己局", "县庚局"]
    #expect(table.rows.map { $0.texts[.responsible] } == units)
    #expect(table.rows.allSatisfy { $0.texts[.target]?.hasPrefix("县") != true })
  }

  @Test("Where labels keep their empty fields, short rows between delimiters may have lost some further in")
  func innerFieldsLost() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 专栏 | 内容 | 责任单位 | 提供时限 | 更新频率
      新闻 | 视频 | —— | 发布视频的目录，注明来源。 | 县甲局 | 信息产生之日起7个工作日内报送 | 6个月内
       | 镇街 | 快讯 | 发布快讯的原文，注明时间。 | 县乙局 | 次年3月底前
       | 公告 | —— | 发布公告的原文，注明文号。 | 县丙局 | 信息产生之日起3个工作日内提供 | 每月更新
      互动 | 访谈 | 回顾 | 发布访谈的实录，注明日期。 | 县丁局 | 次年3月底前
       | 举报 | —— | 公布举报的电话，注明时段。 | 县甲局 | 信息产生之日起3个工作日内提供 | 每季度更新
       | 咨询 | —— | 公布咨询的答复，注明日期。 | 县乙局 | 次年3月底前
       | 信箱 | —— | 公布来信的答复，注明日期。 | 县戊局 | 信息产生之日起7个工作日内报送 | 每年更新
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] == "次年3月底前" } == [false, true, false, true, false, true, false])
  }

  @Test("Rows as wide as the header may have lost a field further in, and got another at their end")
  func innerFieldsMoved() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 内容 | 报送时限 | 来源方式 | 责任部门 | 备注
      本市 | 投资 | 公开园区的介绍，注明地址。 | 信息形成之日起10个工作日内报送 | 栏目链接 | 市甲局 |
       | 旅游 | 公开景点的介绍，注明票价。 | 信息形成之日起20个工作日内提供 | 信息转载 | 市乙局 |
       | 人文 | 公开名人的事迹，注明年代。 | 信息形成之日起3个工作日内提供 | 市丙局、市丁局 | |
       | 名片 | 公开荣誉的名称，注明年份。 | 信息形成之日起20个工作日内提供 | 单位发布 | 市甲局 | 固定页面
      公开 | 统计 | 公开公报的全文，注明文号。 | 信息形成之日起10个工作日内报送 | 单位发布 | 市戊局 |
       | 指南 | 公开指南的全文，注明日期。 | 信息形成之日起3个工作日内提供 | 市乙局牵头，各部门配合 | |
       | 规划 | 公开规划的名录，注明来源。 | 信息形成之日起20个工作日内提供 | 信息转载 | 市丁局 |
      """, layout: .delimited)
    #expect(table.rows[2].texts[.responsible] == "市丙局、市丁局")
    #expect(table.rows[5].texts[.responsible] == "市乙局牵头，各部门配合")
  }
}
