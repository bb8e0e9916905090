internal import LanmuWorkbook

/// Areas in the notation of worksheets, with rows from 1.
struct SheetReference {
  var firstColumn: Int
  var lastColumn: Int
  var rows: ClosedRange<Int>

  init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    firstColumn = columns.lowerBound
    lastColumn = columns.upperBound
    self.rows = rows
  }

  /// Reads `B2` or `B2:D5`; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard let first = parts.first.flatMap({ Self.cell($0) }), parts.count <= 2 else { return nil }
    let last = parts.count == 2 ? Self.cell(parts[1]) : first
    guard let last else { return nil }
    firstColumn = min(first.column, last.column)
    lastColumn = max(first.column, last.column)
    rows = min(first.row, last.row)...max(first.row, last.row)
  }

  /// Column from 0 and row from 1 of `B2`.
  static func cell(_ text: some StringProtocol) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where row < 10_000_000: row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard (1...CellArea.maximumColumnCount).contains(column), (1...CellArea.maximumRowCount).contains(row) else {
      return nil
    }
    return (column - 1, row)
  }

  func text(rows: ClosedRange<Int>) -> String {
    CellArea(rows: rows.lowerBound - 1...rows.upperBound - 1, columns: firstColumn...lastColumn).reference()
  }
}
