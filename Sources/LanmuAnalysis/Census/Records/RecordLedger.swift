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
  package private(set) var paths: [String] = []
  package private(set) var units: [String] = []
  package private(set) var cells: [RecordCell] = []
  package private(set) var problems = ProblemLog()
  package private(set) var rows = 0
  /// The days of all dated rows.
  package private(set) var period: ClosedRange<CivilDate>?
  /// Items of interviews and consultations, and the month's items with a date of origin.
  package private(set) var items: [RecordItem] = []
  package private(set) var unlistedItems = 0
  /// Whether some file names dates of origin, reprints, units.
  package private(set) var hasEvents = false
  package private(set) var hasReprints = false
  package private(set) var hasUnits = false

  private var pathPlaces: [String: Int] = [:]
  private var unitPlaces: [String: Int] = [:]
  private var cellPlaces: [UInt64: Int] = [:]
  /// The first day seen for a title in a column, by stable hash.
  private var seen: [UInt64: Int32] = [:]
  private var watched: [Bool] = []

  package static let separator = " / "
  private static let listedItems = 20_000
  private static let distinctTitles = 6_000_000

  package init(month: CivilMonth, monitoringDay: CivilDate, declaredSince: CivilDate? = nil, daysKept: Int = 800) {
    self.month = month
    self.monitoringDay = monitoringDay
    self.declaredSince = declaredSince
    horizon = monitoringDay.adding(days: -max(400, min(daysKept, 8000)))
  }

  /// Notes what a file offers before its rows come.
  package mutating func begin(_ map: FieldMap) {
    if map[.event] != nil { hasEvents = true }
    if map[.reprinted] != nil { hasReprints = true }
    if map[.unit] != nil { hasUnits = true }
  }

  /// Adds a row; fields that are missing are empty.
  package mutating func add(_ row: borrowing RecordRow, at place: @autoclosure () -> RowPlace) {
    rows += 1
    let path = self.path(row.path)
    let unit = self.unit(row.unit)
    if row.isShort { problems.add(.shortRow, at: place(), text: row.title) }
    if path < 0 { problems.add(.pathMissing, at: place(), text: row.title) }
    let date = CivilDate(parsing: row.published)
    guard let date, date >= Self.firstPlausible else {
      if row.published.isEmpty {
        problems.add(.dateMissing, at: place(), text: row.title)
      } else if date == nil {
        problems.add(.dateUnreadable, at: place(), text: row.published)
      } else {
        problems.add(.dateBefore1990, at: place(), text: row.published)
      }
      let cell = self.cell(path: path, unit: unit)
      cells[cell].total += 1
      cells[cell].undated += 1
      return
    }
    period = period.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
    if date > monitoringDay {
      problems.add(.dateAfterMonitoring, at: place(), text: row.published)
      return
    }
    if let declaredSince, date < declaredSince {
      problems.add(.outsideDeclaredPeriod, at: place(), text: row.published)
    }
    if !row.title.isEmpty, isRepeated(row, path: path, date: date, place: place()) { return }
    if !row.created.isEmpty, let created = CivilDate(parsing: row.created), date < created {
      problems.add(.publishedBeforeCreation, at: place(), text: row.published + " < " + row.created)
    }
    count(row, path: path, unit: unit, date: date)
  }

  /// Closes the ledger: counts by day are put in order.
  package mutating func finish() {
    for index in cells.indices { cells[index].days.compact() }
    seen = [:]
  }

  private static let firstPlausible = CivilDate(year: 1990, month: 1, day: 1) ?? .earliest

  private mutating func count(_ row: borrowing RecordRow, path: Int, unit: Int, date: CivilDate) {
    let cell = self.cell(path: path, unit: unit)
    cells[cell].total += 1
    if row.isReprinted, date >= month.firstDay, date <= month.lastDay { cells[cell].reprintedInMonth += 1 }
    if date >= horizon { cells[cell].days.add(date) }
    if cells[cell].first.map({ date < $0 }) ?? true { cells[cell].first = date }
    if cells[cell].last.map({ date > $0 }) ?? true {
      cells[cell].last = date
      cells[cell].lastTitle = row.title
      cells[cell].lastLink = row.link
    }
    let event = row.event.isEmpty ? nil : CivilDate(parsing: row.event)
    let isTimed = event != nil && date >= month.firstDay && date <= month.lastDay
    guard isTimed || (path >= 0 && watched[path] && date >= monitoringDay.adding(months: -13)) else { return }
    guard items.count < Self.listedItems else {
      unlistedItems += 1
      return
    }
    items.append(RecordItem(path: path, unit: unit, title: row.title, published: date, event: event))
  }

  /// Whether the same title stood in the same column on the same day; the same title on another day is only reported.
  private mutating func isRepeated(
    _ row: borrowing RecordRow, path: Int, date: CivilDate, place: @autoclosure () -> RowPlace
  ) -> Bool {
    var hash = StableHash()
    hash.combine(Int32(path))
    hash.combine(row.title)
    guard let earlier = seen[hash.value] else {
      if seen.count < Self.distinctTitles { seen[hash.value] = date.dayNumber }
      return false
    }
    guard earlier == date.dayNumber else {
      problems.add(.duplicateTitle, at: place(), text: row.title)
      return false
    }
    problems.add(.duplicateRow, at: place(), text: row.title)
    return true
  }

  private mutating func path(_ text: String) -> Int {
    if text.isEmpty { return -1 }
    if let place = pathPlaces[text] { return place }
    paths.append(text)
    pathPlaces[text] = paths.count - 1
    watched.append(ColumnClass.isOfActivities(text))
    return paths.count - 1
  }

  private mutating func unit(_ text: String) -> Int {
    if text.isEmpty { return -1 }
    if let place = unitPlaces[text] { return place }
    units.append(text)
    unitPlaces[text] = units.count - 1
    return units.count - 1
  }

  private mutating func cell(path: Int, unit: Int) -> Int {
    let key = UInt64(UInt32(truncatingIfNeeded: path)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    if let place = cellPlaces[key] { return place }
    cells.append(RecordCell(path: path, unit: unit))
    cellPlaces[key] = cells.count - 1
    return cells.count - 1
  }
}
