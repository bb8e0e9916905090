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

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var records = DelimitedRecords(text, delimiter: delimiter)
    var claims: [TextClaim] = []
    var last: Region?
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
        claims += parts(of: region).compactMap { claim($0, after: last, in: text) }
      }
      index = max(region.end, index + 1)
    }
    return claims
  }

  private func count(in line: TextLine) -> Int {
    switch delimiter {
    case Byte.tab: line.tabs
    case Byte.comma: line.commas
    case Byte.semicolon: line.semicolons
    default: line.pipes
    }
  }

  /// Consecutive records, and the lines among them that are none.
  private struct Region {
    var start: Int
    var end: Int
    var records: [DelimitedRecords.Record] = []
    var paragraphs: [TextPiece] = []
    /// How many records have a single field, how many have several yet fewer than the first, and how many fields the widest has.
    private(set) var loneRecords = 0
    private(set) var shortRecords = 0
    private(set) var widest = 0
    /// The last number of the sections' headings, for each manner of counting them.
    private var lastNumbers: [SectionMark.Manner: Int] = [:]

    init(start: Int, end: Int, records: [DelimitedRecords.Record] = []) {
      (self.start, self.end) = (start, end)
      for record in records { append(record) }
    }

    mutating func append(_ record: DelimitedRecords.Record) {
      records.append(record)
      if record.fields.count == 1 {
        loneRecords += 1
      } else if record.fields.count < records[0].fields.count {
        shortRecords += 1
      }
      widest = max(widest, record.fields.count)
      if record.isCaption, let text = record.fields.first?.text, let mark = SectionMark(text),
        PageFurniture.isHeading(text)
      {
        lastNumbers[mark.manner] = mark.value
      }
    }

    /// Whether a heading has the next number behind the last that was counted as it is.
    func isCountedOn(by heading: String) -> Bool {
      guard let mark = SectionMark(heading), let last = lastNumbers[mark.manner] else { return false }
      return mark.value == last + 1
    }
  }

  /// Reads records as long as lines with a delimiter follow one another; blank lines and page numbers may stand between.
  private func collect(
    from start: Int, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> Region {
    var region = Region(start: start, end: start)
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
        if blanks == 0, let end = loneRowsEnd(from: index, of: region, in: text, free: free, records: &records) {
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

  /// The end of several lines below a record that are rows of a single field each; `nil` if they are not known to be.
  private func loneRowsEnd(
    from index: Int, of region: Region, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> Int? {
    guard delimiter == Byte.tab, region.records.count > 1 else { return nil }
    let hasLone = hasLoneLabels(region)
    if let end = labelsEnd(from: index, in: text, free: free, mayBeLast: hasLone, records: &records),
      end > index + 1 || hasLone
    {
      return end
    }
    return textsEnd(from: index, of: region, in: text, free: free, records: &records)
  }

  /// The end of several lines between two records of a table whose rows have lost their merged fields: those of which only what
  /// is their own is left, be it a sentence. The heading that counts on from other sections of the table may stand among them.
  private func textsEnd(
    from start: Int, of region: Region, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> Int? {
    guard region.shortRecords >= Self.leastShort, isHeaded(region) else { return nil }
    var index = start
    while index < text.count, free[index], index - start < Self.mostTexts, count(in: text.lines[index]) == 0 {
      let content = text.lines[index].isBlank ? "" : text.trimmedText(line: index)
      guard !content.isEmpty, !PageFurniture.isTableMark(content), !PageFurniture.isPageNumber(content),
        !PageFurniture.isBareNumber(content)
      else { return nil }
      let opens = PageFurniture.opensPart(content) || PageFurniture.opensSection(content)
      guard !opens || PageFurniture.headsSection(content) && region.isCountedOn(by: content) else { return nil }
      index += 1
    }
    guard index > start + 1, index < text.count, free[index], count(in: text.lines[index]) > 0,
      !startsTable(at: index, records: &records)
    else { return nil }
    return index
  }

  /// Rows that share all but one field with those above come few at a time.
  private static let mostTexts = 6
  /// So many short records say that merged fields are gone.
  private static let leastShort = 3

  /// Whether rows below known labels have lost all fields but one, several of them.
  private func hasLoneLabels(_ region: Region) -> Bool {
    delimiter == Byte.tab && region.loneRecords >= Self.leastLone && isHeaded(region)
  }

  private func isHeaded(_ region: Region) -> Bool { isHeaded(region.records, widest: region.widest) }

  private func isHeaded(_ records: [DelimitedRecords.Record], widest: Int) -> Bool {
    labels.head(records.first?.fields, above: records.dropFirst().first?.fields, ofRowsUpTo: widest)
  }

  private static let leastLone = 3

  private func lone(_ content: String, at index: Int) -> DelimitedRecords.Record {
    DelimitedRecords.Record(
      fields: [FoundField(text: content, line: index + 1)], firstLine: index, nextLine: index + 1, hasQuotedField: false
    )
  }

  /// The end of several lines that hold a label each, between two records: rows of which nothing else is left where their empty
  /// fields were cut off. The heading of a section may stand above each of them, but none right above another table.
  ///
  /// - Parameter mayBeLast: whether they may as well end the table, where nothing follows but a blank line.
  private func labelsEnd(
    from start: Int, in text: TextLines, free: [Bool], mayBeLast: Bool, records: inout DelimitedRecords
  ) -> Int? {
    var index = start
    var (hasHeading, labelCount) = (false, 0)
    while index < text.count, free[index], index - start <= Self.mostLabels, count(in: text.lines[index]) == 0 {
      if mayBeLast, !hasHeading, index > start, text.lines[index].isBlank { return index }
      let content = text.lines[index].isBlank ? "" : text.trimmedText(line: index)
      if PageFurniture.headsSection(content) {
        hasHeading = true
      } else if isLabel(content) {
        labelCount += 1
      } else {
        return nil
      }
      index += 1
    }
    if mayBeLast, !hasHeading, index == text.count { return index }
    guard index < text.count, free[index], count(in: text.lines[index]) > 0 else { return nil }
    // Below the heading of another part of the document, several short lines are as likely its prose.
    if hasHeading, labelCount > 1, !mayBeLast { return nil }
    return hasHeading && startsTable(at: index, records: &records) ? nil : index
  }

  /// Whether a record names the fields of a table.
  private func startsTable(at index: Int, records: inout DelimitedRecords) -> Bool {
    labels.nameFields(records.record(at: index).fields.map(\.text).filter { !$0.isEmpty })
  }

  private static let mostLabels = 12
  private static let longestLabel = 16

  /// Whether a line could be a label: it is short, and is no sentence, no heading and no part of a document's frame.
  private func isLabel(_ line: String) -> Bool {
    (1...Self.longestLabel).contains(line.count) && !PageFurniture.opensPart(line)
      && !PageFurniture.isTableMark(line) && !PageFurniture.isPageNumber(line) && !PageFurniture.isBareNumber(line)
      && !line.hasSuffix("表") && !line.unicodeScalars.contains { "。；，：:;,（(〔【《".unicodeScalars.contains($0) }
  }

  /// The tables of a region that is none as a whole: each line without a delimiter may be the heading of the next.
  ///
  /// Only lines that agree on three fields or more, or on two below labels, are told from prose in so small parts. A heading that is filled up with
  /// empty fields parts two tables where their rows differ in width.
  private func parts(of region: Region) -> [Region] {
    region.records.split { $0.fields.count == 1 }.flatMap(partsOfOneWidth).compactMap { records in
      guard let first = records.first, let last = records.last, records.count >= 3,
        let width = records.last(where: { !$0.isCaption })?.fields.count, width >= 2,
        records.allSatisfy({ $0.fields.count == width || $0.isCaption })
      else { return nil }
      // Two fields are told from prose by labels above them.
      guard width >= 3 || hasLabelsFirst(Array(records)) else { return nil }
      return Region(start: first.firstLine, end: last.nextLine, records: Array(records))
    }
  }

  private func partsOfOneWidth(
    _ records: ArraySlice<DelimitedRecords.Record>
  ) -> [ArraySlice<DelimitedRecords.Record>] {
    var parts: [ArraySlice<DelimitedRecords.Record>] = []
    var rest = records
    while let first = rest.first {
      let width = rest.first { !$0.isCaption }?.fields.count ?? first.fields.count
      let other = rest.firstIndex { !$0.isCaption && $0.fields.count != width } ?? rest.endIndex
      let caption = rest[..<other].lastIndex { !$0.isCaption }.map { $0 + 1 } ?? other
      // Without a heading between them, rows of another width belong to the table.
      let end = other < rest.endIndex && caption == other ? rest.endIndex : caption
      parts.append(rest[..<end])
      rest = rest[end...]
    }
    return parts
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
    _ gap: TableGap, within region: Region, in text: TextLines, records: inout DelimitedRecords
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

  private func claim(_ region: Region, after last: Region?, in text: TextLines) -> TextClaim? {
    guard isTable(region.records) || last.map({ continues(region, $0, in: text) }) ?? false else { return nil }
    let table = FoundTable(
      layout: .delimited, rows: BrokenRecords.rejoined(region.records.map(\.fields), labels: labels))
    let lines = region.start..<max(region.end, region.paragraphs.last.map { $0.line + 1 } ?? 0)
    return TextClaim(lines: lines, pieces: [TextPiece(line: region.start, content: .found(table))] + region.paragraphs)
  }

  /// Whether records that would be no table by themselves are the rest of one that a page break parts from them.
  private func continues(_ region: Region, _ last: Region, in text: TextLines) -> Bool {
    guard TableGap.isPageBreak(last.end..<region.start, in: text) else { return false }
    let widths = Set(last.records.map(\.fields.count)).filter { $0 >= (delimiter == Byte.tab ? 2 : 3) }
    return region.records.allSatisfy { widths.contains($0.fields.count) }
  }

  private func isTable(_ records: [DelimitedRecords.Record]) -> Bool {
    if isExpected { return !records.isEmpty }
    let widths = records.map(\.fields.count)
    let wide = widths.count { $0 >= 2 }
    guard wide >= 2,
      wide * 2 >= records.count
        || delimiter == Byte.tab && isHeaded(records, widest: widths.max() ?? 0),
      let mode = widths.filter({ $0 >= 2 }).mostFrequent()
    else {
      return false
    }
    if delimiter == Byte.tab {
      // Paragraphs that start with a tab are no rows.
      let onlyIndented = records.count { $0.fields.count == 2 && $0.fields[0].text.isEmpty }
      return onlyIndented * 10 < records.count * 9
    }
    // Prose may be filled up with empty fields as well.
    if mode >= 3, records.allSatisfy(\.isCaption) { return false }
    if hasLabelsAbove(records) { return true }
    let agreeing = widths.count { $0 == mode }
    if mode >= 3, records.count >= 2, agreeing * 5 >= records.count * 4 { return !readsAsProse(records) || mode >= 6 }
    if mode == 2, records.count >= 3, agreeing == records.count { return !readsAsProse(records) }
    // Later pages may have one field more or less than the first.
    let near = widths.count { abs($0 - mode) <= 1 }
    if mode >= 5, records.count >= 4, near * 5 >= records.count * 4, agreeing * 2 >= records.count {
      return !readsAsProse(records) || mode >= 6
    }
    return hasHeader(records)
  }

  /// Whether known labels, maybe below titles, stand above rows that may have lost cells, or have a few more where they drifted
  /// or a label above stands for several.
  private func hasLabelsAbove(_ records: [DelimitedRecords.Record]) -> Bool {
    let body = records.drop(while: \.isCaption)
    guard let header = body.first?.fields, body.count > 2 else { return false }
    let names = header.map(\.text).filter { !$0.isEmpty }
    return labels.nameFields(names)
      && body.allSatisfy { $0.isCaption || (2...names.count + Self.mostSpanned).contains($0.fields.count) }
  }

  /// How many fields more than a header has labels its rows may have.
  private static let mostSpanned = 4

  /// Whether the lines read as sentences: a delimiter mostly has a space behind it, or the line ends with a full stop.
  private func readsAsProse(_ records: [DelimitedRecords.Record]) -> Bool {
    if records.contains(where: \.hasQuotedField) || hasLabelsFirst(records) { return false }
    let closed = records.count { record in record.fields.last?.text.last.map { "。；！？.!?".contains($0) } ?? false }
    let spaced = records.count { record in record.fields.dropFirst().allSatisfy { $0.text.hasPrefix(" ") } }
    return closed * 2 > records.count || spaced * 2 > records.count
  }

  /// Whether lines that all have as many fields begin with one of short labels: sentences have no such line before them.
  /// Sentences with one comma each are too many for that to be said of two fields between commas.
  private func hasLabelsFirst(_ records: [DelimitedRecords.Record]) -> Bool {
    let body = records.drop(while: \.isCaption)
    guard let header = body.first?.fields, header.count >= (delimiter == Byte.comma ? 3 : 2), body.count >= 3,
      body.allSatisfy({ $0.fields.count == header.count || $0.isCaption })
    else { return false }
    return header.allSatisfy { field in
      (1...12).contains(field.text.count) && !field.text.contains { "。；，、：！？;:!?".contains($0) }
        && (!field.text.contains(" ") || isSpacedOut(field.text))
    }
  }

  /// 序 号: characters set apart to fill a cell.
  private func isSpacedOut(_ text: String) -> Bool { text.split(separator: " ").allSatisfy { $0.count == 1 } }

  /// Whether a header of short labels stands over rows that are never wider: then short rows are rows.
  private func hasHeader(_ records: [DelimitedRecords.Record]) -> Bool {
    guard let header = records.first?.fields, header.count >= 3, records.count >= 3 else { return false }
    let isLabelled = header.allSatisfy { $0.text.count <= 24 && !$0.text.contains("。") }
    let fitting = records.count { (2...header.count).contains($0.fields.count) }
    return isLabelled && fitting * 10 >= records.count * 9 && !readsAsProse(records)
  }
}

extension DelimitedRecords.Record {
  /// Whether it holds a single text in its first field: a title or a heading, filled up with empty fields or not.
  fileprivate var isCaption: Bool {
    fields.first?.text.isEmpty == false && fields.dropFirst().allSatisfy(\.text.isEmpty)
  }
}
