/// A day of the proleptic Gregorian calendar, as a worksheet stores it.
package struct SheetDay: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` unless the day exists and lies from 1900-03-01 to 9999-12-31: before that, worksheets count a day that never was.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1, day <= SheetDay.length(of: month, in: year)
    else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
    guard serial > 60 else { return nil }
  }

  /// Days since 1899-12-30, the number in the cell.
  package var serial: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 693_899
  }

  package var isoText: String {
    let monthText = month < 10 ? "0\(month)" : "\(month)"
    let dayText = day < 10 ? "0\(day)" : "\(day)"
    return "\(year)-\(monthText)-\(dayText)"
  }

  package static func < (left: SheetDay, right: SheetDay) -> Bool { left.serial < right.serial }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
