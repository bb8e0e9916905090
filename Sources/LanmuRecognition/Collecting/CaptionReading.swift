internal import LanmuGrid

/// Reads the texts between tables: which of them is a table's heading, and whether it says that another table begins.
struct CaptionReading: Sendable {
  /// The heading nearest above the table that starts now; empty if there is none.
  private(set) var title = ""
  /// Whether a heading of its own, not the document's title, stands right above the table that starts now.
  private(set) var hasCaption = false
  /// Whether nothing but a title without a number stands since the table above, as at the top of each page.
  private(set) var hasOnlyTitle = true
  /// The label of the text right above, where it is the mark of an annex (附件2) that has not stood there before.
  private var annexMark: String?
  /// The headings since the last row of a table.
  private var headings = StandingHeadings()
  /// All texts that stood outside tables; one that comes again is a running head.
  private var seen: Set<String> = []
  private var repeated: Set<String> = []
  /// How the long ones among them begin, and how long they are.
  private var beginnings: Set<Beginning> = []

  private struct Beginning: Hashable {
    let length: Int
    let start: String

    /// The first half of a long label, as it differs from page to page only behind it; none of a short one.
    init?(_ label: String) {
      length = label.unicodeScalars.count
      guard length >= Self.shortest else { return nil }
      start = String(label.unicodeScalars.prefix(length / 2))
    }

    private static let shortest = 16
  }

  mutating func take(_ text: String) {
    let label = CellText.label(text)
    if seen.insert(label).inserted {
      if let beginning = Beginning(label) { beginnings.insert(beginning) }
      stand(text, label: label)
    } else {
      repeated.insert(label)
      headings.drop(label)
      note(text, mark: nil)
    }
  }

  /// A text that is no running head stands above what follows.
  private mutating func stand(_ text: String, label: String) {
    let mark = annexMark
    note(text, mark: Self.isAnnexMark(label) ? label : nil)
    guard Self.isHeading(text) else { return }
    let isTitle = SurroundingText.isPlanTitle(text)
    let length = label.unicodeScalars.count
    var kinds: Set<StandingHeadings.Kind> = isTitle ? [] : [.heading]
    let isNumbered = CellText.startsListItem(text) || Self.countsTable(label)
    if length <= Self.longestBeginning, isTitle || isNumbered { kinds.insert(.beginning) }
    if length <= Self.longestCaption { kinds.insert(.caption) }
    headings.take(label, kinds)
    if let mark { headings.takeAnnex(mark: mark, heading: label) }
  }

  /// What the text nearest above a table says, whether or not it has stood there before.
  private mutating func note(_ text: String, mark: String?) {
    let isHeading = Self.isHeading(text)
    let isTitle = SurroundingText.isPlanTitle(text)
    if isHeading { title = text }
    hasCaption = isHeading && !isTitle
    if hasCaption { hasOnlyTitle = false }
    annexMark = mark
  }

  private static let longestBeginning = 50
  private static let longestCaption = 30

  /// A row of a table: what stood above it says nothing of what follows.
  mutating func startedTable() {
    title = ""
    hasCaption = false
    hasOnlyTitle = true
    annexMark = nil
    headings = StandingHeadings()
  }

  /// Whether a row is only a running head: a title that has stood outside the tables before, or, where a line may stand between
  /// rows without being one, any title.
  func isRunningHead(_ row: FieldRow, below header: TableHeader?) -> Bool {
    guard row.filledCount == 1, let label = row.filled.first?.label, SurroundingText.isPlanTitle(label) else {
      return false
    }
    if seen.contains(label) { return true }
    // Where rows are numbered, a line without a number is the heading of some of them.
    return row.layout == .delimited && row.cells.count == 1 && header?.fields.first?.meaning != .number
  }

  /// Whether a text has stood outside the tables before, or a long one that begins as it does and is as long.
  func haveHeld(_ label: String) -> Bool {
    seen.contains(label) || Beginning(label).map(beginnings.contains) ?? false
  }

  /// A worksheet begins; its name, unless it is one that programs give, is a heading.
  mutating func startSheet(_ name: String) {
    startedTable()
    guard !Self.isGenericName(name) else { return }
    let label = CellText.label(name)
    if repeated.contains(label) { note(name, mark: nil) } else { stand(name, label: label) }
  }

  // MARK: - Titles

  /// Whether a heading, and no running title, stands between the table above and what follows.
  var hasHeading: Bool { headings.has(.heading) }

  /// A short text that is no sentence, number, date or annex mark.
  static func isHeading(_ text: String) -> Bool {
    let label = CellText.label(text)
    guard label.unicodeScalars.count <= 60, let last = label.unicodeScalars.last,
      !"。；;，,".unicodeScalars.contains(last), !SurroundingText.isFurniture(text),
      !SurroundingText.explainsStar(text)
    else { return false }
    return SurroundingText.loneDocumentNumber(text) == nil && SurroundingText.firstDate(label) == nil
      && !isFormLine(label) && !isContinuation(label) && !isEdition(label)
  }

  /// （征求意见稿）, （试行）: which edition of the document above it is, and no heading of its own.
  private static func isEdition(_ label: String) -> Bool {
    guard let inside = CellText.insideBrackets(label) else { return false }
    return inside.count <= 8 && editions.contains { inside.hasSuffix($0) }
  }

  private static let editions = ["稿", "草案", "试行", "暂行", "版", "修订", "修订本"]

  /// Whether a text is the heading of one of several parts or annexes.
  static func headsPart(_ text: String) -> Bool {
    isHeading(text) && (CellText.startsListItem(text) || marksAnnex(CellText.label(text)))
  }

  private static func marksAnnex(_ label: String) -> Bool { label.hasPrefix("附件") || label.hasPrefix("附表") }

  /// Whether a text counts a table or an annex: 表2 …, 附表一 …, 附件2.
  static func countsTable(_ label: String) -> Bool {
    var scalars = label.unicodeScalars[...]
    let isAnnex = scalars.first == "附"
    if isAnnex { scalars.removeFirst() }
    guard let kind = scalars.popFirst(), kind == "表" || isAnnex && kind == "件", let next = scalars.first else {
      return false
    }
    // 附件一览表 names a list and counts nothing.
    return next.properties.numericType != nil && !scalars.starts(with: "一览".unicodeScalars)
  }

  /// 填报单位：…, 单位：…: what a form says of itself.
  static func isFormLine(_ label: String) -> Bool {
    guard let colon = label.firstIndex(where: { "：:".contains($0) }) else { return false }
    let lead = SimplifiedForms.text(String(label[..<colon]))
    return NoteMark.labels.contains(lead) || lead.hasSuffix("单位") || lead.hasSuffix("部门")
      || lead.hasSuffix("日期") || lead.hasSuffix("时间") || lead.hasSuffix("人") || lead.hasSuffix("电话")
  }

  /// Whether a text among the rows of a table says nothing of what they hold: a mark, a number, a date.
  static func saysNothing(_ text: String) -> Bool {
    let label = CellText.label(text)
    return SurroundingText.isFurniture(text) || SurroundingText.loneDocumentNumber(text) != nil || isContinuation(label)
      || isFormLine(label) || isEdition(label)
  }

  /// 续表, （续表）, （续）, 接上表.
  private static func isContinuation(_ label: String) -> Bool {
    let label = SimplifiedForms.text(label)
    let words = label.drop { "（(".contains($0) }
    return words.hasPrefix("续") || words.hasPrefix("接上") || label.hasSuffix("（续）") || label.hasSuffix("(续)")
  }

  private static func isGenericName(_ sheet: String) -> Bool {
    let letters = sheet.unicodeScalars.filter {
      !("0"..."9").contains($0) && !CellText.isSpace($0) && $0 != "(" && $0 != ")"
    }
    return ["", "Sheet", "sheet", "工作表", "表", "Table"].contains(String(String.UnicodeScalarView(letters)))
  }

  // MARK: - Beginnings

  /// Whether a text since the table above says that another table begins.
  ///
  /// Where spans are known, any heading does. Text that lost its merges may hold stray pieces of cells between lines, so that
  /// a heading must be numbered or a title, or stand where the table above has one, too.
  func startTable(_ layout: Grid.Layout, after table: CollectedTable?) -> Bool {
    if headings.has(.annex) || headings.has(.beginning) { return true }
    return headings.has(.caption) && (layout.keepsSpans || table?.hasCaption == true)
  }

  private static func isAnnexMark(_ label: String) -> Bool {
    marksAnnex(label) && label.unicodeScalars.count > 2 && SurroundingText.isFurniture(label)
  }

  /// Whether a row of a grid holds nothing but a short text that could be a heading.
  static func isCaption(_ row: FieldRow) -> Bool {
    guard row.filledCount == 1, let label = row.filled.first?.label, label.unicodeScalars.count <= 50 else {
      return false
    }
    return isHeading(label) || SurroundingText.isFurniture(label)
  }
}
