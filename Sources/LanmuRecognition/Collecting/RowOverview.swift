/// What is counted once of a grid's rows: asked of each row, it would be a search through all others each time.
struct RowOverview: Sendable {
  /// How many rows above each one, and above the end, have more than two texts.
  let wideAbove: [Int]
  /// The first row of each number of cells.
  let firstOfWidth: [Int: Int]
  /// How many texts the widest of each row and those below it has; where gaps part all rows, each may begin a piece.
  let widestFrom: [Int]

  /// Takes time linear in the number of cells.
  init(_ rows: [FieldRow]) {
    let counts = rows.map(\.filledCount)
    wideAbove = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 > 2 ? 1 : 0)) }
    firstOfWidth = Dictionary(rows.indices.map { (rows[$0].cells.count, $0) }, uniquingKeysWith: min)
    var widest = counts
    for place in rows.indices.dropLast().reversed() { widest[place] = max(widest[place], widest[place + 1]) }
    widestFrom = widest
  }
}
