internal import LanmuGrid

/// The note that stands right below a table, with the items that it lists.
enum NoteBelow {
  /// The lines of the first note among the paragraphs below a table; empty if there is none.
  static func lines(_ paragraphs: [String]) -> [String] {
    guard let first = paragraphs.firstIndex(where: opensNote) else { return [] }
    return [paragraphs[first]] + paragraphs[(first + 1)...].prefix(while: isItem)
  }

  /// Whether a text begins as a note does: 注：….
  static func opensNote(_ text: String) -> Bool {
    NoteMark.opens(SimplifiedForms.text(text), or: ["填表说明"])
  }

  /// Whether a paragraph is an item of a list. A number of a section, and no sentence behind it, heads what follows.
  static func isItem(_ text: String) -> Bool {
    guard CellText.startsListItem(text) else { return false }
    return SectionNumber(text) == nil || text.unicodeScalars.last.map { "。；;".unicodeScalars.contains($0) } == true
  }
}
