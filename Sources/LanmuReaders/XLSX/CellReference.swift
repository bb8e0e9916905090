/// A place in a worksheet, written `B7`: letters for the column, then the row counted from 1.
struct CellReference: Hashable {
  /// From 0.
  var row: Int
  /// From 0.
  var column: Int

  /// Rows and columns that a worksheet can have (ECMA-376 part 1, 18.3.1.73 and 18.3.1.13).
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a reference as programs write it, and any other as the general initializer does.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    var index = 0
    while index < text.count, index < 3 {
      let letter = unsafe text[index] &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      index += 1
    }
    let letters = index
    while index < text.count, index < letters + 7 {
      let digit = unsafe text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      row = row * 10 + Int(digit)
      index += 1
    }
    guard index == text.count, row > 0, row <= Self.rowLimit, column > 0, column <= Self.columnLimit else {
      guard let general = unsafe Self(general: text) else { return nil }
      self = general
      return
    }
    self.row = row - 1
    self.column = column - 1
  }

  init?(_ text: some Sequence<UInt8>) { self.init(general: text) }

  /// Reads a reference; `$` before either half is skipped. `nil` if it is none, or lies outside every worksheet.
  private init?(general text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    var dollars = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0,
        UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
        letters += 1
        guard letters <= 3, dollars <= 1 else { return nil }
        column = column * 26 + Int((byte | 0x20) - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where letters > 0:
        digits += 1
        guard digits <= 7 else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$") where digits == 0: dollars += 1
      default: return nil
      }
    }
    guard row > 0, row <= Self.rowLimit, column > 0, column <= Self.columnLimit, dollars <= 2 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }
}

/// An area of a worksheet, written `B7:D9`; a single reference is an area of one place.
struct CellArea: Hashable {
  var first: CellReference
  var last: CellReference

  /// Reads an area; the corners may be written in any order.
  init?(_ text: some Collection<UInt8>) {
    let halves = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let head = halves.first, let start = CellReference(head), halves.count <= 2 else { return nil }
    guard halves.count == 2 else {
      first = start
      last = start
      return
    }
    guard let end = CellReference(halves[1]) else { return nil }
    first = CellReference(row: min(start.row, end.row), column: min(start.column, end.column))
    last = CellReference(row: max(start.row, end.row), column: max(start.column, end.column))
  }

  var rowSpan: Int { last.row - first.row + 1 }
  var columnSpan: Int { last.column - first.column + 1 }
}
