internal import CLibXLSXWriter
internal import LanmuDiagnostics

extension SheetWriter {
  func writeCharts() throws(LanmuError) {
    for placed in sheet.charts where CellArea(row: placed.row, column: placed.column).isValid {
      let chart = unsafe try make(placed.chart)
      var arena = TextArena()
      var options = unsafe lxw_chart_options()
      // The library's own size is 480 by 288 pixels.
      unsafe options.x_scale = Double(min(max(placed.width, 40), 4000)) / 480
      unsafe options.y_scale = Double(min(max(placed.height, 40), 4000)) / 288
      unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      unsafe options.description = arena.pointer(CellText.fit(placed.altText, limit: 255))
      try WriterFault.check(
        unsafe worksheet_insert_chart_opt(worksheet, UInt32(placed.row), UInt16(placed.column), chart, &options),
        "worksheet_insert_chart", sheet: sheet.name, row: placed.row, column: placed.column)
    }
  }

  private func make(_ layout: Chart) throws(LanmuError) -> UnsafeMutablePointer<lxw_chart> {
    let type =
      switch layout.kind {
      case .line: LXW_CHART_LINE
      case .column: LXW_CHART_COLUMN
      case .stackedColumn: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .stackedBar: LXW_CHART_BAR_STACKED
      case .pie: LXW_CHART_PIE
      case .doughnut: LXW_CHART_DOUGHNUT
      case .area: LXW_CHART_AREA
      }
    guard !layout.series.isEmpty, let chart = unsafe workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw WriterFault.invalid(Message(zh: "图表没有数据系列", en: "a chart has no series"), sheet: sheet.name)
    }
    for series in layout.series { try unsafe add(series, to: chart, kind: layout.kind) }
    var arena = TextArena()
    var font = unsafe lxw_chart_font()
    unsafe font.name = arena.pointer("黑体")
    unsafe font.size = 12
    if layout.title.isEmpty {
      unsafe chart_title_off(chart)
    } else {
      unsafe chart_title_set_name(chart, CellText.fit(layout.title, limit: 255))
      unsafe chart_title_set_name_font(chart, &font)
    }
    if layout.kind != .pie && layout.kind != .doughnut {
      // The library names axes by where they lie, and bars lie on their side.
      let isBar = layout.kind == .bar || layout.kind == .stackedBar
      unsafe set(
        layout.categoryAxis, of: chart, isBar ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X, isValue: false)
      unsafe set(layout.valueAxis, of: chart, isBar ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y, isValue: true)
    }
    let legend =
      switch layout.legend {
      case .none: LXW_CHART_LEGEND_NONE
      case .right: LXW_CHART_LEGEND_RIGHT
      case .left: LXW_CHART_LEGEND_LEFT
      case .top: LXW_CHART_LEGEND_TOP
      case .bottom: LXW_CHART_LEGEND_BOTTOM
      }
    unsafe chart_legend_set_position(chart, UInt8(legend.rawValue))
    return unsafe chart
  }

  @unsafe private func add(
    _ series: Chart.Series, to chart: UnsafeMutablePointer<lxw_chart>, kind: Chart.Kind
  ) throws(LanmuError) {
    try check(series.values)
    guard let added = unsafe chart_add_series(chart, nil, nil) else {
      throw WriterFault.invalid(Message(zh: "无法添加数据系列", en: "a series could not be added"), sheet: sheet.name)
    }
    let values = series.values.area
    unsafe chart_series_set_values(
      added, series.values.sheet, UInt32(values.firstRow), UInt16(values.firstColumn), UInt32(values.lastRow),
      UInt16(values.lastColumn))
    if let categories = series.categories {
      try check(categories)
      let area = categories.area
      unsafe chart_series_set_categories(
        added, categories.sheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow),
        UInt16(area.lastColumn))
    }
    // A name that begins with = would be taken for a formula.
    let name = CellText.fit(series.name, limit: 255)
    if !name.isEmpty { unsafe chart_series_set_name(added, name.hasPrefix("=") ? " " + name : name) }
    if series.showsValues { unsafe chart_series_set_labels(added) }
    var line = lxw_chart_line()
    line.width = 1.75
    if series.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    switch kind {
    case .line:
      if let color = series.color { line.color = color.libraryValue }
      if series.color != nil || series.isDashed { unsafe chart_series_set_line(added, &line) }
      let marker = series.hasMarkers ? LXW_CHART_MARKER_AUTOMATIC : LXW_CHART_MARKER_NONE
      unsafe chart_series_set_marker_type(added, UInt8(marker.rawValue))
    case .pie, .doughnut: break
    default:
      if let color = series.color {
        var fill = lxw_chart_fill()
        fill.color = color.libraryValue
        unsafe chart_series_set_fill(added, &fill)
      }
    }
  }

  private func check(_ source: Chart.Source) throws(LanmuError) {
    let area = source.area
    let isLine = area.firstRow == area.lastRow || area.firstColumn == area.lastColumn
    guard area.isValid, isLine, SheetName.fault(of: source.sheet) == nil else {
      throw WriterFault.invalid(
        Message(zh: "图表的数据区域无效：\(area.reference())", en: "a chart's source \(area.reference()) is invalid"),
        sheet: sheet.name)
    }
  }

  @unsafe private func set(
    _ layout: Chart.Axis, of chart: UnsafeMutablePointer<lxw_chart>, _ type: lxw_chart_axis_type, isValue: Bool
  ) {
    guard let axis = unsafe chart_axis_get(chart, type) else { return }
    if !layout.title.isEmpty { unsafe chart_axis_set_name(axis, CellText.fit(layout.title, limit: 255)) }
    if isValue {
      if let minimum = layout.minimum, minimum.isFinite { unsafe chart_axis_set_min(axis, minimum) }
      if let maximum = layout.maximum, maximum.isFinite { unsafe chart_axis_set_max(axis, maximum) }
    }
    if !layout.numberFormat.isEmpty, layout.numberFormat.utf8.count < 128 {
      unsafe chart_axis_set_num_format(axis, layout.numberFormat)
    }
    if layout.isReversed {
      unsafe chart_axis_set_reverse(axis)
      // Keeps the axis of values at the bottom.
      if !isValue { unsafe chart_axis_set_crossing_max(axis) }
    }
  }
}
