import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

@Suite("Plans as JSON")
struct PlanJSONTests {
  private let plan = Plan(
    title: "甲县方案", documentNumber: "甲政办〔2020〕1号", issuer: "甲县人民政府办公室", issuedOn: "2020-12-08",
    source: PlanSource(file: "a.docx", format: "docx", sha256: "00"),
    tables: [PlanTable(kind: .columns, title: "一", header: ["栏目", "单位"], note: "注")],
    units: [PlanUnit(name: "各镇", aliases: ["各乡镇"], kind: .group, members: ["东门镇"])],
    entries: [
      PlanEntry(
        id: "1", number: "1", path: ["新闻", "要闻"], starred: true, requirement: "要求\n第二段", target: "栏目",
        supply: TimedText(
          text: "3个工作日", rules: [TimeRule(.after(event: "形成", within: TimeSpan(3, .workday)), text: "3个工作日")]),
        update: TimedText(
          text: "很多",
          rules: [
            TimeRule(.interval(every: TimeSpan(2, .week), atLeast: 3), scope: "动态", condition: "如有", text: "a"),
            TimeRule(.months([2, 8]), text: "b"),
            TimeRule(.annual(by: MonthDay(month: 1, day: 31), yearOffset: 1), text: "c"),
            TimeRule(.follows(target: "要闻"), text: "d"), TimeRule(.external(authority: "自治区"), text: "e"),
            TimeRule(.onChange, exceptions: [TimeRule(.external(authority: "法律"), text: "f")], text: "g"),
            TimeRule(.prompt, text: "h"), TimeRule(.realtime, text: "i"), TimeRule(.asNeeded, text: "j"),
            TimeRule(.regular, text: "k"), TimeRule(.unknown, text: "l"),
          ]),
        requirementRules: [TimeRule(.prompt, text: "m")], mode: "报送", lead: "甲", responsible: "乙", cooperating: "丙",
        remarks: "备注",
        assignments: [Assignment(unit: "甲", role: .lead, scope: "s", duty: "牵头", office: "o", from: .label)],
        origin: EntryOrigin(table: 1, row: 2, line: 3), confidence: 0.75,
        doubts: [
          Doubt(field: .update, code: "merge.recovered", message: Message(zh: "存疑", en: "in doubt"), probability: 0.75)
        ])
    ])

  @Test func aPlanReadBackIsTheSame() throws {
    let bytes = try PlanJSON.encode(plan)
    #expect(try PlanJSON.decode(bytes).value == plan)
    #expect(try PlanJSON.encode(try PlanJSON.decode(bytes).value) == bytes)
  }

  @Test func rulesAreFlattened() throws {
    let text = String(decoding: try PlanJSON.encode(plan), as: UTF8.self)
    #expect(text.contains("\"kind\" : \"interval\""))
    #expect(text.contains("\"by\" : \"01-31\""))
    #expect(text.contains("\"atLeast\" : 3"))
    #expect(!text.contains("null"))
  }

  @Test func doubtsSpeakTheLanguageAskedFor() throws {
    #expect(String(decoding: try PlanJSON.encode(plan, language: .english), as: UTF8.self).contains("\"in doubt\""))
  }

  @Test func diagnosticsStandBeside() throws {
    let diagnostic = Diagnostic(
      .warning, code: "time.unknown", message: Message(zh: "不明", en: "unknown"),
      position: SourcePosition(line: 4, row: 2))
    let read = try PlanJSON.decode(try PlanJSON.encode(plan, diagnostics: [diagnostic])).diagnostics
    #expect(read.map(\.code) == ["time.unknown"])
    #expect(read.map(\.position) == [SourcePosition(line: 4, row: 2)])
  }

  @Test(
    arguments: [
      "", "{", "[]", "{\"schema\":\"other\"}", "{\"schema\":\"lanmu-plan/1\",\"entries\":[{\"table\":\"x\"}]}",
      "{\"schema\":\"lanmu-plan/1\",\"tables\":[{\"kind\":\"x\"}]}",
      "{\"schema\":\"lanmu-plan/1\",\"entries\":[{\"update\":{\"rules\":[{\"kind\":\"months\",\"months\":[13]}]}}]}",
      "{\"schema\":\"lanmu-plan/1\",\"entries\":[{\"update\":{\"rules\":[{\"kind\":\"annual\",\"by\":\"02-31\"}]}}]}",
    ])
  func whatIsNoPlanIsRefused(_ text: String) {
    #expect(throws: LanmuError.self) { try PlanJSON.decode(Array(text.utf8)) }
  }

  @Test func anErrorNamesThePlace() {
    let text = "{\"schema\":\"lanmu-plan/1\",\"entries\":[{\"table\":\"x\"}]}"
    do throws(LanmuError) {
      _ = try PlanJSON.decode(Array(text.utf8))
      Issue.record("a table that is no number was accepted")
    } catch {
      #expect(error.category == .data)
      #expect(error.message.english.contains("entries[0].table"))
    }
  }

  @Test func missingFieldsAreEmpty() throws {
    let text =
      "{\"schema\":\"lanmu-plan/1\",\"entries\":[{\"path\":[\"a\"],\"assignments\":[{\"unit\":\"甲\",\"role\":\"lead\"}]}]}"
    let plan = try PlanJSON.decode(Array(text.utf8)).value
    #expect(plan.entries[0].assignments == [Assignment(unit: "甲", role: .lead)])
  }
}
