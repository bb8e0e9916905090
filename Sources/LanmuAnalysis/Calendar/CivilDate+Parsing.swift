extension CivilDate {
  /// Reads the date from one of the spellings that exports and clerks use; a time of day behind it is dropped.
  ///
  /// Year, month and day in this order, apart by `-`, `/`, `.`, `年月日` or blanks, in Arabic (also full-width) or Chinese
  /// numerals; or eight digits in a row. A time that names its zone (`Z`, `+00:00`) is told in Beijing time (UTC+8), as
  /// the census demands. `nil` for everything else: a month before the year, a year of two digits and a day that does
  /// not exist are not guessed at. `assumedYear` serves texts that name month and day alone (`12月5日`).
  public init?(parsing text: String, assumedYear: Int? = nil) {
    if text.utf8.count <= 19, let plain = CivilDate(plain: Array(text.utf8).span) {
      self = plain
      return
    }
    var scanner = DateScanner(text)
    guard let date = scanner.date(assumedYear: assumedYear) else { return nil }
    self = date
  }

  /// The same for a text that is still bytes: strings are made of the rare spellings only.
  package init?(utf8 text: Span<UInt8>) {
    if text.count <= 19, let plain = CivilDate(plain: text) {
      self = plain
      return
    }
    guard text.count <= 256 else { return nil }
    self.init(parsing: unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
  }

  /// `yyyy-m-d` or `yyyy/m/d`, alone or followed by a blank and a time without a zone: nearly every row of an export.
  private init?(plain text: Span<UInt8>) {
    var numbers = PlainNumbers()
    guard let year = numbers.next(in: text, most: 4), numbers.place == 4, numbers.place < text.count else { return nil }
    let separator = text[numbers.place]
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"), numbers.takes(separator, in: text),
      let month = numbers.next(in: text, most: 2), numbers.takes(separator, in: text),
      let day = numbers.next(in: text, most: 2)
    else { return nil }
    if numbers.place < text.count {
      guard numbers.takes(UInt8(ascii: " "), in: text) || numbers.takes(UInt8(ascii: "T"), in: text),
        let hour = numbers.next(in: text, most: 2), hour < 25, numbers.takes(UInt8(ascii: ":"), in: text),
        numbers.next(in: text, most: 2) != nil
      else { return nil }
      if numbers.place < text.count {
        guard numbers.takes(UInt8(ascii: ":"), in: text), numbers.next(in: text, most: 2) != nil else { return nil }
      }
      guard numbers.place == text.count else { return nil }
    }
    self.init(year: year, month: month, day: day)
  }

  /// The value of an ASCII or full-width digit.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }
}

/// Takes numbers and the marks between them from the front of a text.
private struct PlainNumbers {
  private(set) var place = 0

  /// A whole number of at most so many digits.
  mutating func next(in text: Span<UInt8>, most: Int) -> Int? {
    var value = 0
    let start = place
    let end = min(text.count, start + most)
    while place < end {
      let digit = text[place] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value * 10 + Int(digit)
      place += 1
    }
    return place > start ? value : nil
  }

  mutating func takes(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    guard place < text.count, text[place] == byte else { return false }
    place += 1
    return true
  }
}

/// Reads dates from left to right; every text ends after a bounded number of steps.
private struct DateScanner {
  private var scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars.prefix(64))
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    skipBlanks()
  }

  mutating func date(assumedYear: Int?) -> CivilDate? {
    guard let first = number() else { return nil }
    if first.digits == 8 || first.digits == 14 {
      let packed = first.digits == 8 ? first.value : first.value / 1_000_000
      guard atEnd || scalars[place] == " " || scalars[place] == "T" else { return nil }
      return CivilDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
    }
    var year = first.value
    var month: Int
    if first.digits == 4 {
      guard separator("年"), let next = number(), next.digits <= 2 else { return nil }
      month = next.value
    } else {
      guard let assumedYear, first.digits <= 2, place < scalars.count, scalars[place] == "月" else { return nil }
      year = assumedYear
      month = first.value
    }
    guard separator("月"), let day = number(), day.digits <= 2 else { return nil }
    _ = take("日") || take("号")
    guard let date = CivilDate(year: year, month: month, day: day.value) else { return nil }
    return timeOfDay(on: date)
  }

  private var atEnd: Bool { place >= scalars.count }

  private mutating func skipBlanks() {
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < scalars.count, scalars[place] == scalar else { return false }
    place += 1
    return true
  }

  private mutating func separator(_ word: Unicode.Scalar) -> Bool {
    let start = place
    skipBlanks()
    guard place < scalars.count else { return false }
    if scalars[place] == word || ["-", "/", ".", "．", "／", "－", "—", "–"].contains(scalars[place]) {
      place += 1
      skipBlanks()
      return true
    }
    return place > start
  }

  private mutating func number() -> (value: Int, digits: Int)? {
    skipBlanks()
    var value = 0
    var digits = 0
    while place < scalars.count, digits < 15, let digit = CivilDate.digit(scalars[place]) {
      value = value * 10 + digit
      digits += 1
      place += 1
    }
    if digits > 0 { return (value, digits) }
    return chineseNumber()
  }

  /// 二〇二六, 十二, 二十一, 三十.
  private mutating func chineseNumber() -> (value: Int, digits: Int)? {
    let numerals: [Unicode.Scalar: Int] = [
      "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    var values: [Int] = []
    var tenAt: Int?
    while place < scalars.count, values.count < 5 {
      if scalars[place] == "十", tenAt == nil {
        tenAt = values.count
      } else if let value = numerals[scalars[place]] {
        values.append(value)
      } else {
        break
      }
      place += 1
    }
    if let tenAt {
      guard tenAt <= 1, values.count <= tenAt + 1 else { return nil }
      let tens = tenAt == 0 ? 1 : values[0]
      return (tens * 10 + (values.count > tenAt ? values[tenAt] : 0), 2)
    }
    guard !values.isEmpty else { return nil }
    return (values.reduce(0) { $0 * 10 + $1 }, values.count)
  }

  /// What follows the date: nothing, a weekday in brackets, or a time that may move the date into another zone.
  private mutating func timeOfDay(on date: CivilDate) -> CivilDate? {
    skipBlanks()
    if atEnd { return date }
    if scalars[place] == "(" || scalars[place] == "（" || scalars[place] == "星" || scalars[place] == "周" { return date }
    if scalars[place] == "T" || scalars[place] == "t" { place += 1 }
    for word in ["上午", "下午", "凌晨", "晚上", "中午"] {
      let letters = Array(word.unicodeScalars)
      if scalars[place...].starts(with: letters) { place += letters.count }
    }
    guard let hour = number(), hour.value <= 24, hour.digits <= 2 else { return nil }
    guard !atEnd, ":：时点".unicodeScalars.contains(scalars[place]) else { return nil }
    while place < scalars.count,
      CivilDate.digit(scalars[place]) != nil || ":：.时点分秒 ".unicodeScalars.contains(scalars[place])
    {
      place += 1
    }
    return inBeijing(date, hour: hour.value)
  }

  private mutating func inBeijing(_ date: CivilDate, hour: Int) -> CivilDate? {
    if atEnd { return date }
    var offset = 0
    switch scalars[place] {
    case "Z", "z": offset = 0
    case "+", "-":
      let sign = scalars[place] == "+" ? 1 : -1
      place += 1
      guard let hours = number() else { return nil }
      offset = sign * (hours.digits == 4 ? hours.value / 100 : hours.value)
      guard abs(offset) <= 14 else { return nil }
    default: return nil
    }
    let local = hour - offset + 8
    return local >= 24 ? date.adding(days: 1) : local < 0 ? date.adding(days: -1) : date
  }
}
