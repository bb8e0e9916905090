/// What a user pins down for a family of documents, so that recognition need not guess it.
public struct RecognitionProfile: Sendable, Hashable {
  /// How many rows the header of a table takes, where it is found or, if its words are not known, at the top; 0 for tables
  /// without a header, `nil` to find out.
  public var headerRows: Int?
  /// How many levels the labels have, where one header label stands over several; `nil` to find out.
  public var levels: Int?
  /// The meaning of fields by their header labels (white space does not matter); of a table without a header by their place,
  /// counted from 1.
  public var fields: [String: FieldMeaning]

  public init(headerRows: Int? = nil, levels: Int? = nil, fields: [String: FieldMeaning] = [:]) {
    self.headerRows = headerRows
    self.levels = levels
    self.fields = Dictionary(fields.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
  }

  /// The profile that recognition has arrived at for a document.
  ///
  /// What differs from table to table is left open: the number of header rows or levels, and labels that mean different things.
  public init(of document: RecognisedDocument) {
    let tables = document.tables
    headerRows = Self.common(tables.map(\.headerRows))
    levels = Self.common(tables.filter { $0.levels > 0 }.map(\.levels))
    var found: [String: Set<FieldMeaning>] = [:]
    for table in tables {
      if table.headerRows == 0 {
        guard headerRows == 0 else { continue }
        for (place, meaning) in table.fields.enumerated() { found[String(place + 1), default: []].insert(meaning) }
      } else {
        for (label, meaning) in zip(table.header, table.fields) where !label.isEmpty {
          found[label, default: []].insert(meaning)
        }
      }
    }
    fields = found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private static func common(_ numbers: [Int]) -> Int? { Set(numbers).count == 1 ? numbers.first : nil }

  // MARK: - Applying

  /// A header with the meanings that are pinned for its labels, and no more levels than are pinned.
  func applied(to header: TableHeader) -> TableHeader {
    var copy = header
    var levelsLeft = levels ?? .max
    for index in copy.fields.indices {
      if let meaning = fields[copy.fields[index].label], !copy.fields[index].label.isEmpty {
        copy.fields[index].meaning = meaning
        copy.fields[index].strength = 1
      }
      guard copy.fields[index].meaning == .level else { continue }
      if levelsLeft <= 0 {
        copy.fields[index].meaning = .other
      } else {
        levelsLeft -= copy.fields[index].columns.count
      }
    }
    return copy
  }

  /// The header of a table that has none, by the places of its fields; `nil` if no places are pinned.
  func headerlessHeader(width: Int) -> TableHeader? {
    guard headerRows == 0, width > 0, width <= 100 else { return nil }
    let pinned = (1...width).map { fields[String($0)] }
    guard pinned.contains(.level) || pinned.contains(.requirement) else { return nil }
    let places = pinned.enumerated().map { place, meaning in
      HeaderField(label: "", group: "", meaning: meaning ?? .other, strength: 1, columns: place..<place + 1)
    }
    return TableHeader(fields: places, rows: [])
  }
}
