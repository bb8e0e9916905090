import ArgumentParser
import LanmuAnalysis

/// Months and days as options take them, refused in words that show the right form.
enum CivilArgument {
  /// - Throws: `ValidationError` for what is no month of the calendar.
  @Sendable static func month(_ text: String) throws -> CivilMonth {
    guard let month = CivilMonth(parsing: text) else {
      throw ValidationError(helpText(zh: "“\(text)”不是月份，应如 2026-11", en: "'\(text)' is no month; write 2026-11."))
    }
    return month
  }

  /// - Throws: `ValidationError` for what is no day of the calendar.
  @Sendable static func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(parsing: text) else {
      throw ValidationError(helpText(zh: "“\(text)”不是日期，应如 2026-11-30", en: "'\(text)' is no date; write 2026-11-30."))
    }
    return date
  }
}
