/// Rows that run on from one to the next: where a blank line both parts rows and stands for an empty cell, one that begins with
/// such a cell looks like the rest of the row above it.
enum RunOnRows {
  /// The rows parted again, if all are several times as long as the header, or as nearly all others, and each that would begin
  /// within another does so with an empty cell.
  static func parted(_ rows: [[FoundField]], labels: KnownLabels) -> [[FoundField]] {
    guard let width = width(of: rows, labels: labels), width >= fewestCells,
      rows.contains(where: { $0.count > width }), rows.allSatisfy({ $0.count % width == 0 })
    else { return rows }
    let begins = rows.map { stride(from: 0, to: $0.count, by: width) }
    let areEmpty = zip(rows, begins).allSatisfy { row, places in places.dropFirst().allSatisfy { row[$0].text.isEmpty }
    }
    guard areEmpty else { return rows }
    return zip(rows, begins).flatMap { row, places in places.map { Array(row[$0..<$0 + width]) } }
  }

  /// How many cells each row has by a header of known labels above them, or else by nearly all of them.
  private static func width(of rows: [[FoundField]], labels: KnownLabels) -> Int? {
    guard let header = rows.first else { return nil }
    let known = header.count { labels.strength(of: $0.text) > 0 }
    if header.allSatisfy({ !$0.text.isEmpty }), known * 3 >= header.count * 2 { return header.count }
    guard let usual = rows.map(\.count).mostFrequent() else { return nil }
    return rows.count { $0.count == usual } * nearlyAll.of >= rows.count * nearlyAll.are ? usual : nil
  }

  /// Rows of fewer cells are as often several times as long by chance.
  private static let fewestCells = 4
  private static let nearlyAll = (are: 3, of: 4)
}
