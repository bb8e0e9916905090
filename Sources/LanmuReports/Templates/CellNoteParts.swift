internal import LanmuContainer
internal import LanmuWorkbook

/// A note to be put on a cell; row and column count from 0.
struct CellNoteText {
  var row: Int
  var column: Int
  var text: String

  var reference: String { CellArea.reference(row: row, column: column) }
}

/// The two parts that make notes on cells: their texts, and the frames in which they are shown.
enum CellNoteParts {
  static let author = "信息中心"

  static func comments(_ notes: [CellNoteText]) -> RawMarkup {
    RawMarkup(
      root: RawMarkup.Element(
        "comments", [("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")],
        [
          .element(RawMarkup.Element("authors", [], [.element(RawMarkup.Element("author", [], [.raw(author)]))])),
          .element(RawMarkup.Element("commentList", [], notes.map { .element(comment($0, author: 0, prefix: "")) })),
        ]))
  }

  /// Adds notes to those that are there. A cell that has one keeps it, with the new text below.
  static func add(_ notes: [CellNoteText], to comments: inout RawMarkup) {
    let prefix = comments.root.prefix
    guard let authorsPlace = comments.root.firstIndex("authors"),
      let listPlace = comments.root.firstIndex("commentList"),
      case .element(var authors) = comments.root.children[authorsPlace],
      case .element(var list) = comments.root.children[listPlace]
    else { return }
    let number = authors.elements.count
    authors.children.append(.element(RawMarkup.Element(prefix + "author", [], [.raw(author)])))
    comments.root.children[authorsPlace] = .element(authors)
    for note in notes {
      let place = list.children.firstIndex {
        if case .element(let element) = $0 { element["ref"] == note.reference } else { false }
      }
      if let place, case .element(var known) = list.children[place], let textPlace = known.firstIndex("text"),
        case .element(var text) = known.children[textPlace]
      {
        text.children.append(.element(run("\n" + note.text, prefix)))
        known.children[textPlace] = .element(text)
        list.children[place] = .element(known)
      } else {
        list.children.append(.element(comment(note, author: number, prefix: prefix)))
      }
    }
    comments.root.children[listPlace] = .element(list)
  }

  /// The cells that have a note.
  static func references(_ comments: RawMarkup) -> Set<String> {
    Set((comments.root.first("commentList")?.elements ?? []).compactMap { $0["ref"] })
  }

  private static func comment(_ note: CellNoteText, author: Int, prefix: String) -> RawMarkup.Element {
    RawMarkup.Element(
      prefix + "comment", [("ref", note.reference), ("authorId", String(author))],
      [.element(RawMarkup.Element(prefix + "text", [], [.element(run(note.text, prefix))]))])
  }

  private static func run(_ text: String, _ prefix: String) -> RawMarkup.Element {
    let properties: [RawMarkup.Node] = [
      .element(RawMarkup.Element(prefix + "sz", [("val", "9")])),
      .element(RawMarkup.Element(prefix + "rFont", [("val", "宋体")])),
    ]
    return RawMarkup.Element(
      prefix + "r", [],
      [
        .element(RawMarkup.Element(prefix + "rPr", [], properties)),
        .element(RawMarkup.Element(prefix + "t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(text))])),
      ])
  }

  // MARK: Frames

  /// VML, the older drawing language that notes still need (ECMA-376 part 4, 19).
  static func shapes(_ notes: [CellNoteText]) -> [UInt8] {
    var text = """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>\
      </o:shapelayout>\(shapeType)
      """
    for (index, note) in notes.enumerated() { text += shape(note, number: 1025 + index) }
    return Array((text + "</xml>").utf8)
  }

  /// Adds frames to a drawing; `nil` where it is no well-formed XML, as older programs wrote it.
  static func addShapes(_ notes: [CellNoteText], to bytes: [UInt8], part: String) -> [UInt8]? {
    guard var drawing = try? RawMarkup(bytes, part: part) else { return nil }
    var greatest = 1024
    drawing.root.transform { element in
      guard element.localName == "shape", let id = element["id"] else { return }
      let digits = String(id.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      greatest = max(greatest, Int(digits) ?? 0)
    }
    guard greatest < 1_000_000 else { return nil }
    // The frames name their own namespaces: a drawing of another program may have other prefixes for them.
    var shapes = drawing.root.elements.contains { $0["id"] == "_x0000_t202" } ? "" : shapeType
    for (index, note) in notes.enumerated() { shapes += shape(note, number: greatest + 1 + index) }
    let root = """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel">\(shapes)</xml>
      """
    guard let added = try? RawMarkup(Array(root.utf8), part: part) else { return nil }
    let names = added.root.attributes
    drawing.root.children += added.root.elements.map { element in
      var copy = element
      copy.attributes =
        names.filter { name in !drawing.root.attributes.contains { $0.name == name.name } } + copy.attributes
      return .element(copy)
    }
    return drawing.bytes
  }

  private static let shapeType = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
    <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """

  private static func shape(_ note: CellNoteText, number: Int) -> String {
    let anchor = "\(note.column + 1), 15, \(max(note.row - 1, 0)), 10, \(note.column + 3), 30, \(note.row + 3), 5"
    return """
      <v:shape id="_x0000_s\(number)" type="#_x0000_t202" \
      style="position:absolute;width:150pt;height:60pt;z-index:\(number - 1024);visibility:hidden" fillcolor="#ffffe1" \
      o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
      <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
      </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor>\
      <x:AutoFill>False</x:AutoFill><x:Row>\(note.row)</x:Row><x:Column>\(note.column)</x:Column></x:ClientData></v:shape>
      """
  }
}
