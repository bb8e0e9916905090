internal import LanmuGrid

/// Headers within and right below a table: the table's own, repeated at a page break, or that of another one.
extension TableCollector {
  /// Takes the header at a row within or right below a table, if there is one: the table's own, repeated, or another's.
  ///
  /// - Returns: how many rows it takes.
  mutating func takeHeader(_ rows: [FieldRow], at index: Int, grid: Grid, isPieceStart: Bool) -> Int? {
    guard let header = current?.header else { return nil }
    if repeatsTopLabel(rows, at: index) {
      pendingBreak = true
      return 1 + repeatedRows(rows, at: index + 1, header: header)
    }
    let row = rows[index]
    let startsTable = isPieceStart && captions.startTable(grid.layout, after: current)
    // A row of this header's labels alone repeats it, whatever the row below it looks like.
    let isWhole = header.namesAll(of: row) && header.widths.contains(row.filledCount)
    if !isWhole, header.isRepeated(by: row), !row.layout.keepsSpans, let other = finder.header(in: rows, at: index),
      other.isPlan, header.isOtherwiseOrdered(other) || isNew(other, in: rows, at: index, beside: header)
    {
      open(other, grid: grid, above: [])
      return other.rowCount
    }
    if header.isRepeated(by: row) {
      let repeated = row.layout.keepsSpans || startsTable ? finder.header(in: rows, at: index) : nil
      if startsTable, let repeated {
        open(repeated, grid: grid, above: [])
        return repeated.rowCount
      }
      if row.layout.keepsSpans, let repeated, !join(repeated) {
        open(repeated, grid: grid, above: [])
        return repeated.rowCount
      }
      if !row.layout.keepsSpans { widen(by: finder.header(in: rows, at: index)) }
      pendingBreak = true
      return max(repeated?.rowCount ?? 1, repeatedRows(rows, at: index, header: header))
    }
    let isTopRow = isTopRow(row, above: rows.dropFirst(index + 1).first)
    let mayBegin = isPieceStart || isTopRow || mayStartTable(row)
    let candidate =
      mayBegin ? finder.header(in: rows, at: index, demand: isPieceStart || isTopRow ? .most : .nearlyAll) : nil
    let other = candidate.flatMap { found in
      found.isPlan && (isPieceStart || !isTopRow || found.rowCount > 1) ? found : nil
    }
    if other == nil, !isPieceStart, header.isReworded(by: row) {
      pendingBreak = true
      return 1
    }
    guard let found = other else { return nil }
    if header.isSame(as: found), !startsTable, row.layout.keepsSpans ? join(found) : !header.isOtherwiseOrdered(found) {
      pendingBreak = true
    } else {
      for title in removeTitlesAtEnd() { note(Self.text(of: title)) }
      open(found, grid: grid, above: [])
    }
    return found.rowCount
  }

  /// Whether a row holds nothing but a label of the table's header, above another row of it: the other labels of the upper row
  /// are gone.
  func repeatsTopLabel(_ rows: [FieldRow], at index: Int) -> Bool {
    guard let header = current?.header, header.rowCount > 1, index + 1 < rows.count, rows[index].filledCount == 1,
      !rows[index].layout.keepsSpans
    else { return false }
    return header.namesAll(of: rows[index]) && rows[index + 1].filledCount > 2 && header.namesAll(of: rows[index + 1])
  }

  /// Whether a header of several rows, the first of which repeats another's, has a second row that is none of the other's.
  private func isNew(_ found: TableHeader, in rows: [FieldRow], at index: Int, beside header: TableHeader) -> Bool {
    guard found.rowCount > 1, index + 1 < rows.count, case let next = rows[index + 1], next.filledCount > 1 else {
      return false
    }
    return !header.isRepeated(by: next) && !header.namesAll(of: next)
  }

  /// Takes the titles of the table that begins off the end of the one above it, in their order.
  private mutating func removeTitlesAtEnd() -> [FieldRow] {
    var titles: [FieldRow] = []
    while titles.count < Self.mostTitles, let title = current?.removeTitleAtEnd() { titles.insert(title, at: 0) }
    return titles
  }

  private static let mostTitles = 2

  /// Whether a row may be the upper one of another header within a table: what the table is about, and a known label beside it
  /// (备注), above a row of several labels.
  private func isTopRow(_ row: FieldRow, above next: FieldRow?) -> Bool {
    guard !row.layout.keepsSpans, let next, row.filledCount == 2, next.filledCount > 3,
      let last = row.filled.last, HeaderLexicon.match(last.label)?.strength == 1
    else { return false }
    return next.filled.allSatisfy { HeaderLexicon.match($0.label) != nil }
  }

  /// Whether another header is worth looking for within a table: three short cells or more, no number in front.
  private func mayStartTable(_ row: FieldRow) -> Bool {
    row.filledCount >= 3 && row.cells.allSatisfy { $0.label.unicodeScalars.count <= 16 }
  }

  /// The rows at the top of a grid, if a profile says that so many are the header, no header is found by its words, and labels
  /// that the profile names or what stands below are a plan's.
  func pinnedHeader(_ rows: [FieldRow]) -> TableHeader? {
    guard let profile, let count = profile.general.headerRows, count > 0, count < rows.count else { return nil }
    let depth = min(rows.count, HeaderFinder.searchDepth)
    if (0..<depth).contains(where: { finder.header(in: rows, at: $0)?.isPlan == true }) { return nil }
    guard let found = finder.pinnedHeader(of: rows, at: 0, height: count) else { return nil }
    let header = profile.layout(of: found).applied(to: found)
    let isNamed = header.isPlan && header.fields.count(where: \.isPinned) >= 2
    guard isNamed || HeaderlessFields(Array(rows.dropFirst(count)), mayHaveHeader: false).header != nil else {
      return nil
    }
    return header
  }

  private func repeatedRows(_ rows: [FieldRow], at start: Int, header: TableHeader) -> Int {
    var count = 1
    while count < header.rowCount, start + count < rows.count,
      header.isRepeated(by: rows[start + count]) || header.namesAll(of: rows[start + count])
        || header.namesSome(of: rows[start + count])
    {
      count += 1
    }
    return count
  }

  /// Makes a further piece's header that of the table; `false` if it has levels in other places, so that it is another table.
  mutating func join(_ repeated: TableHeader) -> Bool {
    guard let header = current?.header else { return false }
    guard let (map, joined) = ColumnMap.joining(repeated, to: header) else { return false }
    columnMap = map
    current?.header = joined
    return true
  }

  /// Adds the fields that only a repeated header has, at its end (备注); where spans are lost, places say which they are.
  private mutating func widen(by repeated: TableHeader?) {
    guard let header = current?.header, let repeated, repeated.fields.count > header.fields.count else { return }
    let meanings = header.fields.map(\.meaning)
    guard Array(repeated.fields.prefix(meanings.count).map(\.meaning)) == meanings else { return }
    let added = repeated.fields.dropFirst(meanings.count)
    guard
      added.allSatisfy({ field in
        !field.label.isEmpty && field.meaning != .level && !header.fields.contains { $0.label == field.label }
      })
    else { return }
    current?.header?.fields += added
    if [.delimited, .indented, .cellPerLine].contains(current?.layout) {
      current?.pad(from: header.fields.count, to: repeated.fields.count)
    }
  }
}
