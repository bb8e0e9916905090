import Lanmu
import LanmuDiagnostics
import LanmuReaders
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Plans of all layouts, written in each format and read by its reader; the floors are a little below what it gets right.
@Suite("Varied plans")
struct VariedPlanTests {
  private static let seeds = UInt64(1)...60

  /// What is to be kept of a dialect of text: shares of rows, of wrong fields and of right fields, each in hundred.
  struct Floor: Sendable {
    var format: PlanFormat
    /// Rows of which all is right that the text tells.
    var rows: Int
    /// Wrong fields in rows that carry a doubt.
    var doubted: Int?
    /// Right fields that carry a doubt: so many at most.
    var needless = 3
  }

  private static let floors =
    [.delimited, .markup, .commas, .semicolons, .bars, .markdown, .indented, .cellPerLine, .barPerLine, .pages].map {
      Floor(format: .text($0), rows: 98)
    } + [
      Floor(format: .text(.boxed), rows: 100, doubted: 100, needless: 0),
      Floor(format: .text(.delimitedDrifted), rows: 98), Floor(format: .text(.pagesDrifted), rows: 96),
      Floor(format: .text(.delimitedShort), rows: 89, doubted: 92, needless: 8),
      Floor(format: .text(.indentedShort), rows: 87, doubted: 91, needless: 8),
      Floor(format: .text(.dropped), rows: 92, doubted: 88, needless: 8),
      Floor(format: .text(.droppedBlanks), rows: 89, doubted: 81, needless: 9),
    ]

  private func document(_ plan: GeneratedPlan, _ format: PlanFormat) throws -> RecognisedDocument {
    let source = format.source(of: plan)
    return try PlanRecogniser().recognise(DocumentReader(labels: .ofPlans()).read(source).value).value
  }

  @Test(
    "With spans every row is right, and no doubt is raised but in tables made by hand", arguments: PlanFormat.spanned)
  func spanned(format: PlanFormat) throws {
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed, shape: .varied)
      let found = try document(plan, format)
      var score = RecoveryScore()
      score.add(found, of: plan, in: format)
      #expect(
        score.rightRows == score.rows, "seed \(seed): \(score.faults.first.map { "\($0)" } ?? "rows are missing")")
      let rows = found.tables.flatMap(\.rows)
      #expect(rows.count == plan.rows.count, "seed \(seed)")
      if !plan.isHandMade { #expect(rows.flatMap(\.doubts).isEmpty, "seed \(seed)") }
    }
  }

  @Test("Without spans most rows are right, what is wrong where cells are gone carries doubts", arguments: floors)
  func withoutSpans(floor: Floor) throws {
    var score = RecoveryScore()
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed, shape: .varied)
      score.add(try document(plan, floor.format), of: plan, in: floor.format)
    }
    print(
      "varied plans, \(floor.format.name): \(score.rows) rows, \(score.toldRows) right as told; \(score.wrongFields) wrong "
        + "fields, \(score.wrongInDoubtedRows) in rows with a doubt; \(score.rightFields) right ones, "
        + "\(score.rightDoubted) with a doubt")
    #expect(score.toldRows * 100 >= score.rows * floor.rows)
    if let doubted = floor.doubted { #expect(score.wrongInDoubtedRows * 100 >= score.wrongFields * doubted) }
    #expect(score.rightDoubted * 100 <= score.rightFields * floor.needless)
  }

  @Test("The same seed draws the same plan, and the plans differ in all that they may differ in")
  func variety() {
    let plans = Self.seeds.map { GeneratedPlan(seed: $0, shape: .varied) }
    for (seed, plan) in zip(Self.seeds, plans) {
      #expect(GeneratedPlan(seed: seed, shape: .varied).text(.boxed) == plan.text(.boxed))
    }
    let depths = plans.map { $0.rows.map(\.path.count) }
    #expect(Set(depths.compactMap { $0.max() }) == [1, 2, 3, 4])
    let differing = depths.filter { Set($0).count > 1 }
    let handMade = plans.filter(\.isHandMade)
    let rows = plans.flatMap(\.rows)
    let sections = rows.filter { $0.path[0].hasPrefix("二、") }
    #expect(!differing.isEmpty && !handMade.isEmpty && !sections.isEmpty)
    let blanks = rows.reduce(into: Set<FieldMeaning>()) { $0.formUnion($1.blanks) }
    let shared = rows.reduce(into: Set<FieldMeaning>()) { $0.formUnion($1.shared) }
    #expect(blanks.isSuperset(of: [.requirement, .update, .responsible, .remarks]))
    #expect(shared.isSuperset(of: [.requirement, .update, .responsible, .number]))
  }

  @Test("Fewer rows lose cells, fewer rows and pages drift: what a severity says is what a text shows")
  func severities() {
    let plan = GeneratedPlan(seed: 4, shape: .varied)
    let lengths = Severity.named.map { plan.text(.delimitedShort, severity: $0.severity).count }
    #expect(lengths[0] > lengths[1] && lengths[1] == lengths[2])
    #expect(plan.text(.delimitedShort, severity: .mild).count < plan.text(.delimited).count)
    for (whole, drifted) in [(TextDialect.pages, TextDialect.pagesDrifted), (.delimited, .delimitedDrifted)] {
      let changes = [Severity.mild, .severe].map { severity in
        let texts = Self.seeds.map { GeneratedPlan(seed: $0, shape: .varied) }.map {
          ($0.text(whole, severity: severity), $0.text(drifted, severity: severity))
        }
        return texts.reduce(0) { sum, texts in
          let lines = [texts.0, texts.1].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
          return sum + zip(lines[0], lines[1]).count { $0 != $1 }
        }
      }
      #expect(0 < changes[0] && changes[0] < changes[1], "\(drifted)")
    }
  }

  @Test(
    "A section is numbered as Chinese counts, however many there are",
    arguments: [(9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (24, "二十四")])
  func ordinals(number: Int, words: String) {
    #expect(ChineseNumeral.text(number) == words)
  }
}
