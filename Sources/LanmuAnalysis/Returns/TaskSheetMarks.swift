/// The marks by which a task sheet is recognised when it comes back; both the layout and the reader go by them.
///
/// They stand in a hidden first column, so that they stay with their rows, and on a hidden sheet, for what was deleted.
package enum TaskSheetMarks {
  /// Before an entry's id, in every row of a task.
  package static let entry = "lanmu:"
  /// Before the unit's name, in the title's row.
  package static let unit = "lanmu-unit:"
  /// Before the month (`2026-12`), in the row below.
  package static let month = "lanmu-month:"
  /// Before the plan's fingerprint, in the row below that.
  package static let plan = "lanmu-plan:"
  /// The form of the hidden sheet, which stands beside its first cell.
  ///
  /// 1: a row for each task of each unit. 2: where there are many units, each entry once, many in a cell, and each unit with
  /// its entries.
  /// Both are read; what a later form says as well would be passed over.
  package static let version = 2
  /// In the first cell of the hidden sheet.
  package static let sheetHead = "lanmu-task-sheet"
  package static let indexHead = "lanmu-task-index"
  /// In the first cell of the hidden sheet that lists the labels of a template's own fields.
  package static let designHead = "lanmu-task-design"
}
