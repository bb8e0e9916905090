extension RecognitionProfile {
  /// The profile that recognition has arrived at for a document.
  ///
  /// What all tables share holds for all; what differs from table to table stands with the tables, by their labels. Left open
  /// is only what differs between tables of the same labels, or within a table.
  public init(of document: RecognisedDocument) {
    // A piece that goes on under the labels of the table before says nothing of its own.
    let tables = document.tables.filter { $0.headerRows > 0 || $0.header.isEmpty }
    let groups = Self.grouped(tables)
    let headerRows = Self.common(tables.map(\.headerRows))
    let levels = Self.common(tables.map(\.levels).filter(TableLayout.levelRange.contains))
    let isUnnamed = tables.allSatisfy(\.header.isEmpty)
    let named = isUnnamed ? tables : tables.filter { !$0.header.isEmpty }
    let shared = Self.meanings(of: named).filter { $0.value.count == 1 }
    let sections = groups.compactMap { group -> TableSection? in
      let own = Self.meanings(of: group)
      let isOwnUnnamed = group[0].header.isEmpty
      let fields = own.compactMapValues { $0.count == 1 ? $0.first : nil }
        .filter { isOwnUnnamed && !isUnnamed || shared[$0.key] == nil }
      let layout = TableLayout(
        headerRows: headerRows == nil && !isOwnUnnamed ? Self.common(group.map(\.headerRows)) : nil,
        levels: levels == nil ? Self.common(group.map(\.levels).filter(TableLayout.levelRange.contains)) : nil,
        fields: fields)
      return layout.isEmpty ? nil : TableSection(header: group[0].header, layout: layout)
    }
    self.init(
      headerRows: headerRows, levels: levels, fields: shared.compactMapValues(\.first),
      tables: groups.count > 1 ? sections : [])
  }

  private static func common(_ numbers: [Int]) -> Int? { Set(numbers).count == 1 ? numbers.first : nil }

  /// Tables of the same labels together, in the order of the document.
  private static func grouped(_ tables: [RecognisedTable]) -> [[RecognisedTable]] {
    var groups: [[RecognisedTable]] = []
    for table in tables {
      if let place = groups.firstIndex(where: { $0[0].header == table.header }) {
        groups[place].append(table)
      } else {
        groups.append([table])
      }
    }
    return groups
  }

  /// What each label means, or each place where there are no labels.
  private static func meanings(of tables: [RecognisedTable]) -> [String: Set<FieldMeaning>] {
    var found: [String: Set<FieldMeaning>] = [:]
    for table in tables {
      if table.header.isEmpty {
        for (place, meaning) in table.fields.enumerated() { found[String(place + 1), default: []].insert(meaning) }
      } else {
        for (label, meaning) in zip(table.header, table.fields) where !label.isEmpty {
          found[label, default: []].insert(meaning)
        }
      }
    }
    return found
  }
}
