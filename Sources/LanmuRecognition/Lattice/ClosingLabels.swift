/// Which labels close their branches in one document, time and again: where 咨询投诉 or 其他 came last before, it does so again.
struct ClosingLabels: Sendable {
  /// By label, how often a row stands below one of that label, and how often that is another member of its branch.
  private var followed: [Int: Double] = [:]
  private var goneOn: [Int: Double] = [:]
  private var allFollowed = 0.0
  private var allGoneOn = 0.0

  /// Notes what follows a label, with the probability that it was read rightly.
  mutating func note(_ label: Int, goesOn: Bool, probability: Double) {
    followed[label, default: 0] += probability
    allFollowed += probability
    guard goesOn else { return }
    goneOn[label, default: 0] += probability
    allGoneOn += probability
  }

  /// How much likelier than after any label a branch goes on after this one; at most 1.
  func weightOfGoingOn(after label: Int) -> Double {
    guard let followed = followed[label], followed > Self.leastFollowed else { return 1 }
    let usual = (allGoneOn + 1) / (allFollowed + 2)
    let share = ((goneOn[label] ?? 0) + Self.usualWeight * usual) / (followed + Self.usualWeight)
    return min(1, share / usual)
  }

  /// A label that came less often tells nothing, and how many rows the expectation weighs as much as.
  private static let leastFollowed = 2.5
  private static let usualWeight = 1.0
}
