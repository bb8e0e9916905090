import LanmuRecognition

/// A plan whose structure is drawn from many: its truth, the table as it was drawn, and the text around it.
struct VariedPlan: Sendable {
  let structure: VariedStructure
  private(set) var rows: [GeneratedPlan.Row] = []
  private(set) var table: DrawnTable
  let title: String
  private(set) var before: [String] = []
  private(set) var after: [String] = []
  /// The header's labels at its lower edge.
  private(set) var header: [String] = []

  init(seed: UInt64) {
    // Drawn apart from the plans of the other shapes.
    var draw = SeededGenerator(seed: seed &* 0x9E37_79B1 ^ 0x7A41ED)
    structure = VariedStructure(&draw)
    table = DrawnTable(width: structure.fields.count)
    table.labelColumns = structure.levelStart..<structure.levelStart + structure.levelColumns
    title =
      structure.place + "人民政府门户网站"
      + (["栏目保障责任表", "内容保障方案", "栏目任务分解表", "信息发布责任分工"].randomElement(using: &draw) ?? "")
    let titlesTable = structure.hasHeader && draw.happens(0.1)
    if titlesTable { table.append(.title, across: title) }
    drawHeader(&draw)
    drawRows(&draw)
    drawTexts(&draw)
    table.marksHeader = draw.happens(0.5)
    placeRows(&draw)
    if draw.happens(0.1) { table.append(.note, across: VariedWords.notes.randomElement(using: &draw) ?? "") }
    drawSurroundings(&draw)
    markUntold()
  }

  // MARK: - Header

  private mutating func drawHeader(_ draw: inout SeededGenerator) {
    let fields = structure.fields
    let families = structure.levelColumns == 1 ? VariedHeaders.soleLevels.map { [$0] } : VariedHeaders.levels
    let levels = structure.isIndicators ? VariedHeaders.indicators : families.randomElement(using: &draw) ?? []
    var labels = VariedHeaders.labels
    if structure.onlyHelps { labels[.responsible] = labels[.cooperating] }
    if structure.isIndicators { labels[.requirement] = VariedHeaders.indicatorDemands }
    header = fields.enumerated().map { place, field in
      if field == .level { return levels[place - structure.levelStart] }
      return labels[field]?.randomElement(using: &draw) ?? ""
    }
    guard structure.hasHeader else { return }
    let groups = drawGroups(&draw)
    let top = table.places.count
    guard !groups.isEmpty else {
      table.append(.header, header.indices.map { .init(text: header[$0], row: top, column: $0) })
      return
    }
    func group(at column: Int) -> (columns: Range<Int>, label: String)? { groups.first { $0.columns.contains(column) } }
    table.append(
      .header,
      header.indices.map { column in
        let group = group(at: column)
        return .init(text: group?.label ?? header[column], row: top, column: group?.columns.lowerBound ?? column)
      })
    table.append(
      .header,
      header.indices.map { .init(text: header[$0], row: group(at: $0) == nil ? top : top + 1, column: $0) })
  }

  /// Labels that stand over several of the header's, which may change with them.
  private mutating func drawGroups(_ draw: inout SeededGenerator) -> [(columns: Range<Int>, label: String)] {
    let fields = structure.fields
    var groups: [(columns: Range<Int>, label: String)] = []
    if structure.levelColumns > 1, !structure.isIndicators, draw.happens(0.2) {
      let start = structure.levelStart
      groups.append(
        (start..<start + structure.levelColumns, VariedHeaders.overLevels.randomElement(using: &draw) ?? ""))
    }
    func pair(_ one: FieldMeaning, _ other: FieldMeaning) -> Int? {
      fields.indices.dropLast().first { fields[$0] == one && fields[$0 + 1] == other }
    }
    if structure.onlyHelps, let first = pair(.lead, .responsible), draw.happens(0.6) {
      header.replaceSubrange(first...first + 1, with: VariedHeaders.belowUnits.randomElement(using: &draw) ?? [])
      groups.append((first..<first + 2, VariedHeaders.overUnits.randomElement(using: &draw) ?? ""))
    }
    if let first = pair(.supply, .update), draw.happens(0.5) {
      header.replaceSubrange(first...first + 1, with: VariedHeaders.belowTimes.randomElement(using: &draw) ?? [])
      groups.append((first..<first + 2, VariedHeaders.overTimes.randomElement(using: &draw) ?? ""))
    }
    return groups
  }

  // MARK: - Truth

  private mutating func drawRows(_ draw: inout SeededGenerator) {
    var channels = VariedWords.channels.shuffled(using: &draw)
    var groups = VariedWords.groups.shuffled(using: &draw)
    var sections = 0
    while rows.count < structure.rowsWanted, let channel = channels.popLast() {
      var path = [channel]
      if structure.hasSections {
        sections += 1
        path = [sectionLabel(sections, channel)]
        // Rows below a section start with labels of their own.
        for _ in 0..<Int.random(in: 1...3, using: &draw) {
          guard let label = groups.popLast() else { break }
          drawBranch(path + [label], level: 1, &groups, &draw)
        }
      } else {
        drawBranch(path, level: 1, &groups, &draw)
      }
    }
  }

  private func sectionLabel(_ number: Int, _ channel: String) -> String { ChineseNumeral.text(number) + "、" + channel }

  /// Adds the rows of the branch whose label stands in a grid column of levels, counted from 1.
  private mutating func drawBranch(
    _ path: [String], level: Int, _ groups: inout [String], _ draw: inout SeededGenerator
  ) {
    if level == structure.levelColumns || level > 1 && draw.happens(structure.endsEarly) {
      rows.append(.init(path: path, texts: [:], blanks: []))
      return
    }
    let count = Int.random(in: 1...(level == structure.levelColumns - 1 ? 5 : 3), using: &draw)
    var labels: [String]
    if level == 1 {
      labels = Array(groups.suffix(count))
      groups.removeLast(labels.count)
    } else {
      labels = Array((level == 2 ? VariedWords.kinds : VariedWords.details).shuffled(using: &draw).prefix(count))
    }
    for label in labels { drawBranch(path + [label], level: level + 1, &groups, &draw) }
  }

  private func isKin(_ one: Int, _ other: Int) -> Bool { structure.isKin(rows[one], rows[other]) }

  private mutating func drawTexts(_ draw: inout SeededGenerator) {
    for index in rows.indices { drawSharing(index, &draw) }
    var group = 0
    for index in rows.indices {
      if index == 0 || !isKin(index - 1, index) { group += 1 }
      for field in structure.fields where field != .level && field != .other && !rows[index].blanks.contains(field) {
        if field == .number {
          rows[index].texts[field] = String(structure.numbersGroups ? group : index + 1)
        } else if rows[index].shared.contains(field) {
          rows[index].texts[field] = rows[index - 1].texts[field]
        } else {
          rows[index].texts[field] = text(of: field, index, &draw)
        }
      }
    }
  }

  /// Which fields of a row are empty, and which share the cell of the row above.
  private mutating func drawSharing(_ index: Int, _ draw: inout SeededGenerator) {
    let hasKin = index > 0 && isKin(index - 1, index)
    for field in structure.fields where field != .level && field != .other {
      if field == .number {
        if structure.numbersGroups, hasKin { rows[index].shared.insert(field) }
      } else if draw.happens(structure.blanks[field] ?? 0) {
        rows[index].blanks.insert(field)
      } else if hasKin, !rows[index - 1].blanks.contains(field), let sharing = structure.sharing[field],
        sharing != .never
      {
        // In a table of single labels nothing is shared by all.
        let isWhole = sharing == .branches && (structure.levelColumns > 1 || structure.hasSections)
        if isWhole || draw.happens(0.45) { rows[index].shared.insert(field) }
      }
    }
    // A row that says nothing of its column is no entry.
    let data = structure.fields.filter { ![.level, .number, .remarks, .other].contains($0) }
    if let first = data.first, rows[index].blanks.isSuperset(of: data) { rows[index].blanks.remove(first) }
  }

  private func text(of field: FieldMeaning, _ index: Int, _ draw: inout SeededGenerator) -> String {
    let label = rows[index].path.last ?? ""
    let isShared = rows.indices.contains(index + 1) && rows[index + 1].shared.contains(field)
    switch field {
    case .requirement:
      return isShared ? VariedWords.sharedRequirement(&draw) : VariedWords.requirement(about: label, &draw)
    case .target: return VariedWords.target(&draw)
    case .supply: return VariedWords.supplies.randomElement(using: &draw) ?? ""
    case .update: return VariedWords.updates.randomElement(using: &draw) ?? ""
    case .mode: return VariedWords.modes.randomElement(using: &draw) ?? ""
    case .remarks: return VariedWords.remarks.randomElement(using: &draw) ?? ""
    case .lead: return VariedWords.body(structure.rank, &draw)
    case .responsible:
      return VariedWords.units(structure.rank, alone: !structure.fields.contains(.lead), &draw)
    case .cooperating: return VariedWords.units(structure.rank, &draw)
    case .number, .level, .other: return ""
    }
  }

  // MARK: - Table

  private mutating func placeRows(_ draw: inout SeededGenerator) {
    var lineAbove: Int?
    for index in rows.indices {
      let path = rows[index].path
      if structure.hasSections, index == 0 || rows[index - 1].path[0] != path[0] {
        table.append(.section, across: path[0])
        lineAbove = nil
      }
      let line = table.places.count
      let labels = structure.hasSections ? Array(path.dropFirst()) : path
      let above = index > 0 ? lineAbove.map { ($0, Array(rows[index - 1].path.suffix(labelCount(index - 1)))) } : nil
      var places: [DrawnTable.Place] = []
      for (column, field) in structure.fields.enumerated() {
        if field == .level {
          places.append(label(at: column - structure.levelStart, labels, line: line, above: above, &draw))
          continue
        }
        let text =
          field == .other ? VariedWords.people.randomElement(using: &draw) ?? "" : rows[index].texts[field] ?? ""
        if rows[index].shared.contains(field), let lineAbove {
          places.append(.init(text: text, row: table.places[lineAbove][column].row, column: column))
        } else {
          rows[index].shared.remove(field)
          places.append(.init(text: text, row: line, column: column))
        }
      }
      table.append(.entry, places)
      lineAbove = line
    }
  }

  private func labelCount(_ index: Int) -> Int { rows[index].path.count - (structure.hasSections ? 1 : 0) }

  private func label(
    at level: Int, _ labels: [String], line: Int, above: (line: Int, labels: [String])?, _ draw: inout SeededGenerator
  ) -> DrawnTable.Place {
    let column = structure.levelStart + level
    guard level < labels.count else {
      switch structure.ending {
      case .merged: return .init(text: labels[labels.count - 1], row: line, column: column - level + labels.count - 1)
      case .empty: return .init(text: "", row: line, column: column)
      case .dashed: return .init(text: "——", row: line, column: column)
      }
    }
    if let above, level < structure.levelColumns - 1, level < labels.count - 1,
      above.labels.count > level + 1, above.labels.prefix(level + 1) == labels.prefix(level + 1)
    {
      if structure.isHandMade { return .init(text: "", row: line, column: column) }
      return .init(
        text: table.places[above.line][column].text, row: table.places[above.line][column].row, column: column)
    }
    return .init(text: written(labels[level], &draw), row: line, column: column)
  }

  /// A label as it stands in a narrow cell: broken, or spaced out.
  private func written(_ label: String, _ draw: inout SeededGenerator) -> String {
    let letters = label.map(String.init)
    if structure.starsLabels, draw.happens(0.2) { return "★" + label }
    if draw.happens(0.06), letters.count > 3 {
      return letters.prefix(2).joined() + "\n" + letters.dropFirst(2).joined()
    }
    return draw.happens(0.04) ? letters.joined(separator: " ") : label
  }

  // MARK: - Around

  private mutating func drawSurroundings(_ draw: inout SeededGenerator) {
    if draw.happens(0.3) { before.append("附件\(Int.random(in: 1...3, using: &draw))") }
    before.append(title)
    if draw.happens(0.35) {
      before.append("为做好\(structure.place)门户网站各栏目的日常供稿，经研究，把各栏目的内容、时限和供稿单位列成下表，请对照执行。")
      if draw.happens(0.4) { before.append("供稿单位有变动的，应在变动后五日内告知网站管理机构，由其统一修改本表。") }
    }
    if draw.happens(0.25) { after.append("注：本表由网站管理机构负责解释，栏目增减时另行通知。") }
    if draw.happens(0.2) { after += ["\(structure.place)人民政府办公室", "2025年4月9日"] }
    if draw.happens(0.2) { after.append("— \(Int.random(in: 2...9, using: &draw)) —") }
  }

  /// Marks the rows of which nobody can tell, where merged cells are gone, which of two kindred fields is left.
  private mutating func markUntold() {
    for pair: Set<FieldMeaning> in [[.lead, .responsible], [.responsible, .cooperating], [.supply, .update]] {
      let columns = structure.fields.indices.filter { pair.contains(structure.fields[$0]) }
      if columns.count == 2 { markUntold(columns) }
    }
  }

  private mutating func markUntold(_ columns: [Int]) {
    let fields = columns.map { structure.fields[$0] }
    let lines = table.kinds.indices.filter { table.kinds[$0] == .entry }
    for (index, line) in lines.enumerated() {
      let own = columns.filter { table.starts(line, $0) }
      for (column, field) in zip(columns, fields) where !own.contains(column) && index > 0 {
        if rows[index - 1].untold.contains(field) { rows[index].untold.insert(field) }
      }
      let isParted = (columns[0] + 1..<columns[1]).contains { table.starts(line, $0) }
      if own.count == 1, !isParted, isEither(table.places[line][own[0]].text, of: fields) {
        rows[index].untold.formUnion(fields)
      }
    }
  }

  /// Whether a text may stand in either of two kindred fields.
  private func isEither(_ text: String, of fields: [FieldMeaning]) -> Bool {
    if fields.contains(.update) { return !["更新", "报送", "提供"].contains { text.contains($0) } }
    return !fields.contains(.lead) || VariedWords.mayLead(text)
  }
}
