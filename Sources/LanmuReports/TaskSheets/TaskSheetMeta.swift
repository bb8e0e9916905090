internal import LanmuAnalysis
internal import LanmuWorkbook

/// The hidden sheet by which a returned workbook is recognised, whatever has become of the visible ones.
///
/// Two columns of keys and values, then a table of rows: which entry stood on which sheet under which number and label.
package enum TaskSheetMeta {
  package static let sheetName = "_meta"
  /// What a row's hidden identifier begins with.
  package static let mark = "lanmu:"
  package static let version = 1

  static func sheet(_ sheets: [(task: TaskSheet, name: String)], named name: String) -> Sheet {
    var meta = Sheet(name: name)
    meta.visibility = .hidden
    meta.fitsRowHeights = false
    var row = 0
    func add(_ values: [CellValue]) {
      meta.set(row, from: 0, values)
      row += 1
    }
    add(["lanmu-task-sheet", .count(version)])
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
}
