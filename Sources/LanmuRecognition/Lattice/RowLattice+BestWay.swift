/// The likeliest way to read a row.
extension RowLattice {
  private enum Move: UInt8 { case none, match, skip, stray }

  /// The column of each cell in the likeliest way to read the row with labels in just these levels; `nil` for a cell that
  /// stands for nothing. Returns `nil` if there is no such way.
  func best(_ set: LevelSet, firstNew: Int) -> [Int?]? {
    let hidden = best(set, firstNew: firstNew, showsRest: false)
    guard let last = set.levels.last, last + 1 < frame.levelColumns.count else { return hidden?.columnOfCell }
    let share = frame.model.shownShare
    guard let shown = best(set, firstNew: firstNew, showsRest: true) else { return hidden?.columnOfCell }
    guard let hidden, hidden.likelihood * (1 - share) >= shown.likelihood * share else { return shown.columnOfCell }
    return hidden.columnOfCell
  }

  private func best(
    _ set: LevelSet, firstNew: Int, showsRest: Bool
  ) -> (columnOfCell: [Int?], likelihood: Double)? {
    let height = cells.count + 1
    let width = frame.columns.count
    var values = Array(repeating: 0.0, count: height * (width + 1))
    var moves = Array(repeating: Move.none, count: values.count)
    values[0] = 1
    func relax(_ target: Int, _ value: Double, _ move: Move) {
      if value > values[target] {
        values[target] = value
        moves[target] = move
      }
    }
    for column in 0...width {
      for cell in 0..<height {
        let here = values[column * height + cell]
        guard here > 0 else { continue }
        if cell < cells.count, column > 0 || cells[cell].isEmpty {
          relax(column * height + cell + 1, here * stray(cell, before: column), .stray)
        }
        guard column < width else { continue }
        let isZone = column < frame.zoneEnd
        let atEnd = cell == cells.count
        let skip =
          isZone
          ? skip(column, of: set, showsRest, atEnd: atEnd) : Self.skip(column, firstNew: firstNew, atEnd: atEnd, frame)
        relax((column + 1) * height + cell, here * skip, .skip)
        guard cell < cells.count else { continue }
        let match =
          isZone
          ? match(cell, column, of: set, showsRest)
          : Self.match(cells[cell], likelihoods[cell * width + column], column, firstNew: firstNew, frame)
        relax((column + 1) * height + cell + 1, here * match, .match)
      }
    }
    guard values[values.count - 1] > 0 else { return nil }
    var columnOfCell: [Int?] = Array(repeating: nil, count: cells.count)
    var (cell, column) = (cells.count, width)
    while cell > 0 || column > 0 {
      switch moves[column * height + cell] {
      case .match:
        cell -= 1
        column -= 1
        columnOfCell[cell] = column
      case .skip: column -= 1
      case .stray:
        cell -= 1
        columnOfCell[cell] = cells[cell].isEmpty ? nil : column - 1
      case .none: return nil
      }
    }
    return (columnOfCell, values[values.count - 1])
  }
}
