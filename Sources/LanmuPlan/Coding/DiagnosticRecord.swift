package import LanmuDiagnostics

/// A diagnostic as it stands in JSON results: one sentence in the language asked for, and its place.
package struct DiagnosticRecord: Codable, Hashable, Sendable {
  package var severity: String
  package var code: String
  package var message: String
  package var line: Int?
  package var table: Int?
  package var row: Int?
  package var column: Int?
  package var sheet: String?

  package init(_ diagnostic: Diagnostic, in language: Language) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    message = diagnostic.message.text(in: language)
    line = diagnostic.position.line
    table = diagnostic.position.table
    row = diagnostic.position.row
    column = diagnostic.position.column
    sheet = diagnostic.position.sheet
  }

  /// The diagnostic again; its sentence is known in one language only.
  package var diagnostic: Diagnostic {
    Diagnostic(
      Diagnostic.Severity(rawValue: severity) ?? .note, code: code, message: Message(zh: message, en: message),
      position: SourcePosition(line: line, sheet: sheet, table: table, row: row, column: column))
  }
}
