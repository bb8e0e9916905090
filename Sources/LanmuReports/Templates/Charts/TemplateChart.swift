package import LanmuWorkbook

/// A chart that a template may ask for by its name (`{图表:各频道发布量}`): how it looks, and whose fields it draws.
///
/// It is drawn over the cells in which the template itself lists these fields, so it follows whatever is designed or typed there.
package struct TemplateChart: Sendable {
  /// A field of a list, as placeholders name it.
  package struct Field: Sendable, Hashable {
    package var list: String
    package var name: String
  }

  /// Kind, title, axes, and the looks of the series; the areas of its sources are of the program's own workbook.
  package var chart: Chart
  /// The fields behind the values of each series, and behind its categories.
  package var sources: [(values: Field, categories: Field?)]

  /// The charts of a sheet that draw whole fields of lists, by the names that templates use.
  static func charts(of sheet: Sheet, outlines: [String: SheetOutline]) -> [String: TemplateChart] {
    var charts: [String: TemplateChart] = [:]
    for placed in sheet.charts {
      var sources: [(values: Field, categories: Field?)] = []
      for series in placed.chart.series {
        guard let values = field(of: series.values, outlines) else { break }
        sources.append((values, series.categories.flatMap { field(of: $0, outlines) }))
      }
      let name = SheetOutline.name(placed.chart.title)
      guard sources.count == placed.chart.series.count, !sources.isEmpty, charts[name] == nil else { continue }
      charts[name] = TemplateChart(chart: placed.chart, sources: sources)
    }
    return charts
  }

  private static func field(of source: Chart.Source, _ outlines: [String: SheetOutline]) -> Field? {
    guard source.area.firstColumn == source.area.lastColumn, let outline = outlines[source.sheet],
      outline.parts.indices.contains(source.area.firstRow),
      case .item(let list) = outline.parts[source.area.firstRow],
      let name = outline.fields[list]?[source.area.firstColumn]
    else { return nil }
    return Field(list: list, name: name)
  }
}
