/// Whether lines agree so well on their fields that they are a table's records, and no prose that happens to hold delimiters.
struct RecordAgreement {
  let delimiter: UInt8
  /// Whether the document is known to be of this dialect.
  let isExpected: Bool
  let labels: KnownLabels

  func isTable(_ records: [DelimitedRecords.Record]) -> Bool {
    if isExpected { return !records.isEmpty }
    let widths = records.map(\.fields.count)
    let wide = widths.count { $0 >= 2 }
    guard wide >= 2,
      wide * 2 >= records.count
        || delimiter == Byte.tab
          && (wide >= Self.fewestAmongLone && wide * 4 >= records.count
            || isHeaded(records, widest: widths.max() ?? 0)),
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

  /// So many records tell that the labels alone between them, three times as many at most, are rows as well.
  private static let fewestAmongLone = 6

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
  func hasLabelsFirst(_ records: [DelimitedRecords.Record]) -> Bool {
    let body = records.drop(while: \.isCaption)
    guard let header = body.first?.fields, header.count >= (delimiter == Byte.comma ? 3 : 2), body.count >= 3,
      body.allSatisfy({ $0.fields.count == header.count || $0.isCaption })
    else { return false }
    return header.allSatisfy { field in
      (1...12).contains(field.text.count) && !field.text.contains { "。；，、：！？;:!?".contains($0) }
        && (!field.text.contains(" ") || isSpacedOut(field.text) || labels.strength(of: field.text) > 0)
    }
  }

  /// 序 号: characters set apart to fill a cell. A label that a line's end once broke (负责 栏目) is told by its words only.
  private func isSpacedOut(_ text: String) -> Bool { text.split(separator: " ").allSatisfy { $0.count == 1 } }

  /// Whether a header of short labels stands over rows that are never wider: then short rows are rows.
  private func hasHeader(_ records: [DelimitedRecords.Record]) -> Bool {
    guard let header = records.first?.fields, header.count >= 3, records.count >= 3 else { return false }
    let isLabelled = header.allSatisfy { $0.text.count <= 24 && !$0.text.contains("。") }
    let fitting = records.count { (2...header.count).contains($0.fields.count) }
    return isLabelled && fitting * 10 >= records.count * 9 && !readsAsProse(records)
  }

  /// Whether the first record names the fields of the others.
  func isHeaded(_ records: [DelimitedRecords.Record], widest: Int) -> Bool {
    labels.head(records.first?.fields, above: records.dropFirst().first?.fields, ofRowsUpTo: widest)
  }
}
