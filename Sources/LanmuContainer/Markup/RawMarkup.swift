package import LanmuDiagnostics

/// An XML part as a tree that loses nothing: names with their prefixes, attributes in order, text as it is escaped.
///
/// `MarkupReader` tells what a part means and is the reference for reading; this tree is for parts that are changed in a
/// few places and written back, where everything that is not understood has to stay as it was. A DOCTYPE is refused.
package struct RawMarkup: Sendable {
  package struct Element: Sendable {
    package var name: String
    /// Values as they are escaped in the file.
    package var attributes: [(name: String, value: String)]
    package var children: [Node]

    package init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [Node] = []) {
      self.name = name
      self.attributes = attributes
      self.children = children
    }
  }

  package enum Node: Sendable {
    case element(Element)
    /// Text, comments, CDATA and processing instructions, as they stand.
    case raw(String)
  }

  /// What stands before the root: the XML declaration.
  package var prolog: String
  package var root: Element

  package init(prolog: String = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n", root: Element) {
    self.prolog = prolog
    self.root = root
  }

  /// - Throws: `markup.raw` with the part's line, for anything that is not well-formed UTF-8 XML.
  package init(_ bytes: [UInt8], part: String) throws(LanmuError) {
    var parser = RawMarkupParser(bytes, part: part)
    (prolog, root) = try parser.parse()
  }

  package var bytes: [UInt8] {
    var out: [UInt8] = []
    out.append(contentsOf: prolog.utf8)
    root.write(to: &out)
    return out
  }

  /// Text as it may stand in content and in attribute values.
  package static func escaped(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      default:
        // What XML cannot hold is dropped.
        if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Writes text behind what there is, escaped.
  package static func append(_ text: String, escapedTo out: inout [UInt8]) {
    out.append(contentsOf: escaped(text).utf8)
  }

  /// Whether nothing of the text has to be escaped or dropped, which is so of most texts.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20: return false
      // The last scalars of the plane, among them the two that XML cannot hold; others need a look at each scalar too.
      case 0xBF where previous == 0xEF, 0xF0...: return false
      default: previous = byte
      }
    }
    return true
  }

  /// The text that an escaped one stands for; references that are none stay as they are.
  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      if let character = character(named: name) {
        result.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func character(named name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { Unicode.Scalar($0) }.map { Character($0) }
    }
  }
}

extension RawMarkup.Element {
  /// The name without its prefix.
  package var localName: Substring { name.split(separator: ":").last ?? name[...] }

  /// The name's prefix with its colon; empty where there is none.
  package var prefix: String { name.contains(":") ? name.prefix { $0 != ":" } + ":" : "" }

  /// An attribute's unescaped value, by its name as written or without its prefix.
  package subscript(_ attribute: String) -> String? {
    get {
      let raw =
        attributes.first { $0.name == attribute }?.value
        ?? attributes.first { $0.name.hasSuffix(":" + attribute) && !$0.name.hasPrefix("xmlns") }?.value
      return raw.map(RawMarkup.unescaped)
    }
    set {
      let place = attributes.firstIndex { $0.name == attribute }
      if let newValue {
        let escaped = RawMarkup.escaped(newValue)
        if let place { attributes[place].value = escaped } else { attributes.append((attribute, escaped)) }
      } else if let place {
        attributes.remove(at: place)
      }
    }
  }

  package var elements: [RawMarkup.Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first child element of a local name.
  package func first(_ localName: String) -> RawMarkup.Element? {
    for case .element(let element) in children where element.localName == localName { return element }
    return nil
  }

  package func firstIndex(_ localName: String) -> Int? {
    children.firstIndex { if case .element(let element) = $0 { element.localName == localName } else { false } }
  }

  /// The unescaped text of the element and all elements in it.
  package var text: String {
    var result = ""
    for child in children {
      switch child {
      case .element(let element): result += element.text
      case .raw(let raw):
        if !raw.hasPrefix("<") {
          result += RawMarkup.unescaped(raw)
        } else if raw.hasPrefix("<![CDATA["), raw.hasSuffix("]]>") {
          result += raw.dropFirst(9).dropLast(3)
        }
      }
    }
    return result
  }

  /// Changes every element of the tree below, and this one, from the leaves up.
  package mutating func transform(_ change: (inout RawMarkup.Element) -> Void) {
    for index in children.indices {
      if case .element(var element) = children[index] {
        element.transform(change)
        children[index] = .element(element)
      }
    }
    change(&self)
  }

  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  package func write(to out: inout [UInt8]) {
    out.append(UInt8(ascii: "<"))
    out.append(contentsOf: name.utf8)
    for attribute in attributes {
      out.append(UInt8(ascii: " "))
      out.append(contentsOf: attribute.name.utf8)
      out.append(contentsOf: "=\"".utf8)
      out.append(contentsOf: attribute.value.utf8)
      out.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty else {
      out.append(contentsOf: "/>".utf8)
      return
    }
    out.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .element(let element): element.write(to: &out)
      case .raw(let raw): out.append(contentsOf: raw.utf8)
      }
    }
    out.append(contentsOf: "</".utf8)
    out.append(contentsOf: name.utf8)
    out.append(UInt8(ascii: ">"))
  }
}
