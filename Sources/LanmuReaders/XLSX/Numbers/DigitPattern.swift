/// A section of a number format that makes digits of a number: placeholders, a point, and what stands around them.
struct DigitPattern: Sendable, Hashable {
  enum Element: Sendable, Hashable {
    case literal(String)
    /// `0`, which always shows a digit, or `#` and `?`, which show one only where there is one.
    case placeholder(required: Bool)
    case point
    case percent
  }

  var elements: [Element] = []
  /// Commas between placeholders: thousands are grouped.
  var groups = false
  /// Commas behind the last placeholder: each divides by a thousand.
  var scalings = 0
  var hasExponent = false
  var hasFractionBar = false

  private var percents: Int { elements.count { $0 == .percent } }

  private var placesBehindPoint: Int {
    guard let point = elements.firstIndex(of: .point) else { return 0 }
    return elements[point...].count {
      if case .placeholder = $0 { true } else { false }
    }
  }

  private var requiredBeforePoint: Int {
    elements.prefix { $0 != .point }.count { $0 == .placeholder(required: true) }
  }

  /// Whether the pattern makes something of a number that its shortest text does not show: a percentage, or a code with
  /// leading zeros (`000000`).
  var showsMoreThanANumber: Bool {
    guard !hasExponent, !hasFractionBar, scalings == 0 else { return false }
    return percents > 0 || (requiredBeforePoint >= 2 && !groups && !elements.contains(.point))
  }

  /// Appends the number as the pattern shows it; `false` if it is not finite or too long to show.
  func append(_ number: Double, to buffer: inout [UInt8]) -> Bool {
    // Spreadsheets show no more than fifteen digits of a number.
    guard var decimal = DecimalDigits(number)?.rounded(toDigits: 15) else { return false }
    // A hostile pattern of very many percent signs must not overflow.
    if !decimal.digits.isEmpty { decimal.point += 2 * min(percents, 100) }
    decimal = decimal.rounded(toPlaces: placesBehindPoint)
    let placeholdersBeforePoint = elements.prefix { $0 != .point }.count {
      if case .placeholder = $0 { true } else { false }
    }
    var integer = decimal.integerDigits(minimum: 0)
    var fraction = decimal.fractionDigits(minimum: 0)[...]
    guard integer.count <= 400 else { return false }
    let missing = placeholdersBeforePoint - integer.count
    var place = 0
    var behindPoint = false
    func write(_ digit: UInt8, leaving count: Int) {
      buffer.append(UInt8(ascii: "0") + digit)
      if groups, count > 0, count % 3 == 0 { buffer.append(UInt8(ascii: ",")) }
    }
    if decimal.isNegative { buffer.append(UInt8(ascii: "-")) }
    var seenRequired = false
    for element in elements {
      switch element {
      case .literal(let text): buffer += text.utf8
      case .percent: buffer.append(UInt8(ascii: "%"))
      case .point:
        behindPoint = true
        if place == 0 {
          for (offset, digit) in integer.enumerated() { write(digit, leaving: integer.count - offset - 1) }
        }
        buffer.append(UInt8(ascii: "."))
      case .placeholder(let required) where behindPoint:
        if let digit = fraction.popFirst() {
          buffer.append(UInt8(ascii: "0") + digit)
        } else if required {
          buffer.append(UInt8(ascii: "0"))
        }
      case .placeholder(let required):
        if required { seenRequired = true }
        // The first placeholder takes all digits that have no placeholder of their own.
        if place == 0, missing < 0 {
          let surplus = integer.prefix(-missing)
          for (offset, digit) in surplus.enumerated() { write(digit, leaving: integer.count - offset - 1) }
          integer.removeFirst(-missing)
        }
        if place < missing {
          if seenRequired { write(0, leaving: placeholdersBeforePoint - place - 1) }
        } else if !integer.isEmpty {
          let digit = integer.removeFirst()
          write(digit, leaving: integer.count)
        }
        place += 1
      }
    }
    return true
  }
}
