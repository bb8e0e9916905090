/// Lines without a delimiter that are rows of a table: those that have lost all fields but one.
extension DelimitedDialect {
  /// The end of several lines below a record that are rows of a single field each; `nil` if they are not known to be.
  func loneRowsEnd(
    from index: Int, of region: DelimitedRegion, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> Int? {
    guard delimiter == Byte.tab, region.records.count > 1 else { return nil }
    let hasLone = hasLoneLabels(region)
    let most = region.loneRecords >= Self.leastLone ? Self.mostFurtherLabels : Self.mostLabels
    if let end = labelsEnd(from: index, most: most, in: text, free: free, mayBeLast: hasLone, records: &records),
      end > index + 1 || hasLone
    {
      return end
    }
    return textsEnd(from: index, of: region, in: text, free: free, records: &records)
  }

  /// The end of several lines between two records of a table whose rows have lost their merged fields: those of which only what
  /// is their own is left, be it a sentence. The heading that counts on from other sections of the table may stand among them.
  private func textsEnd(
    from start: Int, of region: DelimitedRegion, in text: TextLines, free: [Bool], records: inout DelimitedRecords
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

  /// The end of lines that are items of a list torn in the midst of a record, of which the next record begins with the last one.
  func itemsEnd(
    from start: Int, of region: DelimitedRegion, in text: TextLines, free: [Bool], records: inout DelimitedRecords
  ) -> Int? {
    guard var newest = region.records.last?.fields.last?.text else { return nil }
    var index = start
    while index < text.count, free[index], index - start < Self.mostItems {
      let isRecord = count(in: text.lines[index]) > 0
      let item = isRecord ? records.record(at: index).fields.first?.text ?? "" : text.trimmedText(line: index)
      guard BrokenRecords.goesOn(item, from: newest) || index == start && BrokenRecords.begins(item, below: newest)
      else {
        return nil
      }
      if isRecord { return index > start ? index : nil }
      newest = item
      index += 1
    }
    return nil
  }

  private static let mostItems = 64

  /// Rows that share all but one field with those above come few at a time.
  private static let mostTexts = 6
  /// So many short records say that merged fields are gone.
  private static let leastShort = 3

  /// Whether rows below known labels have lost all fields but one, several of them.
  private func hasLoneLabels(_ region: DelimitedRegion) -> Bool {
    delimiter == Byte.tab && region.loneRecords >= Self.leastLone && isHeaded(region)
  }

  private func isHeaded(_ region: DelimitedRegion) -> Bool {
    agreement.isHeaded(region.records, widest: region.widest)
  }

  private static let leastLone = 3

  func lone(_ content: String, at index: Int) -> DelimitedRecords.Record {
    DelimitedRecords.Record(
      fields: [FoundField(text: content, line: index + 1)], firstLine: index, nextLine: index + 1, hasQuotedField: false
    )
  }

  /// The end of several lines that hold a label each, between two records: rows of which nothing else is left where their empty
  /// fields were cut off. The heading of a section may stand above each of them, but none right above another table.
  ///
  /// - Parameters:
  ///   - most: how many lines there may be.
  ///   - mayBeLast: whether they may as well end the table, where nothing follows but a blank line.
  private func labelsEnd(
    from start: Int, most: Int, in text: TextLines, free: [Bool], mayBeLast: Bool, records: inout DelimitedRecords
  ) -> Int? {
    var index = start
    var (hasHeading, labelCount) = (false, 0)
    while index < text.count, free[index], index - start <= most, count(in: text.lines[index]) == 0 {
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
  func startsTable(at index: Int, records: inout DelimitedRecords) -> Bool {
    labels.nameFields(records.record(at: index).fields.map(\.text).filter { !$0.isEmpty })
  }

  private static let mostLabels = 12
  /// The same where rows above have lost all fields but one as well: a single time or unit may be merged over a whole channel.
  private static let mostFurtherLabels = 200
  private static let longestLabel = 16

  /// Whether a line could be a label: it is short, and is no sentence, no heading and no part of a document's frame.
  private func isLabel(_ line: String) -> Bool {
    (1...Self.longestLabel).contains(line.count) && !PageFurniture.opensPart(line)
      && !PageFurniture.isTableMark(line) && !PageFurniture.isPageNumber(line) && !PageFurniture.isBareNumber(line)
      && !line.hasSuffix("表") && !line.unicodeScalars.contains { "。；，：:;,（(〔【《".unicodeScalars.contains($0) }
  }
}
