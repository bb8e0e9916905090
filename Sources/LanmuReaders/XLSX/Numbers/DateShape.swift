/// What a date or time format shows of a moment. How it shows it does not matter: moments are printed as ISO 8601.
struct DateShape: Sendable, Hashable {
  /// The largest unit of an elapsed time: `[h]`, `[m]`, `[s]`.
  enum ElapsedUnit: Sendable, Hashable { case hours, minutes, seconds }

  var showsDate = false
  var showsTime = false
  var showsMinutes = false
  var showsSeconds = false
  /// Digits of a second's fraction, at most 3.
  var fractionDigits = 0
  var elapsed: ElapsedUnit?
  /// The least number of digits of the elapsed unit.
  var elapsedDigits = 1

  /// Appends the moment as this shape shows it; `false` if the number is no moment of that kind.
  ///
  /// Dates are `2024-03-05`, times of day `08:30:00`, both together `2024-03-05T08:30:00`, each with `.123` where the
  /// format shows fractions of a second. Elapsed times stay as shown, `36:30:00`.
  func append(_ number: Double, system: DateSystem, to buffer: inout [UInt8]) -> Bool {
    if let elapsed, !showsDate { return append(elapsed: elapsed, number, to: &buffer) }
    guard let moment = SerialDate(number) else { return false }
    return append(moment, system: system, to: &buffer)
  }

  /// Appends a moment that is no elapsed time; `false`, and nothing appended, if it names no date.
  func append(_ exact: SerialDate, system: DateSystem, to buffer: inout [UInt8]) -> Bool {
    var moment = exact
    if showsTime { moment = moment.rounded(toFractionDigits: fractionDigits) }
    guard showsDate else {
      append(time: moment, to: &buffer)
      return true
    }
    guard let date = moment.calendarDate(in: system) else {
      // Day 0: a time of day is all that there is to show.
      guard showsTime, moment.days == 0 else { return false }
      append(time: moment, to: &buffer)
      return true
    }
    Self.append(date.year, digits: 4, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    Self.append(date.month, digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: "-"))
    Self.append(date.day, digits: 2, to: &buffer)
    if showsTime {
      buffer.append(UInt8(ascii: "T"))
      append(time: moment, to: &buffer)
    }
    return true
  }

  private func append(time moment: SerialDate, to buffer: inout [UInt8]) {
    let seconds = moment.milliseconds / 1000
    Self.append(seconds / 3600, digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    Self.append(seconds / 60 % 60, digits: 2, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    Self.append(seconds % 60, digits: 2, to: &buffer)
    appendFraction(of: moment.milliseconds, to: &buffer)
  }

  private func append(elapsed unit: ElapsedUnit, _ number: Double, to buffer: inout [UInt8]) -> Bool {
    // Ten thousand years of milliseconds: beyond, worksheets show no time either.
    let total = (number.magnitude * Double(SerialDate.millisecondsPerDay)).rounded()
    guard total < 3e14 else { return false }
    let milliseconds = SerialDate.rounded(Int(total), toFractionDigits: fractionDigits)
    let seconds = milliseconds / 1000
    if number < 0, milliseconds > 0 { buffer.append(UInt8(ascii: "-")) }
    switch unit {
    case .hours:
      Self.append(seconds / 3600, digits: elapsedDigits, to: &buffer)
      if showsMinutes || showsSeconds {
        buffer.append(UInt8(ascii: ":"))
        Self.append(seconds / 60 % 60, digits: 2, to: &buffer)
      }
    case .minutes: Self.append(seconds / 60, digits: elapsedDigits, to: &buffer)
    case .seconds: Self.append(seconds, digits: elapsedDigits, to: &buffer)
    }
    if showsSeconds, unit != .seconds {
      buffer.append(UInt8(ascii: ":"))
      Self.append(seconds % 60, digits: 2, to: &buffer)
    }
    if showsSeconds || unit == .seconds { appendFraction(of: milliseconds, to: &buffer) }
    return true
  }

  private func appendFraction(of milliseconds: Int, to buffer: inout [UInt8]) {
    guard fractionDigits > 0 else { return }
    buffer.append(UInt8(ascii: "."))
    let thousandths = milliseconds % 1000
    buffer.append(UInt8(ascii: "0") + UInt8(thousandths / 100))
    if fractionDigits > 1 { buffer.append(UInt8(ascii: "0") + UInt8(thousandths / 10 % 10)) }
    if fractionDigits > 2 { buffer.append(UInt8(ascii: "0") + UInt8(thousandths % 10)) }
  }

  /// Appends a number below 10^12 with at least so many digits.
  static func append(_ value: Int, digits: Int, to buffer: inout [UInt8]) {
    if digits == 2, value < 100 {
      let (tens, ones) = value.quotientAndRemainder(dividingBy: 10)
      buffer.append(UInt8(ascii: "0") + UInt8(tens))
      buffer.append(UInt8(ascii: "0") + UInt8(ones))
      return
    }
    var divisor = 1
    var width = 1
    while width < digits || value / divisor >= 10 {
      divisor *= 10
      width += 1
    }
    while divisor > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
