package import LanmuGrid

/// The export of published items, added up while it streams by: its size depends on columns, units and days, not on rows.
package struct RecordLedger: Sendable {
  /// Counts by day are kept from here on.
  package let horizon: CivilDate
  /// Later items are reported and not counted.
  package let monitoringDay: CivilDate
  package let month: CivilMonth
  /// The first day for which the export is declared complete.
  package let declaredSince: CivilDate?

  /// The column paths as they stood, levels joined by ` / `.
  package var paths: [String] { pathTable.texts }
  package var units: [String] { unitTable.texts }
  package private(set) var cells: [RecordCell] = []
  /// By place in `paths`.
  package private(set) var newest: [NewestItem] = []
  package private(set) var problems = ProblemLog()
  package private(set) var rows = 0
  /// Items of interviews and consultations, and the month's items with a date of origin.
  package private(set) var items: [RecordItem] = []
  package private(set) var unlistedItems = 0
  /// Whether some file names dates of origin, reprints, units.
  package private(set) var hasEvents = false
  package private(set) var hasReprints = false
  package private(set) var hasUnits = false

  private var pathTable = TextTable()
  private var unitTable = TextTable()
  private var cellPlaces = PlaceTable<Int32>(filler: 0)
  private var seen = PlaceTable<SeenItem>(filler: SeenItem(day: 0, link: 0))
  private var watched: [Bool] = []
  private var firstDay = CivilDate.latest
  private var lastDay = CivilDate.earliest
  private let days: ClosedRange<CivilDate>
  /// Activities are listed from here on.
  private let watchedSince: CivilDate
  private var scratch: [UInt8] = []

  /// The first item of a title in a column, in four bytes, since there is one for each row.
  private struct SeenItem: BitwiseCopyable {
    /// The low bits of the day's number: days 179 years apart are no matter here.
    var day: UInt16
    /// A hash of its link; 0 for none.
    var link: UInt16
  }

  package static let separator = " / "
  private static let listedItems = 20_000
  private static let distinctTitles = 6_000_000

  package init(month: CivilMonth, monitoringDay: CivilDate, declaredSince: CivilDate? = nil, daysKept: Int = 800) {
    self.month = month
    self.monitoringDay = monitoringDay
    self.declaredSince = declaredSince
    horizon = monitoringDay.adding(days: -max(400, min(daysKept, 8000)))
    days = month.firstDay...month.lastDay
    watchedSince = monitoringDay.adding(months: -13)
  }

  /// The days of all dated rows.
  package var period: ClosedRange<CivilDate>? { firstDay <= lastDay ? firstDay...lastDay : nil }

  /// Notes what a file offers before its rows come.
  package mutating func begin(_ map: FieldMap) {
    if map[.event] != nil { hasEvents = true }
    if map[.reprinted] != nil { hasReprints = true }
    if map[.unit] != nil { hasUnits = true }
  }

  /// Adds a row; one without any content is passed over.
  package mutating func add(_ texts: FieldTexts, _ fields: RecordFields, at place: @autoclosure () -> RowPlace) {
    let row = RecordRow(texts, fields)
    if row.isEmpty { return }
    rows += 1
    let path = self.path(of: row)
    let unit = self.unit(of: row)
    if row.isShort { problems.add(.shortRow, at: place(), text: row.text(row.title)) }
    if path < 0 { problems.add(.pathMissing, at: place(), text: row.text(row.title)) }
    let date = row.date(row.published)
    guard let date, date >= Self.firstPlausible else {
      let kind: InputProblem.Kind =
        row.published.isEmpty ? .dateMissing : date == nil ? .dateUnreadable : .dateBefore1990
      problems.add(kind, at: place(), text: row.text(row.published.isEmpty ? row.title : row.published))
      let cell = self.cell(path: path, unit: unit)
      cells[cell].total += 1
      cells[cell].undated += 1
      return
    }
    firstDay = min(firstDay, date)
    lastDay = max(lastDay, date)
    if date > monitoringDay {
      problems.add(.dateAfterMonitoring, at: place(), text: row.text(row.published))
      return
    }
    if let declaredSince, date < declaredSince {
      problems.add(.outsideDeclaredPeriod, at: place(), text: row.text(row.published))
    }
    if !row.title.isEmpty, isRepeated(row, path: path, date: date, place: place()) { return }
    let created = row.created
    if !created.isEmpty, let day = row.date(created), date < day {
      problems.add(
        .publishedBeforeCreation, at: place(), text: row.text(row.published) + " < " + row.text(created))
    }
    count(row, path: path, unit: unit, date: date)
  }

  /// Closes the ledger: counts by day are put in order.
  package mutating func finish() {
    for index in cells.indices { cells[index].days.compact() }
    seen = PlaceTable(filler: SeenItem(day: 0, link: 0))
  }

  private static let firstPlausible = CivilDate(year: 1990, month: 1, day: 1) ?? .earliest

  private mutating func count(_ row: borrowing RecordRow, path: Int, unit: Int, date: CivilDate) {
    let cell = self.cell(path: path, unit: unit)
    let isInMonth = days.contains(date)
    cells[cell].total += 1
    if isInMonth, row.isReprinted { cells[cell].reprintedInMonth += 1 }
    if date >= horizon { cells[cell].days.add(date) }
    if cells[cell].first.map({ date < $0 }) ?? true { cells[cell].first = date }
    if cells[cell].last.map({ date > $0 }) ?? true {
      cells[cell].last = date
    }
    if path >= 0, date > newest[path].day {
      newest[path] = NewestItem(day: date, title: row.text(row.title), link: row.text(row.link))
    }
    let event = isInMonth ? row.date(row.event) : nil
    guard event != nil || (path >= 0 && watched[path] && date >= watchedSince) else { return }
    guard items.count < Self.listedItems else {
      unlistedItems += 1
      return
    }
    items.append(RecordItem(path: path, unit: unit, title: row.text(row.title), published: date, event: event))
  }

  /// Whether the same item came before: the same title in the same column on the same day, and no other link.
  ///
  /// The same title on another day, or under another link, is another item, and reported.
  private mutating func isRepeated(
    _ row: borrowing RecordRow, path: Int, date: CivilDate, place: @autoclosure () -> RowPlace
  ) -> Bool {
    var hash = StableHash()
    hash.combine(UInt64(bitPattern: Int64(path)))
    hash.combine(row.bytes.span.extracting(row.title))
    let item = SeenItem(
      day: UInt16(truncatingIfNeeded: date.dayNumber), link: Self.hash(row.bytes.span.extracting(row.link)))
    guard let earlier = note(item, hash) else { return false }
    var isSame = earlier.day == item.day && (earlier.link == item.link || earlier.link == 0 || item.link == 0)
    if !isSame {
      hash.combine(UInt64(item.day) << 16 | UInt64(item.link))
      isSame = note(item, hash) != nil
    }
    problems.add(isSame ? .duplicateRow : .duplicateTitle, at: place(), text: row.text(row.title))
    return isSame
  }

  private mutating func note(_ item: SeenItem, _ hash: StableHash) -> SeenItem? {
    seen.count < Self.distinctTitles ? seen.insert(item, for: hash.value) : seen[hash.value]
  }

  private static func hash(_ link: Span<UInt8>) -> UInt16 {
    if link.isEmpty { return 0 }
    var hash = StableHash()
    hash.combine(link)
    return max(1, UInt16(truncatingIfNeeded: hash.value))
  }

  private mutating func path(of row: borrowing RecordRow) -> Int {
    var joined: [UInt8] = []
    swap(&joined, &scratch)
    defer { swap(&joined, &scratch) }
    row.path(in: &joined)
    if joined.isEmpty { return -1 }
    let (number, isNew) = pathTable.place(of: joined.span)
    if isNew {
      watched.append(ColumnClass.isOfActivities(pathTable.texts[number]))
      newest.append(NewestItem())
    }
    return number
  }

  private mutating func unit(of row: borrowing RecordRow) -> Int {
    row.unit.isEmpty ? -1 : unitTable.place(of: row.bytes.span.extracting(row.unit)).number
  }

  private mutating func cell(path: Int, unit: Int) -> Int {
    let key = UInt64(UInt32(truncatingIfNeeded: path)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    // The table takes 0 for 1: no two cells may come to these.
    if let place = cellPlaces.insert(Int32(clamping: cells.count), for: key ^ 0x5555_5555_5555_5555) {
      return Int(place)
    }
    cells.append(RecordCell(path: path, unit: unit))
    return cells.count - 1
  }
}
