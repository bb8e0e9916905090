import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// A user's directory that renames a body from a day on, and documents before and after that day.
@Suite("Names with a date")
struct RenamedUnitTests {
  private let directory = UnitDirectory(bodies: [
    UnitDirectory.Body(name: "县数字局", aliases: ["数字局"], formerNames: ["县智慧办"], since: "2024-03-01")
  ])

  private func assemble(_ date: String, number: String = "") -> (plan: Plan, codes: [String]) {
    let rows = ["县数字局", "县智慧办"].enumerated().map { index, text in
      RecognisedRow(path: ["栏目\(index)"], texts: [.responsible: text], row: index)
    }
    let table = RecognisedTable(kind: .columns, title: "", header: [], fields: [.level, .responsible], rows: rows)
    var document = RecognisedDocument(tables: [table])
    document.issuedOn = date.isEmpty ? nil : date
    document.documentNumber = number
    let outcome = PlanAssembler(directory: directory).assemble(document)
    return (outcome.value, outcome.diagnostics.map(\.code))
  }

  @Test func aLaterDocumentMergesAndTellsSince() {
    let (plan, codes) = assemble("2024-03-01")
    #expect(plan.units.map(\.name) == ["县数字局"])
    #expect(codes.isEmpty)
    let explanations = plan.unitExplanations(directory: directory.adding(.builtIn))
    #expect(explanations.map(\.since) == ["2024-03-01"])
  }

  @Test func anEarlierDocumentKeepsBothApartAndSaysSo() {
    let (plan, codes) = assemble("2024-02-29")
    #expect(plan.units.map(\.name) == ["县数字局", "县智慧办"])
    #expect(codes == ["unit.rename-later"])
  }

  @Test func theYearOfTheDocumentsNumberServesWithoutADate() {
    #expect(assemble("", number: "甲政办〔2023〕5号").plan.units.count == 2)
    #expect(assemble("", number: "甲政办〔2024〕5号").plan.units.count == 1)
  }

  @Test func anUndatedDocumentMergesAndSaysSo() {
    let (plan, codes) = assemble("")
    #expect(plan.units.count == 1)
    #expect(codes == ["unit.rename-undated"])
  }

  @Test func aSuccessionIsSuggestedWithItsBasis() throws {
    let table = RecognisedTable(
      kind: .columns, title: "", header: [], fields: [.level, .responsible],
      rows: [
        RecognisedRow(path: ["甲"], texts: [.responsible: "县环保局"], row: 0),
        RecognisedRow(path: ["乙"], texts: [.responsible: "县经信局"], row: 1),
      ])
    let plan = PlanAssembler().assemble(RecognisedDocument(tables: [table])).value
    let suggestions = plan.successionSuggestions()
    #expect(suggestions.map(\.unit) == ["县环保局", "县经信局"])
    #expect(suggestions.map(\.succession.basis) == [.published, .generalKnowledge])
    #expect(try #require(suggestions.last).message.chinese.contains("未经查证"))
  }
}
