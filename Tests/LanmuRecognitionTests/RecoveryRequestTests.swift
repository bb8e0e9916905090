import LanmuDiagnostics
import LanmuTestSupport
import Testing

/// What a bench of recovery may be asked for.
@Suite("Requests for a bench of recovery")
struct RecoveryRequestTests {
  @Test func allShapesAndUsualLossesUnlessNamed() throws {
    let request = try RecoveryRequest(["40"])
    #expect(request.shapes == GeneratedPlan.Shape.allCases && request.severity == .usual && request.plans == 40)
  }

  @Test func shapesAndSeveritiesAreTakenInAnyOrder() throws {
    let request = try RecoveryRequest(["7", "tabs, short", "severe", "varied", "even"], takesFormat: true)
    #expect(request.format == .text(.delimitedShort))
    #expect(request.shapes == [.varied, .even] && request.severity == .severe)
  }

  @Test(
    "A misspelt word is refused with the choices",
    arguments: [
      (["40", "evn"], false, "“evn” is not a shape or a severity. Choose among “even”, “uneven”, “varied”, “mild”"),
      (["40", "tab"], true, "“tab” is not a format. Choose among “docx”, “xlsx”, “html”, “tabs”"),
      (["forty"], false, "“forty” is not the number of plans"),
    ])
  func misspelt(words: [String], takesFormat: Bool, message: String) throws {
    let error = try #require(throws: LanmuError.self) { try RecoveryRequest(words, takesFormat: takesFormat) }
    #expect(error.text(in: .english).hasPrefix(message))
    #expect(error.category == .usage)
  }
}
