internal import LanmuDiagnostics
internal import LanmuGrid

/// Brings the sheets of many files together and finds what does not fit.
struct ReturnMerger {
  private let expectation: ReturnCollection.Expectation
  private(set) var returns: [UnitReturn] = []
  private(set) var problems: [ReturnProblem] = []
  private(set) var units: [ReturnCollection.UnitSummary] = []
  private var index: ReturnMeta?
  private var sheets: [Sheet] = []

  private struct Sheet {
    var reader: ReturnSheetReader
    var unit: String
    var month: CivilMonth?
    var fingerprint: String
  }

  init(_ expectation: ReturnCollection.Expectation) {
    self.expectation = expectation
  }

  mutating func read(_ files: [ReturnCollection.File]) {
    let metas = files.map { ReturnMeta($0.grids) }
    index = metas.last { $0?.isIndex == true } ?? nil
    for (file, meta) in zip(files, metas) where meta?.isOfLaterForm == true { problems.append(Self.laterVersion(file)) }
    for (file, meta) in zip(files, metas) where meta?.isIndex != true {
      // A table that was copied into a workbook of the clerk's own has no hidden sheet; the index knows its rows as well.
      let readers = file.grids.compactMap { ReturnSheetReader($0, file: file.name, meta: meta ?? index) }
      if readers.isEmpty {
        problems.append(
          ReturnProblem(
            .noTaskSheet, .error,
            Message(zh: "不是任务清单：找不到“办理情况”“更新日期”等表头", en: "no task sheet: its header is not to be found"),
            at: SourcePosition(file: file.name)))
      }
      if !readers.isEmpty { noteOthers(of: file, meta) }
      for reader in readers {
        sheets.append(
          Sheet(reader: reader, unit: reader.unit, month: reader.month, fingerprint: reader.fingerprint))
      }
    }
  }

  /// Answers stand in fields that people read, so they are read all the same.
  private static func laterVersion(_ file: ReturnCollection.File) -> ReturnProblem {
    ReturnProblem(
      .laterVersion, .warning,
      Message(
        zh: "由较新版本的程序生成，任务清单的内部格式本程序尚不认识，可能读取不全",
        en: "made by a later version of this program, in a form that this one does not know; it may be read in part"),
      at: SourcePosition(file: file.name),
      expected: Message(zh: "请用生成该文件的版本（或更新的版本）回收", en: "collect it with the version that made it, or a later one"))
  }

  /// What a task sheet's workbook holds besides: sheets that a clerk has added, and notes on cells.
  private mutating func noteOthers(of file: ReturnCollection.File, _ meta: ReturnMeta?) {
    for grid in file.grids where grid.visibility == .visible && !Self.isOwn(grid, meta) {
      for (row, cells) in Dictionary(grouping: grid.cells, by: \.row).sorted(by: { $0.key < $1.key }) {
        let texts = cells.sorted { $0.column < $1.column }.map(\.text).filter { !$0.isEmpty }
        guard !texts.isEmpty else { continue }
        problems.append(
          ReturnProblem(
            .unplaced, .note, Message(zh: "另一张工作表中的文字", en: "text on another sheet"),
            at: SourcePosition(file: file.name, sheet: grid.name, row: row), text: texts.joined(separator: " | ")))
      }
    }
    let ownNotes = Set(meta?.design.notes ?? [])
    for note in file.notes where !ownNotes.contains(note.text) {
      problems.append(
        ReturnProblem(
          .unplaced, .note, Message(zh: "单元格的批注", en: "a note on a cell"),
          at: SourcePosition(file: file.name, sheet: note.sheet, row: note.row, column: note.column), text: note.text))
    }
  }

  /// Whether a sheet is one that went out with the task sheet, or came with its marks: the full texts, the index, the problems.
  private static func isOwn(_ grid: Grid, _ meta: ReturnMeta?) -> Bool {
    if ReturnSheetReader(grid, file: "", meta: nil) != nil || meta?.design.sheets.contains(grid.name) == true {
      return true
    }
    let head = Set(grid.cells.lazy.filter { $0.row < ownHeadRows }.map { TypedText.key($0.text) })
    return ownLabels.contains { head.isSuperset(of: $0) }
  }

  private static let ownHeadRows = 5
  private static let ownLabels: [Set<String>] = [
    ["任务编号", "工作要求全文"], ["任务清单", "是否反馈"], ["单元格", "问题", "所填内容"],
  ]

  mutating func merge() {
    let month = expectation.month ?? index?.month ?? Self.mostFrequent(sheets.compactMap(\.month))
    let fingerprint =
      index.map(\.fingerprint) ?? Self.mostFrequent(sheets.map(\.fingerprint).filter { !$0.isEmpty }) ?? ""
    for sheet in sheets {
      if let month, let own = sheet.month, own != month {
        problems.append(
          ReturnProblem(
            .otherMonth, .error,
            Message(
              zh: "反馈的是\(own.chineseText)，应为\(month.chineseText)", en: "answers for \(own.text), not for \(month.text)"),
            at: sheet.reader.position(), unit: sheet.unit))
      }
      if !fingerprint.isEmpty, !sheet.fingerprint.isEmpty, sheet.fingerprint != fingerprint {
        problems.append(
          ReturnProblem(
            .otherPlan, .warning,
            Message(zh: "依据的是另一版本的方案", en: "made from another version of the plan"), at: sheet.reader.position(),
            unit: sheet.unit))
      }
      take(sheet)
    }
    dropRepeated()
    findContradictions()
    findSilentUnits()
    sortProblems()
  }

  private mutating func sortProblems() {
    problems.sort { left, right in
      let first = left.position
      let second = right.position
      return (first.file ?? "", first.sheet ?? "", first.row ?? -1, first.column ?? -1)
        < (second.file ?? "", second.sheet ?? "", second.row ?? -1, second.column ?? -1)
    }
  }

  private mutating func take(_ sheet: Sheet) {
    let reader = sheet.reader
    let before = problems.count
    let (known, unknown, surroundings) = reader.rows()
    var answered: Set<String> = []
    var seen: [String: ReturnSheetReader.Row] = [:]
    var answers = AnswerReader(
      unit: sheet.unit, month: sheet.month, today: expectation.today, sheet: reader)
    for row in known {
      if let first = seen[row.entry] {
        let isSame =
          TaskSheetField.inputs.allSatisfy { first.texts[$0] == row.texts[$0] } && first.fields == row.fields
          && first.remarks == row.remarks
        let isEmpty =
          TaskSheetField.inputs.allSatisfy { row.texts[$0]?.isEmpty != false } && row.fields.isEmpty
          && row.remarks.isEmpty
        if !isSame && !isEmpty {
          problems.append(
            ReturnProblem(
              .rowRepeated, .warning,
              Message(
                zh: "同一任务出现两次，与第\(first.index + 1)行不一致",
                en: "the task stands twice and differs from row \(first.index + 1)"),
              at: reader.position(row: row.index, field: .status), unit: sheet.unit, entry: row.entry))
        }
      } else {
        seen[row.entry] = row
      }
      if let answer = answers.answer(row) {
        answered.insert(row.entry)
        returns.append(answer)
      }
    }
    problems += answers.problems
    for row in unknown {
      let text = TaskSheetField.allCases.compactMap { row.texts[$0] }.filter { !$0.isEmpty }.joined(separator: " | ")
      problems.append(
        ReturnProblem(
          .rowUnknown, .error, Message(zh: "该行不属于任何任务", en: "the row belongs to no task"),
          at: reader.position(row: row.index, field: .path), unit: sheet.unit, text: text,
          expected: Message(zh: "保留原有的任务编号或栏目路径", en: "keep the task's number or label path")))
    }
    for place in surroundings.unplaced {
      problems.append(
        ReturnProblem(
          .unplaced, .note, Message(zh: "表外文字", en: "text beside the table"),
          at: SourcePosition(file: reader.file, sheet: reader.grid.name, row: place.row, column: place.column),
          unit: sheet.unit, text: place.text))
    }
    let answerCount = answered.count
    let expected = sheet.unit.isEmpty ? [] : reader.meta?.rows(of: sheet.unit) ?? []
    for row in expected where seen[row.entry] == nil {
      problems.append(
        ReturnProblem(
          .rowMissing, .error,
          Message(zh: "任务\(row.number)（\(row.path)）的行已被删除", en: "the row of task \(row.number) (\(row.path)) is gone"),
          at: reader.position(), unit: sheet.unit, entry: row.entry))
    }
    for row in known where !answered.contains(row.entry) {
      answered.insert(row.entry)
      problems.append(
        ReturnProblem(
          .noAnswer, .warning,
          Message(zh: "任务未填报：\(reader.label(of: row))", en: "task not answered: \(reader.label(of: row))"),
          at: reader.position(row: row.index, field: .status), unit: sheet.unit, entry: row.entry,
          expected: Message(zh: "从下拉列表中选择办理情况", en: "choose a state from the list")))
    }
    let isBlank = answerCount == 0 && unknown.isEmpty
    let taskCount = max(expected.count, seen.count)
    if isBlank {
      problems.append(
        ReturnProblem(
          .blankReturn, .error,
          Message(
            zh: "\(sheet.unit)退回的清单未填报（\(taskCount)项任务）",
            en: "the sheet of \(sheet.unit) came back with nothing filled in (\(taskCount) tasks)"),
          at: reader.position(), unit: sheet.unit))
    }
    units.append(
      ReturnCollection.UnitSummary(
        unit: sheet.unit, file: reader.file, tasks: taskCount, answered: answerCount,
        problems: problems.count - before, isBlank: isBlank, fields: surroundings.fields))
  }

  /// A unit's second answer to the same task is dropped if it says the same, and reported if it does not.
  private mutating func dropRepeated() {
    var first: [[String]: Int] = [:]
    var kept: [UnitReturn] = []
    for answer in returns {
      let key = [answer.unit, answer.entry, answer.month?.text ?? ""]
      guard let place = first[key] else {
        first[key] = kept.count
        kept.append(answer)
        continue
      }
      let earlier = kept[place]
      if !earlier.agrees(with: answer) {
        problems.append(
          ReturnProblem(
            .answeredTwice, .error,
            Message(
              zh: "同一任务填报了两次且内容不同（另见 \(earlier.file) 第\(earlier.row + 1)行），采用先读到的一次",
              en: "answered twice, differently (see also \(earlier.file), row \(earlier.row + 1)); the first is kept"),
            at: SourcePosition(file: answer.file, sheet: answer.sheet, row: answer.row), unit: answer.unit,
            entry: answer.entry,
            text: [answer.status, answer.otherText].filter { !$0.isEmpty }.joined(separator: "；")))
      }
    }
    returns = kept
  }

  /// Units that answer for one column and cannot all be right.
  private mutating func findContradictions() {
    let byEntry = Dictionary(grouping: returns) { $0.entry }
    for answer in returns where answer.knownStatus == .notOurs {
      let others = (byEntry[answer.entry] ?? []).filter { $0.unit != answer.unit }
      guard !others.isEmpty, others.allSatisfy({ $0.knownStatus == .notOurs || $0.knownStatus == .merge }) else {
        continue
      }
      contradiction(
        answer, Message(zh: "承担该栏目的单位都称非本单位职责", en: "every unit of this column says that it is not theirs"))
    }
    for answer in returns where answer.knownStatus == .merge {
      let updating = (byEntry[answer.entry] ?? []).filter { $0.unit != answer.unit && $0.knownStatus == .updated }
      guard let other = updating.first else { continue }
      contradiction(
        answer,
        Message(
          zh: "建议合并或撤销，但\(other.unit)本月已更新该栏目", en: "wants the column closed, while \(other.unit) has updated it"))
    }
    let linked = Dictionary(grouping: returns.filter { $0.link.count > 8 && $0.knownStatus == .updated }) { $0.link }
    for answers in linked.values where Set(answers.map(\.updatedOn)).count > 1 {
      guard let first = answers.min(by: { ($0.file, $0.row) < ($1.file, $1.row) }) else { continue }
      for answer in answers where answer.unit != first.unit && answer.updatedOn != first.updatedOn {
        contradiction(
          answer,
          Message(zh: "同一条信息，与\(first.unit)所填日期不同", en: "the same item, but another date than \(first.unit) gives"))
      }
    }
  }

  private mutating func contradiction(_ answer: UnitReturn, _ message: Message) {
    problems.append(
      ReturnProblem(
        .contradiction, .warning, message,
        at: SourcePosition(file: answer.file, sheet: answer.sheet, row: answer.row), unit: answer.unit,
        entry: answer.entry, text: answer.status))
  }

  /// Units of the index of which no sheet came back.
  private mutating func findSilentUnits() {
    guard let index else { return }
    let heard = Set(sheets.map(\.unit))
    for (unit, _) in index.units where !heard.contains(unit) {
      let tasks = index.rows(of: unit).count
      units.append(
        ReturnCollection.UnitSummary(unit: unit, file: "", tasks: tasks, answered: 0, problems: 1))
      problems.append(
        ReturnProblem(
          .noReturn, .error,
          Message(zh: "\(unit)未反馈（\(tasks)项任务）", en: "nothing came back from \(unit) (\(tasks) tasks)"),
          at: SourcePosition(), unit: unit))
    }
  }

  private static func mostFrequent<Value: Hashable & Comparable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
