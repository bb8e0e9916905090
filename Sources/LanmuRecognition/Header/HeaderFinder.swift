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
      let header = TableHeader(fields: Self.fields(divided.labels, groups: divided.groups), rows: divided.rows)
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
    let fields = first.layout.keepsSpans ? spannedFields(block) : alignedFields(block)
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
    guard let first = block.first else { return nil }
    if block.count > 1, let divided = DividedHeader(rows, at: start, height: block.count) {
      return TableHeader(fields: Self.fields(divided.labels, groups: divided.groups), rows: divided.rows)
    }
    let fields = first.layout.keepsSpans ? spannedFields(block) : alignedFields(block)
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
    let isCompleted = stack(block, before: row, next).map { $0.isCompleted(by: row, above: next) } ?? false
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
    return stack(laid.dropLast(), before: last).map { $0.isCompleted(by: last, above: next) } ?? false
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

  // MARK: - Fields

  /// The fields of a header whose spans are known: one per lowest cell.
  private func spannedFields(_ block: [FieldRow]) -> [HeaderField] {
    if block.count > 1, let laid = UnmergedHeader.laidOut(block), let stack = stack(laid) {
      return Self.fields(stack.labels, groups: stack.groups)
    }
    var covering: [[FieldCell]] = []
    for row in block {
      for cell in row.cells where cell.columnSpan < FieldCell.endless {
        let end = cell.column + cell.columnSpan
        while covering.count < end { covering.append([]) }
        for column in cell.column..<end { covering[column].append(cell) }
      }
    }
    var fields: [HeaderField] = []
    var column = 0
    while column < covering.count {
      let stack = covering[column].filter { !$0.label.isEmpty }
      guard let leaf = stack.last else {
        fields.append(HeaderField(label: "", group: "", meaning: nil, strength: 0, columns: column..<column + 1))
        column += 1
        continue
      }
      let end = max(column + 1, leaf.column + leaf.columnSpan)
      fields.append(Self.field(leaf: leaf.label, group: stack.dropLast().last?.label ?? "", columns: column..<end))
      column = end
    }
    return fields
  }

  /// The rows of a header laid over each other, as long as each fills what those above it leave open.
  ///
  /// Where empty cells are cut off, the row below one that has a single label may first show how far the label reaches.
  ///
  /// - Parameters:
  ///   - candidate: a row below them that may belong to the header, too.
  ///   - next: the row below that.
  private func stack(
    _ block: [FieldRow], before candidate: FieldRow? = nil, _ next: FieldRow? = nil
  ) -> HeaderStack? {
    guard let first = block.first else { return nil }
    let below = [candidate, candidate?.filledCount == 1 ? next : nil].compactMap(\.self)
    var stack = HeaderStack(first, width: (block + below).map(\.cells.count).max() ?? 0)
    for (index, row) in block.enumerated().dropFirst() {
      guard stack.isCompleted(by: row, above: index + 1 < block.count ? block[index + 1] : candidate) else {
        return nil
      }
      stack.add(row)
    }
    return stack
  }

  /// The fields of a header whose spans are lost: by place, or, where a second row only divides fields, by meaning.
  private func alignedFields(_ block: [FieldRow]) -> [HeaderField] {
    if block.count > 1, let stack = stack(block) { return Self.fields(stack.labels, groups: stack.groups) }
    var labels = block.first.map(trimmedLabels) ?? []
    var groups = Array(repeating: "", count: labels.count)
    for row in block.dropFirst() {
      let below = trimmedLabels(row)
      let filled = below.filter { !$0.isEmpty }
      // Only a row without gaps can be divided by one that is just a list of labels.
      if !labels.contains(""), let first = below.first, !first.isEmpty, filled.count == below.count,
        let divided = divided(labels, by: filled)
      {
        (labels, groups) = divided
        continue
      }
      for (index, label) in below.enumerated() {
        if index >= labels.count {
          labels.append(label)
          groups.append("")
        } else if !label.isEmpty {
          groups[index] = labels[index]
          labels[index] = label
        }
      }
    }
    return Self.fields(labels, groups: groups)
  }

  /// The fields under labels that stand side by side, each with the label above it.
  static func fields(_ labels: [String], groups: [String]) -> [HeaderField] {
    let count = (labels.lastIndex { !$0.isEmpty } ?? -1) + 1
    return labels.prefix(count).indices.map { index in
      field(leaf: labels[index], group: groups[index], columns: index..<index + 1)
    }
  }

  /// Labels whose groups a list of labels below divides: each run of labels of one kind divides the field of that kind.
  private func divided(_ labels: [String], by below: [String]) -> (labels: [String], groups: [String])? {
    var result = labels
    var groups = Array(repeating: "", count: labels.count)
    for run in runs(below) {
      guard let place = dividedField(result, by: run), groups[place].isEmpty else { return nil }
      // As many labels as there are fields may as well be another header, unless they are all of one kind.
      guard
        run.count < labels.count || labels.count == 1 || run.count == below.count && isOnly(place, of: labels, by: run)
      else { return nil }
      let group = result[place]
      result.replaceSubrange(place...place, with: run)
      groups.replaceSubrange(place...place, with: run.map { _ in group })
    }
    return (result, groups)
  }

  /// Whether no other label is of the kind of those that divide one.
  private func isOnly(_ place: Int, of labels: [String], by below: [String]) -> Bool {
    let families = Set(below.compactMap { HeaderLexicon.match($0).map { Self.family($0.meaning) } })
    return labels.indices.allSatisfy { index in
      index == place || HeaderLexicon.match(labels[index]).map { !families.contains(Self.family($0.meaning)) } ?? true
    }
  }

  /// Labels parted into runs of one kind: levels, units, times with ways.
  private func runs(_ labels: [String]) -> [[String]] {
    var runs: [[String]] = []
    var kind: FieldMeaning?
    for label in labels {
      let own = HeaderLexicon.match(label).map { Self.family($0.meaning) } ?? kind
      if own == kind, !runs.isEmpty { runs[runs.count - 1].append(label) } else { runs.append([label]) }
      kind = own
    }
    return runs
  }

  /// The kind of thing that a field of a meaning holds: fields of one kind may divide one label.
  static func family(_ meaning: FieldMeaning) -> FieldMeaning {
    switch meaning {
    case .lead, .responsible, .cooperating: .responsible
    case .update, .supply, .mode: .update
    default: meaning
    }
  }

  private func trimmedLabels(_ row: FieldRow) -> [String] {
    var labels = row.cells.map(\.label)
    while labels.last?.isEmpty == true { labels.removeLast() }
    return labels
  }

  /// Which field a second header row divides: the one whose meaning is nearest to the labels below.
  private func dividedField(_ labels: [String], by below: [String]) -> Int? {
    let families = Set(below.compactMap { HeaderLexicon.match($0).map { Self.family($0.meaning) } })
    return labels.lastIndex { label in
      HeaderLexicon.match(label).map { families.contains(Self.family($0.meaning)) } ?? false
    }
  }

  private static func field(leaf: String, group: String, columns: Range<Int>) -> HeaderField {
    let own = HeaderLexicon.match(leaf)
    let inherited = group.isEmpty ? nil : HeaderLexicon.match(group)
    if inherited?.meaning == .level, HeaderLexicon.namesSite(leaf) {
      return HeaderField(label: leaf, group: group, meaning: .level, strength: 1, columns: columns)
    }
    if let own, own.strength == 1 || inherited == nil {
      return HeaderField(label: leaf, group: group, meaning: own.meaning, strength: own.strength, columns: columns)
    }
    let chosen = own ?? inherited.map { HeaderLexicon.Match(meaning: $0.meaning, strength: $0.strength * 0.7) }
    return HeaderField(
      label: leaf, group: group, meaning: chosen?.meaning, strength: chosen?.strength ?? 0, columns: columns)
  }
}

/// How surely a row must be a header to be taken for one.
enum HeaderDemand: Sendable {
  /// Most cells are known words: where no table is open.
  case most
  /// Nearly all cells are, some of them to the letter: within a table, right below a heading across it.
  case nearlyAllBelowHeading
  /// Nearly all cells are to the letter: within the body of another table.
  case nearlyAll
}

/// How much a row looks like a header.
struct HeaderScore: Sendable {
  /// Cells with text.
  var filled: Int
  /// Share of those whose words are known.
  var share: Double
  /// Sum of the strengths of known words.
  var strength: Double
  /// Number of different meanings.
  var meanings: Int
  /// Number of cells that are synonyms to the letter.
  var certain: Int
  /// Whether a cell is but a number, as those of a body are.
  var hasNumber: Bool

  init(_ row: FieldRow, profile: RecognitionProfile? = nil) {
    let cells = row.filled
    filled = cells.count
    var found: Set<FieldMeaning> = []
    var known = 0
    var sum = 0.0
    var exact = 0
    // Longer cells are body text; looking for words in them costs time and proves nothing.
    for cell in cells where cell.label.unicodeScalars.count <= 90 {
      let pinned = profile?.meaning(of: cell.label).map { HeaderLexicon.Match(meaning: $0, strength: 1) }
      guard let match = pinned ?? HeaderLexicon.match(cell.label) else { continue }
      known += 1
      sum += match.strength
      exact += match.strength == 1 ? 1 : 0
      found.insert(match.meaning)
    }
    share = cells.isEmpty ? 0 : Double(known) / Double(cells.count)
    strength = sum
    meanings = found.count
    certain = exact
    hasNumber = cells.contains { cell in cell.label.unicodeScalars.allSatisfy { ("0"..."9").contains($0) } }
  }

  func isHeader(_ demand: HeaderDemand) -> Bool {
    guard filled >= 2, meanings >= 2, !hasNumber else { return false }
    // Within a body, a row of a file's name, a deadline and “all departments” holds words of headers as well.
    return switch demand {
    case .most: share >= 0.6 && strength >= max(1.4, 0.5 * Double(filled))
    case .nearlyAllBelowHeading: filled >= 3 && certain >= 2 && certain * 5 >= filled * 2 && share >= 0.8
    case .nearlyAll: filled >= 3 && (share == 1 ? certain * 3 >= filled * 2 : certain * 4 >= filled * 3 && share >= 0.8)
    }
  }
}
