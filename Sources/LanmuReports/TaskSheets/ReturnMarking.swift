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
    let lines = open.enumerated().map { index, problem in
      let position = problem.position
      let cell = ReturnReport.place(position).split(separator: " ").last.map(String.init) ?? ""
      var target: (sheet: String, row: Int, column: Int)?
      if let sheet = position.sheet, let row = position.row { target = (sheet, row, position.column ?? 0) }
      return MarkList.Line(
        [
          String(index + 1), position.sheet ?? "", position.row == nil ? "" : cell, problem.message.chinese,
          problem.text, problem.expected?.chinese ?? "",
        ], target: target)
    }
    let list = MarkList(
      name: "问题", title: "需要核对的问题（请在标红的单元格中改正后重新报送）",
      fields: [("序号", 6), ("工作表", 16), ("单元格", 10), ("问题", 48), ("所填内容", 26), ("应当", 48)], lines: lines,
      linkField: 2)
    var marker = try WorkbookMarker(parts)
    return try marker.mark(marks, list: list)
  }

  private static func note(_ problem: ReturnProblem) -> String {
    problem.message.chinese + "。" + (problem.expected.map { $0.chinese + "。" } ?? "")
  }
}
