/// Where the columns of a table's further piece stand in the table: a page may have other widths, a field more or less, or
/// other words in its header.
struct ColumnMap: Sendable {
  /// By the piece's column, that of the table.
  private var columns: [Int: Int]

  /// How a piece's header joins that of the table, with fields that only the piece has put at its end.
  ///
  /// - Returns: `nil` if the pieces have different numbers of levels, so that they are different tables; no map where all
  ///   columns stand where they stood.
  static func joining(_ piece: TableHeader, to table: TableHeader) -> (map: ColumnMap?, header: TableHeader)? {
    var joined = table
    var columns: [Int: Int] = [:]
    var isTaken = table.fields.map { _ in false }
    let sameCount = piece.fields.count == table.fields.count
    for (index, field) in piece.fields.enumerated() where !field.label.isEmpty {
      let key = HeaderLexicon.key(field.label)
      let place =
        table.fields.indices.first { !isTaken[$0] && HeaderLexicon.key(table.fields[$0].label) == key }
        ?? (sameCount && !isTaken[index] && table.fields[index].meaning == field.meaning ? index : nil)
        ?? table.fields.indices.first {
          !isTaken[$0] && field.meaning != nil && table.fields[$0].meaning == field.meaning && field.meaning != .level
        }
      guard let place else {
        // A further level cannot simply be put at the end.
        guard field.meaning != .level, field.columns.count == 1 else { return nil }
        let column = joined.fields.map(\.columns.upperBound).max() ?? 0
        columns[field.columns.lowerBound] = column
        var added = field
        added.columns = column..<column + 1
        joined.fields.append(added)
        continue
      }
      isTaken[place] = true
      let target = table.fields[place].columns
      guard target.count == field.columns.count || field.meaning != .level else { return nil }
      for (offset, column) in field.columns.enumerated() {
        columns[column] = target.lowerBound + min(offset, target.count - 1)
      }
    }
    // Levels that the piece lacks make it another table; other fields may be missing.
    guard !table.fields.indices.contains(where: { !isTaken[$0] && table.fields[$0].meaning == .level }) else {
      return nil
    }
    if columns.allSatisfy({ $0.key == $0.value }) { return (nil, joined) }
    return (ColumnMap(columns: columns), joined)
  }

  func applied(to row: FieldRow) -> FieldRow {
    var copy = row
    for index in copy.cells.indices {
      let cell = copy.cells[index]
      guard let column = columns[cell.column] else { continue }
      let end = columns[cell.column + cell.columnSpan - 1] ?? column
      copy.cells[index].column = column
      copy.cells[index].columnSpan = max(1, end - column + 1)
    }
    copy.cells.sort { $0.column < $1.column }
    return copy
  }
}
