/// A formula as a tree.
indirect enum FormulaExpression: Sendable {
  case constant(FormulaValue)
  case area(FormulaArea)
  /// A defined name.
  case name(String)
  case negative(FormulaExpression)
  case percent(FormulaExpression)
  case binary(FormulaOperator, FormulaExpression, FormulaExpression)
  case call(String, [FormulaExpression])
  /// An argument that was left out.
  case missing
}

/// An operator between two values, from the one that binds least.
enum FormulaOperator: String, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case join = "&"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case power = "^"

  var precedence: Int {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
    case .join: 2
    case .plus, .minus: 3
    case .times, .divided: 4
    case .power: 5
    }
  }
}

/// Cells of a sheet; rows and columns count from 0.
struct FormulaArea: Sendable, Hashable {
  var sheet: String
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  var isSingleCell: Bool { rows.count == 1 && columns.count == 1 }
}

/// What a formula or a part of it comes to.
enum FormulaValue: Sendable, Hashable {
  case empty
  case number(Double)
  case text(String)
  case boolean(Bool)
  /// `#DIV/0!` and its like.
  case fault(Fault)
  case area(FormulaArea)

  enum Fault: String, Sendable {
    case division = "#DIV/0!"
    case value = "#VALUE!"
    case name = "#NAME?"
    case notAvailable = "#N/A"
    case number = "#NUM!"
    case reference = "#REF!"
  }
}

/// Why a formula has no value here: something in it is beyond this calculation, or depends on the day.
struct FormulaUnknown: Error {}
