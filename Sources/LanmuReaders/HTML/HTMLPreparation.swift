import LanmuContainer

/// Rewrites a page so that libxml2, whose parser is older than the standard, reads from it what browsers do.
///
/// One pass over the page's bytes by the standard's tokenizer (WHATWG HTML 13.2.5), as far as it decides what is a tag, a
/// comment or text:
/// - Comments of every kind go, Office's marks `<![if …]>` among them, and `<?…>`.
/// - Scripts and style sheets go with all that looks like markup in them; text areas and examples keep theirs as text.
/// - Character references get the semicolon, or the character, that libxml2 misses.
/// - The ends of the body and the page go: what follows them still belongs to it (13.2.6.4.19).
/// - `</p>` and `</br>` break a line even where nothing is open that they would end (13.2.6.4.7), and the end of a row that
///   had no start tag gets a mark, since libxml2 says nothing of it (13.2.6.4.14).
/// - The slash of `<td/>` goes: outside XML it means nothing.
struct HTMLPreparation {
  /// Elements whose content is no markup.
  private enum RawText: String {
    case script, style, title, iframe, noembed, xmp, textarea, plaintext

    /// Whether the content is kept, as text.
    var isShown: Bool {
      switch self {
      case .xmp, .textarea, .plaintext: true
      default: false
      }
    }
  }

  private let page: [UInt8]
  private var index = 0
  private var result: [UInt8] = []
  /// Whether a script was seen that never ends by the rules for scripts within scripts. From then on each ends at its first
  /// end tag: a page full of them, each searched as far as the page's end, would take time by the square of its length.
  private var hasUnendedScript = false

  static func prepared(_ page: [UInt8]) -> [UInt8] {
    // A zero byte ends libxml2's input.
    var preparation = HTMLPreparation(page: page.contains(0) ? page.filter { $0 != 0 } : page)
    preparation.run()
    return preparation.result
  }

  private init(page: [UInt8]) {
    self.page = page
    result.reserveCapacity(page.count + page.count / 16)
  }

  private mutating func run() {
    while index < page.count {
      switch page[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference()
      default:
        var end = index + 1
        while end < page.count, !Self.endsText(page[end]) { end += 1 }
        result += page[index..<end]
        index = end
      }
    }
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
  }

  // MARK: Markup

  private mutating func readMarkup() {
    switch byte(at: index + 1) {
    case UInt8(ascii: "!"): readDeclaration()
    case UInt8(ascii: "?"): skipTag()
    case UInt8(ascii: "/"):
      if let next = byte(at: index + 2), Self.isLetter(next) {
        readEndTag()
      } else if byte(at: index + 2) == nil {
        index = page.count
      } else {
        skipTag()
      }
    case .some(let next) where Self.isLetter(next): readStartTag()
    default:
      result += "&lt;".utf8
      index += 1
    }
  }

  private mutating func readDeclaration() {
    if byte(at: index + 2) == Byte.hyphen, byte(at: index + 3) == Byte.hyphen {
      index = commentEnd(from: index + 4)
    } else if hasWord("doctype", at: index + 2) {
      let start = index
      skipTag()
      result += page[start..<index]
    } else {
      skipTag()
    }
  }

  /// The place behind a comment whose text starts at `start`.
  private func commentEnd(from start: Int) -> Int {
    // `<!-->` and `<!--->` are whole.
    if byte(at: start) == UInt8(ascii: ">") { return start + 1 }
    if byte(at: start) == Byte.hyphen, byte(at: start + 1) == UInt8(ascii: ">") { return start + 2 }
    var place = start
    while place + 2 < page.count {
      if page[place] == Byte.hyphen, page[place + 1] == Byte.hyphen {
        if page[place + 2] == UInt8(ascii: ">") { return place + 3 }
        if page[place + 2] == UInt8(ascii: "!"), byte(at: place + 3) == UInt8(ascii: ">") { return place + 4 }
      }
      place += 1
    }
    return page.count
  }

  /// Goes behind the next `>`.
  private mutating func skipTag() {
    while index < page.count, page[index] != UInt8(ascii: ">") { index += 1 }
    index = min(index + 1, page.count)
  }

  private mutating func readStartTag() {
    let start = index
    let name = tagName(at: index + 1)
    index += 1 + name.count
    let isSelfClosing = skipAttributes()
    guard index <= page.count else {
      // A tag that the page's end cuts off is none.
      index = page.count
      return
    }
    if (3...9).contains(name.count), let kind = RawText(rawValue: String(decoding: name, as: UTF8.self)) {
      if kind.isShown { result += page[start..<index] }
      // Browsers take `<script/>` for a start tag and all that follows for its text; pages that were XHTML mean it empty.
      if !isSelfClosing { readRawText(kind) }
      return
    }
    guard isSelfClosing, name == Self.td || name == Self.th else {
      result += page[start..<index]
      return
    }
    result += page[start..<index - 2]
    result.append(UInt8(ascii: ">"))
  }

  /// Goes behind the tag's `>`, quotes regarded; beyond the end of the page if there is none. Whether a slash stands before
  /// it.
  private mutating func skipAttributes() -> Bool {
    var isBehindEquals = false
    while index < page.count {
      let byte = page[index]
      index += 1
      switch byte {
      case UInt8(ascii: ">"): return page[index - 2] == UInt8(ascii: "/") && !isBehindEquals
      case UInt8(ascii: "="): isBehindEquals = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard isBehindEquals else { break }
        isBehindEquals = false
        while index < page.count, page[index] != byte { index += 1 }
        index += 1
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: break
      default:
        guard isBehindEquals else { break }
        // A value without quotes ends at white space or `>` only.
        isBehindEquals = false
        while index < page.count, page[index] > 0x20, page[index] != UInt8(ascii: ">") { index += 1 }
      }
    }
    index = page.count + 1
    return false
  }

  private mutating func readEndTag() {
    let start = index
    let name = tagName(at: index + 2)
    index += 2 + name.count
    _ = skipAttributes()
    guard index <= page.count else {
      index = page.count
      return
    }
    if name.elementsEqual("p".utf8) {
      result += "</p>".utf8
      result += HTMLName.paragraphEndMark.utf8
    } else if name.elementsEqual("tr".utf8) {
      result += "</tr>".utf8
      result += HTMLName.rowEndMark.utf8
    } else if name.elementsEqual("br".utf8) {
      result += "<br>".utf8
    } else if !name.elementsEqual("body".utf8), !name.elementsEqual("html".utf8) {
      result += page[start..<start + 2 + name.count]
      result.append(UInt8(ascii: ">"))
    }
  }

  // MARK: Text that is no markup

  private mutating func readRawText(_ kind: RawText) {
    let start = index
    let end = kind == .plaintext ? page.count : rawTextEnd(kind)
    index = end
    guard kind.isShown else {
      if index < page.count { skipTag() }
      return
    }
    for byte in page[start..<end] {
      switch byte {
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: "&") where kind != .textarea: result += "&amp;".utf8
      default: result.append(byte)
      }
    }
  }

  /// Where the element's end tag begins. A script may hold the tags of another within `<!--` and `-->`.
  private mutating func rawTextEnd(_ kind: RawText) -> Int {
    var place = index
    var isEscaped = false
    var isInner = false
    while place < page.count {
      if kind == .script, page[place] == Byte.hyphen, isEscaped {
        if hasWord("-->", at: place) { (isEscaped, isInner) = (false, false) }
      } else if page[place] == UInt8(ascii: "<") {
        if byte(at: place + 1) == UInt8(ascii: "/") {
          if hasTag(kind.rawValue, at: place + 2) {
            guard isInner else { return place }
            isInner = false
          }
        } else if kind == .script, !hasUnendedScript {
          if hasWord("!--", at: place + 1) { isEscaped = true }
          if isEscaped, hasTag("script", at: place + 1) { isInner = true }
        }
      }
      place += 1
    }
    // A script that seems never to end, because another is open in it, ends at the first end tag.
    guard isInner else { return page.count }
    hasUnendedScript = true
    return rawTextEnd(kind)
  }

  // MARK: Character references

  private mutating func readReference() {
    var end = index + 1
    while end < page.count, end - index <= HTMLReferences.longestName, Self.isLetterOrDigit(page[end]) { end += 1 }
    let name = page[index + 1..<end]
    let hasSemicolon = byte(at: end) == UInt8(ascii: ";")
    if !name.isEmpty {
      let text = String(decoding: name, as: UTF8.self)
      if hasSemicolon, let character = HTMLReferences.character(named: text) {
        result += character.utf8
        index = end + 1
        return
      }
      if !hasSemicolon || HTMLReferences.isCapital(text), let known = HTMLReferences.nameWithoutSemicolon(in: text) {
        result.append(UInt8(ascii: "&"))
        result += HTMLReferences.spelling(of: known).utf8
        result.append(UInt8(ascii: ";"))
        index += 1 + known.utf8.count + (hasSemicolon ? 1 : 0)
        return
      }
    }
    if byte(at: index + 1) == UInt8(ascii: "#") || hasSemicolon {
      result.append(UInt8(ascii: "&"))
    } else {
      result += "&amp;".utf8
    }
    index += 1
  }

  // MARK: Bytes

  private static let td: ArraySlice<UInt8> = ArraySlice("td".utf8)
  private static let th: ArraySlice<UInt8> = ArraySlice("th".utf8)

  private func byte(at place: Int) -> UInt8? { place < page.count ? page[place] : nil }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

  /// The tag's name in lower case.
  private func tagName(at start: Int) -> ArraySlice<UInt8> {
    var end = start
    while end < page.count, page[end] > 0x20, page[end] != UInt8(ascii: "/"), page[end] != UInt8(ascii: ">") {
      end += 1
    }
    return page[start..<end].contains { (0x41...0x5A).contains($0) }
      ? ArraySlice(page[start..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) : page[start..<end]
  }

  /// Whether these ASCII characters stand there, letters in either case.
  private func hasWord(_ word: String, at place: Int) -> Bool {
    guard place + word.utf8.count <= page.count else { return false }
    for (offset, letter) in word.utf8.enumerated() {
      let byte = page[place + offset]
      guard (Self.isLetter(byte) ? byte | 0x20 : byte) == letter else { return false }
    }
    return true
  }

  /// Whether a tag of that name begins there.
  private func hasTag(_ name: String, at place: Int) -> Bool {
    let length = name.utf8.count
    guard place + length <= page.count else { return false }
    for (offset, letter) in name.utf8.enumerated() where page[place + offset] | 0x20 != letter { return false }
    guard let next = byte(at: place + length) else { return true }
    return next <= 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}
