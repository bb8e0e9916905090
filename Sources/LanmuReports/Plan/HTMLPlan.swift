import LanmuPlan

/// A plan as an HTML page that prints well: labels of levels merged as in the document, everything else on its row.
struct HTMLPlan {
  func text(of plan: Plan) -> String {
    let title = escaped(plan.title.isEmpty ? plan.source.file : plan.title)
    var text = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      body { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; margin: 1.5em; }
      h1 { text-align: center; }
      p.origin { text-align: center; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #666; padding: 0.25em 0.4em; vertical-align: top; }
      th { background: #e7e6e6; }
      td.id { font-family: monospace; font-size: 80%; color: #555; }
      @media print { @page { size: A4 landscape; } thead { display: table-header-group; } tr { break-inside: avoid; } }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
    let origin = [plan.documentNumber, plan.issuer, plan.issuedOn ?? ""].filter { !$0.isEmpty }
    if !origin.isEmpty { text += "<p class=\"origin\">" + escaped(origin.joined(separator: "　")) + "</p>\n" }
    for sheet in PlanSheet.sheets(of: plan) { text += table(sheet) }
    return text + "</body>\n</html>\n"
  }

  private func table(_ sheet: PlanSheet) -> String {
    var text = sheet.title.isEmpty ? "" : "<h2>" + escaped(sheet.title) + "</h2>\n"
    text +=
      "<table>\n<thead><tr>" + sheet.header.map { "<th>" + escaped($0) + "</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for row in sheet.rows.indices {
      text += "<tr>"
      for (column, field) in sheet.fields.enumerated() {
        let rows = span(at: row, column, in: sheet)
        guard rows > 0 else { continue }
        text += "<td" + (field == .id ? " class=\"id\"" : "") + (rows > 1 ? " rowspan=\"\(rows)\"" : "") + ">"
        text += escaped(sheet.rows[row][column]) + "</td>"
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n"
    if !sheet.note.isEmpty { text += "<p>" + escaped(sheet.note) + "</p>\n" }
    return text
  }

  /// How many rows the cell covers; 0 if it is part of the cell above. Only labels above the deepest level are merged.
  private func span(at row: Int, _ column: Int, in sheet: PlanSheet) -> Int {
    guard case .level = sheet.fields[column] else { return 1 }
    if row > 0, continues(row, column, in: sheet) { return 0 }
    var count = 1
    while row + count < sheet.rows.count, continues(row + count, column, in: sheet) { count += 1 }
    return count
  }

  /// Whether a label and all before it are those of the row above, and neither is a row's own last label.
  private func continues(_ row: Int, _ column: Int, in sheet: PlanSheet) -> Bool {
    let (current, above) = (sheet.rows[row], sheet.rows[row - 1])
    for (place, field) in sheet.fields.enumerated() where place <= column {
      guard case .level = field else { continue }
      if current[place] != above[place] || current[place].isEmpty { return false }
    }
    return hasDeeperLabel(current, than: column, in: sheet) && hasDeeperLabel(above, than: column, in: sheet)
  }

  private func hasDeeperLabel(_ row: [String], than column: Int, in sheet: PlanSheet) -> Bool {
    sheet.fields.indices.contains { place in
      guard place > column, case .level = sheet.fields[place] else { return false }
      return !row[place].isEmpty
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "\n": result += "<br>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
