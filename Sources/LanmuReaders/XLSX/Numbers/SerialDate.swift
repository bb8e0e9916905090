/// How a workbook counts days.
enum DateSystem: Sendable, Hashable {
  /// Day 1 is 1 January 1900, and 29 February 1900, which never was, is day 60 (ECMA-376 part 1, 18.17.4.1).
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904
}

/// A worksheet's number taken as a moment: whole days and the milliseconds of the day.
struct SerialDate: Hashable {
  static let millisecondsPerDay = 86_400_000

  var days: Int
  var milliseconds: Int

  /// `nil` below 0 and beyond the year 9999, where worksheets show no dates either.
  init?(_ number: Double) {
    guard number >= 0, number < 2_958_466 else { return nil }
    let total = Int((number * Double(Self.millisecondsPerDay)).rounded())
    (days, milliseconds) = total.quotientAndRemainder(dividingBy: Self.millisecondsPerDay)
  }

  /// Reads a plain decimal of at most 7 digits before the point; `nil` for anything else, which has to be parsed.
  ///
  /// Eleven digits of the fraction are a microsecond: rounded to milliseconds it is the moment of the number itself.
  init?(decimal text: some Sequence<UInt8>) {
    var whole = 0
    var wholeDigits = 0
    var fraction: UInt64 = 0
    var fractionDigits = 0
    var seenPoint = false
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        if !seenPoint {
          whole = whole * 10 + Int(digit)
          wholeDigits += 1
          guard wholeDigits <= 7 else { return nil }
        } else if fractionDigits < 11 {
          fraction = fraction * 10 + UInt64(digit)
          fractionDigits += 1
        }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else {
        return nil
      }
    }
    guard wholeDigits > 0, whole < 2_958_466 else { return nil }
    while fractionDigits < 11 {
      fraction *= 10
      fractionDigits += 1
    }
    let scaled = fraction * UInt64(Self.millisecondsPerDay) + 50_000_000_000
    days = whole
    milliseconds = Int(scaled / 100_000_000_000)
    if milliseconds == Self.millisecondsPerDay {
      days += 1
      milliseconds = 0
    }
  }

  /// The moment rounded to whole seconds, or to tenths, hundredths or thousandths of one.
  func rounded(toFractionDigits digits: Int) -> SerialDate {
    var copy = self
    copy.milliseconds = Self.rounded(milliseconds, toFractionDigits: digits)
    if copy.milliseconds >= Self.millisecondsPerDay {
      copy.days += 1
      copy.milliseconds -= Self.millisecondsPerDay
    }
    return copy
  }

  /// Milliseconds from 0 on, rounded to so many digits of a second's fraction.
  static func rounded(_ milliseconds: Int, toFractionDigits digits: Int) -> Int {
    let unit =
      switch digits {
      case 0: 1000
      case 1: 100
      case 2: 10
      default: 1
      }
    return (milliseconds + unit / 2) / unit * unit
  }

  /// Year, month and day; `nil` if the count of days names no date (day 0 of the 1900 system, the year 10000).
  ///
  /// Day 60 of the 1900 system comes out as 29 February 1900, as every spreadsheet shows it.
  func calendarDate(in system: DateSystem) -> (year: Int, month: Int, day: Int)? {
    let shift: Int
    switch system {
    case .from1904: shift = -24_107
    case .from1900 where days == 0: return nil
    case .from1900 where days == 60: return (1900, 2, 29)
    case .from1900: shift = days < 60 ? -25_568 : -25_569
    }
    let date = Self.civilDate(daysSince1970: days + shift)
    return date.year <= 9999 ? date : nil
  }

  /// The Gregorian date so many days after 1 January 1970 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  static func civilDate(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
