internal import LanmuPlan

/// Makes the rows of 各单位保障排名.
struct UnitReckoning {
  private let input: CensusInput
  private let columns: [ColumnResult]
  private let ledgerUnits: [String?]

  init(_ input: CensusInput, columns: [ColumnResult], ledgerUnits: [String?]) {
    self.input = input
    self.columns = columns
    self.ledgerUnits = ledgerUnits
  }

  func units(letters: LetterReport?) -> [UnitResult] {
    var order: [String] = []
    var results: [String: UnitResult] = [:]
    func enter(_ unit: String) {
      guard results[unit] == nil else { return }
      order.append(unit)
      results[unit] = UnitResult(unit: unit, category: category(unit))
    }
    for unit in input.plan.units where unit.kind != .vendor { enter(unit.name) }
    for column in columns { column.accountable.forEach(enter) }
    for column in columns {
      count(column) { unit, change in
        if results[unit] == nil { enter(unit) }
        if var result = results[unit] {
          change(&result)
          results[unit] = result
        }
      }
    }
    for (unit, months) in volumes() {
      enter(unit)
      results[unit]?.items = months.this
      results[unit]?.itemsLastMonth = months.last
      results[unit]?.itemsThisYear = months.year
    }
    for entry in letters?.units ?? [] {
      if results[entry.unit] != nil { results[entry.unit]?.letters = entry.counts }
    }
    for (unit, answered) in input.returnedSheets { results[unit]?.returned = answered }
    let list = order.compactMap { results[$0] }
    return ranked(list.filter { $0.columns + $0.leads + $0.keeps + $0.helps + $0.items + $0.itemsThisYear > 0 })
  }

  private func count(_ column: ColumnResult, _ change: (String, (inout UnitResult) -> Void) -> Void) {
    if let unit = column.ownUnit {
      change(unit) { $0.keeps += 1 }
    } else {
      // A unit that a column names twice in one part keeps that column once.
      for unit in Set(column.units(.lead, .coordinating)) { change(unit) { $0.leads += 1 } }
      for unit in Set(column.units(.responsible)) { change(unit) { $0.keeps += 1 } }
      for unit in Set(column.units(.cooperating, .technical)) { change(unit) { $0.helps += 1 } }
    }
    for unit in Set(column.accountable) {
      change(unit) { result in
        switch column.state {
        case .ok, .due: result.onTime += 1
        case .overdue:
          result.overdue += 1
          result.daysOver += column.daysOver
        case .blank: result.blank += 1
        case .notApplicable
        where column.reason == "按需" || column.reason == "按可用性" || column.reason == "按件计时" || column.reason == "豁免":
          result.onDemand += 1
        case .notApplicable, .notMeasured: result.pending += 1
        }
      }
    }
  }

  private func volumes() -> [(String, (this: Int, last: Int, year: Int))] {
    guard let records = input.records else { return [] }
    let month = input.month.firstDay...input.month.lastDay
    let before = input.month.adding(-1)
    let last = before.firstDay...before.lastDay
    let year = input.month.firstDay.adding(months: 1 - input.month.month)...input.month.lastDay
    var order: [String] = []
    var sums: [String: (this: Int, last: Int, year: Int)] = [:]
    for cell in records.cells where cell.unit >= 0 {
      guard let unit = ledgerUnits[cell.unit] else { continue }
      if sums[unit] == nil { order.append(unit) }
      var sum = sums[unit] ?? (0, 0, 0)
      sum.this += cell.days.count(in: month)
      sum.last += cell.days.count(in: last)
      sum.year += cell.days.count(in: year)
      sums[unit] = sum
    }
    return order.compactMap { unit in sums[unit].map { (unit, $0) } }
  }

  private func category(_ name: String) -> UnitResult.Category {
    if let unit = input.plan.units.first(where: { $0.name == name }) {
      if unit.kind == .group { return .group }
      if unit.kind == .unknown { return .other }
    }
    for suffix in ["镇", "乡", "街道", "街道办", "街道办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府"] where name.hasSuffix(suffix) {
      return .town
    }
    return .department
  }

  /// Ranks each category by on-time rate; of equal rates, the fewer blank columns go first, then the fewer days over.
  /// Groups are listed, not ranked.
  private func ranked(_ units: [UnitResult]) -> [UnitResult] {
    var result = units
    for category in UnitResult.Category.allCases where category != .group {
      let places = result.indices.filter { result[$0].category == category && result[$0].rate != nil }
      for place in places {
        let own = result[place]
        let better = places.count { other in
          let rival = result[other]
          let ownRate = own.rate ?? 0
          let rivalRate = rival.rate ?? 0
          return rivalRate > ownRate
            || (rivalRate == ownRate && (rival.blank, rival.daysOver) < (own.blank, own.daysOver))
        }
        result[place].rank = better + 1
      }
    }
    return result
  }
}
