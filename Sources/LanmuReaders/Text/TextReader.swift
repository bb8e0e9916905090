package import LanmuDiagnostics
package import LanmuGrid

/// Reads text into paragraphs and grids: every dialect of tables, alone or mixed with prose.
///
/// The dialects are asked in the order of how surely their tables are told from prose, and each over the whole text; what
/// none of them claims is a paragraph. Lines are counted from 1 in cells and paragraphs. Time is linear in the text.
package struct TextReader: Sendable {
  /// The delimiter that the document is known to have, by its name or by the user's word.
  package enum Delimiter: Sendable, Hashable {
    case tab
    case comma
    case semicolon
  }

  package var delimiter: Delimiter?
  /// The short name that the document's format gets.
  package var format: String

  package init(delimiter: Delimiter? = nil, format: String = "text") {
    self.delimiter = delimiter
    self.format = format
  }

  /// Reads a text already decoded.
  package func read(_ text: String) -> Outcome<TableDocument> {
    read(TextLines(text))
  }

  /// Reads a text already decoded to UTF-8.
  package func read(utf8: [UInt8]) -> Outcome<TableDocument> {
    read(TextLines(utf8: utf8))
  }

  package func read(_ text: TextLines) -> Outcome<TableDocument> {
    var free = Array(repeating: true, count: text.count)
    var pieces: [TextPiece] = []
    for dialect in dialects {
      for claim in dialect.claims(in: text, free: free) {
        for line in claim.lines { free[line] = false }
        pieces += claim.pieces
      }
    }
    for index in free.indices where free[index] && !text.lines[index].isBlank {
      pieces.append(TextPiece(line: index, content: .paragraph(text.trimmedText(line: index))))
    }
    pieces.sort { $0.line < $1.line }
    var diagnostics: [Diagnostic] = []
    if text.droppedNulls > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "text.null",
          message: Message(
            zh: "文本中有\(text.droppedNulls)个空字符（NUL），已略去", en: "\(text.droppedNulls) NUL characters were left out")))
    }
    return Outcome(TableDocument(format: format, blocks: Self.blocks(of: pieces)), diagnostics: diagnostics)
  }

  private var dialects: [any TextDialect] {
    switch delimiter {
    case nil:
      [
        IndentedDialect(), PipeDialect(), DelimitedDialect(delimiter: Byte.tab),
        DelimitedDialect(delimiter: Byte.comma),
        DelimitedDialect(delimiter: Byte.semicolon),
      ]
    case .tab: [IndentedDialect(), DelimitedDialect(delimiter: Byte.tab, isExpected: true)]
    case .comma: [DelimitedDialect(delimiter: Byte.comma, isExpected: true)]
    case .semicolon: [DelimitedDialect(delimiter: Byte.semicolon, isExpected: true)]
    }
  }

  /// The pieces as blocks; a table takes the heading line right above it as its name.
  private static func blocks(of pieces: [TextPiece]) -> [TableDocument.Block] {
    var heading = ""
    return pieces.map { piece in
      switch piece.content {
      case .paragraph(let text):
        if PageFurniture.isHeading(text) { heading = text } else if !PageFurniture.isPageNumber(text) { heading = "" }
        return .paragraph(TableDocument.Paragraph(text: text, line: piece.line + 1))
      case .found(let table):
        return .table(table.grid(name: heading))
      case .grid(var grid):
        grid.name = heading
        return .table(grid)
      }
    }
  }
}
