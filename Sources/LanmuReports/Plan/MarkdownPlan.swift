import LanmuPlan

/// A plan as Markdown: its title, its origin, and a table for each of its tables.
struct MarkdownPlan {
  func text(of plan: Plan) -> String {
    var text = "# " + escaped(plan.title.isEmpty ? plan.source.file : plan.title) + "\n\n"
    let origin = [plan.documentNumber, plan.issuer, plan.issuedOn ?? ""].filter { !$0.isEmpty }
    if !origin.isEmpty { text += escaped(origin.joined(separator: " · ")) + "\n\n" }
    for sheet in PlanSheet.sheets(of: plan) {
      if !sheet.title.isEmpty { text += "## " + escaped(sheet.title) + "\n\n" }
      text += line(sheet.header) + line(sheet.header.map { _ in "---" }, escaping: false)
      for row in sheet.rows { text += line(row) }
      text += "\n"
      if !sheet.note.isEmpty { text += escaped(sheet.note) + "\n\n" }
    }
    return text
  }

  private func line(_ fields: [String], escaping: Bool = true) -> String {
    "| " + fields.map { escaping ? escaped($0) : $0 }.joined(separator: " | ") + " |\n"
  }

  /// A field's text must neither end its cell nor start markup of its own.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "|", "\\", "`", "*", "_", "[", "]", "#": result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
