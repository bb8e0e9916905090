internal import LanmuDiagnostics

/// Parses bytes into a `RawMarkup` tree, with a stack of its own instead of recursion.
struct RawMarkupParser {
  private static let maximumDepth = 256

  private let bytes: [UInt8]
  private let part: String
  private var place = 0

  init(_ bytes: [UInt8], part: String) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.part = part
  }

  mutating func parse() throws(LanmuError) -> (prolog: String, root: RawMarkup.Element) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw fault("UTF-8") }
    var prolog = ""
    var open: [RawMarkup.Element] = []
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") {
        let text = take { $0 != UInt8(ascii: "<") }
        if open.isEmpty { prolog += text } else { open[open.count - 1].children.append(.raw(text)) }
        continue
      }
      guard place + 1 < bytes.count else { throw fault("<") }
      switch bytes[place + 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        let raw = try markup()
        if open.isEmpty { prolog += raw } else { open[open.count - 1].children.append(.raw(raw)) }
      case UInt8(ascii: "/"):
        place += 2
        let name = take { $0 != UInt8(ascii: ">") }
        place += 1
        guard let last = open.popLast(), name.split(separator: " ").first.map(String.init) == last.name else {
          throw fault("</\(name)>")
        }
        if open.isEmpty { return (prolog, last) }
        open[open.count - 1].children.append(.element(last))
      default:
        let (element, isEmpty) = try startTag()
        if !isEmpty {
          guard open.count < Self.maximumDepth else { throw fault("depth") }
          open.append(element)
        } else if open.isEmpty {
          return (prolog, element)
        } else {
          open[open.count - 1].children.append(.element(element))
        }
      }
    }
    throw fault("end")
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, condition(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// A comment, a CDATA section or a processing instruction.
  private mutating func markup() throws(LanmuError) -> String {
    func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }
    let terminator: String
    if starts("<!--") {
      terminator = "-->"
    } else if starts("<![CDATA[") {
      terminator = "]]>"
    } else if starts("<?") {
      terminator = "?>"
    } else {
      throw fault("DOCTYPE")
    }
    let start = place
    let end = Array(terminator.utf8)
    place += 2
    while place + end.count <= bytes.count {
      if bytes[place] == end[0], bytes[place..<place + end.count].elementsEqual(end) {
        place += end.count
        return String(decoding: bytes[start..<place], as: UTF8.self)
      }
      place += 1
    }
    throw fault(terminator)
  }

  private mutating func startTag() throws(LanmuError) -> (element: RawMarkup.Element, isEmpty: Bool) {
    place += 1
    let name = take { !Self.endsName($0) }
    guard !name.isEmpty else { throw fault("<") }
    var element = RawMarkup.Element(name)
    while true {
      _ = take(while: Self.isSpace)
      guard place < bytes.count else { throw fault("<\(name)") }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        return (element, false)
      }
      if bytes[place] == UInt8(ascii: "/") {
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: ">") else { throw fault("<\(name)") }
        place += 2
        return (element, true)
      }
      let attribute = take { !Self.endsName($0) }
      _ = take(while: Self.isSpace)
      guard !attribute.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw fault("<\(name)") }
      place += 1
      _ = take(while: Self.isSpace)
      guard place < bytes.count else { throw fault("<\(name)") }
      let quote = bytes[place]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault("<\(name)") }
      place += 1
      let value = take { $0 != quote && $0 != UInt8(ascii: "<") }
      guard place < bytes.count, bytes[place] == quote else { throw fault("<\(name)") }
      place += 1
      // Values are written back between double quotes.
      element.attributes.append((attribute, value.replacing("\"", with: "&quot;")))
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
  }

  private func fault(_ what: String) -> LanmuError {
    let line = 1 + bytes[..<min(place, bytes.count)].count { $0 == 10 }
    return LanmuError(
      .init("markup.raw"), .data,
      message: Message(zh: "部件不是可编辑的 XML（\(what)）", en: "the part is no XML that can be edited (\(what))"),
      remedy: Message(
        zh: "请用 Excel 或 WPS 打开后另存为 .xlsx 再试", en: "open it in Excel or WPS, save it as .xlsx, and try again"),
      position: SourcePosition(part: part, line: line))
  }
}
