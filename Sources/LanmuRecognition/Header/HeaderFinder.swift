internal import LanmuGrid

/// Finds the header of a table by evidence: known words, short texts, cells that span what stands below.
struct HeaderFinder: Sendable {
  /// How many rows of a grid may stand above its header (titles, notes, dates).
  static let searchDepth = 30
  /// The most rows that a header takes.
  static let greatestHeight = 3

  /// What a user has said of the header.
  private let profile: RecognitionProfile?

  init(profile: RecognitionProfile? = nil) { self.profile = profile }

  /// The header that starts at a row, if one does.
  ///
  /// - Parameters:
  ///   - rows: the rows of the grid.
  ///   - start: index of the row to look at.
  ///   - demand: how many of the cells must be known header words.
  func header(in rows: [FieldRow], at start: Int, demand: HeaderDemand = .most) -> TableHeader? {
    guard let profile else { return foundHeader(in: rows, at: start, demand: demand, isNamed: false) }
    let found = foundHeader(in: rows, at: start, demand: demand, isNamed: false)
    let section = profile.section(of: rows, at: start, count: found?.rowCount ?? 1)
    let height = section?.layout.headerRows ?? profile.general.headerRows
    guard height != 0, found != nil || section != nil else { return nil }
    // Where the header is as high as it should be, it stays as it was found.
    let header =
      if let height, height != found?.rowCount {
        pinnedHeader(of: rows, at: start, height: height)
      } else {
        found ?? foundHeader(in: rows, at: start, demand: demand, isNamed: true)
      }
    return header.map { profile.layout(of: $0).applied(to: $0) }
  }

  /// The header that starts at a row by what stands there.
  ///
  /// - Parameter isNamed: whether it is known that one starts there.
  private func foundHeader(in rows: [FieldRow], at start: Int, demand: HeaderDemand, isNamed: Bool) -> TableHeader? {
    let first = rows[start]
    guard isNamed || HeaderScore(first, profile: profile).isHeader(demand) || isAboveSureHeader(rows, at: start)
    else { return nil }
    if let divided = DividedHeader(rows, at: start) {
      let header = TableHeader(fields: HeaderFields.fields(divided.labels, groups: divided.groups), rows: divided.rows)
      if isNamed || namesFields(header.fields) { return header }
    }
    var block = [first]
    while start + block.count < rows.count {
      let next = rows[start + block.count]
      let after = start + block.count + 1
      guard block.count < Self.greatestHeight,
        belongs(next, below: block, above: after < rows.count ? rows[after] : nil)
      else { break }
      block.append(next)
    }
    let fields = HeaderFields.fields(of: block)
    guard isNamed || namesFields(fields) else { return nil }
    return TableHeader(fields: fields, rows: block)
  }

  /// Whether a row of known labels stands above one that is a header beyond doubt, of which it says what its runs are about:
  /// 栏目名称, 更新时间, 分工 above 一级, 二级, 主办, 协办.
  private func isAboveSureHeader(_ rows: [FieldRow], at start: Int) -> Bool {
    guard !rows[start].layout.keepsSpans, start + 1 < rows.count, rows[start + 1].grid == rows[start].grid else {
      return false
    }
    let score = HeaderScore(rows[start], profile: profile)
    return score.share == 1 && score.filled >= 3 && score.isHeader(.most)
      && HeaderScore(rows[start + 1], profile: profile).isHeader(.nearlyAll)
  }

  /// Whether the meaning of two fields at least is known.
  private func namesFields(_ fields: [HeaderField]) -> Bool {
    fields.count { field in
      field.meaning != nil || profile?.meaning(of: field.label) != nil || profile?.meaning(of: field.group) != nil
    } >= 2
  }

  /// Whether a row is the header of a table that is no plan: a list of people and telephones, a table of marks.
  func isForeign(_ row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count >= 2, filled.allSatisfy({ $0.label.unicodeScalars.count <= 12 }) else { return false }
    let meanings = filled.compactMap { HeaderLexicon.match($0.label)?.meaning }
    guard meanings.count * 5 >= filled.count * 3, meanings.contains(.other) else { return false }
    return Set(meanings).isSubset(of: [.other, .number, .remarks, .responsible, .lead, .cooperating])
  }

  /// Whether a row is such a header beyond doubt, so that it ends a table in whose midst it stands.
  func isStrictlyForeign(_ row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count >= 3, isForeign(row) else { return false }
    let certain = filled.compactMap { HeaderLexicon.match($0.label) }.filter { $0.strength == 1 }
    let isKnown = filled.allSatisfy { HeaderLexicon.match($0.label) != nil }
    return (isKnown || certain.count * 4 >= filled.count * 3) && certain.count(where: { $0.meaning == .other }) >= 2
  }

  /// The header that rows are by a user's word.
  ///
  /// - Parameter height: how many rows it takes.
  func pinnedHeader(of rows: [FieldRow], at start: Int, height: Int) -> TableHeader? {
    let block = Array(rows[start...].prefix(height))
    guard !block.isEmpty else { return nil }
    if block.count > 1, let divided = DividedHeader(rows, at: start, height: block.count) {
      return TableHeader(fields: HeaderFields.fields(divided.labels, groups: divided.groups), rows: divided.rows)
    }
    let fields = HeaderFields.fields(of: block)
    return TableHeader(fields: fields, rows: block)
  }

  // MARK: - Header rows

  /// Whether a row continues the header rows above it.
  private func belongs(_ row: FieldRow, below block: [FieldRow], above next: FieldRow?) -> Bool {
    let filled = row.filled
    guard let top = block.first, let above = block.last, !filled.isEmpty, row.grid == top.grid else { return false }
    guard filled.allSatisfy({ $0.label.unicodeScalars.count <= 60 }) else { return false }
    if row.layout.keepsSpans {
      // Cells of the header that reach down into this row say that it belongs to it.
      let reaching = block.contains { headerRow in
        headerRow.cells.contains { $0.rowSpan > 1 && headerRow.row + $0.rowSpan > row.row }
      }
      let open = Set(above.cells.filter { $0.columnSpan > 1 }.flatMap { $0.column..<$0.column + $0.columnSpan })
      let isUnderGroups = filled.allSatisfy { open.contains($0.column) }
      let score = HeaderScore(row)
      if reaching {
        // A cell that a page break cut is drawn as one with the label above it, beside rows of the body.
        let hasSentence = filled.contains { cell in
          TextEvidence(cell.label).isProse && HeaderLexicon.match(cell.label)?.strength != 1
        }
        return isUnderGroups || score.share >= 0.5 && !hasSentence
      }
      if isUnderGroups, filled.count >= 2, Self.mostlyNameFields(filled) { return true }
      if completesUnmerged(row, below: block, above: next) { return true }
      return score.isHeader(.nearlyAll) && score.filled > HeaderScore(above).filled
    }
    let isCompleted = HeaderStack(block, before: row, next).map { $0.isCompleted(by: row, above: next) } ?? false
    if isCompleted || isOnlyLevel(row, below: above) { return true }
    let score = HeaderScore(row)
    guard score.share >= 0.75, score.filled >= 2, !score.hasNumber else { return false }
    // A first row of few long labels above a row of many short ones is its group row; else the row below must fill gaps.
    if score.filled > HeaderScore(above).filled { return score.isHeader(.nearlyAll) }
    return filled.allSatisfy { HeaderLexicon.match($0.label).map { $0.strength >= 0.7 } ?? false }
      && !top.filled.contains { cell in filled.contains { $0.label == cell.label } }
  }

  /// Whether a row fills the places that labels above it leave open where nothing of the header is merged.
  private func completesUnmerged(_ row: FieldRow, below block: [FieldRow], above next: FieldRow?) -> Bool {
    guard let laid = UnmergedHeader.laidOut(block + [row]), let last = laid.last else { return false }
    return HeaderStack(laid.dropLast(), before: last).map { $0.isCompleted(by: last, above: next) } ?? false
  }

  /// Whether cells are labels of which two in three are known, and none looks like the content of a field.
  private static func mostlyNameFields(_ cells: [FieldCell]) -> Bool {
    let unknown = cells.filter { HeaderLexicon.match($0.label) == nil }
    guard unknown.count * 3 <= cells.count else { return false }
    return unknown.allSatisfy { cell in
      let evidence = TextEvidence(cell.label)
      return evidence.length <= 8 && evidence.time < 0.5 && evidence.units < 0.5 && !evidence.isNumber
        && !evidence.isMark && !evidence.isContact && !evidence.isProse
    }
  }

  /// Whether a row names but one level, right below the word for all levels: 网站栏目 over 板块, where the table has no other.
  private func isOnlyLevel(_ row: FieldRow, below above: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count == 1, row.cells.count == above.cells.count, row.cells.count >= 3,
      let place = row.cells.firstIndex(where: { !$0.label.isEmpty }), above.cells[place].label != filled[0].label,
      let own = HeaderLexicon.match(filled[0].label), own.strength == 1
    else { return false }
    return own.meaning == .level && HeaderLexicon.match(above.cells[place].label)?.meaning == .level
  }
}
