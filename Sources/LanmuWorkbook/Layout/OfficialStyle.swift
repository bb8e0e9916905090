/// The style set that all workbooks share, after the habits of Chinese official papers.
///
/// Heads in 黑体, bodies in 宋体, thin borders. Fills stay light enough to print in black and white, and a state is always a
/// word besides its color.
package enum OfficialStyle {
  /// The sheet's title: 黑体 18, centered.
  package static let title = CellStyle().with {
    $0.fontName = "黑体"
    $0.fontSize = 18
    $0.horizontal = .center
    $0.wraps = true
  }
  /// A line below the title: 宋体 10, centered.
  package static let subtitle = CellStyle().with {
    $0.horizontal = .center
    $0.wraps = true
  }
  /// A heading above a block: 黑体 12.
  package static let heading = CellStyle().with {
    $0.fontName = "黑体"
    $0.fontSize = 12
    $0.horizontal = .left
  }
  /// A table's header: 黑体 10, centered, light gray.
  package static let header = CellStyle().with {
    $0.fontName = "黑体"
    $0.horizontal = .center
    $0.wraps = true
    $0.fill = Color(0xE7E6E6)
    $0.borders = .all(.thin)
  }
  /// Text in a table: 宋体 10, wrapped.
  package static let body = CellStyle().with {
    $0.horizontal = .left
    $0.wraps = true
    $0.borders = .all(.thin)
  }
  /// Short text in a table, centered.
  package static let center = body.with { $0.horizontal = .center }
  package static let number = center.with { $0.numberFormat = "0" }
  package static let decimal = center.with { $0.numberFormat = "0.0" }
  package static let percent = center.with { $0.numberFormat = "0.0%" }
  package static let date = center.with { $0.numberFormat = "yyyy-mm-dd" }
  package static let link = body.with {
    $0.fontColor = Color(0x0563C1)
    $0.underlined = true
  }
  /// The bold line of sums below a table.
  package static let total = center.with { $0.fontName = "黑体" }
  /// A label of a head block: 黑体 10, to the right of nothing.
  package static let label = CellStyle().with {
    $0.fontName = "黑体"
    $0.horizontal = .left
    $0.wraps = true
  }
  /// The value beside a label.
  package static let value = CellStyle().with {
    $0.horizontal = .left
    $0.wraps = true
  }
  /// Small print below a table: 宋体 9.
  package static let note = CellStyle().with {
    $0.fontSize = 9
    $0.horizontal = .left
    $0.vertical = .top
    $0.wraps = true
  }
  /// A cell to fill in: light yellow, open on a protected sheet.
  package static let input = body.with {
    $0.fill = Color(0xFFFBE6)
    $0.locked = false
  }
  package static let inputCenter = input.with { $0.horizontal = .center }
  package static let inputDate = inputCenter.with { $0.numberFormat = "yyyy-mm-dd" }
  /// A cell that holds text, also of digits and dates: nothing typed there is turned into a number.
  package static let inputText = input.with { $0.numberFormat = "@" }

  /// Fills of states, to be used together with the state's word.
  package static let overdueFill = Color(0xFFC7CE)
  package static let dueFill = Color(0xFFEB9C)
  package static let blankFill = Color(0xBFBFBF)
  package static let onTimeFill = Color(0xE2EFDA)
  package static let neutralFill = Color(0xEDEDED)
  package static let openFill = Color(0xDDEBF7)
}
