package import LanmuContainer
package import LanmuDiagnostics
package import LanmuGrid

/// Reads text into paragraphs and grids: every dialect of tables, alone or mixed with prose.
///
/// The dialects are asked in the order of how surely their tables are told from prose, and each over the whole text; what
/// none of them claims is a paragraph. Lines are counted from 1 in cells and paragraphs. Time is linear in the text.
package struct TextReader: Sendable {
  /// `.text` if nothing is known beforehand; `.csv` and `.tsv` lower the demands on delimited fields.
  package var format: SourceFormat
  /// What labels of fields are known.
  package var labels: KnownLabels
  package var limits: ResourceLimits

  package init(
    format: SourceFormat = .text, labels: KnownLabels = .none, limits: ResourceLimits = .standard
  ) {
    self.format = format
    self.labels = labels
    self.limits = limits
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
    var diagnostics: [Diagnostic] = []
    if text.droppedNulls > 0 { diagnostics.append(.droppedNulls(text.droppedNulls)) }
    let separator = text.separatorLine
    if separator != nil { free[0] = false }
    for dialect in dialects(separator: separator, in: text) {
      for claim in dialect.claims(in: text, free: free) {
        for line in claim.lines { free[line] = false }
        pieces += claim.pieces
        diagnostics += claim.diagnostics
      }
    }
    let widths = Set(pieces.compactMap(\.width))
    for index in free.indices where free[index] && !text.lines[index].isBlank {
      if text.lines[index].mayBeRow(of: widths) { diagnostics.append(.lostRow(line: index + 1)) }
      pieces.append(TextPiece(line: index, content: .paragraph(text.trimmedText(line: index))))
    }
    pieces.sort { $0.line < $1.line }
    let document = TableDocument(format: format.rawValue, blocks: Self.blocks(of: pieces))
    return Outcome(document, diagnostics: diagnostics)
  }

  private func dialects(separator: UInt8?, in text: TextLines) -> [any TextDialect] {
    if let separator { return [DelimitedDialect(delimiter: separator, isExpected: true, labels: labels)] }
    let drawn: [any TextDialect] = [BoxDrawingDialect(), MarkdownDialect()]
    switch format {
    case .csv, .tsv:
      let delimiter = DelimiterGuess(text, preferred: format == .csv ? Byte.comma : Byte.tab).delimiter
      let rivals: [any TextDialect] = delimiter == Byte.tab ? [IndentedDialect(labels: labels)] : []
      return drawn + rivals + [DelimitedDialect(delimiter: delimiter, isExpected: true, labels: labels)]
    default:
      return [PageTableDialect(limits: limits)] + drawn + [
        IndentedDialect(labels: labels), CellPerLineDialect(labels: labels), PipeDialect(labels: labels),
        DelimitedDialect(delimiter: Byte.tab, labels: labels),
        RivalDialects(
          one: DelimitedDialect(delimiter: Byte.comma, labels: labels),
          other: DelimitedDialect(delimiter: Byte.semicolon, labels: labels)),
        BareCellsDialect(labels: labels),
      ]
    }
  }

  /// The pieces as blocks; a table takes the heading right above it as its name, but for one of a page that names itself or
  /// stands in another.
  private static func blocks(of pieces: [TextPiece]) -> [TableDocument.Block] {
    var heading = ""
    var blocks: [TableDocument.Block] = []
    var tables = 0
    func note(_ text: String) {
      if PageFurniture.isHeading(text) { heading = text } else if !PageFurniture.isPageNumber(text) { heading = "" }
    }
    for piece in pieces {
      switch piece.content {
      case .paragraph(let line):
        var (text, level) = MarkdownDialect.heading(line)
        if text.hasPrefix("**") { text = MarkdownEmphasis.removed(from: text) }
        note(text)
        blocks.append(.paragraph(TableDocument.Paragraph(text: text, headingLevel: level, line: piece.line + 1)))
      case .found(let table):
        blocks.append(.table(table.grid(name: heading)))
        tables += 1
      case .grid(var grid):
        grid.name = heading
        blocks.append(.table(grid))
        tables += 1
      case .page(let page):
        let before = tables
        for block in page {
          switch block {
          case .paragraph(let paragraph):
            note(paragraph.text)
            blocks.append(block)
          case .table(var grid):
            if grid.name.isEmpty, grid.nestedIn == nil { grid.name = heading }
            grid.nestedIn?.table += before
            blocks.append(.table(grid))
            tables += 1
          }
        }
      }
    }
    return blocks
  }
}
