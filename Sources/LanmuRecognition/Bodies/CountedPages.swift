internal import LanmuGrid

/// Rows of a table between delimiters that stand one field too far right, told by their running numbers, which stand in the field
/// behind that of numbers.
///
/// Such rows may be as wide as the header, where their last field was empty and is gone, so that no width tells them.
struct CountedPages: Sendable {
  let columns: [LogicalColumn]

  /// Takes the empty field that they begin with off such rows.
  func restore(_ cells: inout [[AlignableCell]]) {
    guard columns.first?.meaning == .number, columns.count > 1 else { return }
    var start = 0
    while start < cells.count {
      guard let run = run(from: start, in: cells) else { break }
      for index in run where !cells[index].isEmpty { cells[index].removeFirst() }
      start = run.upperBound
    }
  }

  /// Whether numbers stand behind the field of numbers in rows that begin with an empty one.
  static func mayHaveMoved(_ rows: [[FieldCell]], below header: TableHeader) -> Bool {
    guard header.fields.first?.meaning == .number else { return false }
    return rows.count { $0.count > 1 && $0[0].label.isEmpty && TextEvidence($0[1].label).ordinal != nil } >= fewest
  }

  /// The next rows that begin with an empty field, the first of them with a number behind it; empty unless enough of them are
  /// counted on one by one, `nil` where none are left.
  private func run(from start: Int, in cells: [[AlignableCell]]) -> Range<Int>? {
    guard let first = cells[start...].firstIndex(where: { Self.number(of: $0) != nil }) else { return nil }
    var last = first
    var numbers: [Int] = []
    for index in first..<cells.count {
      guard cells[index].first?.isEmpty != false else { break }
      if let number = Self.number(of: cells[index]) {
        guard numbers.last.map({ $0 + 1 == number }) ?? true else { break }
        numbers.append(number)
      } else if cells[index].count > 1, !cells[index][1].isEmpty {
        break
      }
      last = index
    }
    return numbers.count >= Self.fewest ? first..<last + 1 : last + 1..<last + 1
  }

  /// The number behind the empty field with which a row begins.
  private static func number(of row: [AlignableCell]) -> Int? {
    guard row.count > 1, row[0].isEmpty, row[1].evidence.isNumber else { return nil }
    return Int(row[1].text)
  }

  /// Fewer may be labels.
  private static let fewest = 4
}
