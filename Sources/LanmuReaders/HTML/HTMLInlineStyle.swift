/// What an element's `style` attribute says that changes its text: the rest of CSS is for the eye.
///
/// Style sheets are not read: those of pages hide what a click shows, such as the panels of tabs.
struct HTMLInlineStyle {
  enum Display { case none, block, inline, listItem }

  var display: Display?
  var keepsWhiteSpace: Bool?

  /// Reads the declarations; of those of one property the last counts.
  init(_ text: String) {
    for declaration in text.lowercased().split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let property = declaration[..<colon].filter { !$0.isWhitespace }
      let value = declaration[declaration.index(after: colon)...].prefix { $0 != "!" }.filter { !$0.isWhitespace }
      switch property {
      case "display": display = Self.display(value) ?? display
      case "mso-hide": if value == "all" { display = Display.none }
      case "white-space":
        switch value {
        case "pre", "pre-wrap", "pre-line", "break-spaces": keepsWhiteSpace = true
        case "normal", "nowrap": keepsWhiteSpace = false
        default: break
        }
      default: break
      }
    }
  }

  private static func display(_ value: String) -> Display? {
    switch value {
    case "none": Display.none
    case "block", "flex", "grid", "table", "flow-root", "-webkit-box": .block
    case "list-item": .listItem
    default: value.hasPrefix("inline") || value == "contents" ? .inline : nil
    }
  }
}
