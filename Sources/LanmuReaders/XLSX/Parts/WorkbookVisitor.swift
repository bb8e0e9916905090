internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads `xl/workbook.xml` (ECMA-376 part 1, 18.2): the sheets in their order, and how days are counted.
struct WorkbookVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case properties = "workbookPr"
    case sheets
    case sheet
  }

  struct Sheet {
    var name: String
    var visibility: Grid.Visibility
    var relationship: String
    var line: Int
  }

  private(set) var sheets: [Sheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private var isInSheets = false

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .properties: if element.onOff("date1904") == true { dateSystem = .from1904 }
    case .sheets: isInSheets = true
    case .sheet:
      guard isInSheets else { return }
      let visibility: Grid.Visibility =
        switch element.attribute("state")?.lowercased() {
        case "hidden": .hidden
        case "veryhidden": .veryHidden
        default: .visible
        }
      sheets.append(
        Sheet(
          name: element.attribute("name") ?? "", visibility: visibility,
          relationship: element.attribute("id", in: .officeRelationships) ?? element.attribute("id") ?? "",
          line: element.line))
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if name == .sheets { isInSheets = false }
  }
}
