/// What the probabilities of the model of dropped cells are worth.
///
/// The model takes the cells of a row and the rows of a table to be independent of each other, and so is surer of itself
/// than it should be, most of all of fields that differ in little but their place. Slopes and offsets, on the scale of log
/// odds, are those of logistic regressions of outcomes on probabilities, over generated plans of three kinds; each kind by
/// itself gives much the same. `LanmuBenchmarks reliability` prints what the probabilities are worth.
enum Calibration {
  /// The probability that a path is right to which the model gives one.
  static func path(_ probability: Double) -> Double { calibrated(probability, slope: 0.8, offset: -0.2) }

  /// The probability that the text of a field is right to which the model gives one.
  static func value(_ probability: Double, of meaning: FieldMeaning) -> Double {
    switch meaning {
    case .lead, .responsible, .cooperating, .other: calibrated(probability, slope: 0.62, offset: 0)
    case .number, .level, .requirement, .target, .update, .supply, .mode, .remarks:
      calibrated(probability, slope: 0.95, offset: 0)
    }
  }

  private static func calibrated(_ probability: Double, slope: Double, offset: Double) -> Double {
    let bounded = min(1 - leastProbability, max(leastProbability, probability))
    let logOdds = Likelihood.logarithm(bounded) - Likelihood.logarithm(1 - bounded)
    return Likelihood.probability(ofLeaning: slope * logOdds + offset)
  }

  /// Beyond this, probabilities say nothing of outcomes.
  private static let leastProbability = 0.000_01
}
