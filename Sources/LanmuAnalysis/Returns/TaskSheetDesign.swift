/// What a template of task sheets has beside the sheet's own fields, as it goes along on a hidden sheet: it is the office's own
/// and no answer of a unit.
package struct TaskSheetDesign: Sendable, Hashable {
  /// The labels of fields in which the template shows more of the plan.
  package var labels: [String] = []
  /// The names of sheets without fields to fill in.
  package var sheets: [String] = []
  package var notes: [String] = []

  package init() {}

  /// The labels as keys to compare with, those without a letter left out.
  var labelKeys: Set<String> { Set(labels.map(TypedText.key)).subtracting([""]) }

  package var isEmpty: Bool { labels.isEmpty && sheets.isEmpty && notes.isEmpty }

  private enum Line: String {
    case label, sheet, note
  }

  /// One text for each row of the hidden sheet.
  package var lines: [String] {
    [TaskSheetMarks.designHead]
      + [(Line.label, labels), (.sheet, sheets), (.note, notes)].flatMap { kind, texts in
        texts.map { kind.rawValue + " " + $0 }
      }
  }

  /// Reads the rows of the hidden sheet; a line of an unknown kind is left to a later version.
  package init(lines: some Sequence<String>) {
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let kind = parts.first.flatMap({ Line(rawValue: String($0)) }) else { continue }
      let text = String(parts[1])
      switch kind {
      case .label: labels.append(text)
      case .sheet: sheets.append(text)
      case .note: notes.append(text)
      }
    }
  }
}
