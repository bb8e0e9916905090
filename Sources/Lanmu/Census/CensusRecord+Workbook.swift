import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuWorkbook

/// A census within its own workbook: the JSON on a hidden sheet, and what people wrote on 整改台账 since.
extension CensusRecord {
  static let sheetName = "_普查数据"
  /// Well below the 32,767 characters that a cell holds.
  private static let pieceLength = 8_000

  /// The hidden sheet that carries a census's JSON, in pieces that neither begin nor end with white space.
  static func sheet(of json: String) -> Sheet {
    var sheet = Sheet(name: sheetName)
    sheet.visibility = .hidden
    sheet.fitsRowHeights = false
    var rest = Substring(json)
    var row = 0
    while !rest.isEmpty {
      var piece = rest.prefix(pieceLength)
      while piece.endIndex < rest.endIndex, piece.last?.isWhitespace == true || rest[piece.endIndex].isWhitespace {
        piece = rest.prefix(upTo: rest.index(after: piece.endIndex))
      }
      sheet.set(row, 0, .text(String(piece)))
      row += 1
      rest = rest[piece.endIndex...]
    }
    return sheet
  }

  /// The JSON on the hidden sheet; `nil` for a workbook that is no census.
  static func json(in document: TableDocument) -> String? {
    guard let grid = document.tables.first(where: { $0.name == sheetName }) else { return nil }
    return grid.cells.filter { $0.column == 0 }.sorted { $0.row < $1.row }.map(\.text).joined()
  }

  /// Takes over what people wrote into 状态 and 反馈 of 整改台账.
  mutating func takeOver(_ document: TableDocument) {
    guard let grid = document.tables.first(where: { $0.name == "整改台账" }) else { return }
    var rows: [Int: [Int: String]] = [:]
    for cell in grid.cells { rows[cell.row, default: [:]][cell.column] = cell.text }
    let places = rows.keys.sorted()
    guard let header = places.first(where: { rows[$0]?.values.contains("编号") == true }),
      let names = rows[header], let id = names.first(where: { $0.value == "编号" })?.key,
      let status = names.first(where: { $0.value == "状态" })?.key
    else { return }
    let response = names.first { $0.value == "反馈" }?.key
    var written: [String: [Int: String]] = [:]
    for place in places where place > header {
      if let cells = rows[place], let number = cells[id] { written[number] = cells }
    }
    for index in (rectifications ?? []).indices {
      guard let number = rectifications?[index].id, let cells = written[number] else { continue }
      if let text = cells[status], Rectification.Status(rawValue: text) != nil { rectifications?[index].status = text }
      if let text = response.flatMap({ cells[$0] }), !text.isEmpty { rectifications?[index].response = text }
    }
  }
}
