internal import LanmuGrid

/// Pages of a table between delimiters on which the rows lost the empty fields that they began with, while on other pages rows
/// keep theirs.
///
/// Row by row, a label could as well cover the fields that are gone; that all short rows of a page fit behind the fields that they
/// lack, and hardly one in the places where it begins, tells that the page was cut off on the left.
struct ClippedPages: Sendable {
  private let width: Int
  private let aligner: RowAligner
  private let cost: ContentCost

  init(columns: [LogicalColumn], cost: ContentCost) {
    width = columns.count
    self.cost = cost
    aligner = RowAligner(columns: columns, regime: .indexed)
  }

  /// Puts empty fields before the short rows of such pages.
  ///
  /// - Parameter rows: the rows to which the cells belong.
  func restore(_ cells: inout [[AlignableCell]], of rows: [CollectedTable.BodyRow]) {
    guard !aligner.levelColumns.isEmpty else { return }
    let pages = Self.pages(of: rows)
    guard pages.count > 1 else { return }
    var clipped: [Range<Int>] = []
    var others: [[AlignableCell]] = []
    for page in pages {
      if isClipped(cells[page]) { clipped.append(page) } else { others += cells[page] }
    }
    guard !clipped.isEmpty, keepsStarts(others) else { return }
    for index in clipped.joined() where isShort(cells[index]) { cells[index] = padded(cells[index]) }
  }

  private static func pages(of rows: [CollectedTable.BodyRow]) -> [Range<Int>] {
    let starts = rows.indices.filter { $0 == 0 || rows[$0].followsBreak }
    return zip(starts, starts.dropFirst() + [rows.endIndex]).map { $0..<$1 }
  }

  private func isShort(_ row: [AlignableCell]) -> Bool { row.count < width && row.contains { !$0.isEmpty } }

  private func padded(_ row: [AlignableCell]) -> [AlignableCell] {
    let line = row.first?.line
    let empty = AlignableCell(raw: "", text: "", evidence: TextEvidence(""), line: line)
    return Array(repeating: empty, count: width - row.count) + row
  }

  /// Whether no row of a page begins with an empty field, or all short ones lack just one, and these fit where they end at the
  /// table's end.
  private func isClipped(_ page: ArraySlice<[AlignableCell]>) -> Bool {
    let short = page.filter(isShort)
    guard short.count >= Self.leastShort, short.allSatisfy({ fits(padded($0)) }) else { return false }
    let lacksStarts = page.allSatisfy { $0.first?.isEmpty != true } || short.allSatisfy { $0.count == width - 1 }
    return lacksStarts && page.allSatisfy { $0.count <= width } && short.count { !fits($0) } * 2 > short.count
  }

  /// Whether a good part of the rows begins with an empty field.
  private func keepsStarts(_ rows: [[AlignableCell]]) -> Bool {
    let filled = rows.filter { row in row.contains { !$0.isEmpty } }
    return filled.count >= Self.leastOthers && filled.count { $0.first?.isEmpty == true } * 4 >= filled.count
  }

  private func fits(_ row: [AlignableCell]) -> Bool {
    aligner.readingByPlace(row, cost: cost, limit: LostBody.placeLimit) != nil
  }

  /// Fewer rows than these may have lost fields each for itself.
  private static let leastShort = 3
  private static let leastOthers = 4
}
