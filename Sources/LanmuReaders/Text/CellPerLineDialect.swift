import LanmuDiagnostics
import LanmuGrid

/// Dialect 4: each cell on a line of its own, with a bar at its end, at its start, or on a line of its own between cells.
///
/// Where rows end is told by blank lines, between which bars stand behind each cell or only between cells, and beside which
/// empty cells may keep blank lines of their own; by two cells without a bar between them, after every so many bars; by runs of
/// bars; or by a bar at a line's end where bars else open lines. Failing all these, it is told by the width of the header as it
/// returns or as the cells' lengths agree on it, which is a guess.
struct CellPerLineDialect: TextDialect {
  let labels: KnownLabels

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var index = 0
    // Lines above were read once for rows that blank lines part, so that none is read again and again.
    var untried = 0
    var unkept = 0
    var unended = 0
    // How wide the rows are that blank lines part in the table above.
    var partedWidth: Int?
    while index < text.count {
      guard free[index], text.lines[index].pipes > 0 else {
        index += 1
        continue
      }
      let claimed = claims.last?.lines.upperBound ?? 0
      // A further table of the same rows needs no header, nor many rows.
      var further: RowsBetweenBlanks?
      if let width = partedWidth, index >= untried {
        let parted = RowsBetweenBlanks(text, free: free, from: index, after: claimed, labels: labels)
        if parted.goOn(from: width) {
          claims.append(claim(parted))
          index = parted.lines.upperBound
          continue
        }
        further = parted
      }
      if index >= unkept {
        let kept = RowsOfKeptLines(text, free: free, from: index, after: claimed, labels: labels)
        if kept.isFound {
          claims.append(claim(kept.rows, lines: kept.lines, paragraphs: kept.paragraphs))
          index = kept.lines.upperBound
          continue
        }
        unkept = kept.reach
      }
      if index >= unended {
        let ended = RowsOfKeptEnds(text, free: free, from: index, after: claimed, labels: labels)
        if ended.isFound {
          claims.append(
            claim(ended.rows, isGuessed: ended.isGuessed, lines: ended.lines, paragraphs: ended.paragraphs))
          index = ended.lines.upperBound
          continue
        }
        unended = ended.reach
      }
      if index >= untried {
        let parted =
          further ?? RowsBetweenBlanks(text, free: free, from: index, after: claimed, labels: labels)
        if parted.isFound {
          claims.append(claim(parted))
          index = parted.lines.upperBound
          partedWidth = parted.usualWidth
          continue
        }
        untried = parted.reach
      }
      var stream = BarStream(text, free: free, from: index, after: claimed, labels: labels)
      let end = stream.lines.upperBound
      if stream.isCellPerLine, let claim = claim(&stream) { claims.append(claim) }
      index = max(end, index + 1)
    }
    return claims
  }

  private func claim(_ stream: inout BarStream) -> TextClaim? {
    let (found, limits) = stream.rows()
    let rows = limits == .told ? RunOnRows.parted(found, labels: labels) : found
    guard rows.count >= 2, rows.count(where: { $0.count >= 2 }) * 2 >= rows.count else { return nil }
    let width = rows.reduce(0) { max($0, $1.count) }
    let table = FoundTable(
      layout: limits != .told && width < Self.leastLost ? .cellPerLine : Self.layout(of: rows, width: width),
      rows: rows,
      rowLimits: limits)
    let piece = TextPiece(line: stream.lines.lowerBound, content: .found(table))
    let diagnostics = limits == .told ? [] : [Diagnostic.guessedRows(line: stream.lines.lowerBound + 1)]
    return TextClaim(lines: stream.lines, pieces: [piece] + stream.paragraphs, diagnostics: diagnostics)
  }

  private func claim(_ parted: RowsBetweenBlanks) -> TextClaim {
    let layout = parted.areFilledUp ? Grid.Layout.dropped : .cellPerLine
    return claim(parted.rows, layout: layout, lines: parted.lines, paragraphs: parted.paragraphs)
  }

  private func claim(
    _ rows: [[FoundField]], layout: Grid.Layout = .cellPerLine, isGuessed: Bool = false, lines: Range<Int>,
    paragraphs: [TextPiece]
  ) -> TextClaim {
    let table = FoundTable(layout: layout, rows: rows, rowLimits: isGuessed ? .unclear : .told)
    let piece = TextPiece(line: lines.lowerBound, content: .found(table))
    let diagnostics = isGuessed ? [Diagnostic.guessedRows(line: lines.lowerBound + 1)] : []
    return TextClaim(lines: lines, pieces: [piece] + paragraphs, diagnostics: diagnostics)
  }

  /// Rows that are all as wide, and of which none starts with an empty cell while several end with some, are filled up
  /// where merged cells are gone.
  ///
  /// A few may start with one, a label that a row does without, where most are filled up, by one cell or many.
  private static func layout(of rows: [[FoundField]], width: Int) -> Grid.Layout {
    let ends = rows.map { $0.reversed().prefix(while: \.text.isEmpty).count }
    let filledUp = ends.count { $0 > 0 }
    guard filledUp >= leastFilledUp, filledUp * 10 >= rows.count, rows.allSatisfy({ $0.count == width }) else {
      return .cellPerLine
    }
    let open = rows.indices.filter { PipeDialect.startsEmpty(rows[$0]) }
    if open.isEmpty { return .dropped }
    let areMostFilledUp = filledUp * 2 >= rows.count && Set(ends).count >= fewestEnds
    return areMostFilledUp && open.count * leastOpen <= rows.count && open.allSatisfy { ends[$0] > 1 }
      ? .dropped : .cellPerLine
  }

  /// Rows that were guessed to be of two cells hardly lost any.
  private static let leastLost = 3
  private static let leastFilledUp = 2
  /// Where rows are filled up, by so many different numbers of cells, hardly one in so many starts with an empty cell; where
  /// merged cells are left empty, more do.
  private static let fewestEnds = 3
  private static let leastOpen = 10
}
