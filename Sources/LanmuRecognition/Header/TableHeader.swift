internal import LanmuGrid

/// The header of a table: one field a leaf label, from left to right.
struct TableHeader: Sendable {
  var fields: [HeaderField]
  /// How many rows it takes.
  var rowCount: Int
  /// Keys of all labels of all its rows, for recognising the header where a page break repeats it.
  var keys: Set<String>

  init(fields: [HeaderField], rows: [FieldRow]) {
    self.fields = fields
    rowCount = rows.count
    keys = Set(rows.flatMap { $0.filled.map { HeaderLexicon.key($0.label) } })
  }

  /// Whether a row repeats this header, possibly with other words here and there or a field more.
  func isRepeated(by row: FieldRow) -> Bool {
    let labels = row.filled.map { HeaderLexicon.key($0.label) }
    let known = labels.count(where: keys.contains)
    // A lone cell repeats a header only if it is long enough to be no chance.
    guard labels.count >= 2 else { return known == 1 && labels[0].unicodeScalars.count >= 8 }
    if known * 5 >= labels.count * 3 { return true }
    guard known >= 1, row.filled.allSatisfy({ $0.label.unicodeScalars.count <= 60 }) else { return false }
    let headerlike = labels.count { keys.contains($0) || HeaderLexicon.match($0)?.strength == 1 }
    return headerlike >= 2 && headerlike * 5 >= labels.count * 4
  }

  /// Whether another header stands for the same table: most labels are the same.
  func isSame(as other: TableHeader) -> Bool {
    keys.intersection(other.keys).count * 4 >= min(keys.count, other.keys.count) * 3
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
