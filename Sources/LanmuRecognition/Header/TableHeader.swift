internal import LanmuGrid

/// The header of a table: one field a leaf label, from left to right.
struct TableHeader: Sendable {
  var fields: [HeaderField]
  /// How many rows it takes.
  var rowCount: Int
  /// All labels of all its rows, for recognising the header where a page break repeats it.
  var labels: Set<String>

  /// Whether a row repeats this header, possibly with other words here and there or a field more.
  func isRepeated(by row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count >= 2 else { return false }
    let known = filled.count { labels.contains($0.label) }
    if known * 5 >= filled.count * 3 { return true }
    guard known >= 1, filled.allSatisfy({ $0.label.unicodeScalars.count <= 60 }) else { return false }
    let headerlike = filled.count { labels.contains($0.label) || HeaderLexicon.match($0.label)?.strength == 1 }
    return headerlike >= 2 && headerlike * 5 >= filled.count * 4
  }

  /// Whether another header stands for the same table: most labels are the same, in the same order of meanings.
  func isSame(as other: TableHeader) -> Bool {
    let common = labels.intersection(other.labels).count
    return common * 4 >= min(labels.count, other.labels.count) * 3
  }
}

/// A field of a header.
struct HeaderField: Sendable {
  /// The leaf label without white space; empty where the header leaves the place empty.
  var label: String
  /// The label above it, if it has one.
  var group: String
  /// `nil` until the field's content has been asked.
  var meaning: FieldMeaning?
  /// How sure the meaning is, from 0 to 1.
  var strength: Double
  /// The grid columns that it covers; a single one where spans are lost.
  var columns: Range<Int>
}
