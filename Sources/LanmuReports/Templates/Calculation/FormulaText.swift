internal import LanmuAnalysis
import Glibc

/// Numbers as worksheets write them.
enum FormulaText {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// A number in the format General, with the 15 digits that worksheets know.
  static func general(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    let size = abs(number)
    guard size >= 1e-4, size < 1e15 else { return "\(number)" }
    let digits = max(0, 14 - Int(log10(size).rounded(.down)))
    var text = fixed(number, digits)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A number with so many digits after the point, rounded half away from zero.
  static func fixed(_ number: Double, _ digits: Int) -> String {
    let count = min(max(digits, 0), 15)
    let factor = pow(10, Double(count))
    let scaled = rounded(number, count) * factor
    guard scaled.isFinite, abs(scaled) < 9e18 else { return "\(number)" }
    let whole = Int64(scaled.rounded())
    var text = String(abs(whole))
    while text.count <= count { text = "0" + text }
    if count > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -count)) }
    return (whole < 0 ? "-" : "") + text
  }

  /// Rounds half away from zero; what lies within the last bits of a half counts as one, as in spreadsheets.
  static func rounded(_ number: Double, _ digits: Int) -> Double {
    let factor = pow(10, Double(digits))
    let scaled = number * factor
    guard scaled.isFinite, factor != 0 else { return number }
    let nudged = abs(scaled) * (1 + 1e-15)
    return ((nudged + 0.5).rounded(.down) / factor) * (number < 0 ? -1 : 1)
  }

  /// `TEXT(number, code)` for the codes that reports use; `nil` for others.
  static func formatted(_ number: Double, _ code: String) -> String? {
    switch code {
    case "General", "@": return general(number)
    case "yyyy-mm-dd", "yyyy/mm/dd", "yyyy.mm.dd":
      guard let day = day(number) else { return nil }
      let mark = code.dropFirst(4).first.map(String.init) ?? "-"
      return "\(day.year)\(mark)\(padded(day.month))\(mark)\(padded(day.day))"
    case "yyyy年m月d日": return day(number).map { "\($0.year)年\($0.month)月\($0.day)日" }
    case "yyyy年m月": return day(number).map { "\($0.year)年\($0.month)月" }
    case "m月d日": return day(number).map { "\($0.month)月\($0.day)日" }
    case "yyyy-mm": return day(number).map { "\($0.year)-\(padded($0.month))" }
    default: break
    }
    let isPercent = code.hasSuffix("%")
    let pattern = isPercent ? String(code.dropLast()) : code
    let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty, whole.allSatisfy({ $0 == "0" }),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "0" } })
    else { return nil }
    var text = fixed(isPercent ? number * 100 : number, parts.count > 1 ? parts[1].count : 0)
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    while text.prefix(while: { $0 != "." }).count < whole.count { text = "0" + text }
    return (isNegative ? "-" : "") + text + (isPercent ? "%" : "")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The day of a serial number; `nil` before 1 March 1900, where worksheets count a day that never was.
  static func day(_ serial: Double) -> CivilDate? {
    guard serial >= 61, serial < 2_958_466 else { return nil }
    return CivilDate(clampingDayNumber: Int(serial) - 25_569)
  }
}
