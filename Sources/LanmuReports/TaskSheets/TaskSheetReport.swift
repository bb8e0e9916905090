public import LanmuAnalysis
package import LanmuWorkbook

/// Task sheets as workbooks: one for each unit with an index, or all in one.
public struct TaskSheetReport: Sendable {
  public let set: TaskSheetSet
  /// The names of the units' files, in the order of `set.sheets`.
  package let fileNames: [String]

  public init(_ set: TaskSheetSet) {
    self.set = set
    var names: [String] = []
    var used: Swift.Set<String> = []
    for sheet in set.sheets {
      let name = SheetName.safeFile("\(sheet.unit)网站栏目保障任务清单（\(sheet.month.chineseText)）", used: used)
      used.insert(name.lowercased())
      names.append(name)
    }
    fileNames = names.map { $0 + ".xlsx" }
  }

  package var indexFileName: String {
    SheetName.safeFile("00 任务清单目录（\(set.month.chineseText)）") + ".xlsx"
  }

  package var oneWorkbookFileName: String {
    SheetName.safeFile("网站栏目保障任务清单（\(set.month.chineseText)）") + ".xlsx"
  }

  /// The workbook of one unit: 任务清单, 任务说明, and what collecting goes by.
  package func workbook(at place: Int) -> Workbook {
    let task = set.sheets[place]
    let name = "任务清单"
    var layout = TaskSheetLayout(task, named: name)
    return Workbook(
      sheets: [
        layout.build(), RequirementSheet.sheet(task, named: "任务说明"),
        TaskSheetMeta.sheet([(task, name)], named: TaskSheetMeta.sheetName),
      ],
      properties: DocumentProperties(title: "\(task.unit)网站栏目保障任务清单（\(task.month.chineseText)）"))
  }

  /// The index beside the units' files.
  package func index() -> Workbook {
    let links = fileNames.map { TaskIndexLayout.Link(text: String($0.dropLast(5)), target: .file($0)) }
    let sheet = TaskIndexLayout(set: set, links: links).sheet(named: "目录")
    let places = zip(set.sheets, fileNames).map { (task: $0, name: $1) }
    let meta = TaskSheetMeta.sheet(places, named: TaskSheetMeta.sheetName, isIndex: true)
    return Workbook(sheets: [sheet, meta], properties: DocumentProperties(title: "任务清单目录（\(set.month.chineseText)）"))
  }

  /// Everything in one workbook: the index first, then each unit's sheet, the full texts, and what collecting goes by.
  package func oneWorkbook() -> Workbook {
    var names = ["目录", TaskSheetMeta.sheetName]
    var places: [(task: TaskSheet, name: String)] = []
    for task in set.sheets {
      let name = SheetName.safe(task.unit, taken: names)
      names.append(name)
      places.append((task, name))
    }
    let links = places.map {
      TaskIndexLayout.Link(text: $0.name, target: .cell(sheet: $0.name, row: 0, column: 1))
    }
    var sheets = [TaskIndexLayout(set: set, links: links).sheet(named: "目录")]
    for (task, name) in places {
      var layout = TaskSheetLayout(task, named: name)
      sheets.append(layout.build())
      let notes = SheetName.safe("说明 " + name, taken: names)
      names.append(notes)
      sheets.append(RequirementSheet.sheet(task, named: notes))
    }
    sheets.append(TaskSheetMeta.sheet(places, named: TaskSheetMeta.sheetName))
    return Workbook(
      sheets: sheets, properties: DocumentProperties(title: "网站栏目保障任务清单（\(set.month.chineseText)）"))
  }
}
