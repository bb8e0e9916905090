internal import LanmuAnalysis
internal import LanmuWorkbook

/// Texts as they fit their columns, each cut once: the same entry stands on the sheets of many units, and measuring text takes
/// longer than writing it. Entries of one unit alone are measured while their sheet is written, which all cores do.
struct TaskTextFits: Sendable {
  private struct Key: Hashable {
    var text: String
    var width: Double
  }

  private var requirements: [Key: String] = [:]
  private var limited: [Key: String] = [:]
  private var pieces: [String: [String]] = [:]

  /// Nothing known: everything is measured when it is asked for.
  static let none = TaskTextFits()

  private init() {}

  init(_ set: TaskSheetSet) {
    guard set.sheets.count > 1 else { return }
    var counts: [String: Int] = [:]
    for task in set.sheets.lazy.flatMap(\.tasks) {
      let count = counts[task.entry, default: 0] + 1
      counts[task.entry] = count
      guard count == 2 else { continue }
      for width in TaskSheetWidths.requirement {
        requirements[Key(text: task.requirement, width: width)] = requirement(task.requirement, width: width)
      }
      for text in [task.update, task.supply] {
        for width in TaskSheetWidths.rules {
          limited[Key(text: text, width: width)] = self.limited(text, width: width)
        }
      }
      pieces[task.requirement] = pieces(of: task.requirement)
    }
  }

  func requirement(_ text: String, width: Double) -> String {
    requirements[Key(text: text, width: width)]
      ?? TextFitting.shortened(
        text, columnWidth: width, fontSize: 10, lines: TaskSheetText.requirementLines, mark: "…（全文见说明）")
  }

  /// The plan's words, as many as fit the row; the second sheet has them all.
  func limited(_ text: String, width: Double) -> String {
    limited[Key(text: text, width: width)]
      ?? TextFitting.shortened(text, columnWidth: width, fontSize: 10, lines: 5, mark: "…（见说明）")
  }

  /// A requirement in rows of the second sheet.
  func pieces(of text: String) -> [String] {
    pieces[text]
      ?? TextFitting.pieces(
        text, columnWidth: RequirementSheet.requirementWidth, fontSize: 10, lines: RequirementSheet.maximumLines)
  }
}

/// The widths that columns of long texts may have.
enum TaskSheetWidths {
  static let requirement = [TaskSheetText.requirementWidth, 12]
  /// Update and supply, wide and narrow.
  static let rules = [14.0, 11, 9]
}
