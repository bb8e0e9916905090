/// The paths of labels that a search has come across, each known by a number.
struct PathTree: Sendable {
  private struct Step: Hashable {
    var parent: Int
    var level: Int
    var label: Int
  }

  private var numbers: [Step: Int] = [:]
  private var steps: [Step] = []

  /// The path without labels.
  static let root = -1

  /// The number of the path that goes on from another one with a label at a level.
  mutating func child(of parent: Int, level: Int, label: Int) -> Int {
    let step = Step(parent: parent, level: level, label: label)
    if let known = numbers[step] { return known }
    numbers[step] = steps.count
    steps.append(step)
    return steps.count - 1
  }

  /// The part of a path above a level.
  func trunk(of path: Int, above level: Int) -> Int {
    var path = path
    while path >= 0, steps[path].level >= level { path = steps[path].parent }
    return path
  }

  /// The labels of a path, outermost first.
  func labels(of path: Int) -> [Int] {
    var labels: [Int] = []
    var path = path
    while path >= 0 {
      labels.append(steps[path].label)
      path = steps[path].parent
    }
    return labels.reversed()
  }
}
