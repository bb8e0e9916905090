public import LanmuReaders
public import LanmuRecognition

extension KnownLabels {
  /// The labels of a plan's fields: those that recognition knows, and those that a profile names.
  public static func ofPlans(_ profile: RecognitionProfile? = nil) -> KnownLabels {
    KnownLabels { RecognitionProfile.labelStrength(of: $0, profile: profile) }
  }
}
