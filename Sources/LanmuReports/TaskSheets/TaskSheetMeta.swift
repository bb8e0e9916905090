internal import LanmuAnalysis
internal import LanmuWorkbook

/// The hidden sheet by which a returned workbook is recognised, whatever has become of the visible ones.
///
/// Two columns of keys and values, then a table of rows: which entry stood on which sheet under which number and label. Where
/// there are many units, each entry stands once, many of them in a cell, and each unit with the ids of its entries.
enum TaskSheetMeta {
  static let sheetName = "_meta"
  /// What a cell holds is limited, so that the ids of many entries take several rows.
  private static let mostEntriesInCell = 500
  private static let mostBytesInCell = 30_000

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
    add([.text(isIndex ? TaskSheetMarks.indexHead : TaskSheetMarks.sheetHead), .count(TaskSheetMarks.version)])
    if let first = sheets.first?.task {
      add(["plan", .text(first.planTitle)])
      add(["fingerprint", .text(first.planFingerprint)])
      add(["month", .text(first.month.text)])
      add(["issued", .text(first.issuedOn.text)])
      add(["returnBy", .text(first.returnBy.text)])
    }
    if let only = sheets.first, sheets.count == 1, !isIndex {
      add(["unit", .text(only.task.unit), .text(only.name)])
      for entry in only.task.tasks { add(values("row", entry) + [.text(only.task.unit), .text(only.name)]) }
      return meta
    }
    var known: Set<String> = []
    for (task, name) in sheets {
      let fresh = task.tasks.filter { known.insert($0.entry).inserted }
      // An id with a blank would not be told from what stands behind it.
      for entry in fresh where entry.entry.contains(" ") { add(values("entry", entry)) }
      for text in cells(of: fresh.filter { !$0.entry.contains(" ") }) { add(["entries", .text(text)]) }
      add(["unit", .text(task.unit), .text(name)])
      var entries = task.tasks.map(\.entry)[...]
      while !entries.isEmpty {
        let part = entries.prefix(mostEntriesInCell)
        add(["tasks", .text(task.unit), .text(part.joined(separator: " "))])
        entries = entries.dropFirst(part.count)
      }
    }
    return meta
  }

  private static func values(_ key: String, _ entry: UnitTask) -> [CellValue] {
    [.text(key), .text(entry.entry), .text(entry.number), .text(entry.pathText)]
  }

  /// Entries with their numbers and labels, a line each, in texts that cells can hold.
  private static func cells(of entries: [UnitTask]) -> [String] {
    var texts: [String] = []
    var text = ""
    for entry in entries {
      let line = "\(entry.entry) \(entry.number) \(entry.pathText.replacing("\n", with: " "))"
      if !text.isEmpty, text.utf8.count + line.utf8.count > mostBytesInCell {
        texts.append(text)
        text = ""
      }
      text += text.isEmpty ? line : "\n" + line
    }
    return text.isEmpty ? texts : texts + [text]
  }

  /// The marks in the hidden first column of a sheet's head.
  static func mark(_ sheet: inout Sheet, _ task: TaskSheet) {
    let style = TaskSheetStyle.identifier
    sheet.set(0, 0, .text(TaskSheetMarks.unit + task.unit), style)
    sheet.set(1, 0, .text(TaskSheetMarks.month + task.month.text), style)
    sheet.set(2, 0, .text(TaskSheetMarks.plan + task.planFingerprint), style)
  }
}
