internal import LanmuDiagnostics

/// The texts of all drop-downs of a workbook, on a hidden sheet of their own.
///
/// A list inside a validation holds 255 characters, and libxlsxwriter 1.1.4 copies it into a buffer of 258 bytes: eight
/// Chinese names end the process. An area behind a defined name has neither limit.
struct DropDownLists {
  static let sheetName = "_选项"

  private var lists: [[String]] = []

  var isEmpty: Bool { lists.isEmpty }

  /// The formula that stands for a list in a validation.
  mutating func formula(for list: [String]) -> String {
    if let known = lists.firstIndex(of: list) { return "=" + Self.name(known) }
    lists.append(list)
    return "=" + Self.name(lists.count - 1)
  }

  func sheet(named name: String) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.visibility = .hidden
    sheet.fitsRowHeights = false
    for (column, list) in lists.enumerated() {
      for (row, text) in list.enumerated() { sheet.set(row, column, .text(text)) }
    }
    return sheet
  }

  func definedNames(sheet: String) -> [DefinedName] {
    lists.enumerated().map { column, list in
      DefinedName(
        Self.name(column), area: CellArea(rows: 0...max(list.count - 1, 0), columns: column...column), inSheet: sheet)
    }
  }

  private static func name(_ index: Int) -> String { "_lanmu_list_\(index + 1)" }
}
