public import LanmuAnalysis
public import LanmuContainer
public import LanmuDiagnostics
internal import LanmuGrid
internal import LanmuPlan
internal import LanmuReaders

/// Makes the monthly census of a site from its files.
///
///     var request = CensusRequest(plan: plan, month: month, rules: rules)
///     request.records = [.file(path: "published.xlsx")]
///     let census = try CensusMaker.census(request).value
///
/// The same files give the same census: neither the clock nor the machine has a part in it.
public enum CensusMaker {
  /// Reads the files and reckons.
  ///
  /// - Throws: `LanmuError` for files that cannot be read, or in which no header of their kind is found. Single rows that
  ///   are off never throw; they are counted in `Census.problems`.
  public static func census(_ request: CensusRequest) throws(LanmuError) -> Outcome<Census> {
    var mapping = CensusMapping()
    if let given = request.mapping { mapping = try CensusMappingFile.mapping(given.text, file: given.file) }
    var input = CensusInput(
      plan: request.plan, month: request.month, asOf: request.asOf, recordsSince: request.recordsSince,
      site: request.site,
      rules: request.rules, calendar: request.calendar, mapping: mapping)
    var diagnostics: [Diagnostic] = []
    input.inputs.append(
      InputSummary(kind: .plan, file: request.plan.source.file, rows: request.plan.entries.count))
    try readRecords(request, into: &input, &diagnostics)
    try readLogs(request, into: &input, &diagnostics)
    if !request.returns.isEmpty { try readReturns(request, into: &input, &diagnostics) }
    if let previous = request.previous {
      let found = try CensusRecord.read(previous, limit: request.limits.textBytes)
      if let month = found.previous?.month, month >= request.month {
        throw Self.notPrevious(month, request.month, file: previous.displayName)
      }
      input.previous = found.previous
      input.inputs.append(
        InputSummary(kind: .previous, file: previous.displayName, rows: found.columns.count, period: found.period))
    }
    var census = CensusReckoner.census(of: input)
    census.readingNotes = diagnostics.map { diagnostic in
      let position = diagnostic.position
      let row = position.line ?? position.row.map { $0 + 1 } ?? 0
      return ReadingNote(
        place: RowPlace(file: position.file ?? "", sheet: position.sheet ?? "", row: row),
        text: diagnostic.message.chinese)
    }
    diagnostics += mapping.misdirections(in: request.plan).map { message in
      Diagnostic(
        .warning, code: "map.target", message: message, position: SourcePosition(file: request.mapping?.file))
    }
    return Outcome(census, diagnostics: diagnostics)
  }

  private static func notPrevious(_ month: CivilMonth, _ own: CivilMonth, file: String) -> LanmuError {
    LanmuError(
      .init("census.previous"), .data,
      message: Message(
        zh: "这是\(month.chineseText)的普查，不早于本期（\(own.chineseText)）",
        en: "this is the census of \(month.text), which is not before \(own.text)"),
      remedy: Message(zh: "请用 --previous 给出上一期的普查", en: "give an earlier month's census with --previous"),
      position: SourcePosition(file: file))
  }

  private static func reader(
    _ kind: InputSummary.Kind, _ request: CensusRequest, _ input: CensusInput
  ) -> CensusInputReader {
    CensusInputReader(
      kind: kind, pins: input.mapping.headers[kind] ?? [:], limits: request.limits, progress: request.progress)
  }

  private static func readRecords(
    _ request: CensusRequest, into input: inout CensusInput, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    guard !request.records.isEmpty else { return }
    var ledger = RecordLedger(month: input.month, monitoringDay: input.asOf, declaredSince: input.recordsSince)
    let reader = reader(.records, request, input)
    for source in request.records {
      let before = ledger.rows
      var table = -1
      var fields = RecordFields()
      diagnostics += try reader.read(source, problems: &input.readingProblems) { row, map, place in
        if table != row.table {
          table = row.table
          fields = RecordFields(map)
          ledger.begin(map)
        }
        ledger.add(row.texts, fields, at: place())
      }
      input.inputs.append(
        InputSummary(kind: .records, file: source.displayName, rows: ledger.rows - before, period: ledger.period))
    }
    input.records = ledger
  }

  private static func readLogs(
    _ request: CensusRequest, into input: inout CensusInput, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    if !request.letters.isEmpty {
      var log = LetterLog(monitoringDay: input.asOf)
      for source in request.letters {
        let before = log.rows
        diagnostics += try reader(.letters, request, input).read(source, problems: &input.readingProblems) {
          log.add($0.fields, map: $1, at: $2())
        }
        input.inputs.append(
          InputSummary(kind: .letters, file: source.displayName, rows: log.rows - before, period: log.period))
      }
      input.letters = log
    }
    if !request.links.isEmpty {
      var log = LinkLog(firstDay: input.month.firstDay, monitoringDay: input.asOf)
      for source in request.links {
        let before = log.rows
        diagnostics += try reader(.links, request, input).read(source, problems: &input.readingProblems) {
          log.add($0.fields, map: $1, at: $2())
        }
        input.inputs.append(
          InputSummary(kind: .links, file: source.displayName, rows: log.rows - before, period: log.period))
      }
      input.links = log
    }
    if !request.probes.isEmpty {
      var log = ProbeLog(monitoringDay: input.asOf)
      for source in request.probes {
        let before = log.rows
        diagnostics += try reader(.probes, request, input).read(source, problems: &input.readingProblems) {
          log.add($0.fields, map: $1, at: $2())
        }
        input.inputs.append(
          InputSummary(kind: .probes, file: source.displayName, rows: log.rows - before, period: log.period))
      }
      input.probes = log
    }
  }

  private static func readReturns(
    _ request: CensusRequest, into input: inout CensusInput, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    let collection = try ReturnFiles.collect(request.returns, ReturnCollection.Expectation(today: input.asOf))
    input.returns = collection.returns.map { answer in
      CensusReturn(
        entry: answer.entry, unit: answer.unit, status: answer.status, updatedOn: answer.updatedOn,
        remarks: [answer.reason, answer.otherText].filter { !$0.isEmpty }.joined(separator: "，"),
        place: RowPlace(file: answer.file, sheet: answer.sheet, row: answer.row + 1))
    }
    var tasks: [String: Int] = [:]
    var files: [String] = []
    for unit in collection.units {
      // A unit of which only the index tells sent no file.
      if unit.file.isEmpty { continue }
      input.returnedSheets[unit.unit, default: 0] += unit.answered
      if tasks[unit.file] == nil { files.append(unit.file) }
      tasks[unit.file, default: 0] += unit.answered
    }
    for file in files { input.inputs.append(InputSummary(kind: .returns, file: file, rows: tasks[file] ?? 0)) }
    if !collection.problems.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, code: "census.returns",
          message: Message(
            zh: "回执中有\(collection.problems.count)处需要核对，用 lanmu collect 查看",
            en: "The returned sheets leave \(collection.problems.count) things to look at; see lanmu collect"),
          position: SourcePosition(file: request.returns.first)))
    }
  }
}

extension CensusMaker {
  /// A mapping file to fill in: what did not match on either side, with suggestions in comments.
  public static func mappingDraft(for census: Census) -> String { CensusMappingFile.draft(for: census) }

  /// The national calendar with the days of an office's own table changed (日期, 休/班, 名称, 依据).
  public static func calendar(_ source: ByteSource) throws(LanmuError) -> Outcome<WorkingCalendar> {
    var rows: [[String]] = []
    let reader = CensusInputReader(kind: .plan, pins: [:], limits: .standard, progress: nil)
    _ = try reader.rawRows(source) { rows.append($0) }
    return WorkingCalendar.national.overriding(rows: rows)
  }
}
