internal import LanmuGrid

/// The headings that stand since the last row of a table, told by what each may begin, and none of them a running head.
///
/// A label counts until it comes again. What all of them say is counted as they come, so that a document of many tables that
/// are no plan's costs no more for each table than for the first.
struct StandingHeadings: Sendable {
  /// What a heading says of the table below it.
  struct Kind: OptionSet, Sendable {
    let rawValue: Int

    /// A heading of its own, not the document's title.
    static let heading = Kind(rawValue: 1)
    /// Begins a table wherever it stands: numbered, or the title of a plan.
    static let beginning = Kind(rawValue: 2)
    /// Short enough to begin a table where other headings do.
    static let caption = Kind(rawValue: 4)
    /// The mark of an annex, or the heading right below it.
    static let annex = Kind(rawValue: 8)

    static let all: [Kind] = [.heading, .beginning, .caption, .annex]
  }

  private struct Standing {
    var kinds: Kind
    /// The other of a mark of an annex and its heading.
    var partner: String?
  }

  private var standing: [String: Standing] = [:]
  private var counts: [Int: Int] = [:]

  func has(_ kind: Kind) -> Bool { counts[kind.rawValue, default: 0] > 0 }

  mutating func take(_ label: String, _ kinds: Kind) {
    guard !kinds.isEmpty else { return }
    let added = kinds.subtracting(standing[label]?.kinds ?? [])
    standing[label, default: Standing(kinds: [])].kinds.formUnion(kinds)
    count(added, by: 1)
  }

  /// A mark of an annex (附件2) and the heading right below it, neither of which has stood before.
  mutating func takeAnnex(mark: String, heading: String) {
    take(mark, .annex)
    take(heading, .annex)
    standing[mark]?.partner = heading
    standing[heading]?.partner = mark
  }

  /// A label has come again: it is a running head, and its annex is none.
  mutating func drop(_ label: String) {
    guard let gone = standing.removeValue(forKey: label) else { return }
    count(gone.kinds, by: -1)
    guard let partner = gone.partner, let other = standing[partner], other.kinds.contains(.annex) else { return }
    standing[partner]?.kinds.remove(.annex)
    count(.annex, by: -1)
  }

  private mutating func count(_ kinds: Kind, by change: Int) {
    for kind in Kind.all where kinds.contains(kind) { counts[kind.rawValue, default: 0] += change }
  }
}
