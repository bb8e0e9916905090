internal import LanmuContainer
internal import LanmuWorkbook

/// A chart as the part of a package that draws it.
enum ChartMarkup {
  /// A series with the formulas of its cells.
  struct Source {
    var values: String
    var categories: String?
  }

  private static let charts = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let categoryAxis = "50010001"
  private static let valueAxis = "50010002"

  static func part(_ chart: Chart, _ sources: [Source]) -> RawMarkup {
    let hasAxes = chart.kind != .pie && chart.kind != .doughnut
    var plot = [element("layout"), body(chart, sources)]
    if hasAxes { plot += [axis(chart, isValue: false), axis(chart, isValue: true)] }
    var parts: [RawMarkup.Element] = []
    if !chart.title.isEmpty { parts.append(title(chart.title, size: 1200)) }
    parts += [value("autoTitleDeleted", chart.title.isEmpty ? "1" : "0"), element("plotArea", plot)]
    if let place = legendPlace(chart.legend) {
      parts.append(element("legend", [value("legendPos", place), value("overlay", "0")]))
    }
    parts += [value("plotVisOnly", "1"), value("dispBlanksAs", "gap")]
    return RawMarkup(
      root: RawMarkup.Element(
        "c:chartSpace", [("xmlns:c", charts), ("xmlns:a", drawing)],
        [.element(value("roundedCorners", "0")), .element(element("chart", parts))]))
  }

  private static func body(_ chart: Chart, _ sources: [Source]) -> RawMarkup.Element {
    let series = zip(chart.series, sources).enumerated().map {
      self.series($0.element.0, $0.element.1, number: $0.offset, of: chart.kind)
    }
    let axes = [value("axId", categoryAxis), value("axId", valueAxis)]
    let varied = value("varyColors", "0")
    switch chart.kind {
    case .line:
      return element("lineChart", [value("grouping", "standard"), varied] + series + [value("marker", "1")] + axes)
    case .area: return element("areaChart", [value("grouping", "standard"), varied] + series + axes)
    case .pie: return element("pieChart", [value("varyColors", "1")] + series + [value("firstSliceAng", "0")])
    case .doughnut:
      return element(
        "doughnutChart", [value("varyColors", "1")] + series + [value("firstSliceAng", "0"), value("holeSize", "50")])
    case .column, .bar, .stackedColumn, .stackedBar:
      let isStacked = chart.kind == .stackedColumn || chart.kind == .stackedBar
      let isBar = chart.kind == .bar || chart.kind == .stackedBar
      let head = [
        value("barDir", isBar ? "bar" : "col"), value("grouping", isStacked ? "stacked" : "clustered"), varied,
      ]
      let gaps = [value("gapWidth", "100")] + (isStacked ? [value("overlap", "100")] : [])
      return element("barChart", head + series + gaps + axes)
    }
  }

  private static func series(
    _ series: Chart.Series, _ source: Source, number: Int, of kind: Chart.Kind
  ) -> RawMarkup.Element {
    var parts = [value("idx", String(number)), value("order", String(number))]
    if !series.name.isEmpty { parts.append(element("tx", [text("v", series.name)])) }
    if let color = series.color, kind != .pie, kind != .doughnut {
      let fill = RawMarkup.Element(
        "a:solidFill", [],
        [.element(RawMarkup.Element("a:srgbClr", [("val", String(color.hexadecimal.dropFirst(2)))]))])
      if kind == .line {
        var line: [RawMarkup.Node] = [.element(fill)]
        if series.isDashed { line.append(.element(RawMarkup.Element("a:prstDash", [("val", "dash")]))) }
        parts.append(element("spPr", [RawMarkup.Element("a:ln", [("w", "22225")], line)]))
      } else {
        parts.append(element("spPr", [fill]))
      }
    }
    if kind == .line, !series.hasMarkers { parts.append(element("marker", [value("symbol", "none")])) }
    if series.showsValues {
      let shown = [
        ("LegendKey", "0"), ("Val", "1"), ("CatName", "0"), ("SerName", "0"), ("Percent", "0"), ("BubbleSize", "0"),
      ]
      parts.append(element("dLbls", shown.map { value("show" + $0.0, $0.1) }))
    }
    if let categories = source.categories {
      parts.append(element("cat", [element("strRef", [text("f", categories)])]))
    }
    parts.append(element("val", [element("numRef", [text("f", source.values)])]))
    if kind == .line { parts.append(value("smooth", "0")) }
    return element("ser", parts)
  }

  private static func axis(_ chart: Chart, isValue: Bool) -> RawMarkup.Element {
    let layout = isValue ? chart.valueAxis : chart.categoryAxis
    let isBar = chart.kind == .bar || chart.kind == .stackedBar
    var scaling = [value("orientation", layout.isReversed ? "maxMin" : "minMax")]
    if isValue, let maximum = layout.maximum { scaling.append(value("max", CellValue.number(maximum).plainText)) }
    if isValue, let minimum = layout.minimum { scaling.append(value("min", CellValue.number(minimum).plainText)) }
    var parts = [
      value("axId", isValue ? valueAxis : categoryAxis), element("scaling", scaling), value("delete", "0"),
      value("axPos", isValue == isBar ? "b" : "l"),
    ]
    if isValue { parts.append(element("majorGridlines")) }
    if !layout.title.isEmpty { parts.append(title(layout.title, size: 900)) }
    let format = layout.numberFormat.isEmpty ? "General" : layout.numberFormat
    parts += [
      RawMarkup.Element(
        "c:numFmt",
        [("formatCode", RawMarkup.escaped(format)), ("sourceLinked", layout.numberFormat.isEmpty ? "1" : "0")]),
      value("majorTickMark", "out"), value("minorTickMark", "none"), value("tickLblPos", "nextTo"),
      value("crossAx", isValue ? categoryAxis : valueAxis),
      // Values stay at the foot of the chart where categories read from the top down.
      value("crosses", isValue && chart.categoryAxis.isReversed ? "max" : "autoZero"),
    ]
    if isValue { return element("valAx", parts + [value("crossBetween", "between")]) }
    return element("catAx", parts + [value("auto", "1"), value("lblAlgn", "ctr"), value("lblOffset", "100")])
  }

  private static func title(_ words: String, size: Int) -> RawMarkup.Element {
    func drawn(
      _ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [RawMarkup.Element] = []
    ) -> RawMarkup.Element {
      RawMarkup.Element("a:" + name, attributes, children.map { .element($0) })
    }
    let content = RawMarkup.Element("a:t", [], [.raw(RawMarkup.escaped(words))])
    let run = drawn("r", [], [drawn("rPr", [("lang", "zh-CN"), ("sz", String(size)), ("b", "0")]), content])
    let paragraph = drawn(
      "p", [], [drawn("pPr", [], [drawn("defRPr", [("sz", String(size)), ("b", "0")])]), run])
    return element(
      "title", [element("tx", [element("rich", [drawn("bodyPr"), paragraph])]), value("overlay", "0")])
  }

  private static func legendPlace(_ place: Chart.LegendPlace) -> String? {
    switch place {
    case .none: nil
    case .right: "r"
    case .left: "l"
    case .top: "t"
    case .bottom: "b"
    }
  }

  private static func element(_ name: String, _ children: [RawMarkup.Element] = []) -> RawMarkup.Element {
    RawMarkup.Element("c:" + name, [], children.map { .element($0) })
  }

  private static func value(_ name: String, _ value: String) -> RawMarkup.Element {
    RawMarkup.Element("c:" + name, [("val", value)])
  }

  private static func text(_ name: String, _ text: String) -> RawMarkup.Element {
    RawMarkup.Element("c:" + name, [], [.raw(RawMarkup.escaped(text))])
  }
}
