import Testing

@testable import LanmuRecognition

/// What single texts are taken for, and what the model's own certainty is worth.
@Suite("Evidence of texts")
struct TextEvidenceTests {
  @Test("What is done to a place is no unit, though it ends in the name of one")
  func doings() {
    #expect(TextEvidence("链接到上级平台").units == 0)
    #expect(TextEvidence("转载省政府").units == 0)
    #expect(TextEvidence("县广播电视台").units == 1)
  }

  @Test("A calibrated probability is below what the model claims, and grows with it")
  func calibration() {
    let claims = [0.6, 0.9, 0.99, 0.999, 1]
    for (less, more) in zip(claims, claims.dropFirst()) {
      #expect(Calibration.path(less) < Calibration.path(more))
      #expect(Calibration.value(less, of: .responsible) < Calibration.value(more, of: .responsible))
    }
    for claim in claims {
      #expect(Calibration.path(claim) < claim)
      #expect(Calibration.value(claim, of: .lead) < claim)
      #expect(Calibration.value(claim, of: .update) < claim)
    }
  }
}
