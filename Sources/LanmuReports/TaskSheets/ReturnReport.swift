public import LanmuAnalysis
internal import LanmuDiagnostics
package import LanmuWorkbook

/// Collected answers as a workbook: the units, their answers, and what has to be looked at.
public struct ReturnReport: Sendable {
  public let collection: ReturnCollection

  public init(_ collection: ReturnCollection) { self.collection = collection }

  package var workbook: Workbook {
    Workbook(
      sheets: [unitSheet, answerSheet, problemSheet], properties: DocumentProperties(title: "任务清单反馈汇总"))
  }

  private var unitSheet: Sheet {
    var rows: [[CellValue]] = []
    for unit in collection.units {
      let state =
        unit.file.isEmpty ? "未反馈" : unit.isBlank ? "未填报" : unit.answered < unit.tasks ? "部分填报" : "已反馈"
      rows.append([
        .text(unit.unit.isEmpty ? "（未识别）" : unit.unit), .text(state), .count(unit.tasks), .count(unit.answered),
        .count(unit.problems), .optionalText(unit.fields.map { "\($0.label)：\($0.text)" }.joined(separator: "\n")),
        .optionalText(unit.file.isEmpty ? "" : Self.name(of: unit.file)),
      ])
    }
    return Self.table(
      "各单位反馈", title: "任务清单反馈情况", labels: ["单位", "反馈情况", "任务数", "已填报", "问题数", "表头和签字栏", "文件"],
      widths: [30, 12, 10, 10, 10, 34, 60], rows: rows, centered: [1, 2, 3, 4])
  }

  /// The labels of fields that are none of the task sheet's own, in the order in which they are met.
  private var extraLabels: [String] {
    var labels: [String] = []
    var known: Swift.Set<String> = []
    for field in collection.returns.lazy.flatMap(\.fields) where known.insert(field.label).inserted {
      labels.append(field.label)
    }
    return Array(labels.prefix(Self.mostExtraLabels))
  }

  /// A workbook of returns is read on a screen; fields beyond these stand together under 其他文字.
  private static let mostExtraLabels = 20

  private var answerSheet: Sheet {
    let extraLabels = extraLabels
    let rows = collection.returns.map { answer -> [CellValue] in
      [
        .text(answer.unit), .text(answer.label.isEmpty ? answer.entry : answer.label),
        .optionalText(answer.month?.text), .optionalText(answer.status),
        answer.updatedOn.map(TaskSheetStyle.value) ?? .empty, answer.count.map { .count($0) } ?? .empty,
        .optionalText(answer.link), .optionalText(answer.reason), .optionalText(answer.person),
      ]
        + extraLabels.map { .optionalText(Self.text(of: answer, in: $0)) }
        + [
          .optionalText(Self.rest(of: answer, without: extraLabels)),
          .text("\(Self.name(of: answer.file)) 第\(answer.row + 1)行"), .text(answer.entry),
        ]
    }
    return Self.table(
      "填报明细", title: "填报明细",
      labels: ["单位", "栏目", "期次", "办理情况", "更新日期", "条数", "信息链接或标题", "未更新原因", "责任人"]
        + extraLabels + ["其他文字", "出处", "条目编号"],
      widths: [16, 24, 8.5, 11, 11.5, 5.5, 24, 11, 8] + extraLabels.map { _ in 16 } + [16, 24, 17], rows: rows,
      centered: [2, 3, 5], dates: [4])
  }

  private static func text(of answer: UnitReturn, in label: String) -> String {
    answer.fields.filter { $0.label == label }.map(\.text).joined(separator: "；")
  }

  private static func rest(of answer: UnitReturn, without labels: [String]) -> String {
    var rest = answer
    rest.fields.removeAll { labels.contains($0.label) }
    return rest.otherText
  }

  private var problemSheet: Sheet {
    let rows = collection.problems.enumerated().map { index, problem -> [CellValue] in
      [
        .count(index + 1), .optionalText(problem.unit), .text(problem.severity.chineseName),
        .text(problem.message.chinese), .optionalText(problem.text), .optionalText(problem.expected?.chinese),
        .optionalText(problem.position.file.map(Self.name)), .optionalText(Self.place(problem.position)),
      ]
    }
    return Self.table(
      "问题", title: "需要核对的问题", labels: ["序号", "单位", "程度", "问题", "所填内容", "应当", "文件", "位置"],
      widths: [5, 16, 6, 36, 18, 28, 32, 14], rows: rows, centered: [0, 2])
  }

  static func place(_ position: SourcePosition) -> String {
    var text = position.sheet ?? ""
    if let row = position.row {
      text += text.isEmpty ? "" : " "
      text += position.column.map { CellArea.reference(row: row, column: $0) } ?? "第\(row + 1)行"
    }
    return text
  }

  static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A titled table with a header that repeats.
  private static func table(
    _ name: String, title: String, labels: [String], widths: [Double], rows: [[CellValue]], centered: Swift.Set<Int>,
    dates: Swift.Set<Int> = []
  ) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.setWidths(widths)
    sheet.merge(CellArea(rows: 0...0, columns: 0...labels.count - 1), .text(title), OfficialStyle.title)
    for (column, label) in labels.enumerated() { sheet.set(1, column, .text(label), OfficialStyle.header) }
    for (index, row) in rows.enumerated() {
      for (column, value) in row.enumerated() {
        let style =
          dates.contains(column)
          ? OfficialStyle.date : centered.contains(column) ? OfficialStyle.center : OfficialStyle.body
        sheet.set(index + 2, column, value, style)
      }
    }
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 1...1
    sheet.frozenRows = 2
    if !rows.isEmpty { sheet.autofilter = CellArea(rows: 1...rows.count + 1, columns: 0...labels.count - 1) }
    sheet.showsGridlines = false
    return sheet
  }
}

extension Diagnostic.Severity {
  /// The severity as reports name it.
  var chineseName: String {
    switch self {
    case .note: "提示"
    case .warning: "核对"
    case .error: "错误"
    }
  }
}
