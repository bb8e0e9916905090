/// Names for sheets and files made from any text.
package enum SheetName {
  /// A worksheet's name is at most 31 UTF-16 units, free of `[ ] : * ? / \`, and neither starts nor ends with an apostrophe.
  package static let maximumLength = 31

  /// A valid name close to `text`, different from all `taken` ones whatever their case.
  ///
  /// `#` is replaced as well, since links within a workbook cannot hold it. Empty text gives `表`.
  package static func safe(_ text: String, taken: some Sequence<String> = [String]()) -> String {
    var base = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "[": base.append("［")
      case "]": base.append("］")
      case ":": base.append("：")
      case "*": base.append("＊")
      case "?": base.append("？")
      case "/": base.append("／")
      case "\\": base.append("＼")
      case "#": base.append("＃")
      case "'": base.append("’")
      default: if scalar.value >= 0x20, scalar.value != 0x7F, scalar.value & 0xFFFE != 0xFFFE { base.append(scalar) }
      }
    }
    var name = cut(trimmed(String(base)), to: maximumLength)
    if name.isEmpty { name = "表" }
    // Excel keeps this name for itself.
    if name.lowercased() == "history" { name += "_" }
    let used = Set(taken.map { $0.lowercased() })
    guard used.contains(name.lowercased()) else { return name }
    var number = 2
    while true {
      let suffix = "(\(number))"
      let candidate = cut(name, to: maximumLength - suffix.utf16.count) + suffix
      if !used.contains(candidate.lowercased()) { return candidate }
      number += 1
    }
  }

  /// Why a name cannot be a worksheet's name, in words for a message; `nil` if it can.
  package static func fault(of name: String) -> String? {
    if name.isEmpty { return "empty" }
    if name.utf16.count > maximumLength { return "longer than \(maximumLength) characters" }
    if name.contains(where: { "[]:*?/\\".contains($0) }) { return "contains one of []:*?/\\" }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "starts or ends with an apostrophe" }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value & 0xFFFE == 0xFFFE }) {
      return "contains a control character"
    }
    return nil
  }

  /// A file's name (without folder or extension) close to `text`, valid on Linux and Windows alike and different from all
  /// `taken` ones whatever their case.
  package static func safeFile(_ text: String, taken: some Sequence<String> = [String]()) -> String {
    safeFile(text, used: Set(taken.map { $0.lowercased() }))
  }

  /// The same for many names: `used` holds the names so far in lower case.
  package static func safeFile(_ text: String, used: Set<String>) -> String {
    var base = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<", ">", ":", "\"", "/", "\\", "|", "?", "*": base.append("_")
      default: if scalar.value >= 0x20, scalar.value != 0x7F { base.append(scalar) }
      }
    }
    var name = trimmed(String(base))
    while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
    while name.hasPrefix(".") { name.removeFirst() }
    // Linux allows 255 bytes, temporary and extension parts included.
    while name.utf8.count > 180 { name.removeLast() }
    let device = name.prefix { $0 != "." }.lowercased()
    let numbered =
      device.count == 4 && (device.hasPrefix("com") || device.hasPrefix("lpt")) && device.last?.isNumber == true
    if name.isEmpty || numbered || ["con", "prn", "aux", "nul"].contains(device) { name = "_" + name }
    var candidate = name
    var number = 2
    while used.contains(candidate.lowercased()) {
      candidate = name + "(\(number))"
      number += 1
    }
    return candidate
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var rest = text
    while rest.utf16.count > length { rest.removeLast() }
    return trimmed(rest)
  }
}
