/// The lines around a cell.
package struct Borders: Sendable, Hashable {
  /// A line's kind; raw values are those of libxlsxwriter and of the order in the OOXML schema.
  package enum Line: UInt8, Sendable, Hashable, CaseIterable {
    case none, thin, medium, dashed, dotted, thick, double, hair, mediumDashed, dashDot, mediumDashDot, dashDotDot
    case mediumDashDotDot, slantDashDot
  }

  package var left: Line
  package var right: Line
  package var top: Line
  package var bottom: Line
  package var color: Color?

  package init(left: Line = .none, right: Line = .none, top: Line = .none, bottom: Line = .none, color: Color? = nil) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
    self.color = color
  }

  /// The same line on all four sides.
  package static func all(_ line: Line, color: Color? = nil) -> Borders {
    Borders(left: line, right: line, top: line, bottom: line, color: color)
  }
}
