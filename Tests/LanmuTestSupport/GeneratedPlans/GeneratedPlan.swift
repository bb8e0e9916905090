package import LanmuGrid
package import LanmuRecognition

/// An invented plan with a structure drawn at random, its truth, and its table in any state of loss.
package struct GeneratedPlan: Sendable {
  /// What a row is supposed to say.
  package struct Row: Sendable {
    package var path: [String]
    package var texts: [FieldMeaning: String]
    /// Fields that are empty in the original: with spans lost nobody can tell them from merged ones.
    package var blanks: Set<FieldMeaning>
    /// Kindred fields, of units or of times, of which nobody can tell which is which where merged cells are gone: one is left of two.
    package var untold: Set<FieldMeaning> = []
    /// Fields whose cell is that of the row above.
    package var shared: Set<FieldMeaning> = []
  }

  /// How much of the table's structure is gone.
  package enum Loss: String, Sendable, CaseIterable {
    case none
    /// Merged cells are empty fields.
    case emptied
    /// Merged cells are gone; empty cells are still there.
    case dropped
  }

  /// How the branches of the hierarchy are built.
  package enum Shape: String, Sendable, CaseIterable {
    /// All go down to the deepest level.
    case even
    /// Some end a level above.
    case uneven
    /// All is drawn at random: levels, order of fields, header, sections, empty and shared cells (`VariedPlan`).
    case varied
  }

  package let title: String
  package private(set) var rows: [Row] = []
  private let depth: Int
  private let fields: [FieldMeaning]
  private let header: [String]
  private let surroundings: Surroundings
  /// Places of the table, row by row: the text, and the row in which its merged area starts.
  private var places: [[(text: String, anchor: Int)]] = []
  private let variation: VariedPlan?

  /// What stands in the table, and beside it, without being an entry.
  private struct Surroundings {
    /// Whether one label stands over those of the levels, in a row of its own.
    var groupsLevels: Bool
    /// Whether the last row counts the entries.
    var countsRows: Bool
    /// Whether a list of people and telephones follows.
    var listsPeople: Bool

    init(seed: UInt64) {
      // Drawn apart, so that the plans themselves stay what they are.
      var generator = SeededGenerator(seed: seed ^ 0x5EED)
      groupsLevels = generator.happens(0.25)
      countsRows = generator.happens(0.2)
      listsPeople = generator.happens(0.25)
    }
  }

  package init(seed: UInt64, shape: Shape = .even) {
    self = shape == .varied ? Self(VariedPlan(seed: seed)) : Self(seed: seed, levels: shape)
  }

  private init(_ variation: VariedPlan) {
    self.variation = variation
    surroundings = Surroundings(seed: 0)
    title = variation.title
    rows = variation.rows
    depth = variation.structure.levelColumns
    fields = variation.structure.fields
    header = variation.header
  }

  private init(seed: UInt64, levels shape: Shape) {
    variation = nil
    surroundings = Surroundings(seed: seed)
    var generator = SeededGenerator(seed: seed)
    depth = shape == .uneven ? 3 : Int.random(in: 2...3, using: &generator)
    var data: [FieldMeaning] = [.requirement, .update]
    if generator.happens(0.3) { data.append(.mode) }
    if generator.happens(0.3) { data.append(.lead) }
    data.append(.responsible)
    if generator.happens(0.4) { data.shuffle(using: &generator) }
    if generator.happens(0.4) { data.append(.remarks) }
    fields = (generator.happens(0.3) ? [.number] : []) + Array(repeating: .level, count: depth) + data
    let levelLabels = PlanVocabulary.levelHeaders.randomElement(using: &generator) ?? []
    var level = 0
    header = fields.map { field in
      guard field == .level else { return PlanVocabulary.headers[field]?.randomElement(using: &generator) ?? "" }
      level += 1
      return levelLabels[level - 1]
    }
    title = "青禾县人民政府门户网站内容保障方案"
    makeRows(shape, &generator)
    nameSharedBranches()
    makePlaces()
  }

  // MARK: - Truth

  private mutating func makeRows(_ shape: Shape, _ generator: inout SeededGenerator) {
    var labels = PlanVocabulary.labels.shuffled(using: &generator)
    for channel in PlanVocabulary.channels.shuffled(using: &generator).prefix(Int.random(in: 3...6, using: &generator))
    {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        guard let middle = labels.popLast() else { break }
        if depth == 2 || shape == .uneven && generator.happens(0.25) {
          addRow([channel, middle], &generator)
          continue
        }
        for leaf in PlanVocabulary.leaves.shuffled(using: &generator).prefix(Int.random(in: 1...5, using: &generator)) {
          addRow([channel, middle, leaf], &generator)
        }
      }
    }
  }

  private mutating func addRow(_ path: [String], _ generator: inout SeededGenerator) {
    var texts: [FieldMeaning: String] = [:]
    var blanks: Set<FieldMeaning> = []
    let above = rows.last.flatMap { $0.path[0] == path[0] ? $0 : nil }
    for field in fields where field != .level {
      let repeats: [FieldMeaning: Double] = [
        .requirement: 0.1, .update: 0.4, .mode: 0.4, .lead: 0.35, .responsible: 0.3,
      ]
      if field == .number {
        texts[field] = String(rows.count + 1)
      } else if field == .remarks, !generator.happens(0.25) {
        blanks.insert(field)
      } else if let above, let same = above.texts[field], generator.happens(repeats[field] ?? 0) {
        texts[field] = same
      } else {
        texts[field] = PlanVocabulary.text(of: field, about: path[path.count - 1], &generator)
      }
    }
    rows.append(Row(path: path, texts: texts, blanks: blanks))
  }

  /// Lets each requirement that rows share speak of the branch that holds them all, as an author's would.
  ///
  /// In plans whose merged cells are known, a requirement that names one column is hardly ever that of others as well; below
  /// such a one, an empty cell could not be told from a shared one even by a careful reader.
  private mutating func nameSharedBranches() {
    var start = 0
    while start < rows.count {
      let (path, text) = (rows[start].path, rows[start].texts[.requirement])
      let run = rows[start...].prefix { $0.path[0] == path[0] && $0.texts[.requirement] == text }
      let common = run.reduce(path.count) { count, row in
        min(count, zip(path, row.path).prefix { $0 == $1 }.count)
      }
      if run.count > 1, let text {
        for index in run.indices {
          rows[index].texts[.requirement] = text.replacing(path[path.count - 1], with: path[common - 1])
        }
      }
      start = run.endIndex
    }
  }

  private mutating func makePlaces() {
    for (index, row) in rows.enumerated() {
      let above = index > 0 ? rows[index - 1] : nil
      var level = 0
      places.append(
        fields.indices.map { place in
          let field = fields[place]
          if field == .level {
            level += 1
            guard level <= row.path.count else { return ("", index) }
            let isSame = level < depth && above.map { $0.path.prefix(level) == row.path.prefix(level) } == true
            return (row.path[level - 1], isSame ? places[index - 1][place].anchor : index)
          }
          let text = row.texts[field] ?? ""
          let merges = field != .remarks && field != .number && !text.isEmpty && above?.texts[field] == text
          return (text, merges && above?.path[0] == row.path[0] ? places[index - 1][place].anchor : index)
        })
    }
    markUntold()
  }

  /// Marks the rows in which one unit is left of two side by side, and those that are merged with them.
  private mutating func markUntold() {
    let units: [FieldMeaning] = [.lead, .responsible]
    let columns = units.compactMap { fields.firstIndex(of: $0) }.sorted()
    guard columns.count == 2 else { return }
    for index in rows.indices {
      let own = columns.filter { places[index][$0].anchor == index }
      rows[index].untold = index > 0 ? rows[index - 1].untold : []
      for column in own { rows[index].untold.remove(fields[column]) }
      let isParted = (columns[0] + 1..<columns[1]).contains { places[index][$0].anchor == index }
      if own.count == 1, !isParted, PlanVocabulary.mayLead(places[index][own[0]].text) {
        rows[index].untold = Set(units)
      }
    }
  }

  // MARK: - Documents

  /// The plan as a document whose table has suffered a loss.
  package func document(_ loss: Loss) -> TableDocument {
    if let variation {
      func paragraphs(_ texts: [String]) -> [TableDocument.Block] { texts.map { .paragraph(.init(text: $0)) } }
      let table = TableDocument.Block.table(variation.table.grid(loss))
      return TableDocument(
        format: "generated", blocks: paragraphs(variation.before) + [table] + paragraphs(variation.after))
    }
    var cells = headerCells(loss)
    let top = surroundings.groupsLevels ? 2 : 1
    for (index, row) in places.enumerated() {
      var column = 0
      for (place, cell) in row.enumerated() {
        let isOwn = cell.anchor == index
        switch loss {
        case .none where isOwn:
          let span = places[index...].prefix { $0[place].anchor == index }.count
          cells.append(Cell(row: index + top, column: place, rowSpan: span, text: cell.text))
        case .emptied:
          cells.append(Cell(row: index + top, column: place, text: isOwn ? cell.text : ""))
        case .dropped where isOwn:
          cells.append(Cell(row: index + top, column: column, text: cell.text))
          column += 1
        case .none, .dropped: break
        }
      }
    }
    var rowCount = places.count + top
    if surroundings.countsRows, loss != .dropped {
      for place in header.indices {
        let text = place == 0 ? "合计" : place == header.count - 1 ? "共\(places.count)项" : ""
        cells.append(Cell(row: rowCount, column: place, text: text))
      }
      rowCount += 1
    }
    let layout: Grid.Layout = loss == .none ? .spanned : .delimited
    let grid = Grid(rowCount: rowCount, columnCount: header.count, layout: layout, cells: cells)
    let list: [TableDocument.Block] =
      surroundings.listsPeople ? [.paragraph(.init(text: "网站信息员名单")), .table(people(layout))] : []
    return TableDocument(format: "generated", blocks: [.paragraph(.init(text: title)), .table(grid)] + list)
  }

  /// The header's cells, in one row or, with a label over all levels, in two.
  private func headerCells(_ loss: Loss) -> [Cell] {
    guard surroundings.groupsLevels else {
      return header.enumerated().map { Cell(row: 0, column: $0.offset, text: $0.element) }
    }
    var upper: [Cell] = []
    var lower: [Cell] = []
    let first = fields.firstIndex(of: .level) ?? 0
    for (place, label) in header.enumerated() {
      let isLevel = fields[place] == .level
      switch loss {
      case .none where isLevel:
        if place == first { upper.append(Cell(row: 0, column: place, columnSpan: depth, text: "网站栏目")) }
        lower.append(Cell(row: 1, column: place, text: label))
      case .none:
        upper.append(Cell(row: 0, column: place, rowSpan: 2, text: label))
      case .emptied:
        upper.append(Cell(row: 0, column: place, text: isLevel ? (place == first ? "网站栏目" : "") : label))
        lower.append(Cell(row: 1, column: place, text: isLevel ? label : ""))
      case .dropped:
        if !isLevel || place == first {
          upper.append(Cell(row: 0, column: upper.count, text: isLevel ? "网站栏目" : label))
        }
        if isLevel { lower.append(Cell(row: 1, column: lower.count, text: label)) }
      }
    }
    return upper + lower
  }

  /// A table that is no plan.
  private func people(_ layout: Grid.Layout) -> Grid {
    let rows = [["姓名", "职务", "联系电话"], ["韦明", "科长", "5550101"], ["陆洁", "科员", "5550102"]]
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    return Grid(rowCount: rows.count, columnCount: 3, layout: layout, cells: cells)
  }

  // MARK: - Comparing

  /// The fields that readings are compared by; the levels count as one.
  var comparedFields: [FieldMeaning] { [.level] + fields.filter { $0 != .level && $0 != .other } }

  /// Whether a plan was made by hand, with repeated labels left empty, so that even with spans its rows are guesses.
  package var isHandMade: Bool { variation?.structure.isHandMade ?? false }

  // MARK: - Text

  /// The table as texts show it: of the plans that are not varied, without what stands in it beside entries.
  var drawnTable: DrawnTable {
    if let variation { return variation.table }
    var table = DrawnTable(width: header.count)
    let firstLevel = fields.firstIndex(of: .level) ?? 0
    table.labelColumns = firstLevel..<firstLevel + depth
    table.append(.header, header.enumerated().map { .init(text: $0.element, row: 0, column: $0.offset) })
    for row in places {
      table.append(
        .entry, row.enumerated().map { .init(text: $0.element.text, row: $0.element.anchor + 1, column: $0.offset) })
    }
    return table
  }

  /// The lines above and below the table in a text.
  var linesAround: (before: [String], after: [String]) {
    variation.map { ($0.before + [""], $0.after) } ?? (["附件1", title, ""], [])
  }

  /// The structure of a varied plan; `nil` for others.
  var structure: VariedStructure? { variation?.structure }
}
