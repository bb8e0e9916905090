/// Keeps the list of faults: last month's open ones come in by themselves, this month's new ones are added.
struct RectificationReckoning {
  let input: CensusInput
  let columns: [ColumnResult]

  /// Working days for putting a fault right.
  private static let workingDays = 10

  func list() -> [Rectification] {
    var result: [Rectification] = []
    var current: [String: ColumnResult] = [:]
    for column in columns where !column.problems.isEmpty { current[Self.key(column)] = column }
    let all = Dictionary(columns.map { (Self.key($0), $0) }) { first, _ in first }
    var known: Set<String> = []
    let dueOn = input.calendar.deadline(workingDays: Self.workingDays, after: input.asOf).date
    for var old in input.previous?.rectifications ?? [] where old.status.isOpen {
      known.insert(old.entry)
      let column = current[old.entry]
      let answer = self.answer(to: old.entry, of: all[old.entry])
      if let column {
        old.problem = column.problems.joined(separator: "、")
        old.status = answer?.status ?? old.status
        if old.status == .done { old.status = .inProgress }
        old.months += 1
      } else if columns.contains(where: { Self.key($0) == old.entry && $0.state != .notMeasured }) {
        old.status = .done
        old.months += 1
      }
      if let answer, !answer.text.isEmpty { old.response = answer.text }
      result.append(old)
    }
    for column in columns where !column.problems.isEmpty && !known.contains(Self.key(column)) {
      let key = Self.key(column)
      known.insert(key)
      let answer = self.answer(to: key, of: column)
      var hash = StableHash()
      hash.combine(key)
      let tail = String(hash.value, radix: 36).suffix(5).uppercased()
      let status = answer?.status ?? .unanswered
      result.append(
        Rectification(
          id: "ZG\(input.month.year)\(CivilDate.padded(input.month.month, to: 2))-\(tail)", entry: key,
          firstMonth: input.month, problem: column.problems.joined(separator: "、"),
          subject: column.path.joined(separator: " / "), units: column.accountable, dueOn: dueOn,
          status: status == .done ? .inProgress : status, response: answer?.text ?? "", months: 1))
    }
    return result
  }

  private static func key(_ column: ColumnResult) -> String {
    column.ownUnit.map { column.entry + "@" + $0 } ?? column.entry
  }

  /// What was answered about a column: all of it, those that answer for the column first; the first one's state counts.
  private func answer(to key: String, of column: ColumnResult?) -> (status: Rectification.Status, text: String)? {
    let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
    var order: [String] = []
    var last: [String: CensusReturn] = [:]
    for entry in input.returns ?? [] where entry.entry == parts.first && !entry.status.isEmpty {
      guard parts.count == 1 || entry.unit == parts[1] else { continue }
      if last[entry.unit] == nil { order.append(entry.unit) }
      last[entry.unit] = entry
    }
    let accountable = (column?.accountable ?? []).filter { last[$0] != nil }
    let answers = (accountable + order.filter { !accountable.contains($0) }).compactMap { last[$0] }
    guard let first = answers.first else { return nil }
    let status: Rectification.Status =
      switch first.status {
      case "已更新": .done
      case "申请延期": .postponed
      case "正在办理", "无变动无需更新", "建议合并或撤销", "非本单位职责": .inProgress
      default: .unanswered
      }
    let texts = answers.map { answer in
      [answer.unit + "：" + answer.status, answer.remarks].filter { !$0.isEmpty }.joined(separator: "，")
    }
    return (status, texts.joined(separator: "；"))
  }
}
