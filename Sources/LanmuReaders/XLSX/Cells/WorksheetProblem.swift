internal import LanmuDiagnostics

/// Something odd about a worksheet. A sheet may have a million of one kind: they are counted, and told once with the first
/// place.
enum WorksheetProblem: Int, CaseIterable, Hashable {
  case badReference
  case outsideSheet
  case duplicateCell
  case sharedStringMissing
  case formulaWithoutValue
  case notANumber
  case notADate
  case pictureCell
  case mergeUnreadable
  case mergesOverlap
  case mergeTooLarge
  case coveredText

  private var severity: Diagnostic.Severity {
    switch self {
    case .pictureCell, .notADate, .coveredText: .note
    case .sharedStringMissing: .error
    default: .warning
    }
  }

  private var code: String {
    switch self {
    case .badReference: "xlsx.badReference"
    case .outsideSheet: "xlsx.outsideSheet"
    case .duplicateCell: "xlsx.duplicateCell"
    case .sharedStringMissing: "xlsx.sharedStringMissing"
    case .formulaWithoutValue: "xlsx.formulaWithoutValue"
    case .notANumber: "xlsx.notANumber"
    case .notADate: "xlsx.notADate"
    case .pictureCell: "xlsx.pictureCell"
    case .mergeUnreadable: "xlsx.mergeUnreadable"
    case .mergesOverlap: "xlsx.mergesOverlap"
    case .mergeTooLarge: "xlsx.mergeTooLarge"
    case .coveredText: "xlsx.coveredText"
    }
  }

  private func message(_ count: Int) -> Message {
    switch self {
    case .badReference:
      Message(
        zh: "\(count)处单元格或行的编号无法识别，已按先后顺序排放",
        en: "\(count) references of cells or rows cannot be read; these stand behind the ones before them")
    case .outsideSheet:
      Message(zh: "\(count)个单元格超出工作表范围，未读取", en: "\(count) cells lie outside the sheet and were not read")
    case .duplicateCell:
      Message(zh: "\(count)个单元格重复出现，以后出现的为准", en: "\(count) cells stand twice; the later one counts")
    case .sharedStringMissing:
      Message(
        zh: "\(count)个单元格指向不存在的共享字符串，其文字缺失",
        en: "\(count) cells name a shared string that does not exist; their text is lost")
    case .formulaWithoutValue:
      Message(
        zh: "\(count)个公式没有保存计算结果，按空单元格读取；用办公软件打开并保存后即有结果",
        en: "\(count) formulas come without their result and read as empty; open and save the file in an office program"
      )
    case .notANumber:
      Message(zh: "\(count)个数值单元格里不是数字，已照原文保留", en: "\(count) numeric cells hold no number; their text was kept")
    case .notADate:
      Message(
        zh: "\(count)个日期格式的单元格的数值不是有效日期，已按数字读取",
        en: "\(count) numbers with a date format are no dates; they read as numbers")
    case .pictureCell:
      Message(zh: "\(count)个单元格是嵌入的图片，只有其公式", en: "\(count) cells hold an embedded picture; only its formula is text")
    case .mergeUnreadable:
      Message(zh: "\(count)个合并区域的范围无法识别或超出工作表，已忽略", en: "\(count) merged areas cannot be read or lie outside the sheet")
    case .mergesOverlap:
      Message(zh: "\(count)个合并区域与其他合并区域重叠，已忽略", en: "\(count) merged areas overlap others and were left out")
    case .mergeTooLarge:
      Message(zh: "\(count)个合并区域过大，已忽略", en: "\(count) merged areas are too large and were left out")
    case .coveredText:
      Message(
        zh: "\(count)个单元格被合并区域遮盖，其文字未读取", en: "\(count) cells are covered by merged areas; their text is not shown")
    }
  }

  /// The problems of one sheet, counted.
  struct Tally {
    private var counts = [Int](repeating: 0, count: WorksheetProblem.allCases.count)
    private var places = [CellReference?](repeating: nil, count: WorksheetProblem.allCases.count)

    mutating func add(_ problem: WorksheetProblem, row: Int, column: Int) {
      if counts[problem.rawValue] == 0 {
        places[problem.rawValue] = CellReference(row: max(0, row), column: max(0, column))
      }
      counts[problem.rawValue] += 1
    }

    func count(of problem: WorksheetProblem) -> Int { counts[problem.rawValue] }

    /// One diagnostic for each kind of problem, at the first place that has it.
    func diagnostics(at position: SourcePosition) -> [Diagnostic] {
      WorksheetProblem.allCases.compactMap { problem in
        let count = counts[problem.rawValue]
        guard count > 0 else { return nil }
        var place = position
        place.row = places[problem.rawValue]?.row
        place.column = places[problem.rawValue]?.column
        return Diagnostic(problem.severity, code: problem.code, message: problem.message(count), position: place)
      }
    }
  }
}
