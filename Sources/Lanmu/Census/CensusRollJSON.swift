internal import LanmuAnalysis

/// A roll-up as JSON: `lanmu-census/1` with `sites` and `totals` in place of columns and units.
enum CensusRollJSON {
  static func text(_ sites: [SiteResult]) -> String {
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("schema", Census.schema)
    writer.key("totals")
    writer.begin(.object)
    writer.member("sites", SiteResult.siteCount(sites))
    writer.member("vetoed", sites.count { $0.vetoed })
    for (name, value) in [
      ("columns", \SiteResult.columns), ("ok", \.ok), ("overdue", \.overdue), ("blank", \.blank),
      ("notMeasured", \.notMeasured), ("notApplicable", \.notApplicable), ("units", \.units), ("items", \.items),
    ] as [(String, KeyPath<SiteResult, Int>)] {
      writer.member(name, sites.reduce(0) { $0 + $1[keyPath: value] })
    }
    writer.end(.object)
    CensusJSON.list("sites", sites, &writer) { site($0, &$1) }
    writer.end(.object)
    return writer.text + "\n"
  }

  private static func site(_ site: SiteResult, _ writer: inout JSONWriter) {
    writer.member("site", site.site)
    writer.member("month", site.month)
    writer.member("asOf", site.asOf)
    writer.member("columns", site.columns)
    writer.member("ok", site.ok)
    writer.member("overdue", site.overdue)
    writer.member("blank", site.blank)
    writer.member("notMeasured", site.notMeasured)
    writer.member("notApplicable", site.notApplicable)
    writer.member("units", site.units)
    writer.member("items", site.items)
    writer.member("vetoed", site.vetoed)
    writer.member("deducted", site.deducted)
    writer.member("points", site.points)
    writer.member("complete", site.complete)
    if let vetoes = site.vetoes { texts("vetoes", vetoes, &writer) }
    if let units = site.unitLines {
      list("unitLines", units, &writer) { unit, writer in
        writer.member("unit", unit.unit)
        writer.member("columns", unit.columns)
        writer.member("onTime", unit.onTime)
        writer.member("overdue", unit.overdue)
        writer.member("blank", unit.blank)
        writer.member("items", unit.items)
      }
    }
    if let faults = site.faults {
      list("faults", faults, &writer) { fault, writer in
        texts("path", fault.path, &writer)
        writer.member("state", fault.state)
        if let last = fault.lastUpdate { writer.member("lastUpdate", last) }
        writer.member("daysOver", fault.daysOver)
        texts("units", fault.units, &writer)
      }
    }
  }

  private static func texts(_ name: String, _ texts: [String], _ writer: inout JSONWriter) {
    writer.key(name)
    writer.begin(.array)
    for text in texts { writer.value(text) }
    writer.end(.array)
  }

  private static func list<Element>(
    _ name: String, _ elements: [Element], _ writer: inout JSONWriter, _ body: (Element, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.begin(.array)
    for element in elements {
      writer.begin(.object)
      body(element, &writer)
      writer.end(.object)
    }
    writer.end(.array)
  }
}
