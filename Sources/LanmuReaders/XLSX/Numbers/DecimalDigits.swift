/// The fewest decimal digits that read back as one finite number.
///
/// The value is `±0.d₁d₂d₃… × 10^point`; there is no leading and no trailing zero, and zero has no digits at all.
struct DecimalDigits: Hashable {
  var isNegative: Bool
  var digits: [UInt8]
  var point: Int

  /// `nil` for infinities and NaN, which no worksheet can hold.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus && number != 0
    digits = []
    point = 0
    // The standard library prints the shortest digits that round-trip.
    var exponent = 0
    var seenPoint = false
    var bytes = number.magnitude.description.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"):
        var negative = false
        while let exponentByte = bytes.next() {
          switch exponentByte {
          case UInt8(ascii: "-"): negative = true
          case UInt8(ascii: "+"): break
          default: exponent = exponent * 10 + Int(exponentByte - UInt8(ascii: "0"))
          }
        }
        if negative { exponent = -exponent }
      default:
        if digits.isEmpty && byte == UInt8(ascii: "0") {
          if seenPoint { point -= 1 }
        } else {
          digits.append(byte - UInt8(ascii: "0"))
          if !seenPoint { point += 1 }
        }
      }
    }
    point += exponent
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// The digits rounded to so many places behind the point, halves away from zero, as worksheets show numbers.
  func rounded(toPlaces places: Int) -> DecimalDigits {
    let kept = point + places
    guard kept < digits.count else { return self }
    var copy = self
    guard kept >= 0 else {
      copy.digits = []
      copy.point = 0
      copy.isNegative = false
      return copy
    }
    let roundsUp = digits[kept] >= 5
    copy.digits.removeLast(digits.count - kept)
    if roundsUp {
      var index = kept - 1
      while index >= 0, copy.digits[index] == 9 { index -= 1 }
      if index >= 0 {
        copy.digits[index] += 1
        copy.digits.removeLast(copy.digits.count - index - 1)
      } else {
        copy.digits = [1]
        copy.point += 1
      }
    }
    while copy.digits.last == 0 { copy.digits.removeLast() }
    if copy.digits.isEmpty {
      copy.point = 0
      copy.isNegative = false
    }
    return copy
  }

  /// The digits rounded to so many, counted from the first.
  func rounded(toDigits count: Int) -> DecimalDigits {
    digits.count > count ? rounded(toPlaces: count - point) : self
  }

  /// The digits before the point, at least `minimum` of them.
  func integerDigits(minimum: Int) -> [UInt8] {
    var result: [UInt8] = []
    if point > 0 {
      result = Array(digits.prefix(point))
      result += repeatElement(0, count: point - result.count)
    }
    return Array(repeatElement(0, count: max(0, minimum - result.count))) + result
  }

  /// The digits behind the point, at least `minimum` of them.
  func fractionDigits(minimum: Int) -> [UInt8] {
    var result: [UInt8] = []
    if point < digits.count {
      result = Array(repeatElement(0, count: max(0, -point))) + digits.dropFirst(max(0, point))
    }
    return result + Array(repeatElement(0, count: max(0, minimum - result.count)))
  }
}
