internal import LanmuAnalysis

/// The worksheet functions, by kind.
///
/// A function that is not known, or that depends on the day (`TODAY`, `NOW`, `RAND`), has no value here.
struct FormulaFunctions {
  let evaluator: FormulaEvaluator
  let depth: Int

  func call(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    switch name {
    case "IF", "IFERROR", "AND", "OR", "NOT": try logic(name, arguments)
    case "SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "SUBTOTAL", "SUMPRODUCT":
      try totals(name, arguments)
    case "COUNTIF", "COUNTIFS", "SUMIF", "SUMIFS", "AVERAGEIF", "AVERAGEIFS": try conditional(name, arguments)
    case "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS", "MOD", "N", "VALUE": try arithmetic(name, arguments)
    case "TEXT", "LEN", "LEFT", "RIGHT", "MID", "TRIM", "CONCATENATE": try text(name, arguments)
    case "DATE", "YEAR", "MONTH", "DAY", "EDATE", "EOMONTH": try dates(name, arguments)
    case "INDEX", "MATCH", "VLOOKUP", "RANK", "ROW", "COLUMN", "ROWS", "COLUMNS": try lookup(name, arguments)
    case "ISBLANK", "ISNUMBER", "ISTEXT", "ISERROR": try question(name, arguments)
    default: throw FormulaUnknown()
    }
  }

  // MARK: Arguments

  func scalar(_ arguments: [FormulaExpression], _ place: Int) throws(FormulaUnknown) -> FormulaValue {
    guard arguments.indices.contains(place) else { throw FormulaUnknown() }
    return try evaluator.scalar(arguments[place], depth)
  }

  /// A number, or the fault that stands for it.
  func number(
    _ arguments: [FormulaExpression], _ place: Int, or standard: Double? = nil
  ) throws(FormulaUnknown) -> Result<Double, NumberFault> {
    if let standard, !arguments.indices.contains(place) { return .success(standard) }
    switch FormulaEvaluator.number(try scalar(arguments, place)) {
    case .number(let number): return .success(number)
    case .fault(let fault): return .failure(NumberFault(fault: fault))
    default: return .failure(NumberFault(fault: .value))
    }
  }

  struct NumberFault: Error { var fault: FormulaValue.Fault }

  func area(_ arguments: [FormulaExpression], _ place: Int) throws(FormulaUnknown) -> FormulaArea {
    guard arguments.indices.contains(place),
      case .area(let area) = try evaluator.value(of: arguments[place], depth: depth)
    else { throw FormulaUnknown() }
    return area
  }

  /// The numbers of all arguments: of areas only cells that hold numbers; a fault among them.
  private func numbers(
    _ arguments: some Sequence<FormulaExpression>
  ) throws(FormulaUnknown) -> (
    [Double], FormulaValue.Fault?
  ) {
    var result: [Double] = []
    for argument in arguments {
      switch try evaluator.value(of: argument, depth: depth) {
      case .area(let area):
        for cell in try evaluator.cells(area) {
          if case .number(let number) = cell.value { result.append(number) }
          if case .fault(let fault) = cell.value { return ([], fault) }
        }
      case .empty: continue
      case let value:
        switch FormulaEvaluator.number(value) {
        case .number(let number): result.append(number)
        case .fault(let fault): return ([], fault)
        default: return ([], .value)
        }
      }
    }
    return (result, nil)
  }

  // MARK: Logic

  private func truth(_ value: FormulaValue) -> Result<Bool, NumberFault> {
    if case .boolean(let flag) = value { return .success(flag) }
    switch FormulaEvaluator.number(value) {
    case .number(let number): return .success(number != 0)
    case .fault(let fault): return .failure(NumberFault(fault: fault))
    default: return .failure(NumberFault(fault: .value))
    }
  }

  private func logic(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    switch name {
    case "IF":
      switch truth(try scalar(arguments, 0)) {
      case .success(true): return arguments.count > 1 ? try scalar(arguments, 1) : .boolean(true)
      case .success(false): return arguments.count > 2 ? try scalar(arguments, 2) : .boolean(false)
      case .failure(let failure): return .fault(failure.fault)
      }
    case "IFERROR":
      let value = try scalar(arguments, 0)
      if case .fault = value { return try scalar(arguments, 1) }
      return value
    case "NOT":
      switch truth(try scalar(arguments, 0)) {
      case .success(let flag): return .boolean(!flag)
      case .failure(let failure): return .fault(failure.fault)
      }
    default:
      var all = true
      var any = false
      for argument in arguments {
        var values: [FormulaValue] = []
        switch try evaluator.value(of: argument, depth: depth) {
        case .area(let area):
          values = try evaluator.cells(area).map(\.value).filter { if case .text = $0 { false } else { true } }
        case let value: values = [value]
        }
        for value in values {
          switch truth(value) {
          case .success(let flag):
            all = all && flag
            any = any || flag
          case .failure(let failure): return .fault(failure.fault)
          }
        }
      }
      return .boolean(name == "AND" ? all : any)
    }
  }

  private func question(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    switch (name, try scalar(arguments, 0)) {
    case ("ISBLANK", .empty), ("ISNUMBER", .number), ("ISTEXT", .text), ("ISERROR", .fault): .boolean(true)
    default: .boolean(false)
    }
  }

  // MARK: Sums

  private func totals(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    switch name {
    case "COUNTA": return .number(Double(try filled(arguments)))
    case "COUNTBLANK":
      let area = try area(arguments, 0)
      let filled = try evaluator.cells(area).count { $0.value != .empty && $0.value != .text("") }
      return .number(Double(area.rows.count * area.columns.count - filled))
    case "SUBTOTAL":
      guard case .success(let code) = try number(arguments, 0) else { return .fault(.value) }
      let functions = [1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 9: "SUM"]
      guard let function = functions[Int(code) % 100] else { throw FormulaUnknown() }
      return try totals(function, Array(arguments.dropFirst()))
    case "SUMPRODUCT": return try products(arguments)
    default: break
    }
    let (numbers, fault) = try numbers(arguments)
    if name == "COUNT" { return .number(Double(numbers.count)) }
    if let fault { return .fault(fault) }
    switch name {
    case "AVERAGE":
      return numbers.isEmpty ? .fault(.division) : .number(numbers.reduce(0, +) / Double(numbers.count))
    case "MAX": return .number(numbers.max() ?? 0)
    case "MIN": return .number(numbers.min() ?? 0)
    default: return .number(numbers.reduce(0, +))
    }
  }

  private func filled(_ arguments: [FormulaExpression]) throws(FormulaUnknown) -> Int {
    var count = 0
    for argument in arguments {
      switch try evaluator.value(of: argument, depth: depth) {
      case .area(let area): count += try evaluator.cells(area).count { $0.value != .empty }
      case .empty: continue
      default: count += 1
      }
    }
    return count
  }

  private func products(_ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    var areas: [FormulaArea] = []
    for place in arguments.indices { areas.append(try area(arguments, place)) }
    guard let first = areas.first,
      areas.allSatisfy({ $0.rows.count == first.rows.count && $0.columns.count == first.columns.count })
    else { return .fault(.value) }
    var sums: [[Int]: Double] = [:]
    for (place, area) in areas.enumerated() {
      var own: [[Int]: Double] = [:]
      for cell in try evaluator.cells(area) {
        guard case .number(let number) = cell.value else { continue }
        let key = [cell.row - area.rows.lowerBound, cell.column - area.columns.lowerBound]
        own[key] = place == 0 ? number : sums[key].map { $0 * number }
      }
      sums = own
    }
    return .number(sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.reduce(0) { $0 + $1.value })
  }

  // MARK: Numbers, texts, dates

  private func arithmetic(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    if name == "N" {
      switch try scalar(arguments, 0) {
      case .number(let number): return .number(number)
      case .boolean(let flag): return .number(flag ? 1 : 0)
      case .fault(let fault): return .fault(fault)
      default: return .number(0)
      }
    }
    switch (try number(arguments, 0), try number(arguments, 1, or: 0)) {
    case (.failure(let failure), _), (_, .failure(let failure)): return .fault(failure.fault)
    case (.success(let first), .success(let second)):
      let digits = Int(min(max(second, -15), 15))
      switch name {
      case "ROUND": return .number(FormulaText.rounded(first, digits))
      case "ROUNDUP": return .number(scaled(first, digits) { $0.rounded(.awayFromZero) })
      case "ROUNDDOWN": return .number(scaled(first, digits) { $0.rounded(.towardZero) })
      case "INT": return .number(first.rounded(.down))
      case "ABS": return .number(abs(first))
      case "MOD": return second == 0 ? .fault(.division) : .number(first - second * (first / second).rounded(.down))
      default: return .number(first)
      }
    }
  }

  private func scaled(_ number: Double, _ digits: Int, _ round: (Double) -> Double) -> Double {
    let factor = FormulaText.power(10, Double(digits))
    return round(number * factor) / factor
  }

  private func text(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    let value = try scalar(arguments, 0)
    if case .fault = value { return value }
    let text = FormulaEvaluator.text(value)
    func count(_ place: Int) throws(FormulaUnknown) -> Int {
      guard case .success(let number) = try number(arguments, place, or: 1), number >= 0 else { throw FormulaUnknown() }
      return Int(min(number, 40_000))
    }
    switch name {
    case "TEXT":
      let code = FormulaEvaluator.text(try scalar(arguments, 1))
      guard case .number(let number) = value else { return .text(text) }
      guard let formatted = FormulaText.formatted(number, code) else { throw FormulaUnknown() }
      return .text(formatted)
    case "LEN": return .number(Double(text.utf16.count))
    case "LEFT": return .text(String(text.prefix(try count(1))))
    case "RIGHT": return .text(String(text.suffix(try count(1))))
    case "MID": return .text(String(text.dropFirst(max(0, try count(1) - 1)).prefix(try count(2))))
    case "TRIM": return .text(text.split(separator: " ").joined(separator: " "))
    default:
      var joined = ""
      for place in arguments.indices { joined += FormulaEvaluator.text(try scalar(arguments, place)) }
      return .text(joined)
    }
  }

  private func dates(_ name: String, _ arguments: [FormulaExpression]) throws(FormulaUnknown) -> FormulaValue {
    guard case .success(let first) = try number(arguments, 0) else { return .fault(.value) }
    if name == "DATE" {
      guard case .success(let month) = try number(arguments, 1), case .success(let day) = try number(arguments, 2),
        let start = CivilDate(year: Int(min(max(first, 0), 9999)), month: 1, day: 1)
      else { return .fault(.value) }
      let date = start.adding(months: Int(min(max(month, -9999), 9999)) - 1)
      return serial(date.adding(days: Int(min(max(day, -99_999), 99_999)) - 1))
    }
    guard let date = FormulaText.day(first) else { throw FormulaUnknown() }
    switch name {
    case "YEAR": return .number(Double(date.year))
    case "MONTH": return .number(Double(date.month))
    case "DAY": return .number(Double(date.day))
    default:
      guard case .success(let months) = try number(arguments, 1) else { return .fault(.value) }
      let count = Int(min(max(months, -9999), 9999))
      if name == "EDATE" { return serial(date.adding(months: count)) }
      let firstDay = date.adding(days: 1 - date.day)
      return serial(firstDay.adding(months: count + 1).adding(days: -1))
    }
  }

  private func serial(_ date: CivilDate) -> FormulaValue { .number(Double(Int(date.dayNumber) + 25_569)) }
}
