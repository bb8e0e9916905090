import LanmuDiagnostics

/// Diagnostics as lines of text, aligned for the width of their characters.
struct DiagnosticText {
  var language: Language
  var usesColour: Bool

  /// Positions wider than this do not push the messages of others aside.
  private static let widestPosition = 44

  func line(of error: LanmuError) -> String {
    coloured(word(.error), .error) + (language == .chinese ? "：" : ": ") + error.text(in: language)
  }

  /// One line each: severity, place, message, code.
  func lines(of diagnostics: [Diagnostic], file: String) -> [String] {
    let places = diagnostics.map { diagnostic in
      var position = diagnostic.position
      if position.file == nil { position.file = file }
      return position.text(in: language)
    }
    let wordWidth = Diagnostic.Severity.allCases.map { word($0).displayWidth }.max() ?? 0
    let placeWidth = min(places.map(\.displayWidth).max() ?? 0, Self.widestPosition)
    return zip(diagnostics, places).map { diagnostic, place in
      let severity = word(diagnostic.severity).padded(toDisplayWidth: wordWidth)
      return coloured(severity, diagnostic.severity) + "  " + place.padded(toDisplayWidth: placeWidth) + "  "
        + diagnostic.message.text(in: language) + "  [\(diagnostic.code)]"
    }
  }

  private func word(_ severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "提示"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.note, .english): "note"
    }
  }

  private func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard usesColour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
