import LanmuGrid

/// Dialect 1: fields between tabs, commas or semicolons.
///
/// Tabs are strong evidence by themselves; a comma or a semicolon makes a table only where the lines agree on it, since
/// prose is full of them. `isExpected` says that the document is known to be of this dialect (by its name, or by the
/// user's word), and lowers the demands.
struct DelimitedDialect: TextDialect {
  let delimiter: UInt8
  var isExpected = false
  var labels = KnownLabels.none

  var agreement: RecordAgreement {
    RecordAgreement(delimiter: delimiter, isExpected: isExpected, labels: labels)
  }

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var records = DelimitedRecords(text, delimiter: delimiter)
    var claims: [TextClaim] = []
    var last: DelimitedRegion?
    var index = 0
    while index < text.count {
      guard free[index], record(at: index, in: text, records: &records) != nil else {
        index += 1
        continue
      }
      let region = collect(from: index, in: text, free: free, records: &records)
      if var claim = claim(region, after: last, in: text) {
        claim.diagnostics = records.takeBrokenQuotes().map { .openQuote(line: $0 + 1) }
        claims.append(claim)
        last = region
      } else {
        claims += region.parts(by: agreement).compactMap { claim($0, after: last, in: text) }
      }
      index = max(region.end, index + 1)
    }
    return claims
  }

  func count(in line: TextLine) -> Int {
    switch delimiter {
    case Byte.tab: line.tabs
    case Byte.comma: line.commas
    case Byte.semicolon: line.semicolons
    default: line.pipes
    }
  }

  /// Reads records as long as lines with a delimiter follow one another; blank lines and page numbers may stand between.
  private func collect(
    from start: Int, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> DelimitedRegion {
    var region = DelimitedRegion(start: start, end: start)
    var index = start
    var blanks = 0
    while index < text.count, free[index] {
      let line = text.lines[index]
      // A first field that runs over lines leaves its first line without a delimiter.
      if let record = self.record(at: index, in: text, records: &records) {
        region.append(record)
        index = record.nextLine
        region.end = index
        blanks = 0
      } else if line.isBlank {
        // Blank lines part paragraphs from paragraphs as well as pages of a table: only tabs are trusted across them.
        if delimiter != Byte.tab, !isExpected { break }
        blanks += 1
        index += 1
      } else {
        if blanks == 0,
          let end = itemsEnd(from: index, of: region, in: text, free: free, records: &records)
            ?? loneRowsEnd(from: index, of: region, in: text, free: free, records: &records)
        {
          for place in index..<end {
            region.append(lone(text.trimmedText(line: place), at: place))
          }
          index = end
          region.end = end
          continue
        }
        guard
          let gap = TableGap(
            at: index, blanksAbove: blanks, in: text, free: free,
            isRow: { self.record(at: $0, in: text, records: &records) != nil })
        else { break }
        guard gap.texts.isEmpty || isHeading(gap, within: region, in: text, records: &records) else { break }
        region.paragraphs += gap.furniture.map { TextPiece(line: $0, content: .paragraph(text.trimmedText(line: $0))) }
        for line in gap.texts {
          // A heading within a table whose empty fields were cut off at the ends of lines, or a running title.
          region.append(lone(text.trimmedText(line: line), at: line))
          region.end = line + 1
        }
        blanks = 0
        index = gap.next
      }
    }
    return region
  }

  private func record(
    at index: Int, in text: TextLines, records: inout DelimitedRecords
  ) -> DelimitedRecords.Record? {
    let line = text.lines[index]
    if count(in: line) > 0 { return records.record(at: index) }
    guard !line.range.isEmpty, text.bytes[line.range.lowerBound] == Byte.quote else { return nil }
    let record = records.record(at: index)
    return record.nextLine > index + 1 || (isExpected && record.hasQuotedField) ? record : nil
  }

  /// Whether the text between two records is one line that stands close to both, or beside a page number, or counts on from
  /// such a line further up, or from an item of a list in the record above.
  private func isHeading(
    _ gap: TableGap, within region: DelimitedRegion, in text: TextLines, records: inout DelimitedRecords
  ) -> Bool {
    guard gap.texts.count == 1, let line = gap.texts.first else { return false }
    let content = text.trimmedText(line: line)
    // The next item of a list that a line's end tore, which is put together later on.
    if !gap.hasBlanks, !BrokenRecords.mayHead(content), let last = region.records.last?.fields.last,
      BrokenRecords.goesOn(content, from: last.text)
    {
      return true
    }
    if PageFurniture.opensPart(content), !PageFurniture.isNumberedHeading(content) {
      // What says which part of the whole begins may as well be the caption of another table.
      guard PageFurniture.headsSection(content), !startsTable(at: gap.next, records: &records) else { return false }
    }
    if !gap.hasBlanks || !gap.furniture.isEmpty && PageFurniture.isHeading(content) { return true }
    return gap.next == line + 1 && PageFurniture.headsSection(content)
      && region.isCountedOn(by: content) && !startsTable(at: gap.next, records: &records)
  }

  private func claim(_ region: DelimitedRegion, after last: DelimitedRegion?, in text: TextLines) -> TextClaim? {
    guard agreement.isTable(region.records) || last.map({ continues(region, $0, in: text) }) ?? false else {
      return nil
    }
    let table = FoundTable(
      layout: .delimited, rows: BrokenRecords.rejoined(region.records.map(\.fields), labels: labels))
    let lines = region.start..<max(region.end, region.paragraphs.last.map { $0.line + 1 } ?? 0)
    return TextClaim(lines: lines, pieces: [TextPiece(line: region.start, content: .found(table))] + region.paragraphs)
  }

  /// Whether records that would be no table by themselves are the rest of one that a page break parts from them.
  private func continues(_ region: DelimitedRegion, _ last: DelimitedRegion, in text: TextLines) -> Bool {
    guard TableGap.isPageBreak(last.end..<region.start, in: text) else { return false }
    let widths = Set(last.records.map(\.fields.count)).filter { $0 >= (delimiter == Byte.tab ? 2 : 3) }
    return region.records.allSatisfy { widths.contains($0.fields.count) }
  }
}
