internal import LanmuGrid

/// The headings that stand since the last row of a table, told by what each may begin, and none of them a running head.
///
/// A label counts until it comes again. What all of them say is counted as they come, so that a document of many tables that
/// are no plan's costs no more for each table than for the first.
struct StandingHeadings: Sendable {
  /// What a heading says of the table below it.
  enum Kind: Sendable {
    /// A heading of its own, not the document's title.
    case heading
    /// Begins a table wherever it stands: numbered, or the title of a plan.
    case beginning
    /// Short enough to begin a table where other headings do.
    case caption
    /// The mark of an annex, or the heading right below it.
    case annex
  }

  private struct Standing {
    var kinds: Set<Kind> = []
    /// The other of a mark of an annex and its heading.
    var partner: String?
  }

  private var standing: [String: Standing] = [:]
  private var counts: [Kind: Int] = [:]

  func has(_ kind: Kind) -> Bool { counts[kind, default: 0] > 0 }

  mutating func take(_ label: String, _ kinds: Set<Kind>) {
    guard !kinds.isEmpty else { return }
    let added = kinds.subtracting(standing[label]?.kinds ?? [])
    standing[label, default: Standing()].kinds.formUnion(kinds)
    count(added, by: 1)
  }

  /// A mark of an annex (附件2) and the heading right below it, neither of which has stood before.
  mutating func takeAnnex(mark: String, heading: String) {
    take(mark, [.annex])
    take(heading, [.annex])
    standing[mark]?.partner = heading
    standing[heading]?.partner = mark
  }

  /// A label has come again: it is a running head, and its annex is none.
  mutating func drop(_ label: String) {
    guard let gone = standing.removeValue(forKey: label) else { return }
    count(gone.kinds, by: -1)
    guard let partner = gone.partner, let other = standing[partner], other.kinds.contains(.annex) else { return }
    standing[partner]?.kinds.remove(.annex)
    count([.annex], by: -1)
  }

  private mutating func count(_ kinds: Set<Kind>, by change: Int) {
    for kind in kinds { counts[kind, default: 0] += change }
  }
}
