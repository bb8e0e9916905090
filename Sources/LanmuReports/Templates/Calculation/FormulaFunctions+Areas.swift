/// Functions that look for cells: by conditions, by values, by places.
extension FormulaFunctions {
  func conditional(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    var pairs: ArraySlice<FormulaExpression>
    var target: FormulaArea?
    switch name {
    case "COUNTIF", "COUNTIFS": pairs = arguments[...]
    case "SUMIFS", "AVERAGEIFS":
      target = try area(arguments, 0)
      pairs = arguments.dropFirst()
    default:
      target = arguments.count > 2 ? try area(arguments, 2) : try area(arguments, 0)
      pairs = arguments.prefix(2)
    }
    guard !pairs.isEmpty, pairs.count.isMultiple(of: 2) else { throw FormulaUnknown() }
    var kept: Set<[Int]>?
    var shape: (rows: Int, columns: Int)?
    while let first = pairs.popFirst(), let second = pairs.popFirst() {
      let area = try area([first], 0)
      if let shape, shape != (area.rows.count, area.columns.count) { return .fault(.value) }
      shape = (area.rows.count, area.columns.count)
      let condition = FormulaCondition(try scalar([second], 0))
      var found: Set<[Int]> = []
      for cell in try evaluator.cells(area) where condition.holds(for: cell.value) {
        found.insert([cell.row - area.rows.lowerBound, cell.column - area.columns.lowerBound])
      }
      // Cells that hold nothing are not listed, and count where a condition asks for emptiness.
      if condition.holds(for: .empty) {
        guard area.rows.count * area.columns.count <= 1_000_000 else { throw FormulaUnknown() }
        let filled = Set(
          try evaluator.cells(area).filter { $0.value != .empty }.map {
            [$0.row - area.rows.lowerBound, $0.column - area.columns.lowerBound]
          })
        for row in 0..<area.rows.count {
          for column in 0..<area.columns.count where !filled.contains([row, column]) { found.insert([row, column]) }
        }
      }
      kept = kept.map { $0.intersection(found) } ?? found
    }
    let places = kept ?? []
    guard let target else { return .number(Double(places.count)) }
    var sum = 0.0
    var count = 0
    for cell in try evaluator.cells(target) {
      guard places.contains([cell.row - target.rows.lowerBound, cell.column - target.columns.lowerBound]),
        case .number(let number) = cell.value
      else { continue }
      sum += number
      count += 1
    }
    if name.hasPrefix("AVERAGE") { return count == 0 ? .fault(.division) : .number(sum / Double(count)) }
    return .number(sum)
  }

  func lookup(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    switch name {
    case "ROW": return .number(Double(arguments.isEmpty ? evaluator.row : try area(arguments, 0).rows.lowerBound) + 1)
    case "COLUMN":
      return .number(Double(arguments.isEmpty ? evaluator.column : try area(arguments, 0).columns.lowerBound) + 1)
    case "ROWS": return .number(Double(try area(arguments, 0).rows.count))
    case "COLUMNS": return .number(Double(try area(arguments, 0).columns.count))
    case "RANK": return try rank(arguments)
    case "INDEX": return try index(arguments)
    case "MATCH":
      let area = try area(arguments, 1)
      guard case .success(0) = try number(arguments, 2, or: 1) else { throw FormulaUnknown() }
      guard let found = try exact(try scalar(arguments, 0), in: area) else { return .fault(.notAvailable) }
      return .number(Double(found + 1))
    default:
      let table = try area(arguments, 1)
      guard case .boolean(false) = try isApproximate(arguments), case .success(let wanted) = try number(arguments, 2),
        wanted >= 1, Int(min(wanted, 20_000)) <= table.columns.count
      else { throw FormulaUnknown() }
      var keys = table
      keys.columns = table.columns.lowerBound...table.columns.lowerBound
      guard let found = try exact(try scalar(arguments, 0), in: keys) else { return .fault(.notAvailable) }
      return try evaluator.cell(
        table.sheet, table.rows.lowerBound + found, table.columns.lowerBound + Int(wanted) - 1)
    }
  }

  private func isApproximate(_ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    guard arguments.count > 3 else { return .boolean(true) }
    switch try scalar(arguments, 3) {
    case .boolean(let flag): return .boolean(flag)
    case .number(let number): return .boolean(number != 0)
    case .empty: return .boolean(false)
    default: return .boolean(true)
    }
  }

  /// The place of the first equal cell of a line of cells.
  private func exact(_ wanted: FormulaValue, in area: FormulaArea) throws(FormulaUnknown) -> Int? {
    let places = try evaluator.cells(area).filter { cell in
      switch (wanted, cell.value) {
      case (.text, .text), (.number, .number), (.boolean, .boolean): FormulaEvaluator.compare(wanted, cell.value) == 0
      default: false
      }
    }.map { area.columns.count == 1 ? $0.row - area.rows.lowerBound : $0.column - area.columns.lowerBound }
    return places.min()
  }

  private func index(_ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    let area = try area(arguments, 0)
    guard case .success(var row) = try number(arguments, 1), case .success(var column) = try number(arguments, 2, or: 1)
    else { return .fault(.value) }
    if area.rows.count == 1, arguments.count < 3 { (row, column) = (1, row) }
    guard row >= 1, column >= 1, row <= Double(area.rows.count), column <= Double(area.columns.count) else {
      return .fault(.reference)
    }
    return try evaluator.cell(
      area.sheet, area.rows.lowerBound + Int(row) - 1, area.columns.lowerBound + Int(column) - 1)
  }

  private func rank(_ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    guard case .success(let own) = try number(arguments, 0), case .success(let order) = try number(arguments, 2, or: 0)
    else { return .fault(.value) }
    var found = false
    var before = 0
    for cell in try evaluator.cells(try area(arguments, 1)) {
      guard case .number(let number) = cell.value else { continue }
      if number == own { found = true }
      if order == 0 ? number > own : number < own { before += 1 }
    }
    return found ? .number(Double(before + 1)) : .fault(.notAvailable)
  }
}

/// A condition of `COUNTIF` and its like: `"逾期"`, `">0"`, `"<>"`, `"县*"`.
struct FormulaCondition {
  private var sign = FormulaOperator.equal
  private var value: FormulaValue

  init(_ value: FormulaValue) {
    self.value = value
    guard case .text(let text) = value else { return }
    var rest = text[...]
    for sign in [FormulaOperator.lessOrEqual, .greaterOrEqual, .notEqual, .less, .greater, .equal]
    where text.hasPrefix(sign.rawValue) {
      self.sign = sign
      rest = text.dropFirst(sign.rawValue.count)
      break
    }
    if let number = Double(rest), number.isFinite {
      self.value = .number(number)
    } else {
      self.value = .text(String(rest))
    }
  }

  func holds(for other: FormulaValue) -> Bool {
    switch (value, other) {
    case (.text(let pattern), .text(let text)):
      if sign == .equal || sign == .notEqual {
        return Self.matches(Array(text.lowercased()), Array(pattern.lowercased())) == (sign == .equal)
      }
      return compared(FormulaEvaluator.compare(other, value))
    case (.text(let pattern), .empty):
      return sign == .equal ? pattern.isEmpty : sign == .notEqual && !pattern.isEmpty
    case (.text(let pattern), _): return sign == .notEqual && !(pattern.isEmpty && other == .empty)
    case (.number, .number): return compared(FormulaEvaluator.compare(other, value))
    case (.number, .text(let text)):
      if sign == .equal, let number = Double(text) { return .number(number) == value }
      return sign == .notEqual
    case (.empty, _): return other == .number(0) && sign == .equal
    default: return sign == .notEqual ? other != value : sign == .equal && other == value
    }
  }

  private func compared(_ order: Int) -> Bool {
    switch sign {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  /// `*` stands for any text, `?` for any character.
  private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    var place = 0
    var at = 0
    var star: (pattern: Int, text: Int)?
    while place < text.count {
      if at < pattern.count, pattern[at] == "?" || (pattern[at] == text[place] && pattern[at] != "*") {
        place += 1
        at += 1
      } else if at < pattern.count, pattern[at] == "*" {
        star = (at, place)
        at += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        place = last.text + 1
        at = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
