import LanmuDiagnostics
import LanmuRecognition

/// Makes entries of a table's rows: texts and rules; the units come later, when all of their names are known.
struct EntryBuilder {
  let table: RecognisedTable
  /// Place of the table in the plan.
  let index: Int
  private let hasUpdateField: Bool
  private let hasTimeField: Bool
  /// What bare numbers mean in the table's time fields, where its header says it.
  private let measures: [FieldMeaning: TimeMeasure]
  private let parser = TimeRuleParser()
  /// Time fields that were read before: a plan repeats few of them many times.
  private var readings: [TimeField: TimeRuleReading] = [:]

  private struct TimeField: Hashable {
    var text: ExactText
    var context: TimeRuleParser.Context
  }

  init(table: RecognisedTable, index: Int) {
    self.table = table
    self.index = index
    hasUpdateField = table.fields.contains(.update)
    hasTimeField = hasUpdateField || table.fields.contains(.supply)
    measures = Dictionary(
      zip(table.fields, table.header).compactMap { field, label in
        field == .update || field == .supply ? TimeMeasure(header: label).map { (field, $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func entry(for row: RecognisedRow, diagnostics: inout [Diagnostic]) -> PlanEntry {
    func text(_ field: FieldMeaning) -> String { row.texts[field] ?? "" }
    let position = SourcePosition(line: row.line, table: row.grid, row: row.row)
    var entry = PlanEntry(
      id: row.identifier, table: index, number: text(.number), path: row.path, starred: row.starred,
      requirement: text(.requirement),
      target: text(.target), mode: text(.mode), lead: text(.lead), responsible: text(.responsible),
      cooperating: text(.cooperating), remarks: text(.remarks),
      origin: EntryOrigin(table: row.grid, row: row.row, line: row.line), doubts: row.doubts)
    var doubts = row.doubts
    entry.supply = timed(text(.supply), in: .supply, at: position, doubts: &doubts, diagnostics: &diagnostics)
    entry.update = timed(text(.update), in: .update, at: position, doubts: &doubts, diagnostics: &diagnostics)
    if table.kind != .units {
      let found = parser.parse(entry.requirement, in: .prose)
      if hasTimeField { entry.requirementRules = found.rules } else { entry.update.rules = found.rules }
      report(found.doubts, of: .requirement, at: position, doubts: &doubts, diagnostics: &diagnostics)
    }
    entry.doubts = doubts
    entry.confidence = doubts.map(\.probability).reduce(1, min)
    return entry
  }

  private mutating func timed(
    _ text: String, in context: TimeRuleParser.Context, at position: SourcePosition, doubts: inout [Doubt],
    diagnostics: inout [Diagnostic]
  ) -> TimedText {
    guard !text.isEmpty else { return TimedText() }
    let reading = reading(of: text, in: context)
    for remainder in reading.remainders {
      diagnostics.append(
        Diagnostic(
          .warning, code: "time.unknown",
          message: Message(
            zh: "时限“\(remainder)”未能识别，已按未知规则保留，请人工确定日期或周期",
            en: "The time “\(remainder)” is not understood and kept as an unknown rule; set a date or period by hand"),
          position: position))
    }
    for aside in reading.asides {
      diagnostics.append(
        Diagnostic(
          .note, code: "time.aside",
          message: Message(
            zh: "时限中的“\(aside)”不涉及时间，未列为规则",
            en: "“\(aside)” in the time speaks of something else and made no rule"),
          position: position))
    }
    let field: FieldMeaning = context == .supply ? .supply : .update
    report(reading.doubts, of: field, at: position, doubts: &doubts, diagnostics: &diagnostics)
    return TimedText(text: text, rules: reading.rules)
  }

  private mutating func reading(of text: String, in context: TimeRuleParser.Context) -> TimeRuleReading {
    let field = TimeField(text: ExactText(text), context: context)
    if let known = readings[field] { return known }
    let reading = parser.parse(text, in: context, measure: measures[context == .supply ? .supply : .update])
    readings[field] = reading
    return reading
  }

  private func report(
    _ found: [TimeDoubt], of field: FieldMeaning, at position: SourcePosition, doubts: inout [Doubt],
    diagnostics: inout [Diagnostic]
  ) {
    for doubt in found {
      doubts.append(
        Doubt(field: field, code: "time.doubtful", message: doubt.message, probability: doubt.probability))
      diagnostics.append(Diagnostic(.warning, code: "time.doubtful", message: doubt.message, position: position))
    }
  }
}
