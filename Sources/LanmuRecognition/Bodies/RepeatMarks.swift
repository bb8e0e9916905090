internal import LanmuGrid

/// Marks that stand for what stands above them: 同上 and 〃 repeat any text, （续） a label that goes on below a page break.
struct RepeatMarks: Sendable {
  let columns: [LogicalColumn]

  /// Writes out what the marks stand for.
  func resolve(_ rows: inout [AlignedRow]) {
    for (column, meaning) in columns.map(\.meaning).enumerated() where meaning != .number {
      var above: AlignedRow.Slot?
      for index in rows.indices where rows[index].slots[column].hasText {
        let slot = rows[index].slots[column]
        if let above, Self.isDitto(slot.label) || meaning == .level && Self.goesOn(slot.label, with: above.label) {
          (rows[index].slots[column].raw, rows[index].slots[column].label) = (above.raw, above.label)
        }
        above = rows[index].slots[column]
      }
    }
  }

  private static func isDitto(_ label: String) -> Bool {
    switch SimplifiedForms.text(label) {
    case "同上", "同上。", "（同上）", "(同上)", "同上栏", "〃", "″", "\u{201D}", "\"", "''", "々": true
    default: false
    }
  }

  /// Whether a label is the one above it with a mark that it goes on, or that mark alone.
  private static func goesOn(_ label: String, with above: String) -> Bool {
    let plain = withoutContinuation(label)
    return plain != label && (plain.isEmpty || plain == above)
  }

  /// A label or a heading without the mark that it goes on from the page above.
  static func withoutContinuation(_ label: String) -> String {
    guard let mark = continuations.first(where: SimplifiedForms.text(label).hasSuffix) else { return label }
    return String(label.dropLast(mark.count))
  }

  private static let continuations = ["（续）", "(续)", "（续表）", "(续表)", "（续上表）", "(续上表)", "（接上页）", "(接上页)", "（续前）", "(续前)"]
}
