internal import LanmuContainer

/// A row of a filled sheet: a template's row with new contents for its cells.
struct FilledRow {
  let source: TemplateSheet.Row
  /// From 1.
  let number: Int
  /// Points that the filled texts need, where the designed height does not do; `nil` otherwise.
  var neededHeight: Double?
  /// In the order of `source.cells`.
  var contents: [FilledContent]

  func write(to out: inout [UInt8]) {
    func add(_ text: String) { out.append(contentsOf: text.utf8) }
    add("<\(source.markup.name) r=\"")
    add(String(number))
    add("\"")
    add(source.markup.attributes)
    if let neededHeight {
      add(" ht=\"\(neededHeight.markupText)\" customHeight=\"1\"")
    } else {
      add(source.markup.heightAttributes)
    }
    guard !contents.isEmpty else { return add("/>") }
    add(">")
    for (cell, content) in zip(source.cells, contents) { cell.markup.write(content, row: number, to: &out) }
    add("</\(source.markup.name)>")
  }

  /// Leaves a cell without content.
  mutating func empty(column: Int) {
    if let place = source.cells.firstIndex(where: { $0.column == column }) { contents[place] = .empty }
  }

  /// Points, 0 for a hidden row.
  func height(standard: Double) -> Double {
    source.markup.isHidden ? 0 : neededHeight ?? source.markup.height ?? standard
  }
}

/// A template's row as markup without its number.
struct RowMarkup {
  let name: String
  /// All but the number and what tells the height.
  let attributes: String
  let heightAttributes: String
  /// The designed height in points.
  let height: Double?
  let isHidden: Bool

  init(_ element: RawMarkup.Element) {
    name = element.name
    height = element["ht"].flatMap { Double($0) }
    isHidden = ["1", "true"].contains(element["hidden"] ?? "")
    func written(_ isWanted: (String) -> Bool) -> String {
      element.attributes.filter { isWanted($0.name) }.map { " \($0.name)=\"\($0.value)\"" }.joined()
    }
    let ofHeight = ["ht", "customHeight"]
    attributes = written { $0 != "r" && !ofHeight.contains($0) }
    heightAttributes = written { ofHeight.contains($0) }
  }
}
