/// A document as its reader found it: paragraphs and tables in reading order.
public struct TableDocument: Sendable, Hashable {
  /// A paragraph outside all tables. `headingLevel` is 1 for the highest heading, and 0 for body text; `line` is the
  /// 1-based line of a text input.
  public struct Paragraph: Sendable, Hashable {
    public var text: String
    public var headingLevel: Int
    public var line: Int?

    public init(text: String, headingLevel: Int = 0, line: Int? = nil) {
      self.text = text
      self.headingLevel = headingLevel
      self.line = line
    }
  }

  public enum Block: Sendable, Hashable {
    case paragraph(Paragraph)
    case table(Grid)
  }

  /// The short name of the source's format (`docx`, `xlsx`, `html`, `text`, …).
  public var format: String
  public var blocks: [Block]

  public init(format: String, blocks: [Block]) {
    self.format = format
    self.blocks = blocks
  }

  /// The tables in reading order; a table nested in another follows it.
  public var tables: [Grid] {
    blocks.compactMap { block in
      if case .table(let grid) = block { grid } else { nil }
    }
  }

  /// The cells of all tables together.
  package var cellCount: Int { tables.reduce(0) { $0 + $1.cells.count } }
}
