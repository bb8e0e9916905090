internal import LanmuContainer

/// What a worksheet needs of its workbook to turn cells into text.
struct CellValues: Sendable {
  var sharedStrings = SharedStrings()
  /// The number format of each cell style; `nil` where numbers are just numbers.
  var formats: [NumberFormat?] = []
  var dateSystem = DateSystem.from1900

  /// What a cell's value is as text, and what was odd about it; `scratch` is memory to work in.
  func text(
    of value: Span<UInt8>, kind: CellKind, style: Int, scratch: inout [UInt8], problem: inout WorksheetProblem?
  ) -> String {
    switch kind {
    case .sharedString:
      guard let place = sharedText(value) else {
        problem = .sharedStringMissing
        return ""
      }
      return Self.checked(sharedStrings.utf8.span.extracting(place))
    case .number: return number(value, style: style, scratch: &scratch, problem: &problem)
    case .boolean:
      // `true` and `false` are the other spellings of xsd:boolean.
      guard value.count > 0 else { return "" }
      return value[0] == UInt8(ascii: "1") || value[0] | 0x20 == UInt8(ascii: "t") ? "TRUE" : "FALSE"
    case .date: return date(value, style: style)
    case .error, .formulaString, .inlineString: return Self.unescaped(value)
    }
  }

  /// Where the shared text stands that a cell names; `nil` if there is none.
  func sharedText(_ value: Span<UInt8>) -> Range<Int>? {
    Self.index(value).flatMap { sharedStrings.place(of: $0) }
  }

  /// Text without escapes. libxml2, or the scanner, has checked that it is UTF-8.
  static func checked(_ value: Span<UInt8>) -> String { unsafe String(copying: UTF8Span(unchecked: value)) }

  /// Text whose escapes are undone.
  static func unescaped(_ value: Span<UInt8>) -> String {
    var previous: UInt8 = 0
    var needsWork = false
    for index in value.indices {
      let byte = value[index]
      if byte == 0x0d || (byte | 0x20 == UInt8(ascii: "x") && previous == UInt8(ascii: "_")) {
        needsWork = true
        break
      }
      previous = byte
    }
    return unsafe value.withUnsafeBufferPointer { bytes in
      needsWork
        ? unsafe String(decoding: EscapedText.plain(Array(bytes)), as: UTF8.self)
        : unsafe String(copying: UTF8Span(unchecked: bytes.span))
    }
  }

  private func number(
    _ value: Span<UInt8>, style: Int, scratch: inout [UInt8], problem: inout WorksheetProblem?
  ) -> String {
    unsafe value.withUnsafeBufferPointer { bytes in
      let digits = unsafe Self.trimmed(bytes)
      guard unsafe !digits.isEmpty else { return "" }
      let format = style >= 0 && style < formats.count ? formats[style] : nil
      scratch.removeAll(keepingCapacity: true)
      if let format {
        // Moments are by far the most formatted numbers, and nearly all are plain decimals.
        if let shape = format.onlyShape, let moment = unsafe SerialDate(decimal: digits),
          shape.append(moment, system: dateSystem, to: &scratch)
        {
          return String(decoding: scratch, as: UTF8.self)
        }
      } else if unsafe NumberText.isShortest(digits) {
        return unsafe String(decoding: digits, as: UTF8.self)
      }
      let text = unsafe String(decoding: digits, as: UTF8.self)
      guard let number = NumberText.number(text) else {
        problem = .notANumber
        return text
      }
      scratch.removeAll(keepingCapacity: true)
      if let format {
        if format.append(number, system: dateSystem, to: &scratch) { return String(decoding: scratch, as: UTF8.self) }
        if format.dateShape != nil { problem = .notADate }
      }
      NumberText.append(number, to: &scratch)
      return String(decoding: scratch, as: UTF8.self)
    }
  }

  /// A moment that is written as ISO 8601 already, cut to what the cell's format shows of it.
  private func date(_ value: Span<UInt8>, style: Int) -> String {
    var text = Self.unescaped(value)
    if text.last == "Z" { text.removeLast() }
    guard let split = text.firstIndex(of: "T") else { return text }
    // A fraction of zeros says nothing.
    if let point = text[split...].firstIndex(of: "."), text[text.index(after: point)...].allSatisfy({ $0 == "0" }) {
      text = String(text[..<point])
    }
    let format = style >= 0 && style < formats.count ? formats[style] : nil
    guard let shape = format?.dateShape else { return text }
    if !shape.showsTime { return String(text[..<split]) }
    if !shape.showsDate { return String(text[text.index(after: split)...]) }
    return text
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var slice = unsafe bytes[...]
    while let first = unsafe slice.first, first <= 0x20 { unsafe slice.removeFirst() }
    while let last = unsafe slice.last, last <= 0x20 { unsafe slice.removeLast() }
    return unsafe slice
  }

  /// A whole number from 0 on, white space around it aside.
  private static func index(_ value: Span<UInt8>) -> Int? {
    var number = 0
    var digits = 0
    var ended = false
    for place in value.indices {
      let digit = value[place] &- UInt8(ascii: "0")
      if digit < 10, !ended, digits < 10 {
        number = number * 10 + Int(digit)
        digits += 1
      } else if value[place] <= 0x20 {
        ended = digits > 0
      } else {
        return nil
      }
    }
    return digits > 0 ? number : nil
  }
}
