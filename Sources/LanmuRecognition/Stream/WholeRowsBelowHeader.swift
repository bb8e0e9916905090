/// A stream of cells whose header lost its merged cells, while the body kept all of its own, empty ones as well: whole rows come
/// out even behind the header, but not from its first label on.
///
/// The header takes two rows, or one in which the label of the levels stands over several of them.
struct WholeRowsBelowHeader {
  /// By row, the places of its cells in the stream; `nil` for a cell of the header that a merged one covers.
  let rows: [[Int?]]
  let width: Int
  let lines: Range<Int>

  /// - Parameters:
  ///   - labels: the texts of all cells without white space.
  ///   - width: how wide rows were taken to be.
  init?(_ labels: [String], width: Int) {
    let empty = labels.count(where: \.isEmpty)
    guard width > 1, empty * UnmarkedRows.leastEmpty >= labels.count else { return nil }
    var found: (header: StreamHeader, rows: [[Int?]], cost: Double)?
    for plain in StreamHeaderSearch(labels, width: width).readings {
      let body = labels.count - plain.end
      guard (plain.end - plain.start) % width != 0, body >= width * UnmarkedRows.leastRows, body % width == 0,
        let (header, rows) = plain.parts.count == 2
          ? (plain, NumberedStream.rows(of: plain)) : Self.spread(plain, labels, to: width),
        header.columns.count == width,
        let cost = Self.cost(labels[header.end...].prefix(UnmarkedRows.sampleSize), below: header)
      else { continue }
      if found.map({ cost < $0.cost }) ?? true { found = (header, rows, cost) }
    }
    guard let (header, top, _) = found else { return nil }
    self.width = width
    lines = header.start..<labels.count
    rows =
      top + stride(from: header.end, to: labels.count, by: width).map { start in (start..<start + width).map { $0 } }
  }

  /// A header of one row whose last level takes up as many fields more as rows of a width have.
  private static func spread(
    _ header: StreamHeader, _ labels: [String], to width: Int
  ) -> (header: StreamHeader, rows: [[Int?]])? {
    let cells = Array(header.start..<header.end)
    guard header.columns.count == cells.count, cells.count < width, let level = header.columns.levels.last else {
      return nil
    }
    let more = width - cells.count
    let leaves = cells[...level] + Array(repeating: cells[level], count: more) + cells[(level + 1)...]
    let gaps: [Int?] = Array(repeating: nil, count: more)
    let row = cells[...level].map { $0 as Int? } + gaps + cells[(level + 1)...].map { $0 as Int? }
    return StreamHeader(leaves.map { labels[$0] }, of: header.parts).map { ($0, [row]) }
  }

  /// What the texts of whole rows cost on the average; `nil` if they do not fit the header's fields.
  private static func cost(_ body: ArraySlice<String>, below header: StreamHeader) -> Double? {
    let texts = Array(body)
    let width = header.columns.count
    let prices = StreamPrices(texts, columns: header.columns).prices(learnedFrom: texts.indices.map { $0 % width })
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    // What each column of a site needs is not left empty throughout.
    let held = Set(filled.lazy.map { $0 % width })
    guard !filled.isEmpty,
      header.columns.indices.allSatisfy({ held.contains($0) || !needed.contains(header.columns[$0].meaning) })
    else { return nil }
    let cost = filled.reduce(0.0) { $0 + prices[$1][$1 % width] } / Double(filled.count)
    return cost <= StreamRowSearch.dearest ? cost : nil
  }

  private static let needed: Set<FieldMeaning> = [.level, .requirement, .update, .responsible, .lead]
}
