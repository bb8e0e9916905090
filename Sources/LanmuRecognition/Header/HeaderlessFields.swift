internal import LanmuGrid

/// The fields of a table that has no header, or one of unknown words, judged by what stands in them.
struct HeaderlessFields: Sendable {
  /// `nil` if the content does not look like a plan's.
  private(set) var header: TableHeader?

  /// Rows looked at; more would not change the picture.
  static let sampleSize = 200

  /// - Parameter mayHaveHeader: whether the first row may be a header of unknown words.
  init(_ rows: [FieldRow], mayHaveHeader: Bool = true) {
    if mayHaveHeader, let first = rows.first, let below = Self(body: Array(rows.dropFirst())),
      let labelled = ContrastingRow(first, above: below.wholeContents)
    {
      header = TableHeader(fields: below.fields(labelled.labels), rows: [first])
    } else if let own = Self.judged(rows) {
      header = TableHeader(fields: own.fields([]), rows: [])
    }
  }

  /// By grid column.
  private(set) var contents: [ColumnContent] = []
  /// The same of the rows that surely lack no cell.
  private var wholeContents: [ColumnContent] = []
  private var meanings: [FieldMeaning?] = []
  /// Whether rows lack cells, and enough that lack none say what the fields are.
  private var isToldByWholeRows = false
  /// Whether rows were filled up at their ends, and those that begin with as many labels as the first say what the fields are.
  private var isToldByLabels = false

  /// One for each grid column; a label that is known says what it means.
  private func fields(_ labels: [String]) -> [HeaderField] {
    meanings.enumerated().map { index, meaning in
      let label = labels.indices.contains(index) ? labels[index] : ""
      let known = HeaderLexicon.match(label)
      return HeaderField(
        label: label, group: "", meaning: known?.meaning ?? meaning ?? .other,
        strength: known?.strength ?? HeaderField.guessed, columns: index..<index + 1)
    }
  }

  /// - Parameters:
  ///   - rows: rows of which none is a header; the result is `nil` if they do not look like a plan's.
  ///   - all: the rows of the whole table, if these are a selection.
  init?(body rows: [FieldRow], of all: [FieldRow]? = nil) {
    let sample = rows.prefix(Self.sampleSize).filter { row in
      !(row.filled.first.map { SpecialRows.isTotal($0.label) } ?? true)
    }
    guard sample.count >= Self.fewest else { return nil }
    let keepsSpans = sample.first?.layout.keepsSpans ?? true
    let width = Self.width(of: sample)
    guard width >= 3, width <= 24 else { return nil }
    // A single text in the first field is a note or a heading as often as an entry.
    let unmoved = Self.unmovedLikeFirst(sample, width: width)
    let full = (unmoved ?? Self.full(sample, width: width, keepsSpans: keepsSpans)).filter {
      $0.filledCount > 1 || $0.filled.first?.column != 0
    }
    isToldByLabels = unmoved != nil
    wholeContents = Self.contents(of: full.filter { keepsSpans || $0.filledCount == width }, width: width)
    contents = Self.contents(of: full, width: width)
    isToldByWholeRows =
      !keepsSpans && Self.isRagged(sample) && full.count >= Self.fewest
      && full.allSatisfy { row in row.cells.count { !$0.isPadding } == width }
    var lists = Array(repeating: 0, count: width)
    for cell in full.flatMap(\.filled) where cell.column < width && cell.columnSpan < width {
      let own = TextEvidence(cell.label)
      if own.items > 1 || own.isGroup || Self.listsLines(cell.raw) { lists[cell.column] += 1 }
    }
    meanings = contents.map(\.likeliest)
    settleOuterLevels(sample)
    for index in meanings.indices.dropFirst() where meanings[index] == .level && meanings[index - 1] == .level {
      if Self.names(index, column: index - 1, in: full) { meanings[index] = .requirement }
    }
    let aligned = Self.contents(of: Self.alignedRight(sample, width: width), width: width)
    settleNumbers(all.map { Array($0.prefix(Self.sampleSize)) } ?? sample)
    settleLongChannels()
    settleChannels(bodies: zip(contents, aligned).map { max($0.bodies, $1.bodies) })
    settleLastLevel()
    settleEmptyLevels()
    // Labels stand left of what they label; only units and running numbers may stand before them.
    guard let firstLevel = meanings.firstIndex(of: .level),
      let firstData = meanings.indices.first(where: { index in
        index > firstLevel && ![.level, .number, nil].contains(meanings[index])
      })
    else { return nil }
    let lastUnits = meanings.lastIndex(of: .responsible) ?? 0
    for index in meanings.indices where index > firstData && meanings[index] == .level {
      // A few short words far right are remarks; a field that nearly every row fills says what is required, or for which columns
      // of the site, where another says what is and the units of these stand behind it.
      let isSparse = contents[index].count * 2 < full.count
      let isTarget = !isSparse && meanings[index - 1] == .requirement && index < lastUnits
      meanings[index] = isTarget ? .target : isSparse || meanings.contains(.requirement) ? .remarks : .requirement
    }
    // A last field that rows mostly leave empty is one of remarks; rows that lost cells have its text further left.
    let isFilledUp = sample.first?.layout == .dropped
    if let last = meanings.indices.last, meanings[last] == nil, isFilledUp || aligned[last].count > 0 {
      meanings[last] = .remarks
    }
    Self.settlePeople(&meanings, lists: lists)
    let found = Set(meanings.compactMap { $0 })
    guard found.contains(.responsible), meanings.contains(.level),
      found.contains(.update) || found.contains(.requirement) || branches(sample, whole: full.count)
    else { return nil }
  }

  /// Where rows lost only what a label covers to its right, outer labels may stand in none of the whole rows; the others have
  /// their first cells in their places.
  private mutating func settleOuterLevels(_ rows: [FieldRow]) {
    guard rows.first?.layout == .indented, let level = meanings.firstIndex(of: .level), level > 0 else { return }
    let leading = Self.contents(of: rows.filter { $0.filledCount > 1 }, width: contents.count)
    for index in 0..<level where contents[index].count == 0 && leading[index].likeliest == .level {
      meanings[index] = .level
    }
  }

  /// Nothing is demanded left of all labels where another field says what is: few texts there that say more than names open
  /// branches, as do channels that tell who leads them.
  private mutating func settleLongChannels() {
    guard let level = meanings.firstIndex(of: .level), let demand = meanings.lastIndex(of: .requirement), level < demand
    else { return }
    for index in 0..<level where meanings[index] == .requirement && contents[index].count * 2 <= contents[demand].count
    {
      meanings[index] = .level
    }
  }

  /// Names of channels may end as those of bodies do (工作站, 服务中心): beside a field of certain bodies, one of which hardly any
  /// text is one, and which stands left of the labels or among them, is a level.
  ///
  /// - Parameter bodies: the share of certain bodies in each field.
  private mutating func settleChannels(bodies: [Double]) {
    let units = meanings.indices.filter { meanings[$0] == .responsible }
    guard let last = units.last else { return }
    for index in units.dropLast().reversed() where contents[index].bodies <= Self.hardlyBodies {
      let opensBranches = contents[index].bodies == 0 && contents[index].count * 2 <= contents[last].count
      guard bodies[last] >= (opensBranches ? Self.someBodies : Self.mostlyBodies) else { continue }
      if meanings[index + 1] == .level { meanings[index] = .level }
    }
  }

  /// Rows that lack no cell may all stand far below the first, so that their numbers alone do not seem to count: those that rows
  /// begin with tell, whatever cells they lack.
  private mutating func settleNumbers(_ rows: [FieldRow]) {
    guard contents[0].number > 0.8, meanings[0] == .other else { return }
    let numbers = rows.compactMap { $0.cells.first }.map { TextEvidence($0.label) }.filter(\.isNumber)
    if ColumnContent(numbers).isCounting || meanings[1] == .level && Self.countsBranches(rows) { meanings[0] = .number }
  }

  /// Whether the numbers that rows begin with count the labels right of them from 1 on, each written again with its own label
  /// only: a few of them are no running numbers of rows, but neither are they scores.
  private static func countsBranches(_ rows: [FieldRow]) -> Bool {
    var labels: [String] = []
    for row in rows where row.cells.count > 1 {
      guard let number = TextEvidence(row.cells[0].label).ordinal else { continue }
      let label = row.cells[1].label
      if label.isEmpty { return false }
      if label != labels.last { labels.append(label) }
      guard number.minor == 0, number.major == labels.count else { return false }
    }
    return labels.count > 1 && Set(labels).count == labels.count
  }

  /// Fields without any text between levels and what follows them are levels that few branches reach.
  private mutating func settleEmptyLevels() {
    guard let first = meanings.firstIndex(of: .level),
      let open = meanings[first...].firstIndex(where: { $0 != .level }),
      meanings[open] == nil, let data = meanings[open...].firstIndex(where: { $0 != nil })
    else { return }
    for index in open..<data { meanings[index] = .level }
  }

  private static let mostlyBodies = 0.5
  /// As many will do beside a field that few rows fill, as is that of merged channels, and in which no text is surely a body.
  private static let someBodies = 0.25
  private static let hardlyBodies = 0.2

  /// The fields by all rows, or by the fullest ones where the others have lost places: where units and times stand scattered.
  private static func judged(_ rows: [FieldRow]) -> Self? {
    if let unmoved = unpushed(rows) ?? unpulled(rows) { return unmoved }
    let whole = Self(body: rows)
    guard let clear = Self(body: unmoved(rows), of: rows) ?? Self(body: fullest(rows), of: rows) else { return whole }
    guard let whole, !whole.isToldByLabels else { return whole ?? clear }
    // Rows that have a cell for every field keep their places, whatever the others have lost; filled up, all rows have.
    let isKept =
      rows.first?.layout != .dropped
      && (whole.contents.count > clear.contents.count || whole.isToldByWholeRows)
      && whole.meanings.indices.contains { index in
        whole.meanings[index] == .responsible && whole.contents[index].units >= inPlace
      }
    let isScattered = clear.meanings.indices.contains { index in
      clear.meanings[index] == .responsible && index < whole.contents.count && whole.contents[index].units < inPlace
    }
    return isScattered && !isKept ? clear : whole
  }

  private static let inPlace = 0.85

  /// The fields by the other rows, where those that reach furthest right stand below one another, and what they hold is what the
  /// others hold a field further left: their page was pushed to the right, as a whole if each begins with an empty field, or else
  /// behind the labels.
  private static func unpushed(_ rows: [FieldRow]) -> Self? {
    guard rows.first?.layout == .delimited else { return nil }
    let sample = rows.prefix(sampleSize).filter { $0.filledCount > 1 }
    let furthest = sample.compactMap { $0.filled.last?.column }.max() ?? 0
    let runs = sample.indices.split { sample[$0].cells.first?.label.isEmpty == false }
    let whole = runs.filter { run in run.contains { sample[$0].filled.last?.column == furthest } }.flatMap { $0 }
    let behindLabels = sample.indices.filter { sample[$0].filled.last?.column == furthest }
    return fields(of: sample, unless: whole, arePushedFrom: 0, reach: furthest)
      ?? fields(of: sample, unless: behindLabels, arePushedFrom: nil, reach: furthest)
  }

  /// The fields by the other rows, where some reach one field further.
  ///
  /// - Parameter first: the first field whose texts these hold further right; `nil` for the first that holds no labels.
  private static func fields(
    of sample: [FieldRow], unless pushed: [Int], arePushedFrom first: Int?, reach furthest: Int
  ) -> Self? {
    let others = Set(sample.indices).subtracting(pushed).sorted().map { sample[$0] }
    guard others.count >= fewest, others.compactMap({ $0.filled.last?.column }).max() == furthest - 1,
      var fields = Self(body: others)
    else { return nil }
    // Single rows that reach further have moved each for itself; a page's follow each other.
    let labels = fields.meanings.lastIndex(of: .level) ?? 0
    let page = longestRun(of: pushed)
    if first == nil, page < fewest || page * 2 <= pushed.count { return nil }
    // Where rows are ragged, empty cells at their ends may make more fields than reach so far, though no row has a text there.
    fields.contents.removeLast(max(0, fields.contents.count - furthest))
    fields.wholeContents.removeLast(max(0, fields.wholeContents.count - furthest))
    fields.meanings.removeLast(max(0, fields.meanings.count - furthest))
    let held = contents(of: pushed.map { sample[$0] }, width: furthest + 1).map(\.likeliest)
    func fits(movedBy places: Int) -> Int {
      fields.meanings.indices.dropFirst(first ?? labels + 1).count { index in
        held[index + places] != nil && held[index + places] == fields.contents[index].likeliest
      }
    }
    return fits(movedBy: 1) > fits(movedBy: 0) ? fields : nil
  }

  /// How many of some rising places at most follow each other without a gap.
  private static func longestRun(of places: [Int]) -> Int {
    var (longest, current) = (0, 0)
    for (index, place) in places.enumerated() {
      current = index > 0 && place == places[index - 1] + 1 ? current + 1 : 1
      longest = max(longest, current)
    }
    return longest
  }

  /// So many rows are enough to tell the fields by.
  static let fewest = 3

  /// Fields of rows that need not look like a plan's, as far as their content says what they are.
  static func guessed(_ rows: [FieldRow], width: Int) -> TableHeader {
    let fields = contents(of: Array(rows.prefix(sampleSize)), width: width).enumerated().map { place, content in
      HeaderField(
        label: "", group: "", meaning: content.likeliest ?? .other, strength: HeaderField.guessed,
        columns: place..<place + 1)
    }
    return TableHeader(fields: fields, rows: [])
  }

  static func contents(of rows: [FieldRow], width: Int) -> [ColumnContent] {
    var evidence: [[TextEvidence]] = Array(repeating: [], count: width)
    for cell in rows.flatMap(\.filled) where cell.column < width && cell.columnSpan < width {
      evidence[cell.column].append(TextEvidence(cell.label))
    }
    return evidence.map(ColumnContent.init)
  }

  /// Whether each line of a cell is a unit of its own, and not the rest of a wrapped one.
  private static func listsLines(_ raw: String) -> Bool {
    let lines = CellText.field(raw).split(separator: "\n")
    return lines.count > 1 && lines.allSatisfy { TextEvidence(String($0)).units == 1 }
  }

  /// Whether the texts of a column mostly name the label beside them, as requirements do (要闻, 要闻工作动态).
  private static func names(_ column: Int, column labels: Int, in rows: [FieldRow]) -> Bool {
    let pairs = rows.compactMap { row -> (text: String, label: String)? in
      guard let text = row.filled.first(where: { $0.column == column })?.label,
        let label = row.filled.first(where: { $0.column == labels && $0.columnSpan == 1 })?.label
      else { return nil }
      return (text, label)
    }
    let naming = pairs.count { saysMore($0.text, than: $0.label) }
    return naming >= 3 && naming * 3 >= pairs.count * 2
  }

  /// Where units and times all stand before the labels, the last of several fields of names says what is required if its texts
  /// are longer.
  private mutating func settleLastLevel() {
    let levels = meanings.indices.filter { meanings[$0] == .level }
    guard levels.count > 1, let first = levels.first, let last = levels.last, last == meanings.count - 1,
      meanings[..<first].contains(.responsible), meanings[..<first].contains(.update),
      levels.dropLast().allSatisfy({ contents[$0].length * 3 <= contents[last].length * 2 })
    else { return }
    meanings[last] = .requirement
  }

  /// Whether labels branch out from column to column, up to the units at the end: then they are columns of a site, though
  /// nothing says what they hold or how often.
  ///
  /// - Parameters:
  ///   - rows: the rows of the table.
  ///   - whole: how many of them tell the fields.
  private func branches(_ rows: [FieldRow], whole: Int) -> Bool {
    let levels = meanings.indices.filter { meanings[$0] == .level }
    guard levels.count >= 2, let outer = levels.first, let units = meanings.firstIndex(of: .responsible),
      levels.allSatisfy({ $0 < units }), contents[units].units > 0.9
    else { return false }
    // Rows without a field for what is merged above them lack the outermost label, as empty ones do where cells are kept.
    // A list of people on duty lacks such cells, too, but is no longer than a page.
    if isToldByWholeRows || rows.first?.layout == .dropped {
      return rows.count >= Self.fewestBranching && whole * 2 <= rows.count
    }
    let fullest = levels.map { contents[$0].count }.max() ?? 0
    return contents[outer].count * 2 <= fullest
  }

  /// Fewer rows of labels and bodies alone that lack cells may list anything.
  static let fewestBranching = 20

  /// Of several fields of units, the one that always names a single one leads; those that name many are responsible.
  private static func settlePeople(_ meanings: inout [FieldMeaning?], lists: [Int]) {
    let places = meanings.indices.filter { meanings[$0] == .responsible }
    guard places.count > 1 else { return }
    let leads = lists[places[0]] == 0 && lists[places[1]] > 0
    if leads { meanings[places[0]] = .lead }
    let responsible = leads ? places[1] : places[0]
    for place in places where place > responsible { meanings[place] = .cooperating }
  }
}
