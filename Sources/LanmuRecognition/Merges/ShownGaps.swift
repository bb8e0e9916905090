/// What a cell that is gone says of one field, where others of the field are empty and still there: that it was covered.
///
/// Who leaves out covered cells alone leaves gaps below texts, or below cells that are there and empty. Where gaps stand below
/// texts only, far oftener than texts stand at all, they were covered by them.
struct ShownGaps: Sendable {
  /// The logarithm of how much likelier a cell is gone if it was covered than if it was empty; 0 where nothing tells.
  let leaning: Double

  init(_ rows: [AlignedRow], column: Int, isGone: (AlignedRow) -> Bool) {
    var texts = 0
    var shown = 0
    var below = (text: 0, empty: 0)
    var isBelowText = false
    var continues = false
    for row in rows {
      let slot = row.slots[column]
      if slot.hasText || slot.state == .blank {
        texts += slot.hasText ? 1 : 0
        shown += slot.hasText ? 0 : 1
        isBelowText = slot.hasText
        continues = false
      } else if isGone(row), !continues {
        below.text += isBelowText ? 1 : 0
        below.empty += isBelowText ? 0 : 1
        continues = true
      }
    }
    guard shown >= Self.fewestShown, below.text > 0 else {
      leaning = 0
      return
    }
    let share = Double(texts) / Double(texts + shown)
    let byChance = -Likelihood.logarithm(min(share, Self.mostShare)) * Double(below.text)
    leaning = max(0, min(Self.most, Self.kept + byChance - Self.contrary * Double(below.empty)))
  }

  private static let fewestShown = 2
  private static let mostShare = 0.9
  /// What it says that empty cells are there at all, what each gap says against it that no text stands above, and how much
  /// all of it says at the most; set by hand.
  private static let kept = 5.0
  private static let contrary = 3.0
  private static let most = 10.0
}
