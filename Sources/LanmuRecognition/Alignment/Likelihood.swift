/// Logarithms and powers for weighing evidence, exact to about six digits; recognition uses no library but Swift's own.
enum Likelihood {
  /// Natural logarithm of a positive number, by the series of the inverse hyperbolic tangent; a negative number far out for
  /// zero and below.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? 700 : -700 }
    let root = (value.significand - 1) / (value.significand + 1)
    let square = root * root
    let series = 1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square * (1 / 9.0 + square / 11))))
    return 2 * root * series + Double(value.exponent) * 0.693_147_180_56
  }

  /// The natural exponential of a number; 0 below -40, where no evidence counts any more.
  static func exponential(_ value: Double) -> Double {
    guard value > -40 else { return 0 }
    // Halved often enough for five terms, then squared as often.
    let halvings = 10
    let small = value / Double(1 << halvings)
    var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<halvings { result *= result }
    return result
  }

  /// How probable it is what evidence of so much logarithmic odds says.
  static func probability(ofLeaning leaning: Double) -> Double {
    1 / (1 + exponential(-leaning))
  }

  /// The cost of an event of a given probability: its negative logarithm, at most 4.
  static func price(_ probability: Double) -> Double {
    min(4, -logarithm(max(0.000_1, probability)))
  }
}
