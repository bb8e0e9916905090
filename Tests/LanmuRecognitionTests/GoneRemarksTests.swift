import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Remarks whose cells are gone from rows, beside others that are there and empty.
@Suite("Remarks whose cells are gone")
struct GoneRemarksTests {
  /// A table of six channels with three columns each, below which merged cells are gone.
  ///
  /// - Parameters:
  ///   - remarks: for each row, its remark; `nil` where its cell is gone.
  ///   - sharesRequirements: whether the second requirement of each channel is gone as well.
  private func table(_ remarks: [String?], sharesRequirements: Bool = false) throws -> RecognisedTable {
    let units = ["教育", "民政", "交通", "水利", "商务", "体育", "审计"]
    let rows = (0..<18).map { index in
      let channel = index % 3 == 0 ? ["走进", "公开", "办事", "互动", "数据", "专题"][index / 3] + "之窗 | " : ""
      let requirement = sharesRequirements && index % 3 == 1 ? "" : " | 发布第\(index / 3)号名单的内容及其附件。"
      let own = "栏目\(index + 1)号\(requirement) | 每月更新 | 县\(units[index % 7])局"
      return channel + own + (remarks[index].map { " | " + $0 } ?? "")
    }
    return try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位 | 备注"] + rows).joined(separator: "\n"), layout: .delimited)
  }

  @Test("Where other remarks are there and empty, those that are gone below texts were covered by them")
  func covered() throws {
    let remarks: [String?] = [
      "", "首页展示", nil, "", "", "", "新增栏目", nil, nil, "", "", "", "链接到省平台", nil, "", "", "", "",
    ]
    var wanted: [String] = []
    for remark in remarks { wanted.append(remark ?? wanted.last ?? "") }
    let found = try table(remarks).rows.map { $0.texts[.remarks] ?? "" }
    #expect(found == wanted)
  }

  @Test("Empty remarks that are there, wherever they stand, say nothing of those that are gone")
  func coveredAmongEmpty() throws {
    let remarks: [String?] = [
      "", "首页展示", "已建", "", "已建", "——", "", "新增栏目", nil, "", "——", "已建", "", "链接到省平台", nil, "", "已建", "——",
    ]
    var wanted: [String] = []
    for remark in remarks { wanted.append(remark ?? wanted.last ?? "") }
    let found = try table(remarks, sharesRequirements: true).rows.map { $0.texts[.remarks] ?? "" }
    #expect(found == wanted)
  }

  @Test("Where empty remarks are gone as well, none was covered")
  func empty() throws {
    let remarks: [String?] = [
      nil, "首页展示", nil, "", nil, "", "新增栏目", nil, nil, "", "", nil, "链接到省平台", nil, "", "", "", nil,
    ]
    let found = try table(remarks).rows.map { $0.texts[.remarks] ?? "" }
    #expect(found == remarks.map { $0 ?? "" })
  }

  @Test("Where rows lack nothing but the empty fields of their end, no remark is carried down")
  func trimmedEnds() throws {
    let ends: [String?] = [
      "", "首页展示", nil, "", "", "", "新增栏目", nil, nil, "", "", "", "链接到省平台", nil, "", "", "", "",
    ]
    let rows = (0..<18).map { index in
      let unit = index % 3 == 1 ? "" : "县\(["教育", "民政", "交通", "水利", "商务", "体育", "审计"][index % 7])局"
      return "\(["走进", "公开", "办事", "互动", "数据", "专题"][index / 3])之窗 | 栏目\(index + 1)号 | 发布第\(index)号名单及其附件。 | 每月更新 | "
        + unit + (ends[index].map { " | " + $0 } ?? "")
    }
    let found = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位 | 备注"] + rows).joined(separator: "\n"), layout: .delimited
    ).rows.map { $0.texts[.remarks] ?? "" }
    #expect(found == ends.map { $0 ?? "" })
  }

  @Test("Where rows that keep merged cells end in empty ones, remarks whose cell is gone are those above, in doubt")
  func besideKeptCells() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 更新频率 | 维护方式 | 责任单位 | 备注
      新闻 | 头条 | 图片报道 | 定期更新 | 系统对接 | 应急管理办公室 | 首页展示
      媒体聚焦 | 定期更新 | 财政所
       | | 停水停电 | 信息形成后20个工作日内 | | 机关各办公室 |
      省内要闻 | 实时更新 | 专人录入 | 经济发展办公室、文化站
      市级要闻 | 部门报送 | 平安建设办公室
       | | 全国要闻 | | | 综合行政执法队 |
      乡镇 | 乡镇信息 | 基层党建 | 10个工作日内 | 部门报送 | 村镇建设办公室 |
      """, layout: .delimited)
    let remarks = table.rows.map { $0.texts[.remarks] ?? "" }
    #expect(remarks == ["首页展示", "首页展示", "", "首页展示", "首页展示", "", ""])
    let isDoubted = table.rows.map { row in row.doubts.contains { $0.field == .remarks } }
    #expect(isDoubted == [false, true, false, true, true, false, false])
  }
}
