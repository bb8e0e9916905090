public import LanmuAnalysis
public import LanmuDiagnostics
internal import LanmuPlan

/// A census as JSON (`lanmu-census/1`).
public enum CensusJSON {
  /// One line for each column, unit and indicator; the same census gives the same bytes.
  public static func text(_ census: Census, diagnostics: [Diagnostic] = [], in language: Language = .chinese) -> String
  {
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("schema", Census.schema)
    writer.member("month", census.month.text)
    writer.member("asOf", census.asOf.text)
    writer.member("site", census.site)
    writer.line()
    writer.key("rules")
    writer.begin(.object)
    writer.member("name", census.rules.name)
    writer.member("title", census.rules.title)
    writer.end(.object)
    if let since = census.recordsSince { writer.member("recordsSince", since.text) }
    list("columns", census.columns, &writer) { column($0, &$1) }
    list("units", census.units, &writer) { unit($0, &$1) }
    list("indicators", census.indicators, &writer) { indicator($0, &$1) }
    score(census, &writer)
    list("unmatched", census.unmatched, &writer) { entry, writer in
      writer.member("side", entry.side.rawValue)
      writer.member("path", entry.path)
      if !entry.suggestion.isEmpty { writer.member("suggestion", entry.suggestion) }
      if entry.items > 0 { writer.member("items", entry.items) }
    }
    list("inputs", census.inputs, &writer) { input, writer in
      writer.member("kind", input.kind.rawValue)
      writer.member("file", input.file)
      writer.member("rows", input.rows)
    }
    list("problems", InputProblem.Kind.allCases.filter { census.problems.counts[$0] != nil }, &writer) { kind, writer in
      writer.member("kind", kind.rawValue)
      writer.member("count", census.problems.counts[kind] ?? 0)
      places(census.problems.listed.filter { $0.kind == kind }, &writer)
    }
    if !census.contradictions.isEmpty {
      writer.line()
      texts("contradictions", census.contradictions, &writer)
    }
    history(census, &writer)
    writer.line()
    writer.diagnostics(diagnostics, in: language)
    writer.end(.object)
    return writer.text + "\n"
  }

  static func list<Element>(
    _ name: String, _ elements: [Element], _ writer: inout JSONWriter, _ body: (Element, inout JSONWriter) -> Void
  ) {
    writer.line()
    writer.key(name)
    writer.begin(.array)
    for element in elements {
      writer.line()
      writer.begin(.object)
      body(element, &writer)
      writer.end(.object)
    }
    writer.end(.array)
  }

  /// The rows themselves, as far as they are listed.
  private static func places(_ problems: [InputProblem], _ writer: inout JSONWriter) {
    writer.key("rows")
    writer.begin(.array)
    for problem in problems {
      writer.begin(.object)
      writer.member("file", problem.place.file)
      if !problem.place.sheet.isEmpty { writer.member("sheet", problem.place.sheet) }
      writer.member("row", problem.place.row)
      if !problem.text.isEmpty { writer.member("text", problem.text) }
      writer.end(.object)
    }
    writer.end(.array)
  }

  private static func texts(_ name: String, _ texts: [String], _ writer: inout JSONWriter) {
    writer.key(name)
    writer.begin(.array)
    for text in texts { writer.value(text) }
    writer.end(.array)
  }

  private static func column(_ column: ColumnResult, _ writer: inout JSONWriter) {
    writer.member("entry", column.entry)
    texts("path", column.path, &writer)
    if let unit = column.ownUnit { writer.member("unit", unit) }
    writer.member("class", column.columnClass.chineseName)
    if let last = column.lastUpdate { writer.member("lastUpdate", last.text) }
    writer.member("itemsThisMonth", column.itemsThisMonth)
    writer.member("itemsTotal", column.itemsTotal)
    writer.member("state", column.state.rawValue)
    if !column.reason.isEmpty { writer.member("reason", column.reason) }
    writer.member("nationalState", column.nationalState.rawValue)
    if !column.nationalReason.isEmpty { writer.member("nationalReason", column.nationalReason) }
    if let rule = column.rules.first { self.rule(rule, column, &writer) }
    if let due = column.dueOn {
      writer.member("dueOn", due.date.text)
      if due.isProvisional { writer.member("provisional", true) }
    }
    writer.member("daysOver", column.daysOver)
    if !column.problems.isEmpty { texts("problems", column.problems, &writer) }
    writer.key("units")
    writer.begin(.array)
    for duty in column.duties {
      writer.begin(.object)
      writer.member("unit", duty.unit)
      writer.member("role", duty.role.rawValue)
      if !duty.scope.isEmpty { writer.member("scope", duty.scope) }
      if duty.items > 0 { writer.member("items", duty.items) }
      writer.end(.object)
    }
    writer.end(.array)
  }

  private static func rule(_ rule: TimeRule, _ column: ColumnResult, _ writer: inout JSONWriter) {
    writer.key("rule")
    writer.begin(.object)
    let span: TimeSpan?
    switch rule.kind {
    case .interval(let every, let atLeast):
      writer.member("kind", "interval")
      if atLeast > 1 { writer.member("atLeast", atLeast) }
      span = every
    case .months(let months):
      writer.member("kind", "months")
      writer.key("months")
      writer.begin(.array)
      for month in months { writer.value(month) }
      writer.end(.array)
      span = nil
    case .annual: (span, _) = (nil, writer.member("kind", "annual"))
    case .after(let event, let within):
      writer.member("kind", "after")
      writer.member("event", event)
      span = within
    case .onChange: (span, _) = (nil, writer.member("kind", "onChange"))
    case .prompt: (span, _) = (nil, writer.member("kind", "prompt"))
    case .realtime: (span, _) = (nil, writer.member("kind", "realtime"))
    case .asNeeded: (span, _) = (nil, writer.member("kind", "asNeeded"))
    case .regular: (span, _) = (nil, writer.member("kind", "regular"))
    case .follows(let target):
      writer.member("kind", "follows")
      writer.member("target", target)
      span = nil
    case .external: (span, _) = (nil, writer.member("kind", "external"))
    case .unknown: (span, _) = (nil, writer.member("kind", "unknown"))
    }
    if let span {
      if case .after = rule.kind { writer.key("within") } else { writer.key("every") }
      writer.begin(.object)
      writer.member("count", span.count)
      writer.member("unit", span.unit.rawValue)
      writer.end(.object)
    }
    writer.member("text", rule.text)
    writer.end(.object)
  }

  private static func unit(_ unit: UnitResult, _ writer: inout JSONWriter) {
    writer.member("unit", unit.unit)
    writer.member("category", unit.category.rawValue)
    writer.member("columns", unit.columns)
    writer.member("onTime", unit.onTime)
    writer.member("overdue", unit.overdue)
    writer.member("blank", unit.blank)
    writer.member("items", unit.items)
    if let rate = unit.rate { writer.member("rate", (rate * 1000).rounded() / 1000) }
    if let rank = unit.rank { writer.member("rank", rank) }
  }

  private static func indicator(_ result: IndicatorResult, _ writer: inout JSONWriter) {
    writer.member("code", result.indicator.code)
    writer.member("name", result.indicator.name)
    writer.member("group", result.indicator.group)
    writer.member("kind", result.indicator.kind.rawValue)
    writer.member("measured", result.value != nil)
    if let value = result.value { writer.member("value", value) }
    if result.indicator.measure != nil { writer.member("threshold", result.indicator.limit) }
    writer.member("points", result.points)
    writer.member("verdict", result.verdict.rawValue)
    texts("evidence", result.evidence, &writer)
  }

  private static func score(_ census: Census, _ writer: inout JSONWriter) {
    writer.line()
    writer.key("score")
    writer.begin(.object)
    writer.member("vetoed", census.score.vetoed)
    writer.member("deducted", (census.score.deducted * 10).rounded() / 10)
    writer.member("points", (census.score.points * 10).rounded() / 10)
    writer.member("complete", census.score.unmeasured.isEmpty)
    texts("unmeasured", census.score.unmeasured, &writer)
    writer.end(.object)
  }

  /// What next month's census reads back.
  private static func history(_ census: Census, _ writer: inout JSONWriter) {
    list("trend", census.trend, &writer) { point, writer in
      writer.member("month", point.month.text)
      writer.member("deducted", (point.deducted * 10).rounded() / 10)
      writer.member("vetoed", point.vetoed)
      writer.member("overdue", point.overdue)
      writer.member("blank", point.blank)
      writer.member("items", point.items)
      if let rate = point.rate { writer.member("rate", rate) }
      if !point.measured.isEmpty { texts("measured", point.measured, &writer) }
    }
    list("rectifications", census.rectifications, &writer) { item, writer in
      writer.member("id", item.id)
      writer.member("entry", item.entry)
      writer.member("firstMonth", item.firstMonth.text)
      writer.member("problem", item.problem)
      writer.member("subject", item.subject)
      texts("units", item.units, &writer)
      writer.member("dueOn", item.dueOn.text)
      writer.member("status", item.status.rawValue)
      writer.member("response", item.response)
      writer.member("months", item.months)
    }
    guard let previous = census.previous, let last = previous.trend.last else { return }
    writer.line()
    writer.key("previous")
    writer.begin(.object)
    writer.member("month", previous.month.text)
    writer.member("deducted", last.deducted)
    writer.member("overdue", last.overdue)
    writer.member("blank", last.blank)
    writer.member("items", last.items)
    writer.end(.object)
  }
}
