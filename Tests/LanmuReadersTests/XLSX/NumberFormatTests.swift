import Testing

@testable import LanmuReaders

@Suite("Number formats of worksheets")
struct NumberFormatTests {
  private func shown(_ number: Double, _ code: String, _ system: DateSystem = .from1900) -> String {
    var buffer: [UInt8] = []
    guard NumberFormat(code: code).append(number, system: system, to: &buffer) else {
      return NumberText.text(of: number)
    }
    return String(decoding: buffer, as: UTF8.self)
  }

  @Test(
    "Dates and times are ISO 8601, however the format writes them",
    arguments: [
      (44197, "yyyy-mm-dd", "2021-01-01"),
      (44197, "m/d/yyyy", "2021-01-01"),
      (44197, #"[$-804]yyyy"年"m"月"d"日";@"#, "2021-01-01"),
      (44197, "yyyy年m月", "2021-01-01"),
      (44197.5, "yyyy/m/d", "2021-01-01"),
      (44197.5, "yyyy/m/d h:mm", "2021-01-01T12:00:00"),
      (44197, "yyyy/m/d h:mm", "2021-01-01T00:00:00"),
      (44197.354166666664, "yyyy-mm-dd hh:mm:ss", "2021-01-01T08:30:00"),
      (44197.999_999_99, "yyyy-mm-dd hh:mm", "2021-01-02T00:00:00"),
      (0.354166666666667, "h:mm", "08:30:00"),
      (0.75, "上午/下午h\"时\"mm\"分\"", "18:00:00"),
      (0.75, "h:mm AM/PM", "18:00:00"),
      (0.75, "[$-F400]h:mm:ss AM/PM", "18:00:00"),
      (0.000_011_574_074, "mm:ss.000", "00:00:01.000"),
      (44197, "aaaa", "2021-01-01"),
      (44197, "[$-411]ggge\"年\"m\"月\"d\"日\"", "2021-01-01"),
      (44197, "[Red][$-F800]dddd, mmmm dd, yyyy", "2021-01-01"),
      (44197, "mmm", "2021-01-01"),
      (44197, "\\d\\a\\y d", "2021-01-01"),
      (44197, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "2021-01-01"),
      (44197, "dd/mm/yyyy\\ hh:mm;;", "2021-01-01T00:00:00"),
    ] as [(Double, String, String)])
  func dates(number: Double, code: String, expected: String) {
    #expect(shown(number, code) == expected)
  }

  @Test("The 1900 system keeps its leap day that never was; the 1904 system begins at 0")
  func dateSystems() {
    #expect(shown(1, "yyyy-mm-dd") == "1900-01-01")
    #expect(shown(59, "yyyy-mm-dd") == "1900-02-28")
    #expect(shown(60, "yyyy-mm-dd") == "1900-02-29")
    #expect(shown(61, "yyyy-mm-dd") == "1900-03-01")
    #expect(shown(2_958_465, "yyyy-mm-dd") == "9999-12-31")
    #expect(shown(2_958_466, "yyyy-mm-dd") == "2958466")
    #expect(shown(0, "yyyy-mm-dd") == "0")
    #expect(shown(0, "yyyy-mm-dd hh:mm") == "00:00:00")
    #expect(shown(-1, "yyyy-mm-dd") == "-1")
    #expect(shown(0, "yyyy-mm-dd", .from1904) == "1904-01-01")
    #expect(shown(42735, "yyyy-mm-dd", .from1904) == "2021-01-01")
    #expect(shown(2_957_003, "yyyy-mm-dd", .from1904) == "9999-12-31")
    #expect(shown(2_958_465, "yyyy-mm-dd", .from1904) == "2958465")
  }

  @Test("A moment read from its decimal is that of the number")
  func decimals() {
    for _ in 0..<20_000 {
      let number = Double(Int.random(in: 0..<2_958_466)) + Double.random(in: 0..<1)
      let text = NumberText.text(of: number)
      let decimal = SerialDate(decimal: text.utf8)
      guard let exact = SerialDate(number), let decimal else {
        Issue.record("\(text)")
        continue
      }
      let difference =
        (decimal.days - exact.days) * SerialDate.millisecondsPerDay + decimal.milliseconds - exact.milliseconds
      #expect(abs(difference) <= 1, "\(text)")
    }
    #expect(SerialDate(decimal: "44197.354166666664".utf8)?.rounded(toFractionDigits: 0).milliseconds == 30_600_000)
    #expect(SerialDate(decimal: "44197.99999999999".utf8) == SerialDate(decimal: "44198".utf8))
    for text in ["", ".5", "-1", "1e5", "1.2.3", "12345678", "2958466", " 1"] {
      #expect(SerialDate(decimal: text.utf8) == nil)
    }
  }

  @Test("Every day of four centuries follows the one before")
  func calendar() {
    var previous = SerialDate.civilDate(daysSince1970: -25_567)
    #expect(previous == (1900, 1, 1))
    for day in -25_566...120_530 {
      let date = SerialDate.civilDate(daysSince1970: day)
      let isLeap = previous.year % 4 == 0 && (previous.year % 100 != 0 || previous.year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let expected =
        previous.day < lengths[previous.month - 1]
        ? (previous.year, previous.month, previous.day + 1)
        : previous.month < 12 ? (previous.year, previous.month + 1, 1) : (previous.year + 1, 1, 1)
      guard date == expected else {
        Issue.record("day \(day) is \(date), not \(expected)")
        return
      }
      previous = date
    }
  }

  @Test(
    "Elapsed times stay as shown",
    arguments: [
      (1.5, "[h]:mm:ss", "36:00:00"),
      (36526.999999, "[h]:mm", "876648:00"),
      (0.99999, "[hh]:mm:ss.00", "23:59:59.14"),
      (1.520_833_333_333_333_3, "[h]:mm", "36:30"),
      (1.520_833_333_333_333_3, "[mm]:ss", "2190:00"),
      (0.5, "[ss]", "43200"),
      (0.125, "[hh]:mm", "03:00"),
      (-0.125, "[h]:mm", "-3:00"),
    ] as [(Double, String, String)])
  func elapsed(number: Double, code: String, expected: String) {
    #expect(shown(number, code) == expected)
  }

  @Test(
    "Percentages and codes with leading zeros are as shown",
    arguments: [
      (0.256, "0%", "26%"),
      (0.256, "0.00%", "25.60%"),
      (110_101_199_001_011_232, "0%", "11010119900101100000%"),
      (110_101_199_001_011_232, "000000", "110101199001011000"),
      (0.125, "0.0#%", "12.5%"),
      (-0.05, "0%", "-5%"),
      (-0.05, "0%_);[Red]\\(0%\\)", "(5%)"),
      (12.3456, "#,##0%", "1,235%"),
      (0.0004, "0%", "0%"),
      (1.5, ".0%", "150.0%"),
      (1234, "000000", "001234"),
      (1234567, "000000", "1234567"),
      (5, "\"NO.\"000", "NO.005"),
      (1234567, "000-0000", "123-4567"),
      (4567, "000-0000", "000-4567"),
      (0, "000", "000"),
      (3.6, "000", "004"),
      (7, "[<10]000;0", "007"),
      (17, "[<10]000;0", "17"),
    ] as [(Double, String, String)])
  func codes(number: Double, code: String, expected: String) {
    #expect(shown(number, code) == expected)
  }

  @Test(
    "All other formats leave the number its shortest text",
    arguments: [
      (3.14159, "0.00", "3.14159"),
      (1234567.5, "#,##0.00", "1234567.5"),
      (1234, "General", "1234"),
      (1234, "G/通用格式", "1234"),
      (1234, "[DBNum2][$-804]General", "1234"),
      (1234, "0.00E+00", "1234"),
      (0.5, "# ?/?", "0.5"),
      (1234, "@", "1234"),
      (1234, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234"),
      (5, "[$¥-804]#,##0", "5"),
      (5, "\"day\" 0", "5"),
      (5, "0\"d\"", "5"),
      (5, ";;;", "5"),
      (5, "", "5"),
      (5, "0,", "5"),
      (5, "[=5]\"五\";General", "5"),
      (5, "[Blue", "5"),
      (5, "\"unclosed", "5"),
      (5, "\\", "5"),
    ] as [(Double, String, String)])
  func plain(number: Double, code: String, expected: String) {
    #expect(shown(number, code) == expected)
  }

  @Test("Built-in numbers, the Chinese ones among them")
  func builtIn() {
    func shown(_ number: Double, _ identifier: Int) -> String {
      var buffer: [UInt8] = []
      guard NumberFormat.builtIn(identifier).append(number, system: .from1900, to: &buffer) else {
        return NumberText.text(of: number)
      }
      return String(decoding: buffer, as: UTF8.self)
    }
    for identifier in [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58] {
      #expect(shown(44197, identifier) == "2021-01-01", "\(identifier)")
    }
    for identifier in [18, 19, 20, 21, 32, 33, 34, 35, 55, 56] {
      #expect(shown(0.75, identifier) == "18:00:00", "\(identifier)")
    }
    #expect(shown(44197.75, 22) == "2021-01-01T18:00:00")
    #expect(shown(1.5, 46) == "36:00:00")
    #expect(shown(0.5, 9) == "50%")
    #expect(shown(0.5, 10) == "50.00%")
    for identifier in [0, 1, 2, 3, 4, 11, 12, 37, 44, 48, 49, 99, -1] {
      #expect(shown(5.25, identifier) == "5.25", "\(identifier)")
    }
  }
}
