/// Text as it may stand in HTML, in an element or in a quoted attribute.
enum HTMLEscape {
  static func text(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        // Control characters are no HTML at all.
        if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
