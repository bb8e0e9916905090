import LanmuContainer
import LanmuTestSupport

/// A Word document written as readable text: a line on what it shows, then its parts, each behind a line `--- NAME`.
///
/// `--- body`, `--- styles` and `--- numbering` hold the content of the usual parts, without their root elements. Parts that
/// every package has and that are not given are added.
struct WordSource {
  private(set) var parts: [(name: String, content: [UInt8])] = []

  private static let namespaces: [(prefix: String, uri: String)] = [
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("v", "urn:schemas-microsoft-com:vml"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex"),
    ("zz", "urn:unknown"),
  ]

  init(_ text: String) {
    var name = ""
    var lines: [Substring] = []
    var given: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        if !name.isEmpty { given.append((name, lines.joined(separator: "\n"))) }
        name = String(line.dropFirst(4))
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !name.isEmpty { given.append((name, lines.joined(separator: "\n"))) }
    for part in given { add(part.name, part.text) }
    addMissingParts()
  }

  var bytes: [UInt8] { StoredArchive.bytes(of: parts) }

  var source: ByteSource { .memory(bytes, name: "plan.docx") }

  private mutating func add(_ name: String, _ text: String) {
    switch name {
    case "body": add("word/document.xml", Self.wrapped("<w:body>\(text)</w:body>", in: "document"))
    case "styles": add("word/styles.xml", Self.wrapped(text, in: "styles"))
    case "numbering": add("word/numbering.xml", Self.wrapped(text, in: "numbering"))
    default:
      var content = text
      for (prefix, uri) in Self.namespaces { content = content.replacing("{\(prefix)}", with: uri) }
      if name.hasSuffix(" utf-16") {
        let units = [0xfeff] + Array(content.utf16)
        parts.append((String(name.dropLast(7)), units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }))
      } else {
        parts.append((name, Array(content.utf8)))
      }
    }
  }

  private static func wrapped(_ content: String, in root: String) -> String {
    let declarations = namespaces.map { " xmlns:\($0.prefix)=\"\($0.uri)\"" }.joined()
    return "<w:\(root)\(declarations)>\(content)</w:\(root)>"
  }

  private mutating func addMissingParts() {
    let names = Set(parts.map { $0.name.lowercased().replacing("\\", with: "/") })
    func relationships(_ targets: [(kind: String, target: String)]) -> String {
      let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
      let elements = targets.enumerated().map { index, entry in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(base)\(entry.kind)\" Target=\"\(entry.target)\"/>"
      }
      return
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(elements.joined())</Relationships>"
    }
    if !names.contains("[content_types].xml") {
      add(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>
        """)
    }
    if !names.contains("_rels/.rels") { add("_rels/.rels", relationships([("officeDocument", "word/document.xml")])) }
    if names.contains("word/document.xml"), !names.contains("word/_rels/document.xml.rels") {
      let kinds = ["styles", "numbering"].filter { names.contains("word/\($0).xml") }
      add("word/_rels/document.xml.rels", relationships(kinds.map { ($0, "\($0).xml") }))
    }
  }
}
