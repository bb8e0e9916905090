/// Computes formulas over cells that somebody else holds.
///
/// It knows the operators and the functions that forms of offices use; a formula with anything else has no value here and is
/// left to the program that opens the file.
struct FormulaEvaluator {
  /// The value of a cell; computed first if it is a formula itself.
  let cell: (_ sheet: String, _ row: Int, _ column: Int) throws(FormulaUnknown) -> FormulaValue
  /// The cells of an area that hold anything, by rows.
  let cells: (FormulaArea) throws(FormulaUnknown) -> [(row: Int, column: Int, value: FormulaValue)]
  /// The formula behind a defined name.
  let named: (String) -> FormulaExpression?
  /// Where the formula stands.
  let row: Int
  let column: Int

  func value(of expression: FormulaExpression, depth: Int = 0) throws(FormulaUnknown) -> FormulaValue {
    guard depth < 80 else { throw FormulaUnknown() }
    switch expression {
    case .constant(let value): return value
    case .missing: return .empty
    case .area(let area): return .area(area)
    case .name(let name):
      guard let formula = named(name) else { return .fault(.name) }
      return try value(of: formula, depth: depth + 1)
    case .negative(let inner): return try number(inner, depth) { -$0 }
    case .percent(let inner): return try number(inner, depth) { $0 / 100 }
    case .binary(let sign, let left, let right):
      return combine(sign, try scalar(left, depth), try scalar(right, depth))
    case .call(let name, let arguments):
      return try FormulaFunctions(evaluator: self, depth: depth + 1).call(name, arguments)
    }
  }

  /// A value that is no area: an area of several cells stands for the cell in the formula's own row or column.
  func scalar(_ expression: FormulaExpression, _ depth: Int) throws(FormulaUnknown) -> FormulaValue {
    try scalar(value(of: expression, depth: depth + 1))
  }

  func scalar(_ value: FormulaValue) throws(FormulaUnknown) -> FormulaValue {
    guard case .area(let area) = value else { return value }
    if area.isSingleCell { return try cell(area.sheet, area.rows.lowerBound, area.columns.lowerBound) }
    if area.columns.count == 1, area.rows.contains(row) { return try cell(area.sheet, row, area.columns.lowerBound) }
    if area.rows.count == 1, area.columns.contains(column) { return try cell(area.sheet, area.rows.lowerBound, column) }
    return .fault(.value)
  }

  private func number(
    _ expression: FormulaExpression, _ depth: Int, _ change: (Double) -> Double
  ) throws(FormulaUnknown) -> FormulaValue {
    switch Self.number(try scalar(expression, depth)) {
    case .number(let number): .number(change(number))
    case let other: other
    }
  }

  /// A value as a number, as operators take it: empty is 0, text of digits is its number.
  static func number(_ value: FormulaValue) -> FormulaValue {
    switch value {
    case .number, .fault: return value
    case .empty: return .number(0)
    case .boolean(let flag): return .number(flag ? 1 : 0)
    case .text(let text): return Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .fault(.value)
    case .area: return .fault(.value)
    }
  }

  /// A value as text, as `&` takes it.
  static func text(_ value: FormulaValue) -> String {
    switch value {
    case .empty, .area: ""
    case .number(let number): FormulaText.general(number)
    case .text(let text): text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .fault(let fault): fault.rawValue
    }
  }

  private func combine(_ sign: FormulaOperator, _ left: FormulaValue, _ right: FormulaValue) -> FormulaValue {
    if case .fault = left { return left }
    if case .fault = right { return right }
    if sign == .join { return .text(Self.text(left) + Self.text(right)) }
    if sign.precedence == FormulaOperator.equal.precedence {
      let order = Self.compare(left, right)
      switch sign {
      case .equal: return .boolean(order == 0)
      case .notEqual: return .boolean(order != 0)
      case .less: return .boolean(order < 0)
      case .lessOrEqual: return .boolean(order <= 0)
      case .greater: return .boolean(order > 0)
      default: return .boolean(order >= 0)
      }
    }
    guard case .number(let first) = Self.number(left) else { return Self.number(left) }
    guard case .number(let second) = Self.number(right) else { return Self.number(right) }
    let result: Double
    switch sign {
    case .plus: result = first + second
    case .minus: result = first - second
    case .times: result = first * second
    case .divided:
      if second == 0 { return .fault(.division) }
      result = first / second
    default: result = FormulaText.power(first, second)
    }
    return result.isFinite ? .number(result) : .fault(.number)
  }

  /// Numbers stand before text, text before truth values; text is compared regardless of case.
  static func compare(_ left: FormulaValue, _ right: FormulaValue) -> Int {
    func rank(_ value: FormulaValue) -> Int {
      switch value {
      case .text: 1
      case .boolean: 2
      default: 0
      }
    }
    switch (left, right) {
    case (.empty, .empty): return 0
    case (.empty, .text(let text)): return text.isEmpty ? 0 : -1
    case (.text(let text), .empty): return text.isEmpty ? 0 : 1
    case (.empty, .boolean(let flag)): return flag ? -1 : 0
    case (.boolean(let flag), .empty): return flag ? 1 : 0
    case (.text(let first), .text(let second)):
      let (one, other) = (first.lowercased(), second.lowercased())
      return one == other ? 0 : one < other ? -1 : 1
    case (.boolean(let first), .boolean(let second)): return first == second ? 0 : first ? 1 : -1
    default: break
    }
    guard rank(left) == rank(right) else { return rank(left) < rank(right) ? -1 : 1 }
    guard case .number(let first) = number(left), case .number(let second) = number(right) else { return 0 }
    return first == second ? 0 : first < second ? -1 : 1
  }
}
