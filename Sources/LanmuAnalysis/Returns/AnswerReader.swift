internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads the fields of one row into an answer and notes what is wrong with them.
struct AnswerReader {
  let unit: String
  let month: CivilMonth?
  let today: CivilDate
  let sheet: ReturnSheetReader
  private(set) var problems: [ReturnProblem] = []

  init(unit: String, month: CivilMonth?, today: CivilDate, sheet: ReturnSheetReader) {
    self.unit = unit
    self.month = month
    self.today = today
    self.sheet = sheet
  }

  /// `nil` if nothing was filled in.
  mutating func answer(_ row: ReturnSheetReader.Row) -> UnitReturn? {
    func text(_ field: TaskSheetField) -> String { TypedText.folded(row.texts[field] ?? "") }
    guard TaskSheetField.inputs.contains(where: { !text($0).isEmpty }) || !row.remarks.isEmpty || !row.fields.isEmpty
    else { return nil }
    let status: ReturnStatus? = TypedText.choice(text(.status))
    let reason: ReturnReason? = TypedText.choice(text(.reason))
    let date = text(.updatedOn).isEmpty ? nil : TypedText.date(text(.updatedOn), year: month?.year)
    let count = text(.count).isEmpty ? nil : TypedText.count(text(.count))
    check(row, status, reason, date, count)
    return UnitReturn(
      entry: row.entry, unit: unit, month: month, status: status?.rawValue ?? text(.status), updatedOn: date,
      count: count,
      link: text(.link), reason: reason?.rawValue ?? text(.reason), person: text(.person),
      remarks: row.remarks.joined(separator: "；"), file: sheet.file, sheet: sheet.grid.name, row: row.index,
      label: sheet.label(of: row), fields: row.fields)
  }

  private mutating func check(
    _ row: ReturnSheetReader.Row, _ status: ReturnStatus?, _ reason: ReturnReason?, _ date: CivilDate?, _ count: Int?
  ) {
    func text(_ field: TaskSheetField) -> String { TypedText.folded(row.texts[field] ?? "") }
    let statuses = ReturnStatus.allCases.map(\.rawValue).joined(separator: "、")
    if status == nil {
      if text(.status).isEmpty {
        note(
          .statusMissing, row, .status, Message(zh: "没有填办理情况", en: "the state is missing"),
          Message(zh: "填其中之一：\(statuses)", en: "one of: \(statuses)"))
      } else {
        note(
          .statusUnknown, row, .status, Message(zh: "办理情况不在选项中", en: "the state is none of the list"),
          Message(zh: "填其中之一：\(statuses)", en: "one of: \(statuses)"))
      }
    }
    checkDate(row, status, date)
    if count == nil, !text(.count).isEmpty {
      note(
        .countUnreadable, row, .count, Message(zh: "条数不是整数", en: "the count is no whole number"),
        Message(zh: "填整数，如 3；没有则填 0", en: "a whole number, such as 3 or 0"))
    }
    if reason == nil, !text(.reason).isEmpty {
      // A reason in the clerk's own words is kept as it is.
      note(
        .reasonUnknown, row, .reason,
        Message(zh: "未更新原因不在选项中，按原文保留", en: "the reason is none of the list, and kept as typed"),
        nil, .note)
    }
    if status == .inProgress || status == .postponed, text(.reason).isEmpty {
      note(
        .reasonMissing, row, .reason, Message(zh: "没有填未更新原因", en: "the reason is missing"),
        Message(
          zh: "填其中之一：" + ReturnReason.allCases.map(\.rawValue).joined(separator: "、"),
          en: "one of: " + ReturnReason.allCases.map(\.rawValue).joined(separator: ", ")))
    }
  }

  private mutating func checkDate(_ row: ReturnSheetReader.Row, _ status: ReturnStatus?, _ date: CivilDate?) {
    let typed = TypedText.folded(row.texts[.updatedOn] ?? "")
    let expected = Message(
      zh: "填日期，如 \(month?.firstDay.text ?? "2026-12-05")", en: "a date, such as \(month?.firstDay.text ?? "2026-12-05")"
    )
    if let date {
      if date > today {
        note(
          .dateOutside, row, .updatedOn,
          Message(zh: "更新日期晚于今天（\(today.text)）", en: "the date lies after today (\(today.text))"),
          expected)
      } else if let month, date < month.firstDay, status == .updated {
        note(
          .dateOutside, row, .updatedOn,
          Message(zh: "更新日期早于\(month.chineseText)", en: "the date lies before \(month.text)"), expected)
      } else if let month, date > month.lastDay {
        note(
          .dateOutside, row, .updatedOn,
          Message(zh: "更新日期晚于\(month.chineseText)", en: "the date lies after \(month.text)"), expected, .note)
      }
    } else if !typed.isEmpty {
      note(.dateUnreadable, row, .updatedOn, Message(zh: "更新日期无法识别", en: "the date cannot be read"), expected)
    } else if status == .updated {
      note(.dateMissing, row, .updatedOn, Message(zh: "已更新但没有填更新日期", en: "updated, but without a date"), expected)
    }
  }

  private mutating func note(
    _ kind: ReturnProblem.Kind, _ row: ReturnSheetReader.Row, _ field: TaskSheetField, _ message: Message,
    _ expected: Message?, _ severity: Diagnostic.Severity = .warning
  ) {
    problems.append(
      ReturnProblem(
        kind, severity, message, at: sheet.position(row: row.index, field: field), unit: unit, entry: row.entry,
        text: row.texts[field] ?? "", expected: expected))
  }
}
