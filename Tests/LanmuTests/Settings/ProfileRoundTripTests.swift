import Foundation
import LanmuContainer
import LanmuPlan
import LanmuTestSupport
import Testing

@testable import Lanmu

/// A profile that was written from a document and is given back with it, unedited, changes nothing.
@Suite struct ProfileRoundTripTests {
  private func plan(_ source: ByteSource, profile: Bool) throws -> Plan {
    var reader = PlanReader()
    if profile {
      let text = ProfileWriter().text(try reader.profile(of: source))
      reader.profile = try ProfileReader().read(.memory(Array(text.utf8), name: "profile.yaml"))
    }
    let outcome = try reader.read(source)
    #expect(!outcome.diagnostics.contains { $0.code == "profile.unused" })
    var plan = outcome.value
    // What is pinned need not be doubted any more.
    for index in plan.entries.indices { (plan.entries[index].doubts, plan.entries[index].confidence) = ([], 1) }
    return plan
  }

  @Test(arguments: SampleTests.versions.flatMap { version in SampleTests.formats.map { version + "." + $0 } })
  func ofASample(name: String) throws {
    let path = SampleTests.repository.appending(path: "Samples").appending(path: name)
    let source = ByteSource.memory(Array(try Data(contentsOf: path)), name: name)
    #expect(try plan(source, profile: true) == plan(source, profile: false))
  }

  @Test(arguments: TextDialect.allCases)
  func ofGeneratedPlans(dialect: TextDialect) throws {
    for seed in UInt64(1)...12 {
      let source = ByteSource.memory(Array(GeneratedPlan(seed: seed).text(dialect).utf8), name: "\(seed).txt")
      #expect(try plan(source, profile: true) == plan(source, profile: false))
    }
  }

  /// Tables of two header rows and of one, and a list of people that is no plan.
  @Test func ofSeveralTables() throws {
    let columns = [
      "频道|栏目|内容要求|责任分工|", "|||牵头|配合", "动态|要闻|发布本县的要闻。|县府办|各部门", "|公告|发布本县的公告。|县府办|民政局",
      "服务|招生|发布招生的办法。|教育局|各镇",
    ]
    let units = ["责任单位|保障栏目", "教育局|招生考试、学校名录", "民政局|社会救助、养老机构、婚姻登记"]
    let people = ["姓名|电话", "韦明|5550101", "陆洁|5550102"]
    let tables = Self.html(columns) + "<p>附件2</p>" + Self.html(units) + "<p>附件3</p>" + Self.html(people)
    let text = "<html><meta charset=\"utf-8\"><body>\(tables)</body></html>"
    let source = ByteSource.memory(Array(text.utf8), name: "several.html")
    #expect(try plan(source, profile: true) == plan(source, profile: false))
    #expect(try plan(source, profile: false).tables.count == 2)
  }

  private static func html(_ rows: [String]) -> String {
    let rows = rows.map { row in
      "<tr>" + row.split(separator: "|", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    return "<table>" + rows.joined() + "</table>"
  }
}
