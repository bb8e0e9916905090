extension CivilDate {
  /// The day so many days later (earlier for negative counts).
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    return overflow ? (days > 0 ? .latest : .earliest) : CivilDate(clampingDayNumber: sum)
  }

  /// The same day of another month, or that month's last day if it is shorter: 31 March less one month is 28 February.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    guard abs(months) < 120_000 else { return months > 0 ? .latest : .earliest }
    let total = year * 12 + month - 1 + months
    guard total >= 12 else { return .earliest }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    guard newYear <= 9999 else { return .latest }
    let newDay = min(day, CivilDate.length(ofMonth: newMonth, year: newYear))
    return CivilDate(year: newYear, month: newMonth, day: newDay) ?? .latest
  }

  /// Days from `other` to this day; negative if this day is earlier.
  public func days(since other: CivilDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

  public var firstOfMonth: CivilDate { adding(days: 1 - day) }

  public var lastOfMonth: CivilDate {
    let (year, month, day) = components
    return adding(days: CivilDate.length(ofMonth: month, year: year) - day)
  }

  public var isLastOfMonth: Bool {
    let (year, month, day) = components
    return day == CivilDate.length(ofMonth: month, year: year)
  }
}

/// A month of a year, the period of a census; written `2026-11`.
public struct CivilMonth: Sendable, Hashable, Comparable {
  public let year: Int
  /// From 1 to 12.
  public let month: Int

  /// `nil` outside January of year 1 to December 9999.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The month that a day lies in.
  public init(containing date: CivilDate) {
    (year, month, _) = date.components
  }

  /// Reads `2026-11`, `2026年11月`, `2026.11`, `202611`.
  public init?(parsing text: String) {
    let numbers = text.unicodeScalars.split { CivilDate.digit($0) == nil }.map { part in
      part.compactMap { CivilDate.digit($0) }
    }
    func value(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }
    if numbers.count == 2, numbers[0].count == 4, (1...2).contains(numbers[1].count) {
      self.init(year: value(numbers[0][...]), month: value(numbers[1][...]))
    } else if numbers.count == 1, numbers[0].count == 6 {
      self.init(year: value(numbers[0][..<4]), month: value(numbers[0][4...]))
    } else {
      return nil
    }
  }

  public var firstDay: CivilDate { CivilDate(year: year, month: month, day: 1) ?? .earliest }
  public var lastDay: CivilDate { firstDay.lastOfMonth }
  public var text: String { CivilDate.padded(year, to: 4) + "-" + CivilDate.padded(month, to: 2) }
  public var chineseText: String { "\(year)年\(month)月" }

  /// The month so many months later (earlier for negative counts).
  public func adding(_ months: Int) -> CivilMonth { CivilMonth(containing: firstDay.adding(months: months)) }

  package var index: Int { year * 12 + month - 1 }

  public static func < (left: CivilMonth, right: CivilMonth) -> Bool { left.index < right.index }
}
