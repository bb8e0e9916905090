/// Adds up who published how much, by unit, channel, day and class.
struct VolumeReckoning {
  private let input: CensusInput
  private let records: RecordLedger
  private let matching: ColumnMatching
  private let columns: [(path: [String], columnClass: ColumnClass)]
  private let ledgerUnits: [String?]

  init(
    _ input: CensusInput, records: RecordLedger, matching: ColumnMatching,
    entries: [(path: [String], columnClass: ColumnClass)], ledgerUnits: [String?]
  ) {
    self.input = input
    self.records = records
    self.matching = matching
    columns = entries
    self.ledgerUnits = ledgerUnits
  }

  func report(units: [UnitResult]) -> VolumeReport {
    var byUnit: [String: [Int]] = [:]
    var others = [Int](repeating: 0, count: 12)
    var channels: [String: VolumeReport.Share] = [:]
    var channelOrder: [String] = []
    var classes: [ColumnClass: [Int]] = [:]
    var days = DayCounts()
    var total = 0
    var totalLastMonth = 0
    let month = input.month.firstDay...input.month.lastDay
    let before = input.month.adding(-1)
    for cell in records.cells {
      let months = self.months(cell)
      if cell.unit >= 0, let unit = ledgerUnits[cell.unit] {
        byUnit[unit] = Self.sum(byUnit[unit], months)
      } else {
        others = Self.sum(others, months)
      }
      let (channel, columnClass) = self.channel(of: cell.path)
      classes[columnClass] = Self.sum(classes[columnClass], months)
      let inMonth = cell.days.count(in: month)
      total += inMonth
      totalLastMonth += cell.days.count(in: before.firstDay...before.lastDay)
      if inMonth > 0 {
        if channels[channel] == nil { channelOrder.append(channel) }
        var share = channels[channel] ?? VolumeReport.Share(name: channel, items: 0, reprinted: 0)
        share.items += inMonth
        channels[channel] = share
      }
      days.merge(cell.days)
    }
    let known = units.filter { $0.category != .group }
    return VolumeReport(
      year: input.month.year,
      units: known.map { .init(unit: $0.unit, months: byUnit[$0.unit] ?? [Int](repeating: 0, count: 12)) },
      others: others,
      channels: channelOrder.compactMap { channels[$0] }.sorted { ($1.items, $0.name) < ($0.items, $1.name) },
      silentUnits: records.hasUnits
        ? known.filter { $0.items == 0 && $0.keeps + $0.leads > 0 }.map(\.unit) : [],
      days: self.days(days, in: month), total: total, reprinted: records.cells.reduce(0) { $0 + $1.reprintedInMonth },
      totalLastMonth: totalLastMonth, hasReprints: records.hasReprints, hasUnits: records.hasUnits, classes: classes)
  }

  private func days(_ counts: DayCounts, in month: ClosedRange<CivilDate>) -> [VolumeReport.Day] {
    var byDay: [CivilDate: Int] = [:]
    for (date, count) in counts.sorted where month.contains(date) { byDay[date] = count }
    return (0...month.upperBound.days(since: month.lowerBound)).map { offset in
      let date = month.lowerBound.adding(days: offset)
      return VolumeReport.Day(date: date, items: byDay[date] ?? 0)
    }
  }

  private func channel(of path: Int) -> (String, ColumnClass) {
    guard path >= 0 else { return ("未标明栏目", .other) }
    if let entry = matching.matches[path]?.entries.first {
      return (columns[entry].path.first ?? "", columns[entry].columnClass)
    }
    let own = ColumnPath(records.paths[path])
    return (own.labels.first ?? records.paths[path], ColumnClass(path: own.labels))
  }

  private func months(_ cell: RecordCell) -> [Int] {
    var result = [Int](repeating: 0, count: 12)
    for (date, count) in cell.days.sorted {
      let (year, month, _) = date.components
      if year == input.month.year, month <= input.month.month { result[month - 1] += count }
    }
    return result
  }

  private static func sum(_ left: [Int]?, _ right: [Int]) -> [Int] {
    guard let left else { return right }
    return zip(left, right).map { $0 + $1 }
  }
}
