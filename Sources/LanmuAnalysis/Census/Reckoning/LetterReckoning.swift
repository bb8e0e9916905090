internal import LanmuPlan

/// Holds the letters against their limits.
struct LetterReckoning {
  private let input: CensusInput
  private let log: LetterLog
  /// The plan's limits, by the letters' columns as they are written.
  private let limits: [String: TimeSpan]
  /// The limit of letters to no column of the plan, where nothing else sets one: the only one that the plan has.
  private let commonLimit: TimeSpan?

  init(_ input: CensusInput, log: LetterLog, entries: [PlanEntry]) {
    self.input = input
    self.log = log
    var spans: [String: TimeSpan] = [:]
    for entry in entries {
      for rule in entry.update.rules + entry.supply.rules + entry.requirementRules {
        guard case .after(let event, let within) = rule.kind, let leaf = ColumnPath(labels: entry.path).leaf
        else { continue }
        let words = event + rule.text
        if ["答复", "回复", "收到", "来信", "留言", "咨询"].contains(where: { words.contains($0) }) {
          if spans[leaf] == nil { spans[leaf] = within }
          break
        }
      }
    }
    var limits: [String: TimeSpan] = [:]
    for column in Set(log.letters.map(\.column)) { limits[column] = ColumnPath(column).leaf.flatMap { spans[$0] } }
    self.limits = limits
    let distinct = Set(spans.values)
    commonLimit = distinct.count == 1 ? distinct.first : nil
  }

  func report(units names: inout CensusUnitNames) -> LetterReport {
    let first = input.month.firstDay
    let end = min(input.asOf, input.month.lastDay)
    var counts: [String: LetterCounts] = [:]
    var order: [String] = []
    var total = LetterCounts()
    var items: [LetterReport.Item] = []
    var receivedByMonth = [Int](repeating: 0, count: 12)
    var answeredByMonth = receivedByMonth
    var veryLate = 0
    for letter in log.letters {
      let unit = letter.unit.isEmpty ? "未标明单位" : names.unit(named: letter.unit) ?? letter.unit
      if counts[unit] == nil { order.append(unit) }
      let outcome = self.outcome(letter)
      if isInYear(letter), outcome.isOverThreeMonths { veryLate += 1 }
      if letter.received.year == input.month.year { receivedByMonth[letter.received.month - 1] += 1 }
      if let day = letter.answered, day.year == input.month.year { answeredByMonth[day.month - 1] += 1 }
      var own = counts[unit] ?? LetterCounts()
      for index in 0..<2 {
        var sum = index == 0 ? own : total
        add(letter, outcome, from: first, to: end, to: &sum)
        if index == 0 { own = sum } else { total = sum }
      }
      counts[unit] = own
      let isOpen = letter.answered == nil
      let wasLate = outcome.due.map { ($0.date < letter.answered ?? input.asOf) } ?? false
      if isOpen || (wasLate && letter.answered.map { $0 >= first } ?? false) {
        items.append(
          LetterReport.Item(
            number: letter.number, column: letter.column, title: letter.title, unit: unit, received: letter.received,
            due: outcome.due?.date, answered: letter.answered, workingDays: outcome.workingDays,
            status: outcome.isOverThreeMonths ? "超3个月未答" : isOpen ? (wasLate ? "超期未答" : "在办") : "超期答复",
            isOverThreeMonths: outcome.isOverThreeMonths))
      }
    }
    let used = order.filter { unit in counts[unit].map { $0 != LetterCounts() } ?? false }
    return LetterReport(
      units: used.compactMap { unit in counts[unit].map { (unit, $0) } }, total: total,
      items: items.sorted { ($0.received, $0.number) < ($1.received, $1.number) }, receivedInYear: total.receivedInYear,
      overThreeMonths: veryLate, receivedByMonth: receivedByMonth, answeredByMonth: answeredByMonth)
  }

  private func isInYear(_ letter: Letter) -> Bool { letter.received > input.asOf.adding(months: -12) }

  private struct Outcome {
    var due: DueDate?
    var workingDays: Int
    var isOverThreeMonths: Bool
  }

  private func outcome(_ letter: Letter) -> Outcome {
    let due = limit(for: letter).map { DueDate.deadline($0, after: letter.received, calendar: input.calendar) }
    let end = max(letter.received, letter.answered ?? input.asOf)
    return Outcome(
      due: due, workingDays: input.calendar.workingDays(from: letter.received, to: end),
      isOverThreeMonths: letter.answered == nil && letter.received < input.asOf.adding(months: -3))
  }

  private func limit(for letter: Letter) -> TimeSpan? {
    if let own = limits[letter.column] { return own }
    if let days = input.rules.parameters.replyWorkingDays { return TimeSpan(days, .workday) }
    return commonLimit
  }

  private func add(
    _ letter: Letter, _ outcome: Outcome, from first: CivilDate, to end: CivilDate, to sum: inout LetterCounts
  ) {
    if outcome.due != nil { sum.hasLimit = true }
    if isInYear(letter) { sum.receivedInYear += 1 }
    let answered = letter.answered
    if letter.received < first, answered.map({ $0 >= first }) ?? true { sum.carried += 1 }
    if letter.received >= first, letter.received <= end { sum.received += 1 }
    if let answered, answered >= first, answered <= end {
      sum.answered += 1
      // An answer before its letter tells nothing about the time that it took.
      if answered >= letter.received {
        sum.timed += 1
        sum.workingDays += outcome.workingDays
        if let due = outcome.due {
          if answered <= due.date { sum.onTime += 1 } else { sum.late += 1 }
        }
      }
    }
    if answered == nil {
      sum.open += 1
      sum.longestOpenDays = max(sum.longestOpenDays, input.asOf.days(since: letter.received))
      if outcome.isOverThreeMonths { sum.overThreeMonths += 1 }
      if let due = outcome.due, due.date < input.asOf { sum.late += 1 }
    }
  }
}
