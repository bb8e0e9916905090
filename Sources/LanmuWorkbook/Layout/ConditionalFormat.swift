/// A look that cells take on under a condition.
///
/// Of the style, font color, bold, italic, fill, borders and number format count; fonts and sizes cannot change.
package struct ConditionalFormat: Sendable, Hashable {
  package enum Comparison: Sendable, Hashable {
    case equal, notEqual, greater, less, greaterOrEqual, lessOrEqual
  }

  package enum Rule: Sendable, Hashable {
    /// A formula, relative to the area's first cell, that is true where the style applies.
    case formula(String, CellStyle)
    /// Cells whose text contains this text.
    case containsText(String, CellStyle)
    /// Cells whose text is this text.
    case equalsText(String, CellStyle)
    case number(Comparison, Double, CellStyle)
    case numberBetween(ClosedRange<Double>, CellStyle)
    case duplicate(CellStyle)
    case blank(CellStyle)
    case dataBar(Color)
    case colorScale(low: Color, middle: Color?, high: Color)
  }

  package var area: CellArea
  package var rule: Rule
  package var stopsIfTrue: Bool

  package init(_ area: CellArea, _ rule: Rule, stopsIfTrue: Bool = false) {
    self.area = area
    self.rule = rule
    self.stopsIfTrue = stopsIfTrue
  }
}
