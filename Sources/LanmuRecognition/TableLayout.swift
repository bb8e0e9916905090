/// What a user pins down of tables: of all that a profile speaks of, or of those under certain labels.
public struct TableLayout: Sendable, Hashable {
  /// How many rows of the table the header takes, as they stand in the document; 0 for tables without one, `nil` to find out.
  public var headerRows: Int?
  /// How many levels the labels have, where one header label stands over several; `nil` to find out.
  public var levels: Int?
  /// The meaning of fields by their header labels (white space does not matter); of a table without a header by their place,
  /// counted from 1.
  public private(set) var fields: [String: FieldMeaning]
  /// Where each pin stands in the file that the profile was read from; empty for a profile made otherwise.
  public var places: Places
  /// Fields by what is left of their labels without brackets and punctuation, where that is unambiguous.
  private let fieldsByKey: [String: String]

  /// The line and character, from 1, on which something stands in a file.
  public struct Place: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var character: Int

    public init(file: String, line: Int, character: Int) {
      (self.file, self.line, self.character) = (file, line, character)
    }
  }

  /// The places of a layout's pins.
  public struct Places: Sendable, Hashable {
    public var headerRows: Place?
    public var levels: Place?
    public var fields: [String: Place]

    public init(headerRows: Place? = nil, levels: Place? = nil, fields: [String: Place] = [:]) {
      (self.headerRows, self.levels) = (headerRows, levels)
      self.fields = Dictionary(fields.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
    }
  }

  /// The numbers of header rows and of levels that can be pinned.
  public static let headerRowRange = 0...10
  public static let levelRange = 1...10

  public init(
    headerRows: Int? = nil, levels: Int? = nil, fields: [String: FieldMeaning] = [:], places: Places = Places()
  ) {
    self.headerRows = headerRows
    self.levels = levels
    self.fields = Dictionary(fields.map { (CellText.label($0.key), $0.value) }) { first, _ in first }
    self.places = places
    fieldsByKey = Dictionary(grouping: self.fields.keys) { HeaderLexicon.key($0) }
      .compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Whether it pins nothing down.
  public var isEmpty: Bool { headerRows == nil && levels == nil && fields.isEmpty }

  /// This layout, and for what it leaves open that of all tables.
  func over(_ general: TableLayout) -> TableLayout {
    TableLayout(
      headerRows: headerRows ?? general.headerRows, levels: levels ?? general.levels,
      fields: general.fields.merging(fields) { $1 })
  }

  // MARK: - Labels

  /// The pinned label that a header's label is: the same, or the same but for brackets and punctuation.
  func pinned(_ label: String) -> String? {
    guard !label.isEmpty else { return nil }
    return fields[label] != nil ? label : fieldsByKey[HeaderLexicon.key(label)]
  }

  /// The meaning that is pinned for a header's label.
  func meaning(of label: String) -> FieldMeaning? { pinned(label).flatMap { fields[$0] } }

  // MARK: - Applying

  /// A header with the meanings that are pinned for its labels, or else for the labels above them.
  func applied(to header: TableHeader) -> TableHeader {
    var copy = header
    copy.layout = self
    for index in copy.fields.indices {
      copy.fields[index].pinned = meaning(of: header.fields[index].label) ?? meaning(of: header.fields[index].group)
    }
    return copy
  }

  /// A header of fields without labels, with the meanings that are pinned for their places.
  ///
  /// - Parameter margin: how many columns at the left are empty; places are counted from behind them.
  func applied(toUnnamed header: TableHeader, margin: Int) -> TableHeader {
    var copy = header
    copy.layout = self
    for index in copy.fields.indices where index >= margin {
      copy.fields[index].pinned = fields[String(index - margin + 1)]
    }
    return copy
  }

  /// The greatest place for which a meaning is pinned; 0 if there is none.
  var greatestPlace: Int { fields.keys.compactMap(Int.init).max() ?? 0 }

  /// A header in which fields right of as many columns of levels as are pinned are none.
  func limited(_ header: TableHeader) -> TableHeader {
    guard var levelsLeft = levels else { return header }
    var copy = header
    for index in copy.fields.indices where copy.fields[index].meaning == .level {
      if levelsLeft <= 0 {
        copy.fields[index].pinned = .other
      } else {
        levelsLeft -= copy.fields[index].columns.count
      }
    }
    return copy
  }
}
