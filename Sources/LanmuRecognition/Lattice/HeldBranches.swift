/// How many outer labels stay open from row to row where labels are written again at the top of a page.
///
/// A page that begins with labels known from a row above goes on with the branch that opened there: nothing else was opened at
/// their levels in between. That says of a row that lost its outer labels which ones it is below, however its own are worded.
struct HeldBranches: Sendable {
  /// For each row, the number of outer levels at which it opens nothing new.
  private(set) var levels: [Int]

  /// Takes time linear in the number of rows.
  init(_ rows: [[AlignableCell]], breaks: [RowBreak]) {
    levels = Array(repeating: 0, count: rows.count)
    let labels = rows.map(Self.labels)
    let pages = rows.indices.filter { breaks[$0] == .page && $0 > 0 }
    // Who does not write labels again begins hardly any page with several of them.
    let renewed = pages.count { labels[$0].count > 1 }
    guard renewed > 0, renewed * 4 >= pages.count * 3 else { return }
    var outer = Openings()
    var inner = Openings()
    for row in rows.indices {
      if breaks[row] == .section { (outer, inner) = (Openings(), Openings()) }
      guard labels[row].count > 1 else { continue }
      let isPage = breaks[row] == .page
      let (channel, branch) = (labels[row][0], labels[row][1])
      if isPage, let above = outer.last(channel) {
        hold(1, after: above, through: row)
        if labels[row].count > 2, let above = inner.last(branch), above >= outer.first(channel) ?? row {
          hold(2, after: above, through: row)
        }
      }
      outer.note(channel, row: row, opens: !isPage || outer.last(channel) == nil)
      // A label that stands first may be an inner one, too, whose outer one is above it.
      inner.note(channel, row: row, opens: !isPage)
      if labels[row].count > 2 { inner.note(branch, row: row, opens: !isPage || inner.last(branch) == nil) }
    }
  }

  /// Stops at rows that an earlier page held: what opened above these did not stay open through them, and no row is marked twice.
  private mutating func hold(_ count: Int, after above: Int, through row: Int) {
    for index in ((above + 1)...row).reversed() {
      if levels[index] >= count, index < row { break }
      levels[index] = max(levels[index], count)
    }
  }

  /// The rows in which labels were written.
  private struct Openings {
    private var rows: [ExactText: (first: Int, last: Int, count: Int)] = [:]

    /// The last row that has a label; `nil` if it was opened more than once, so that there are several of its name.
    func last(_ label: String) -> Int? {
      rows[ExactText(label)].flatMap { $0.count == 1 ? $0.last : nil }
    }

    func first(_ label: String) -> Int? { rows[ExactText(label)]?.first }

    mutating func note(_ label: String, row: Int, opens: Bool) {
      var known = rows[ExactText(label)] ?? (row, row, 0)
      known.last = row
      if opens { known.count += 1 }
      rows[ExactText(label)] = known
    }
  }

  /// The texts that a row begins with, as far as they may be labels, without its number.
  private static func labels(_ row: [AlignableCell]) -> [String] {
    let start = row.first?.evidence.isNumber == true ? 1 : 0
    return row.dropFirst(start).prefix { cell in
      !cell.isNothing && !cell.evidence.isProse && cell.evidence.time < 0.6 && cell.evidence.bodies < 0.5
        && !cell.evidence.isNumber
    }.map(\.text)
  }
}
