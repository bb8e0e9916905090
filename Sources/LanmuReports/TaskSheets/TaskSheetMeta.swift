internal import LanmuAnalysis
internal import LanmuWorkbook

/// The hidden sheet by which a returned workbook is recognised, whatever has become of the visible ones.
///
/// Two columns of keys and values, then a table of rows: which entry stood on which sheet under which number and label.
enum TaskSheetMeta {
  static let sheetName = "_meta"
  static let version = 1

  /// `isIndex` for the index, which knows of every unit what is expected from it.
  static func sheet(_ sheets: [(task: TaskSheet, name: String)], named name: String, isIndex: Bool = false) -> Sheet {
    var meta = Sheet(name: name)
    meta.visibility = .hidden
    meta.fitsRowHeights = false
    var row = 0
    func add(_ values: [CellValue]) {
      meta.set(row, from: 0, values)
      row += 1
    }
    add([.text(isIndex ? TaskSheetMarks.indexHead : TaskSheetMarks.sheetHead), .count(version)])
    if let first = sheets.first?.task {
      add(["plan", .text(first.planTitle)])
      add(["fingerprint", .text(first.planFingerprint)])
      add(["month", .text(first.month.text)])
      add(["issued", .text(first.issuedOn.text)])
      add(["returnBy", .text(first.returnBy.text)])
    }
    for (task, name) in sheets {
      add(["unit", .text(task.unit), .text(name)])
      for entry in task.tasks {
        add(["row", .text(entry.entry), .text(entry.number), .text(entry.pathText), .text(task.unit), .text(name)])
      }
    }
    return meta
  }

  /// The marks in the hidden first column of a sheet's head.
  static func mark(_ sheet: inout Sheet, _ task: TaskSheet) {
    let style = TaskSheetStyle.identifier
    sheet.set(0, 0, .text(TaskSheetMarks.unit + task.unit), style)
    sheet.set(1, 0, .text(TaskSheetMarks.month + task.month.text), style)
    sheet.set(2, 0, .text(TaskSheetMarks.plan + task.planFingerprint), style)
  }
}
