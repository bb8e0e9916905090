internal import LanmuContainer
internal import LanmuWorkbook

/// The list that a marked workbook has in front: a title, a header, and a line for each mark with a link to its place.
package struct MarkList: Sendable {
  package struct Line: Sendable {
    package var texts: [String]
    /// Where the line's link leads: a sheet, and a cell's row and column from 0.
    package var target: (sheet: String, row: Int, column: Int)?

    package init(_ texts: [String], target: (sheet: String, row: Int, column: Int)? = nil) {
      self.texts = texts
      self.target = target
    }
  }

  package var name: String
  package var title: String
  package var fields: [(label: String, width: Double)]
  package var lines: [Line]
  /// The field whose cells carry the links.
  package var linkField: Int

  package init(
    name: String, title: String, fields: [(label: String, width: Double)], lines: [Line], linkField: Int = 0
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.lines = lines
    self.linkField = linkField
  }

  /// Rows above the lines: the title, and the header, which repeats on every page.
  static let headRows = 2

  /// The list as a worksheet whose looks are among `styles` from then on.
  func worksheet(_ styles: inout ForeignStyles) -> RawMarkup {
    var rows = [
      row(0, [title] + fields.dropFirst().map { _ in "" }, [OfficialStyle.title], widths: [total], &styles),
      row(1, fields.map(\.label), [OfficialStyle.header], widths: fields.map(\.width), &styles),
    ]
    var links: [RawMarkup.Element] = []
    for (index, line) in lines.enumerated() {
      let number = index + Self.headRows
      let looks = fields.indices.map { field in
        field == linkField && line.target != nil
          ? OfficialStyle.link : field == 0 ? OfficialStyle.center : OfficialStyle.body
      }
      rows.append(row(number, line.texts, looks, widths: fields.map(\.width), &styles))
      if let target = line.target {
        let place =
          CellArea.quoted(target.sheet) + "!" + CellArea.reference(row: target.row, column: target.column)
        links.append(
          RawMarkup.Element(
            "hyperlink",
            [
              ("ref", CellArea.reference(row: number, column: linkField)), ("location", RawMarkup.escaped(place)),
            ]))
      }
    }
    return RawMarkup(root: root(rows, links))
  }

  private var total: Double { fields.reduce(0) { $0 + $1.width } }

  private func root(_ rows: [RawMarkup.Element], _ links: [RawMarkup.Element]) -> RawMarkup.Element {
    func element(
      _ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [RawMarkup.Element] = []
    ) -> RawMarkup.Element {
      RawMarkup.Element(name, attributes, children.map { .element($0) })
    }
    let columns = fields.enumerated().map { index, field in
      element(
        "col",
        [("min", "\(index + 1)"), ("max", "\(index + 1)"), ("width", "\(field.width + 0.71)"), ("customWidth", "1")])
    }
    let head = String(Self.headRows)
    let pane = element(
      "pane",
      [("ySplit", head), ("topLeftCell", "A\(Self.headRows + 1)"), ("activePane", "bottomLeft"), ("state", "frozen")])
    let lastColumn = max(fields.count - 1, 0)
    var parts = [
      element("sheetPr", [], [element("pageSetUpPr", [("fitToPage", "1")])]),
      element(
        "sheetViews", [],
        [element("sheetView", [("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0")], [pane])]),
      element("cols", [], columns), element("sheetData", [], rows),
    ]
    if lastColumn > 0 {
      let title = CellArea(rows: 0...0, columns: 0...lastColumn).reference()
      parts.append(element("mergeCells", [("count", "1")], [element("mergeCell", [("ref", title)])]))
    }
    if !links.isEmpty { parts.append(element("hyperlinks", [], links)) }
    parts += [
      element("printOptions", [("horizontalCentered", "1")]),
      element(
        "pageMargins",
        [("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3")]),
      element("pageSetup", [("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")]),
    ]
    let footer = RawMarkup.Element("oddFooter", [], [.raw(RawMarkup.escaped("&C第 &P 页 共 &N 页"))])
    parts.append(element("headerFooter", [], [footer]))
    return element("worksheet", [("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")], parts)
  }

  /// A row of texts; where there are fewer looks than texts, the last one holds for the rest.
  private func row(
    _ index: Int, _ texts: [String], _ looks: [CellStyle], widths: [Double], _ styles: inout ForeignStyles
  ) -> RawMarkup.Element {
    var height = SheetFitting.standardRowHeight
    var cells: [RawMarkup.Node] = []
    for (column, text) in texts.enumerated() {
      guard let look = looks.indices.contains(column) ? looks[column] : looks.last else { continue }
      if let width = widths.indices.contains(column) ? widths[column] : nil, !text.isEmpty {
        height = max(
          height, TextFitting.height(of: text, columnWidths: [width], fontSize: look.fontSize, indent: 0))
      }
      cells.append(.element(cell(text, style: styles.number(of: look), row: index, column: column)))
    }
    return RawMarkup.Element(
      "row", [("r", "\(index + 1)"), ("ht", "\(min(height, 400))"), ("customHeight", "1")], cells)
  }

  private func cell(_ text: String, style: Int, row: Int, column: Int) -> RawMarkup.Element {
    let reference = CellArea.reference(row: row, column: column)
    guard !text.isEmpty else { return RawMarkup.Element("c", [("r", reference), ("s", String(style))]) }
    let content = RawMarkup.Element(
      "t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(CellContent.limited(text)))])
    return RawMarkup.Element(
      "c", [("r", reference), ("s", String(style)), ("t", "inlineStr")],
      [.element(RawMarkup.Element("is", [], [.element(content)]))])
  }
}
