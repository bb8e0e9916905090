/// Pairs the rows and columns of a score matrix so that the sum of scores is greatest.
///
/// The Hungarian method with potentials, O(n²·m) for n ≤ m; integers, so that equal sums are always resolved alike.
enum AssignmentSolver {
  /// - Parameter scores: `scores[row][column]`, 0 for a pair that must not be made.
  /// - Returns: For each row its column, or `nil`.
  static func solve(_ scores: [[Int]]) -> [Int?] {
    guard let width = scores.first?.count, width > 0 else { return scores.map { _ in nil } }
    guard scores.count <= width else { return transposed(scores, width: width) }
    let height = scores.count
    let highest = scores.reduce(0) { max($0, $1.max() ?? 0) }
    var rowPotential = Array(repeating: 0, count: height + 1)
    var columnPotential = Array(repeating: 0, count: width + 1)
    var rowOfColumn = Array(repeating: 0, count: width + 1)
    var way = Array(repeating: 0, count: width + 1)
    for row in 1...height {
      rowOfColumn[0] = row
      var column = 0
      var least = Array(repeating: Int.max, count: width + 1)
      var used = Array(repeating: false, count: width + 1)
      repeat {
        used[column] = true
        let current = rowOfColumn[column]
        var delta = Int.max
        var next = 0
        for candidate in 1...width where !used[candidate] {
          let cost = highest - scores[current - 1][candidate - 1]
          let reduced = cost - rowPotential[current] - columnPotential[candidate]
          if reduced < least[candidate] {
            least[candidate] = reduced
            way[candidate] = column
          }
          if least[candidate] < delta {
            delta = least[candidate]
            next = candidate
          }
        }
        for place in 0...width {
          if used[place] {
            rowPotential[rowOfColumn[place]] += delta
            columnPotential[place] -= delta
          } else if least[place] != Int.max {
            least[place] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        let previous = way[column]
        rowOfColumn[column] = rowOfColumn[previous]
        column = previous
      } while column != 0
    }
    var columns: [Int?] = Array(repeating: nil, count: height)
    for column in 1...width where rowOfColumn[column] > 0 {
      let row = rowOfColumn[column] - 1
      if scores[row][column - 1] > 0 { columns[row] = column - 1 }
    }
    return columns
  }

  private static func transposed(_ scores: [[Int]], width: Int) -> [Int?] {
    let turned = (0..<width).map { column in scores.map { $0[column] } }
    var rows: [Int?] = Array(repeating: nil, count: scores.count)
    for (column, row) in solve(turned).enumerated() {
      if let row { rows[row] = column }
    }
    return rows
  }
}
