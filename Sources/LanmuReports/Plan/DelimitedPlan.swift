import LanmuPlan

/// A plan as delimited text: one line a row, every label on every row, quoting as in RFC 4180.
///
/// The file starts with a byte order mark, without which spreadsheets in China take UTF-8 for GBK.
struct DelimitedPlan {
  var delimiter: Character

  func text(of plan: Plan) -> String {
    let sheet = PlanSheet.whole(plan)
    return "\u{FEFF}" + ([sheet.header] + sheet.rows).map(line).joined()
  }

  private func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: String(delimiter)) + "\r\n"
  }

  private func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r" || Character(scalar) == delimiter
    }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}
