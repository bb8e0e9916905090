/// A day of the proleptic Gregorian calendar, without time and zone.
///
/// Stored as the number of days since 1970-01-01, so that comparing and subtracting are integer operations. Years run from
/// 1 to 9999; arithmetic that would leave them stays at the first or last of these days. Source of the conversions:
/// H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32

  /// 0001-01-01.
  public static let earliest = CivilDate(clampingDayNumber: -719_162)
  /// 9999-12-31.
  public static let latest = CivilDate(clampingDayNumber: 2_932_896)

  /// The day with this number, or the first or last day of the calendar for numbers beyond them.
  public init(clampingDayNumber number: Int) {
    dayNumber = Int32(max(-719_162, min(2_932_896, number)))
  }

  /// `nil` for a day that does not exist (2026-02-29).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  private init(validYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(clampingDayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1–12) and day (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// From 1, Monday, to 7, Sunday (ISO 8601).
  public var weekday: Int {
    let index = (Int(dayNumber) + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  /// `2026-12-05`.
  public var text: String {
    let (year, month, day) = components
    return CivilDate.padded(year, to: 4) + "-" + CivilDate.padded(month, to: 2) + "-" + CivilDate.padded(day, to: 2)
  }

  /// `2026年12月5日`.
  public var chineseText: String {
    let (year, month, day) = components
    return "\(year)年\(month)月\(day)日"
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The number of days of a month (1–12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CivilDate: CustomStringConvertible {
  public var description: String { text }
}
