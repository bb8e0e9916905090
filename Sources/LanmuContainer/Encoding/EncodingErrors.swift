internal import LanmuDiagnostics

extension LanmuError {
  static func undecodable(_ bad: BadSequences, of total: Int, as encoding: TextEncoding) -> LanmuError {
    let place = bad.first.first
    return LanmuError(
      Code("encoding.invalid"), .data,
      message: Message(
        zh: "文本不能按\(encoding.name)解码：共\(bad.count)处坏字节，第一处\(place?.chinese ?? "")",
        en:
          "The text cannot be decoded as \(encoding.name): \(bad.count) bad sequences, the first \(place?.english ?? "")"
      ),
      remedy: Message(
        zh: "请用--encoding指明编码（如gb18030、big5、utf-8），或另存为UTF-8",
        en: "Name the encoding with --encoding (gb18030, big5, utf-8 …), or save the text as UTF-8"),
      position: SourcePosition(line: place?.line))
  }

  static func noConverter(_ encoding: TextEncoding) -> LanmuError {
    LanmuError(
      Code("encoding.unsupported"), .data,
      message: Message(zh: "本机不能解码\(encoding.name)", en: "This system cannot decode \(encoding.name)"),
      remedy: Message(zh: "请将文本另存为UTF-8", en: "Save the text as UTF-8"))
  }
}

extension BadSequence {
  var chinese: String { "在第\(line)行第\(column)个字符（字节偏移\(offset)，\(hexadecimal)）" }
  var english: String { "at line \(line), column \(column) (byte offset \(offset), \(hexadecimal))" }

  private var hexadecimal: String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}

extension Diagnostic {
  /// One warning for all bad sequences of a text; the first ones are named.
  static func badSequences(_ bad: BadSequences, encoding: TextEncoding) -> Diagnostic {
    let places = bad.first.prefix(3)
    return Diagnostic(
      .warning, code: "encoding.invalid",
      message: Message(
        zh: "按\(encoding.name)解码时有\(bad.count)处坏字节，已用“\u{FFFD}”代替：\(places.map(\.chinese).joined(separator: "；"))",
        en: "\(bad.count) bad sequences in \(encoding.name) were replaced by U+FFFD: "
          + places.map(\.english).joined(separator: "; ")),
      position: SourcePosition(line: bad.first.first?.line))
  }

  static func wrongDeclaration(_ declared: TextEncoding, actual: TextEncoding) -> Diagnostic {
    Diagnostic(
      .warning, code: "encoding.declaration",
      message: Message(
        zh: "文档自称编码为\(declared.name)，但内容是\(actual.name)，已按\(actual.name)读取",
        en: "The document says that it is \(declared.name), but its bytes are \(actual.name); read as \(actual.name)"))
  }
}
