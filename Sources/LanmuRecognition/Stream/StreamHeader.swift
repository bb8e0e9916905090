/// A header at the beginning of a stream of cells, perhaps below a title.
struct StreamHeader {
  /// Where it starts and ends in the stream.
  let start: Int
  let end: Int
  /// The cells of each of its rows.
  let parts: [Range<Int>]
  /// The fields that its labels name, from left to right.
  let columns: [LogicalColumn]
  /// Of a header of two rows, how many labels of the second stand below each of the first.
  var divisions: [Int] = []

  /// The header of some labels; `nil` unless they name levels side by side, with nothing but a number before them and something
  /// about them behind, since a cut takes levels for one run of fields.
  ///
  /// Also `nil` where a way of publishing stands left of a level, or is the first one, without naming a site: whether it is a
  /// level itself only texts tell, which are not known yet.
  ///
  /// - Parameters:
  ///   - leaves: the labels of its fields, with those above them in `groups`.
  ///   - coversLevels: whether the last level's label stands over one more.
  init?(_ leaves: [String], groups: [String]? = nil, of parts: [Range<Int>], coversLevels: Bool = false) {
    (start, end, self.parts) = (parts[0].lowerBound, parts[parts.count - 1].upperBound, parts)
    var header = TableHeader(
      fields: HeaderFields.fields(leaves, groups: groups ?? leaves.map { _ in "" }), rows: [])
    header.rowCount = parts.count
    var columns = Self.columns(header)
    if coversLevels, let wide = columns.levels.last {
      // So far each label has one of the table's columns; this one takes two, and all behind it move by one.
      for place in header.fields.indices {
        header.fields[place].columns = (place > wide ? place + 1 : place)..<(place < wide ? place + 1 : place + 2)
      }
      columns = Self.columns(header)
    }
    let levels = columns.levels
    guard let outermost = levels.first, let leaf = levels.last, leaf - outermost + 1 == levels.count,
      outermost == 0 || outermost == 1 && columns[0].meaning == .number, leaf + 1 < columns.count
    else { return nil }
    let isTold = header.fields[...outermost].allSatisfy { $0.meaning != .mode || HeaderLexicon.namesSite($0.label) }
    guard isTold else { return nil }
    self.columns = columns
  }

  /// What the labels alone say of their fields: which texts stand in these is not known before the stream is cut.
  private static func columns(_ header: TableHeader) -> [LogicalColumn] {
    ColumnResolver(header, content: [], extraLevels: 0).columns
  }
}
