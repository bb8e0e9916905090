internal import LanmuGrid

/// What a user pins down for a family of documents, so that recognition need not guess it.
///
/// A table in which all that is pinned holds already is read as if nothing were pinned.
public struct RecognitionProfile: Sendable, Hashable {
  /// What holds for all tables, where `tables` says nothing else.
  public var general: TableLayout
  /// What holds for tables under certain labels alone.
  public var tables: [TableSection]

  /// The layout of tables whose header has certain labels.
  public struct TableSection: Sendable, Hashable {
    /// Labels that all stand in the header; none for tables without a header.
    public var header: [String]
    public var layout: TableLayout
    /// Where the section stands in the file that the profile was read from.
    public var place: TableLayout.Place?
    /// The labels without brackets and punctuation.
    fileprivate let keys: Set<String>

    public init(header: [String], layout: TableLayout, place: TableLayout.Place? = nil) {
      self.header = header
      self.layout = layout
      self.place = place
      keys = Set(header.map { HeaderLexicon.key(CellText.label($0)) })
    }
  }

  public init(general: TableLayout, tables: [TableSection] = []) {
    self.general = general
    self.tables = tables
  }

  public init(
    headerRows: Int? = nil, levels: Int? = nil, fields: [String: FieldMeaning] = [:],
    places: TableLayout.Places = .init(), tables: [TableSection] = []
  ) {
    self.init(
      general: TableLayout(headerRows: headerRows, levels: levels, fields: fields, places: places), tables: tables)
  }

  /// Whether it pins nothing down.
  public var isEmpty: Bool { general.isEmpty && tables.isEmpty }

  // MARK: - Layouts of tables

  /// The meaning that is pinned for a label in any table.
  func meaning(of label: String) -> FieldMeaning? {
    if let meaning = general.meaning(of: label) { return meaning }
    for section in tables { if let meaning = section.layout.meaning(of: label) { return meaning } }
    return nil
  }

  /// The section whose labels stand in rows of which the first names one of them at least; that of most labels if several do.
  ///
  /// - Parameter count: how many rows are looked at where the profile does not say it.
  func section(of rows: [FieldRow], at start: Int, count: Int) -> TableSection? {
    var best: TableSection?
    for section in tables where !section.keys.isEmpty {
      let height = max(1, section.layout.headerRows ?? general.headerRows ?? count)
      let block = rows[start...].prefix(height)
      guard let first = block.first,
        first.filled.contains(where: { section.keys.contains(HeaderLexicon.key($0.label)) })
      else { continue }
      let found = Set(block.flatMap { $0.filled.map { HeaderLexicon.key($0.label) } })
      guard section.keys.isSubset(of: found), section.keys.count > best?.keys.count ?? 0 else { continue }
      best = section
    }
    return best
  }

  /// The section that speaks of a table.
  func section(of header: TableHeader) -> TableSection? {
    if header.fields.allSatisfy(\.label.isEmpty) { return tables.first { $0.keys.isEmpty } }
    return tables.filter { !$0.keys.isEmpty && $0.keys.isSubset(of: header.keys) }
      .reduce(nil) { (best: TableSection?, next) in next.keys.count > best?.keys.count ?? 0 ? next : best }
  }

  /// The layout of a table.
  func layout(of header: TableHeader) -> TableLayout {
    section(of: header).map { $0.layout.over(general) } ?? general
  }

  /// What the fields of rows are above which no header is known.
  ///
  /// - Parameters:
  ///   - found: what they are by their content.
  ///   - trustsPlaces: whether pinned places are enough where content says too little.
  func header(
    of rows: ArraySlice<FieldRow>, width: Int, found: TableHeader?, trustsPlaces: Bool
  ) -> TableHeader? {
    if let found, found.rowCount > 0 { return layout(of: found).applied(to: found) }
    let layout = tables.first { $0.keys.isEmpty }.map { $0.layout.over(general) } ?? general
    let keepsSpans = rows.first?.layout.keepsSpans ?? false
    let margin = keepsSpans ? rows.reduce(.max) { min($0, $1.filled.first?.column ?? $0) } : 0
    if let found { return layout.applied(toUnnamed: found, margin: margin) }
    guard trustsPlaces, layout.greatestPlace > 0, layout.greatestPlace + margin <= width else { return nil }
    let header = layout.applied(toUnnamed: HeaderlessFields.guessed(Array(rows), width: width), margin: margin)
    return header.fields.contains { $0.pinned == .level || $0.pinned == .requirement } ? header : nil
  }
}
