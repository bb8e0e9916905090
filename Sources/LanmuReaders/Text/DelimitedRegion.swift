/// Consecutive records of delimited text, and the lines among them that are none.
struct DelimitedRegion {
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

  // MARK: - Parts

  /// The tables of a region that is none as a whole: each line without a delimiter may be the heading of the next.
  ///
  /// Only lines that agree on three fields or more, or on two below labels, are told from prose in so small parts. A heading
  /// that is filled up with empty fields parts two tables where their rows differ in width.
  func parts(by agreement: RecordAgreement) -> [DelimitedRegion] {
    records.split { $0.fields.count == 1 }.flatMap(Self.partsOfOneWidth).compactMap { records in
      guard let first = records.first, let last = records.last, records.count >= 3,
        let width = records.last(where: { !$0.isCaption })?.fields.count, width >= 2,
        records.allSatisfy({ $0.fields.count == width || $0.isCaption })
      else { return nil }
      // Two fields are told from prose by labels above them.
      guard width >= 3 || agreement.hasLabelsFirst(Array(records)) else { return nil }
      return DelimitedRegion(start: first.firstLine, end: last.nextLine, records: Array(records))
    }
  }

  private static func partsOfOneWidth(
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
}

extension DelimitedRecords.Record {
  /// Whether it holds a single text in its first field: a title or a heading, filled up with empty fields or not.
  var isCaption: Bool {
    fields.first?.text.isEmpty == false && fields.dropFirst().allSatisfy(\.text.isEmpty)
  }
}
