package import LanmuDiagnostics

extension JSONWriter {
  /// The member `diagnostics`: severity, code, message, and the places that are known.
  package mutating func diagnostics(_ diagnostics: [Diagnostic], in language: Language) {
    key("diagnostics")
    begin(.array)
    for diagnostic in diagnostics {
      line()
      begin(.object)
      member("severity", diagnostic.severity.rawValue)
      member("code", diagnostic.code)
      member("message", diagnostic.message.text(in: language))
      let position = diagnostic.position
      if let part = position.part { member("part", part) }
      if let sheet = position.sheet { member("sheet", sheet) }
      if let table = position.table { member("table", table) }
      if let line = position.line { member("line", line) }
      if let row = position.row { member("row", row) }
      if let column = position.column { member("column", column) }
      end(.object)
    }
    end(.array)
  }
}
