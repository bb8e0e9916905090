package import LanmuAnalysis
package import LanmuDiagnostics

/// A returned workbook with its faulty cells marked, to be sent back to the clerk who filled it in.
package enum ReturnMarking {
  /// The problems of one file; `nil` where there is nothing for its clerk to do.
  package static func mark(
    _ parts: WorkbookParts, problems: [ReturnProblem]
  ) throws(LanmuError) -> WorkbookParts? {
    let open = problems.filter { $0.severity >= .warning }
    guard !open.isEmpty else { return nil }
    let marks = open.compactMap { problem -> WorkbookMarker.Mark? in
      guard let sheet = problem.position.sheet, let row = problem.position.row, let column = problem.position.column
      else {
        return nil
      }
      return WorkbookMarker.Mark(sheet: sheet, row: row, column: column, note: note(problem))
    }
    var list = [["序号", "工作表", "单元格", "问题", "所填内容", "应当"]]
    for (index, problem) in open.enumerated() {
      let place = ReturnReport.place(problem.position)
      let cell = place.split(separator: " ").last.map(String.init) ?? ""
      list.append([
        String(index + 1), problem.position.sheet ?? "", problem.position.row == nil ? "" : cell,
        problem.message.chinese,
        problem.text, problem.expected?.chinese ?? "",
      ])
    }
    var marker = try WorkbookMarker(parts)
    return try marker.mark(marks, list: list, listName: "问题")
  }

  private static func note(_ problem: ReturnProblem) -> String {
    problem.message.chinese + "。" + (problem.expected.map { $0.chinese + "。" } ?? "")
  }
}
