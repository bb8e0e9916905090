internal import LanmuGrid

/// What the columns of a table are: by its header, by what stands below it, and by what a user has said of them.
extension PlanTableReader {
  /// A header as its table needs it: without an empty margin, and with a field for numbers that have no label.
  func ownHeader(_ header: TableHeader) -> TableHeader {
    NumbersBelowLabel.parted(withoutMargin(header), above: collected.rows)
  }

  /// A header without the empty columns that a worksheet's author left at its margin.
  private func withoutMargin(_ header: TableHeader) -> TableHeader {
    guard collected.layout.keepsSpans else { return header }
    let first = collected.rows.reduce(Int.max) { min($0, $1.row.filled.first?.column ?? $0) }
    var copy = header
    let margin = copy.fields.prefix { $0.label.isEmpty && $0.columns.upperBound <= first }.count
    if margin < copy.fields.count { copy.fields.removeFirst(margin) }
    return copy
  }

  /// The columns as they are found, if what a user has pinned down holds for them; else as it is pinned down.
  func resolved(_ header: TableHeader, evidence: inout EvidenceTable) -> ColumnResolver {
    let found = header.unpinned
    let extraFound = extraLevels(found)
    let content = content(of: header, extraLevels: extraFound, evidence: &evidence)
    let resolver = ColumnResolver(found, content: content, extraLevels: extraFound)
    guard let layout = header.layout, !isMet(layout, header, by: resolver) else { return resolver }
    let extra = extraLevels(header)
    let pinned = ColumnResolver(header, content: content, extraLevels: extra)
    guard let levels = layout.levels, !pinned.columns.isEmpty else { return pinned }
    let missing = levels - Self.levelCount(pinned)
    if missing == 0 { return pinned }
    // Only a row that lost its spans may hold columns that its header does not show, and no more than it has cells.
    let room = collected.layout.keepsSpans ? 0 : max(extra, collected.width - header.fields.count)
    let adjusted = min(max(0, extra + missing), room)
    let corrected = ColumnResolver(header, content: content, extraLevels: adjusted)
    guard Self.levelCount(corrected) > levels else { return corrected }
    return ColumnResolver(layout.limited(header), content: content, extraLevels: 0)
  }

  private static func levelCount(_ resolver: ColumnResolver) -> Int {
    resolver.columns.levels.count
  }

  /// Whether columns are what a user has pinned down.
  private func isMet(_ layout: TableLayout, _ header: TableHeader, by resolver: ColumnResolver) -> Bool {
    let levels = Self.levelCount(resolver)
    if let pinned = layout.levels, levels > 0, levels != pinned { return false }
    let meanings = fieldMeanings(header, columns: resolver.columns)
    return header.fields.enumerated().allSatisfy { index, field in
      field.pinned.map { meanings.indices.contains(index) && meanings[index] == $0 } ?? true
    }
  }

  /// What stands in each field.
  ///
  /// - Parameter extraLevels: how many levels stand behind the last one that the header shows; they are that field's.
  private func content(
    of header: TableHeader, extraLevels: Int, evidence known: inout EvidenceTable
  ) -> [ColumnContent] {
    let keepsSpans = collected.layout.keepsSpans
    let fields = header.fields
    let lastLevel = fields.lastIndex { $0.meaning == .level }
    let extra = lastLevel == nil ? 0 : extraLevels
    let width = fields.count + extra
    var evidence: [[TextEvidence]] = Array(repeating: [], count: fields.count)
    var unmoved = evidence
    let mayBeMoved = UnmovedCells.mayHaveMoved(collected, below: fields, evidence: &known)
    // Remarks are seldom filled.
    let end = fields.count - (fields.last?.meaning == .remarks ? 1 : 0)
    let whole = collected.layout == .dropped ? wholeRows(width: width) : nil
    for (index, body) in collected.rows.prefix(200).enumerated() {
      let filled = body.row.filled
      if let whole, !whole.contains(index) { continue }
      // A sentence that stands alone is a note rather than one field's content.
      if filled.count == 1, fields.count > 2, filled[0].label.unicodeScalars.count > Self.longestLone { continue }
      let shift = hasDrifted(body.row.cells, below: header) ? 1 : 0
      guard keepsSpans || body.row.cells.count == width + shift || filled.count == width else { continue }
      let firstUnmoved = mayBeMoved ? UnmovedCells.first(of: body.row, width: width, before: end + extra) : .max
      for cell in filled {
        var column = cell.column - shift
        if let lastLevel, column > lastLevel { column = max(lastLevel, column - extra) }
        guard let place = fields.firstIndex(where: { $0.columns.contains(column) }) else { continue }
        evidence[place].append(known.evidence(of: cell.label))
        if place >= firstUnmoved { unmoved[place].append(known.evidence(of: cell.label)) }
      }
    }
    return fields.indices.map { place in
      var content = ColumnContent(evidence[place])
      guard mayBeMoved, unmoved[place].count >= UnmovedCells.least, isOpen(fields[place], among: fields) else {
        return content
      }
      // A few may have moved all the same.
      let isProse = unmoved[place].count(where: \.isProse) * 2 > unmoved[place].count
      content = ColumnContent(unmoved[place].filter { $0.isProse == isProse })
      content.count = evidence[place].count
      return content
    }
  }

  /// Whether what a field holds has a say in what it is: its label is not sure, or another one's says the same.
  private func isOpen(_ field: HeaderField, among fields: [HeaderField]) -> Bool {
    field.strength < 1 || field.meaning == .requirement && fields.count { $0.meaning == .requirement } > 1
  }

  private static let longestLone = 20

  /// The rows in which cells stand in their places though rows that lost cells are padded: those whose last field is filled, or
  /// else the first, which nothing covers.
  private func wholeRows(width: Int) -> Set<Int> {
    let tellsPadding = collected.rows.lazy.map(\.row).tellPadding
    let whole = collected.rows.indices.prefix(200).filter { index in
      let cells = collected.rows[index].row.cells
      return tellsPadding
        ? cells.count { !$0.isPadding } == width : (cells.lastIndex { !$0.label.isEmpty } ?? -1) + 1 == width
    }
    return whole.isEmpty ? [0] : Set(whole)
  }

  func labels(of header: TableHeader) -> [String] {
    var labels = header.fields.map(\.label)
    while labels.last?.isEmpty == true { labels.removeLast() }
    return labels
  }

  func fieldMeanings(_ header: TableHeader, columns: [LogicalColumn]) -> [FieldMeaning] {
    // A table without a header is described by its columns.
    if header.rowCount == 0, labels(of: header).isEmpty { return columns.map(\.meaning) }
    var meanings: [FieldMeaning] = []
    var index = 0
    for field in header.fields.prefix(labels(of: header).count) {
      let meaning = columns.indices.contains(index) ? columns[index].meaning : .other
      meanings.append(meaning)
      let covers = meaning == .level && field.columns.count > 1 ? field.columns.count : 1
      index += covers
      while meaning == .level, columns.indices.contains(index), columns[index].label == field.label, index >= covers,
        columns[index].meaning == .level,
        !header.fields.dropFirst(meanings.count).contains(where: { $0.label == field.label })
      {
        index += 1
      }
    }
    return meanings
  }
}
