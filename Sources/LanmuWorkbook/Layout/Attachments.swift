/// A link on a cell; the cell's text and style stay as they were set.
package struct Hyperlink: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    /// `http`, `https`, `ftp` or `mailto`; anything else is left out with a diagnostic.
    case address(String)
    /// A cell of this workbook.
    case cell(sheet: String, row: Int, column: Int)
    /// A file, by its path relative to the workbook, with `/` between folders.
    case file(String)
  }

  package var row: Int
  package var column: Int
  package var target: Target
  /// Shown while the pointer rests on the link.
  package var tip: String

  package init(row: Int, column: Int, _ target: Target, tip: String = "") {
    self.row = row
    self.column = column
    self.target = target
    self.tip = tip
  }
}

/// A note attached to a cell, shown while the pointer rests on it.
package struct CellNote: Sendable, Hashable {
  package var row: Int
  package var column: Int
  package var text: String
  package var author: String

  package init(row: Int, column: Int, _ text: String, author: String = "") {
    self.row = row
    self.column = column
    self.text = text
    self.author = author
  }
}

/// A picture over the cells, its upper left corner in a cell.
package struct Picture: Sendable, Hashable {
  package var row: Int
  package var column: Int
  /// A PNG, JPEG, GIF or BMP file's bytes.
  package var bytes: [UInt8]
  package var horizontalScale: Double
  package var verticalScale: Double
  package var altText: String

  package init(
    row: Int, column: Int, bytes: [UInt8], horizontalScale: Double = 1, verticalScale: Double = 1, altText: String = ""
  ) {
    self.row = row
    self.column = column
    self.bytes = bytes
    self.horizontalScale = horizontalScale
    self.verticalScale = verticalScale
    self.altText = altText
  }
}
