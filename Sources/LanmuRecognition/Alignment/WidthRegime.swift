internal import LanmuGrid

/// How the cells of rows relate to the columns of a table whose spans are lost.
enum WidthRegime: Sendable {
  /// Merged cells are empty fields: a field's place is its column, unless the row has drifted.
  case indexed
  /// Merged cells are gone: a row's cells keep their order only.
  case dropped

  /// Judged by whether fields of the outermost labels are empty, and whether rows are shorter than the table is wide.
  init(layout: Grid.Layout, rows: [[AlignableCell]], columns: [LogicalColumn]) {
    if layout == .dropped {
      self = .dropped
      return
    }
    let outermost = columns.firstIndex { $0.meaning == .level } ?? 0
    let indented = rows.count { cells in
      cells.count > outermost && cells[outermost].isEmpty && cells[outermost...].contains { !$0.isEmpty }
    }
    let short = rows.count { $0.count < columns.count }
    if indented * 33 >= rows.count && indented > 0 {
      self = .indexed
    } else {
      self = short * 5 >= rows.count ? .dropped : .indexed
    }
  }
}
