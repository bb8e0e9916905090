internal import LanmuDiagnostics

/// What a user pins down for a family of documents, so that recognition need not guess it.
public struct RecognitionProfile: Sendable, Hashable {
  /// How many rows the header of a table takes, where it is found or, if its words are not known, at the top; 0 for tables
  /// without a header, `nil` to find out.
  public var headerRows: Int?
  /// How many levels the labels have, where one header label stands over several; `nil` to find out.
  public var levels: Int?
  /// The meaning of fields by their header labels (white space does not matter); of a table without a header by their place,
  /// counted from 1.
  public private(set) var fields: [String: FieldMeaning]
  /// Where each field stands in the file that the profile was read from; empty for a profile made otherwise.
  public var places: [String: FieldPlace]
  /// Fields by what is left of their labels without brackets and punctuation, where that is unambiguous.
  private let fieldsByKey: [String: String]

  /// The line and character, from 1, on which a field's label stands in a file.
  public struct FieldPlace: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var character: Int

    public init(file: String, line: Int, character: Int) {
      (self.file, self.line, self.character) = (file, line, character)
    }
  }

  public init(
    headerRows: Int? = nil, levels: Int? = nil, fields: [String: FieldMeaning] = [:],
    places: [String: FieldPlace] = [:]
  ) {
    self.headerRows = headerRows
    self.levels = levels
    self.fields = Dictionary(fields.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
    self.places = Dictionary(places.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
    fieldsByKey = Dictionary(grouping: self.fields.keys) { HeaderLexicon.key($0) }
      .compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The profile that recognition has arrived at for a document.
  ///
  /// What differs from table to table is left open: the number of header rows or levels, and labels that mean different things.
  public init(of document: RecognisedDocument) {
    let tables = document.tables
    let headerRows = Self.common(tables.map(\.headerRows))
    let levels = Self.common(tables.filter { $0.levels > 0 }.map(\.levels))
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
    self.init(
      headerRows: headerRows, levels: levels, fields: found.compactMapValues { $0.count == 1 ? $0.first : nil })
  }

  private static func common(_ numbers: [Int]) -> Int? { Set(numbers).count == 1 ? numbers.first : nil }

  // MARK: - Labels

  /// The pinned label that a header's label is: the same, or the same but for brackets and punctuation.
  func pinned(_ label: String) -> String? {
    guard !label.isEmpty else { return nil }
    return fields[label] != nil ? label : fieldsByKey[HeaderLexicon.key(label)]
  }

  /// The meaning that is pinned for a header's label.
  func meaning(of label: String) -> FieldMeaning? { pinned(label).flatMap { fields[$0] } }

  /// A warning for each pinned field that none of the tables has, in the order of the file.
  func unused(in tables: [CollectedTable]) -> [Diagnostic] {
    var used: Set<String> = []
    for table in tables {
      guard let header = table.header else { continue }
      let isUnnamed = header.fields.allSatisfy(\.label.isEmpty)
      for (index, field) in header.fields.enumerated() {
        if isUnnamed { used.insert(String(index + 1)) }
        if let label = pinned(field.label) { used.insert(label) }
        if let group = pinned(field.group) { used.insert(group) }
      }
    }
    let known = tables.first?.header?.fields.map(\.label).filter { !$0.isEmpty } ?? []
    let listed = known.isEmpty ? "" : known.prefix(12).joined(separator: "、")
    return fields.keys.filter { !used.contains($0) }.map { ($0, places[$0]) }
      .sorted { ($0.1?.line ?? 0, $0.1?.character ?? 0, $0.0) < ($1.1?.line ?? 0, $1.1?.character ?? 0, $1.0) }
      .map { label, place in
        Diagnostic(
          .warning, code: "profile.unused",
          message: Message(
            zh: (place.map { "第\($0.character)个字符：" } ?? "") + "约定的“\(label)”在表头里没有，未起作用"
              + (listed.isEmpty ? "" : "；表头是：\(listed)"),
            en: (place.map { "character \($0.character): " } ?? "")
              + "the profile's field “\(label)” is in no header and had no effect"
              + (listed.isEmpty ? "" : "; the header is: \(listed)")),
          position: SourcePosition(file: place?.file, line: place?.line))
      }
  }

  // MARK: - Applying

  /// A header with the meanings that are pinned for its labels, and no more levels than are pinned.
  func applied(to header: TableHeader) -> TableHeader {
    var copy = header
    var levelsLeft = levels ?? .max
    for index in copy.fields.indices {
      if let meaning = meaning(of: copy.fields[index].label) {
        copy.fields[index].meaning = meaning
        copy.fields[index].strength = 1
        copy.fields[index].isPinned = true
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
      HeaderField(
        label: "", group: "", meaning: meaning ?? .other, strength: 1, columns: place..<place + 1,
        isPinned: meaning != nil)
    }
    return TableHeader(fields: places, rows: [])
  }
}
