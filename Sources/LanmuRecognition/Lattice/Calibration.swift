/// What the probabilities of the model of dropped cells are worth.
///
/// The model takes the cells of a row and the rows of a table to be independent of each other, and so is surer of itself
/// than it should be, most of all of fields that differ in little but their place. Slopes and offsets, on the scale of log
/// odds, are those of logistic regressions of outcomes on probabilities, over generated plans of two kinds; each kind by
/// itself gives much the same.
enum Calibration {
  /// The probability that a path is right to which the model gives one.
  static func path(_ probability: Double) -> Double { calibrated(probability, slope: 0.75, offset: -0.7) }

  /// The probability that the text of a field is right to which the model gives one.
  static func value(_ probability: Double, of meaning: FieldMeaning) -> Double {
    switch meaning {
    case .lead, .responsible, .cooperating, .remarks, .other: calibrated(probability, slope: 0.45, offset: 0)
    case .number, .level, .requirement, .target, .update, .supply, .mode: calibrated(probability, slope: 0.9, offset: 0)
    }
  }

  private static func calibrated(_ probability: Double, slope: Double, offset: Double) -> Double {
    let bounded = min(1 - leastProbability, max(leastProbability, probability))
    let logOdds = Likelihood.logarithm(bounded) - Likelihood.logarithm(1 - bounded)
    return 1 / (1 + Likelihood.exponential(-(slope * logOdds + offset)))
  }

  /// Beyond this, probabilities say nothing of outcomes.
  private static let leastProbability = 0.000_01
}
