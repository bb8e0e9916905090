/// The labels that are open at each level, as rows are read one after the other: a row's own stay open until one of their level,
/// or of an outer one, takes their place.
struct OpenLabels: Sendable {
  private var open: [String?]

  /// - Parameter levels: how many levels there are.
  init(levels: Int) { open = Array(repeating: nil, count: levels) }

  /// Takes the labels of the next row.
  ///
  /// - Returns: the level of the first of them that was not open, and that of the last one; the number of levels where there is
  ///   none.
  mutating func take(_ labels: [String], by reading: RowReading) -> (firstNew: Int, leaf: Int) {
    let new = labels.indices.first { open[reading.levels[$0]] != labels[$0] }
    let result = (new.map { reading.levels[$0] } ?? open.count, reading.levels.last ?? open.count)
    if let first = reading.levels.first {
      for level in first..<open.count { open[level] = nil }
      for (place, level) in reading.levels.enumerated() { open[level] = labels[place] }
    }
    return result
  }
}
