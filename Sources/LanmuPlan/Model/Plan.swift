public import LanmuRecognition

/// A content-responsibility plan in its normalized form (`lanmu-plan/1`).
public struct Plan: Sendable, Hashable {
  public static let schema = "lanmu-plan/1"

  public var title: String
  public var documentNumber: String
  public var issuer: String
  /// ISO 8601 date, `nil` if the document does not say.
  public var issuedOn: String?
  public var source: PlanSource
  public var tables: [PlanTable]
  public var units: [PlanUnit]
  public var entries: [PlanEntry]

  public init(
    title: String = "", documentNumber: String = "", issuer: String = "", issuedOn: String? = nil,
    source: PlanSource = PlanSource(), tables: [PlanTable] = [], units: [PlanUnit] = [], entries: [PlanEntry] = []
  ) {
    self.title = title
    self.documentNumber = documentNumber
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.source = source
    self.tables = tables
    self.units = units
    self.entries = entries
  }
}

/// The document that a plan was read from.
public struct PlanSource: Sendable, Hashable, Codable {
  /// The file's name as given; `-` for standard input.
  public var file: String
  public var format: String
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public var sha256: String

  public init(file: String = "", format: String = "", sha256: String = "") {
    self.file = file
    self.format = format
    self.sha256 = sha256
  }
}

/// A table of the plan; entries refer to it by its place in `Plan.tables`.
public struct PlanTable: Sendable, Hashable {
  public var kind: RecognisedTable.Kind
  public var title: String
  public var header: [String]
  /// What each field of the header holds; empty where that is not known.
  public var fields: [FieldMeaning]
  public var note: String
  /// Whether the document had lost the table's merged cells, so that its rows were put together by evidence.
  public var spansLost: Bool
  /// Whether covered cells were missing from its rows besides, so that what stands where was told by content.
  public var cellsLost: Bool

  public init(
    kind: RecognisedTable.Kind, title: String = "", header: [String] = [], fields: [FieldMeaning] = [],
    note: String = "", spansLost: Bool = false, cellsLost: Bool = false
  ) {
    self.kind = kind
    self.title = title
    self.header = header
    self.fields = fields
    self.note = note
    self.spansLost = spansLost
    self.cellsLost = cellsLost
  }
}
