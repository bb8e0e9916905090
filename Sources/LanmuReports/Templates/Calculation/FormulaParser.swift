internal import LanmuWorkbook

/// Reads formulas as worksheets store them: English function names, `,` between arguments (ECMA-376 part 1, 18.17).
struct FormulaParser {
  private let scalars: [Unicode.Scalar]
  private let sheet: String
  private var place = 0
  private var depth = 0

  private static let maximumDepth = 64

  /// - Parameter sheet: the sheet on which the formula stands, meant by references that name none.
  static func parse(_ text: String, on sheet: String) throws(FormulaUnknown) -> FormulaExpression {
    var parser = FormulaParser(text, sheet)
    if parser.scalars.first == "=" { parser.place = 1 }
    let expression = try parser.expression(above: 0)
    parser.skipSpaces()
    guard parser.place == parser.scalars.count else { throw FormulaUnknown() }
    return expression
  }

  private init(_ text: String, _ sheet: String) {
    scalars = Array(text.unicodeScalars)
    self.sheet = sheet
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func skipSpaces() {
    while let scalar = current, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { place += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard current == scalar else { return false }
    place += 1
    return true
  }

  private mutating func expression(above precedence: Int) throws(FormulaUnknown) -> FormulaExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else { throw FormulaUnknown() }
    var left = try operand()
    while let found = nextOperator(), found.precedence > precedence {
      place += found.rawValue.unicodeScalars.count
      left = .binary(found, left, try expression(above: found.precedence))
    }
    return left
  }

  private mutating func nextOperator() -> FormulaOperator? {
    skipSpaces()
    guard let scalar = current else { return nil }
    if place + 1 < scalars.count, let long = FormulaOperator(rawValue: "\(scalar)\(scalars[place + 1])") { return long }
    return FormulaOperator(rawValue: String(scalar))
  }

  private mutating func operand() throws(FormulaUnknown) -> FormulaExpression {
    skipSpaces()
    var result: FormulaExpression
    guard let scalar = current else { throw FormulaUnknown() }
    switch scalar {
    case "-":
      place += 1
      // A sign binds closer than any operator between two values.
      result = .negative(try expression(above: FormulaOperator.power.precedence))
    case "+":
      place += 1
      result = try expression(above: FormulaOperator.power.precedence)
    case "(":
      place += 1
      result = try expression(above: 0)
      guard take(")") else { throw FormulaUnknown() }
    case "\"": result = .constant(.text(try quoted("\"")))
    case "'":
      let name = try quoted("'")
      guard take("!") else { throw FormulaUnknown() }
      result = .area(try area(of: word(), on: name))
    case "0"..."9", ".": result = try numberOrRows()
    default: result = try named()
    }
    while take("%") { result = .percent(result) }
    return result
  }

  private mutating func quoted(_ quote: Unicode.Scalar) throws(FormulaUnknown) -> String {
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      place += 1
      if scalar == quote {
        guard current == quote else { return String(text) }
        place += 1
      }
      text.append(scalar)
    }
    throw FormulaUnknown()
  }

  private mutating func word() -> String {
    let start = place
    while let scalar = current,
      scalar == "_" || scalar == "." || scalar == "$" || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
    {
      place += 1
    }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private mutating func numberOrRows() throws(FormulaUnknown) -> FormulaExpression {
    let start = place
    var text = ""
    while let scalar = current {
      let isExponentSign = (scalar == "-" || scalar == "+") && (text.last == "E" || text.last == "e")
      guard ("0"..."9").contains(scalar) || scalar == "." || scalar == "E" || scalar == "e" || isExponentSign else {
        break
      }
      text.unicodeScalars.append(scalar)
      place += 1
    }
    if current == ":" {
      place = start
      return .area(try area(of: word(), on: sheet))
    }
    guard let number = Double(text), number.isFinite else { throw FormulaUnknown() }
    return .constant(.number(number))
  }

  private mutating func named() throws(FormulaUnknown) -> FormulaExpression {
    let name = word()
    guard !name.isEmpty else { throw FormulaUnknown() }
    if current == "!" {
      place += 1
      return .area(try area(of: word(), on: name))
    }
    if current == "(" {
      place += 1
      return .call(name.uppercased(), try arguments())
    }
    switch name.uppercased() {
    case "TRUE": return .constant(.boolean(true))
    case "FALSE": return .constant(.boolean(false))
    default: break
    }
    if current == ":" || Self.corner(name) != nil, let area = try? area(of: name, on: sheet) { return .area(area) }
    return .name(name)
  }

  private mutating func arguments() throws(FormulaUnknown) -> [FormulaExpression] {
    var list: [FormulaExpression] = []
    if take(")") { return list }
    while list.count < 256 {
      skipSpaces()
      if current == "," || current == ")" {
        list.append(.missing)
      } else {
        list.append(try expression(above: 0))
      }
      if take(")") { return list }
      guard take(",") else { break }
    }
    throw FormulaUnknown()
  }

  /// `A1`, `A1:B2`, `A:B` or `1:2`, the first corner of which has been read.
  private mutating func area(of first: String, on sheet: String) throws(FormulaUnknown) -> FormulaArea {
    guard let start = Self.corner(first, orLine: true) else { throw FormulaUnknown() }
    var end = start
    if current == ":" {
      place += 1
      guard let last = Self.corner(word(), orLine: true) else { throw FormulaUnknown() }
      end = last
    } else if start.row == nil || start.column == nil {
      throw FormulaUnknown()
    }
    let rows = Self.range(start.row, end.row, CellArea.maximumRowCount)
    let columns = Self.range(start.column, end.column, CellArea.maximumColumnCount)
    return FormulaArea(sheet: sheet, rows: rows, columns: columns)
  }

  private static func range(_ first: Int?, _ last: Int?, _ count: Int) -> ClosedRange<Int> {
    guard let first, let last else { return 0...count - 1 }
    return min(first, last)...max(first, last)
  }

  private static func corner(_ word: String, orLine: Bool = false) -> (column: Int?, row: Int?)? {
    var column = 0
    var row = 0
    for scalar in word.unicodeScalars where scalar != "$" {
      switch scalar {
      case "A"..."Z" where row == 0 && column < 20_000: column = column * 26 + Int(scalar.value) - 64
      case "a"..."z" where row == 0 && column < 20_000: column = column * 26 + Int(scalar.value) - 96
      case "0"..."9" where row < 10_000_000: row = row * 10 + Int(scalar.value) - 48
      default: return nil
      }
    }
    guard column <= CellArea.maximumColumnCount, row <= CellArea.maximumRowCount, column > 0 || row > 0 else {
      return nil
    }
    if column > 0, row > 0 { return (column - 1, row - 1) }
    return orLine ? (column > 0 ? column - 1 : nil, row > 0 ? row - 1 : nil) : nil
  }
}
