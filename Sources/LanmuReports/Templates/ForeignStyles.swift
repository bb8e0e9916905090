internal import LanmuContainer
internal import LanmuWorkbook

/// The styles of somebody else's workbook, to which looks are added; those that are there stay as they are.
struct ForeignStyles {
  /// `nil` for a workbook without styles: then every look is the standard one.
  private(set) var markup: RawMarkup?
  /// The number of each look that was added.
  private var looks: [CellStyle: Int] = [:]
  /// The marked twin of a cell style, by the style's number.
  private var twins: [Int: Int] = [:]
  private var markedFill: Int?

  init(_ markup: RawMarkup?) { self.markup = markup }

  /// The number of a style like another, with the fill of this color. All twins have the fill of the first one.
  mutating func twin(of style: Int, fill: Color) -> Int {
    if let known = twins[style] { return known }
    if markedFill == nil { markedFill = append(Self.fill(fill, prefix), to: "fills") }
    guard let markedFill, let formats = markup?.root.first("cellXfs")?.elements,
      var twin = formats.indices.contains(style) ? formats[style] : formats.first
    else { return style }
    twin["fillId"] = String(markedFill)
    twin["applyFill"] = "1"
    guard let number = append(twin, to: "cellXfs") else { return style }
    twins[style] = number
    return number
  }

  /// The number of a style of ours: its font, fill, borders and alignment; number formats are not carried over.
  mutating func number(of look: CellStyle) -> Int {
    if let known = looks[look] { return known }
    let style = look.properties
    let fill = style.fill.flatMap { append(Self.fill($0, prefix), to: "fills") } ?? 0
    guard let font = append(Self.font(style, prefix), to: "fonts"),
      let border = append(Self.border(style.borders, prefix), to: "borders"),
      let number = append(
        Self.format(style, prefix, font: font, fill: fill, border: border), to: "cellXfs")
    else { return 0 }
    looks[look] = number
    return number
  }

  private var prefix: String {
    guard let name = markup?.root.name, name.contains(":") else { return "" }
    return name.prefix { $0 != ":" } + ":"
  }

  /// Adds an element to one of the lists and returns its number; `nil` where there is no such list.
  private mutating func append(_ element: RawMarkup.Element, to list: String) -> Int? {
    guard let place = markup?.root.firstIndex(list), case .element(var parent)? = markup?.root.children[place] else {
      return nil
    }
    let number = parent.elements.count
    parent.children.append(.element(element))
    parent["count"] = String(number + 1)
    markup?.root.children[place] = .element(parent)
    return number
  }

  private static func fill(_ color: Color, _ prefix: String) -> RawMarkup.Element {
    let pattern = RawMarkup.Element(
      prefix + "patternFill", [("patternType", "solid")],
      [
        .element(RawMarkup.Element(prefix + "fgColor", [("rgb", color.hexadecimal)])),
        .element(RawMarkup.Element(prefix + "bgColor", [("indexed", "64")])),
      ])
    return RawMarkup.Element(prefix + "fill", [], [.element(pattern)])
  }

  private static func font(_ style: CellStyle.Properties, _ prefix: String) -> RawMarkup.Element {
    var parts: [RawMarkup.Element] = []
    if style.bold { parts.append(RawMarkup.Element(prefix + "b")) }
    if style.underlined { parts.append(RawMarkup.Element(prefix + "u")) }
    parts.append(RawMarkup.Element(prefix + "sz", [("val", CellValue.number(style.fontSize).plainText)]))
    if let color = style.fontColor {
      parts.append(RawMarkup.Element(prefix + "color", [("rgb", color.hexadecimal)]))
    }
    parts.append(RawMarkup.Element(prefix + "name", [("val", RawMarkup.escaped(style.fontName))]))
    return RawMarkup.Element(prefix + "font", [], parts.map { .element($0) })
  }

  private static func border(_ borders: Borders, _ prefix: String) -> RawMarkup.Element {
    let sides = [
      ("left", borders.left), ("right", borders.right), ("top", borders.top), ("bottom", borders.bottom),
    ].map { name, line in
      line == .none
        ? RawMarkup.Element(prefix + name)
        : RawMarkup.Element(
          prefix + name, [("style", "thin")], [.element(RawMarkup.Element(prefix + "color", [("auto", "1")]))])
    }
    return RawMarkup.Element(
      prefix + "border", [], (sides + [RawMarkup.Element(prefix + "diagonal")]).map { .element($0) })
  }

  private static func format(
    _ style: CellStyle.Properties, _ prefix: String, font: Int, fill: Int, border: Int
  ) -> RawMarkup.Element {
    var alignment: [(name: String, value: String)] = []
    switch style.horizontal {
    case .left: alignment.append(("horizontal", "left"))
    case .center: alignment.append(("horizontal", "center"))
    default: break
    }
    alignment.append(("vertical", style.vertical == .top ? "top" : "center"))
    if style.wraps { alignment.append(("wrapText", "1")) }
    return RawMarkup.Element(
      prefix + "xf",
      [
        ("numFmtId", "0"), ("fontId", String(font)), ("fillId", String(fill)), ("borderId", String(border)),
        ("xfId", "0"), ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"),
      ], [.element(RawMarkup.Element(prefix + "alignment", alignment))])
  }
}
