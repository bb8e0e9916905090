/// Numbers as the shortest text that reads back equal.
///
/// The layout is that of ECMAScript's `Number::toString` (ECMA-262, 6.1.6.1.20): plain digits from 1e-6 up to 1e21, exponents
/// beyond. So codes and identifiers that were stored as numbers keep all their digits.
enum NumberText {
  /// Appends the shortest text of a finite number; of anything else, nothing.
  static func append(_ number: Double, to buffer: inout [UInt8]) {
    guard let decimal = DecimalDigits(number) else { return }
    let zero = UInt8(ascii: "0")
    if decimal.isNegative { buffer.append(UInt8(ascii: "-")) }
    guard !decimal.digits.isEmpty else {
      buffer.append(zero)
      return
    }
    if decimal.point > 21 || decimal.point < -5 {
      buffer.append(zero + decimal.digits[0])
      if decimal.digits.count > 1 {
        buffer.append(UInt8(ascii: "."))
        for digit in decimal.digits.dropFirst() { buffer.append(zero + digit) }
      }
      buffer.append(UInt8(ascii: "e"))
      buffer.append(decimal.point > 0 ? UInt8(ascii: "+") : UInt8(ascii: "-"))
      buffer += (decimal.point - 1).magnitude.description.utf8
      return
    }
    for digit in decimal.integerDigits(minimum: 1) { buffer.append(zero + digit) }
    let fraction = decimal.fractionDigits(minimum: 0)
    if !fraction.isEmpty {
      buffer.append(UInt8(ascii: "."))
      for digit in fraction { buffer.append(zero + digit) }
    }
  }

  /// The shortest text of a number.
  static func text(of number: Double) -> String {
    var buffer: [UInt8] = []
    append(number, to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Whether this text of a number can stay: no other is shorter.
  ///
  /// Two decimals of at most 15 significant digits never name the same `Double`, so one of them without superfluous zeros,
  /// signs and exponents is the shortest text itself. Longer whole numbers are as long as what would be printed for them,
  /// and stay as well, since they are identifiers. `false` only means that the number has to be parsed.
  static func isShortest(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    var index = text.startIndex
    if index < text.endIndex, text[index] == UInt8(ascii: "-") { index = text.index(after: index) }
    guard index < text.endIndex else { return false }
    let first = text[index]
    var integerDigits = 0
    while index < text.endIndex, text[index] &- UInt8(ascii: "0") < 10 {
      integerDigits += 1
      index = text.index(after: index)
    }
    guard integerDigits > 0, integerDigits == 1 || first != UInt8(ascii: "0") else { return false }
    if index == text.endIndex {
      return integerDigits <= 20 && (first != UInt8(ascii: "0") || text.count == 1)
    }
    guard text[index] == UInt8(ascii: ".") else { return false }
    index = text.index(after: index)
    var fractionDigits = 0
    var last: UInt8 = 0
    var leadingZeros = 0
    while index < text.endIndex, text[index] &- UInt8(ascii: "0") < 10 {
      last = text[index]
      if last == UInt8(ascii: "0"), leadingZeros == fractionDigits { leadingZeros += 1 }
      fractionDigits += 1
      index = text.index(after: index)
    }
    guard index == text.endIndex, fractionDigits > 0, last != UInt8(ascii: "0") else { return false }
    guard first != UInt8(ascii: "0") || leadingZeros <= 4 else { return false }
    return integerDigits + fractionDigits <= 15
  }

  /// Reads the text of a number as worksheets hold it (`xsd:double`); `nil` if it is not a finite number.
  static func number(_ text: String) -> Double? {
    // `Double.init` also takes hexadecimal, "inf" and "nan", which are no numbers of a worksheet.
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return nil
      }
    }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
