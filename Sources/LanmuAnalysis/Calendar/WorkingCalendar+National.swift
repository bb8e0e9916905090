extension WorkingCalendar {
  /// The national calendar of 2018–2026, from the State Council office's notice for each year.
  ///
  /// The table is `Calendar/Data/working-days.csv`; each of its rows names the notice.
  public static let national: WorkingCalendar = {
    let table = String(decoding: PackageResources.working_days_csv, as: UTF8.self)
    var days: [CivilDate: SpecialDay] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let first = CivilDate(parsing: fields[0]), let last = CivilDate(parsing: fields[1])
      else {
        continue
      }
      var date = first
      while date <= last {
        days[date] = SpecialDay(isWorked: fields[2] == "班", name: fields[3], basis: fields[4])
        date = date.adding(days: 1)
      }
    }
    let first = CivilDate(year: 2018, month: 1, day: 1) ?? .earliest
    let last = CivilDate(year: 2026, month: 12, day: 31) ?? .latest
    return WorkingCalendar(announced: first...last, specialDays: days)
  }()
}
