/// What a user pins down for a family of documents, so that recognition need not guess it.
public struct RecognitionProfile: Sendable, Hashable {
  /// How many rows at the top of each table are its header; `nil` to find out.
  public var headerRows: Int?
  /// The meaning of fields by their header labels (white space does not matter).
  public var fields: [String: FieldMeaning]

  public init(headerRows: Int? = nil, fields: [String: FieldMeaning] = [:]) {
    self.headerRows = headerRows
    self.fields = Dictionary(fields.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
  }

  /// The header that these rows are, with pinned meanings.
  func header(of rows: [FieldRow]) -> TableHeader? {
    HeaderFinder().pinnedHeader(of: rows).map(applied(to:))
  }

  /// A header with the meanings that are pinned for its labels.
  func applied(to header: TableHeader) -> TableHeader {
    var copy = header
    for index in copy.fields.indices {
      if let meaning = fields[copy.fields[index].label] {
        copy.fields[index].meaning = meaning
        copy.fields[index].strength = 1
      }
    }
    return copy
  }
}
