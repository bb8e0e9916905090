import LanmuRecognition

extension Plan: Codable {
  private enum Key: String, CodingKey {
    case schema, title, documentNumber, issuer, issuedOn, source, tables, units, entries
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let schema = try container.decodeIfPresent(String.self, forKey: .schema) ?? ""
    guard schema == Plan.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "the schema is “\(schema)”, not “\(Plan.schema)”")
    }
    func text(_ key: Key) throws -> String { try container.decodeIfPresent(String.self, forKey: key) ?? "" }
    self.init(
      title: try text(.title), documentNumber: try text(.documentNumber), issuer: try text(.issuer),
      issuedOn: try container.decodeIfPresent(String.self, forKey: .issuedOn),
      source: try container.decodeIfPresent(PlanSource.self, forKey: .source) ?? PlanSource(),
      tables: try container.decodeIfPresent([PlanTable].self, forKey: .tables) ?? [],
      units: try container.decodeIfPresent([PlanUnit].self, forKey: .units) ?? [],
      entries: try container.decodeIfPresent([PlanEntry].self, forKey: .entries) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Plan.schema, forKey: .schema)
    try container.encode(title, forKey: .title)
    if !documentNumber.isEmpty { try container.encode(documentNumber, forKey: .documentNumber) }
    if !issuer.isEmpty { try container.encode(issuer, forKey: .issuer) }
    try container.encodeIfPresent(issuedOn, forKey: .issuedOn)
    try container.encode(source, forKey: .source)
    try container.encode(tables, forKey: .tables)
    try container.encode(units, forKey: .units)
    try container.encode(entries, forKey: .entries)
  }
}

extension PlanTable: Codable {
  private enum Key: String, CodingKey { case kind, title, header, fields, note, spansLost, cellsLost }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = RecognisedTable.Kind(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container, debugDescription: "“\(name)” is no kind of table")
    }
    self.init(
      kind: kind, title: try container.decodeIfPresent(String.self, forKey: .title) ?? "",
      header: try container.decodeIfPresent([String].self, forKey: .header) ?? [],
      fields: (try container.decodeIfPresent([String].self, forKey: .fields) ?? []).map {
        FieldMeaning(rawValue: $0) ?? .other
      },
      note: try container.decodeIfPresent(String.self, forKey: .note) ?? "",
      spansLost: try container.decodeIfPresent(Bool.self, forKey: .spansLost) ?? false,
      cellsLost: try container.decodeIfPresent(Bool.self, forKey: .cellsLost) ?? false)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(header, forKey: .header)
    if !fields.isEmpty { try container.encode(fields.map(\.rawValue), forKey: .fields) }
    if !note.isEmpty { try container.encode(note, forKey: .note) }
    if spansLost { try container.encode(spansLost, forKey: .spansLost) }
    if cellsLost { try container.encode(cellsLost, forKey: .cellsLost) }
  }
}
