internal import LanmuContainer
internal import LanmuWorkbook

/// The two parts that make notes on cells: their texts, and the frames in which they are shown.
enum CellNoteParts {
  static func comments(_ notes: [(row: Int, column: Int, text: String)]) -> RawMarkup {
    let list = notes.map { note in
      RawMarkup.Node.element(
        RawMarkup.Element(
          "comment", [("ref", CellArea.reference(row: note.row, column: note.column)), ("authorId", "0")],
          [
            .element(
              RawMarkup.Element(
                "text", [],
                [
                  .element(
                    RawMarkup.Element(
                      "r", [],
                      [
                        .element(
                          RawMarkup.Element(
                            "rPr", [],
                            [
                              .element(RawMarkup.Element("sz", [("val", "9")])),
                              .element(RawMarkup.Element("rFont", [("val", "宋体")])),
                            ])),
                        .element(
                          RawMarkup.Element("t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(note.text))])),
                      ]))
                ]))
          ]))
    }
    return RawMarkup(
      root: RawMarkup.Element(
        "comments", [("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")],
        [
          .element(RawMarkup.Element("authors", [], [.element(RawMarkup.Element("author", [], [.raw("信息中心")]))])),
          .element(RawMarkup.Element("commentList", [], list)),
        ]))
  }

  /// VML, the older drawing language that notes still need (ECMA-376 part 4, 19).
  static func shapes(_ notes: [(row: Int, column: Int, text: String)]) -> [UInt8] {
    var text = """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>\
      </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
      path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
      </v:shapetype>
      """
    for (index, note) in notes.enumerated() {
      let anchor = "\(note.column + 1), 15, \(max(note.row - 1, 0)), 10, \(note.column + 3), 30, \(note.row + 3), 5"
      text += """
        <v:shape id="_x0000_s\(1025 + index)" type="#_x0000_t202" \
        style="position:absolute;width:150pt;height:60pt;z-index:\(index + 1);visibility:hidden" fillcolor="#ffffe1" \
        o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
        <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
        </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor>\
        <x:AutoFill>False</x:AutoFill><x:Row>\(note.row)</x:Row><x:Column>\(note.column)</x:Column></x:ClientData></v:shape>
        """
    }
    return Array((text + "</xml>").utf8)
  }
}
