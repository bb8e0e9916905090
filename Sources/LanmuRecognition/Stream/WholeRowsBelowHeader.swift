/// A stream of cells whose header takes two rows and lost its merged cells, while the body kept all of its own, empty ones as well:
/// whole rows come out even behind the header, but not from its first label on.
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
    let headers = StreamHeaderSearch(labels, width: width).readings.filter { header in
      let body = labels.count - header.end
      return header.parts.count == 2 && header.columns.count == width && (header.end - header.start) % width != 0
        && body >= width * UnmarkedRows.leastRows && body % width == 0
    }
    var found: (header: StreamHeader, cost: Double)?
    for header in headers {
      guard let cost = Self.cost(labels[header.end...].prefix(UnmarkedRows.sampleSize), below: header) else { continue }
      if found.map({ cost < $0.cost }) ?? true { found = (header, cost) }
    }
    guard let header = found?.header else { return nil }
    self.width = width
    lines = header.start..<labels.count
    rows =
      NumberedStream.rows(of: header)
      + stride(from: header.end, to: labels.count, by: width).map { start in (start..<start + width).map { $0 } }
  }

  /// What the texts of whole rows cost on the average; `nil` if they do not fit the header's fields.
  private static func cost(_ body: ArraySlice<String>, below header: StreamHeader) -> Double? {
    let texts = Array(body)
    let width = header.columns.count
    let prices = StreamPrices(texts, columns: header.columns).prices(learnedFrom: texts.indices.map { $0 % width })
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard !filled.isEmpty else { return nil }
    let cost = filled.reduce(0.0) { $0 + prices[$1][$1 % width] } / Double(filled.count)
    return cost <= StreamRowSearch.dearest ? cost : nil
  }
}
