/// A chart over areas of the workbook's sheets, drawn by the program that shows the workbook.
package struct Chart: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case line, column, stackedColumn, bar, stackedBar, pie, doughnut, area
  }

  package enum LegendPlace: Sendable, Hashable { case none, right, left, top, bottom }

  /// An area of a sheet that is one row or one column.
  package struct Source: Sendable, Hashable {
    package var sheet: String
    package var area: CellArea

    package init(sheet: String, area: CellArea) {
      self.sheet = sheet
      self.area = area
    }
  }

  package struct Series: Sendable, Hashable {
    package var name: String
    package var categories: Source?
    package var values: Source
    package var color: Color?
    /// Only for lines: whether points carry a mark, so that series differ in black and white.
    package var hasMarkers: Bool
    package var isDashed: Bool
    package var showsValues: Bool

    package init(
      name: String, categories: Source?, values: Source, color: Color? = nil, hasMarkers: Bool = true,
      isDashed: Bool = false,
      showsValues: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.color = color
      self.hasMarkers = hasMarkers
      self.isDashed = isDashed
      self.showsValues = showsValues
    }
  }

  package struct Axis: Sendable, Hashable {
    package var title: String
    package var minimum: Double?
    package var maximum: Double?
    package var numberFormat: String
    /// Whether the first category stands at the far end: a bar chart then reads from the top down.
    package var isReversed: Bool

    package init(
      title: String = "", minimum: Double? = nil, maximum: Double? = nil, numberFormat: String = "",
      isReversed: Bool = false
    ) {
      self.title = title
      self.minimum = minimum
      self.maximum = maximum
      self.numberFormat = numberFormat
      self.isReversed = isReversed
    }
  }

  package var kind: Kind
  package var title: String
  package var series: [Series]
  /// Bars: the vertical axis carries the categories all the same.
  package var categoryAxis: Axis
  package var valueAxis: Axis
  package var legend: LegendPlace

  package init(
    _ kind: Kind, title: String = "", series: [Series] = [], categoryAxis: Axis = Axis(), valueAxis: Axis = Axis(),
    legend: LegendPlace = .bottom
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.legend = legend
  }
}

/// A chart with its place on a sheet; the size is in pixels at 96 a inch.
package struct PlacedChart: Sendable, Hashable {
  package var chart: Chart
  package var row: Int
  package var column: Int
  package var width: Int
  package var height: Int
  /// What the chart shows, for people who cannot see it.
  package var altText: String

  package init(_ chart: Chart, row: Int, column: Int, width: Int = 480, height: Int = 288, altText: String = "") {
    self.chart = chart
    self.row = row
    self.column = column
    self.width = width
    self.height = height
    self.altText = altText
  }
}
