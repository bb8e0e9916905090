public import LanmuReaders
public import LanmuRecognition

extension KnownLabels {
  /// The labels of a plan's fields: those that recognition knows, and those that a profile names.
  public static func ofPlans(_ profile: RecognitionProfile? = nil) -> KnownLabels {
    KnownLabels(
      strength: { RecognitionProfile.labelStrength(of: $0, profile: profile) },
      areDivided: { RecognitionProfile.areLabels($0, dividedBy: $1) })
  }
}
