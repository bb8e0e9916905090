package import LanmuAnalysis
package import LanmuDiagnostics

/// Collected answers as JSON (`lanmu-returns/1`).
package enum ReturnsJSON {
  package static func text(of collection: ReturnCollection, language: Language) -> String {
    var json = JSONWriter()
    json.begin(.object)
    json.member("schema", "lanmu-returns/1")
    json.line()
    json.key("returns")
    json.begin(.array)
    for answer in collection.returns {
      json.line()
      write(answer, to: &json)
    }
    json.end(.array)
    json.line()
    json.key("problems")
    json.begin(.array)
    for problem in collection.problems {
      json.line()
      write(problem, language, to: &json)
    }
    json.end(.array)
    json.line()
    json.key("units")
    json.begin(.array)
    for unit in collection.units {
      json.line()
      json.begin(.object)
      json.member("unit", unit.unit)
      json.member("file", unit.file)
      json.member("tasks", unit.tasks)
      json.member("answered", unit.answered)
      write(unit.fields, to: &json)
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
    return json.text
  }

  private static func write(_ answer: UnitReturn, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("entry", answer.entry)
    json.member("unit", answer.unit)
    if let month = answer.month { json.member("month", month.text) }
    json.member("status", answer.status)
    if let date = answer.updatedOn { json.member("updatedOn", date.text) }
    if let count = answer.count { json.member("count", count) }
    json.member("link", answer.link)
    json.member("remarks", answer.remarks)
    write(answer.fields, to: &json)
    if !answer.reason.isEmpty { json.member("reason", answer.reason) }
    if !answer.label.isEmpty { json.member("label", answer.label) }
    if !answer.person.isEmpty { json.member("person", answer.person) }
    json.member("file", answer.file)
    json.member("sheet", answer.sheet)
    json.member("row", answer.row)
    json.end(.object)
  }

  /// Left out where there are none.
  private static func write(_ fields: [UnitReturn.Field], to json: inout JSONWriter) {
    guard !fields.isEmpty else { return }
    json.key("fields")
    json.begin(.array)
    for field in fields {
      json.begin(.object)
      json.member("label", field.label)
      json.member("text", field.text)
      json.end(.object)
    }
    json.end(.array)
  }

  private static func write(_ problem: ReturnProblem, _ language: Language, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("kind", problem.kind.rawValue)
    json.member("severity", problem.severity.rawValue)
    json.member("message", problem.message.text(in: language))
    if let expected = problem.expected { json.member("expected", expected.text(in: language)) }
    if !problem.text.isEmpty { json.member("text", problem.text) }
    if !problem.unit.isEmpty { json.member("unit", problem.unit) }
    if !problem.entry.isEmpty { json.member("entry", problem.entry) }
    if let file = problem.position.file { json.member("file", file) }
    if let sheet = problem.position.sheet { json.member("sheet", sheet) }
    if let row = problem.position.row { json.member("row", row) }
    if let column = problem.position.column { json.member("column", column) }
    json.end(.object)
  }
}
