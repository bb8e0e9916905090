public import LanmuAnalysis
public import LanmuContainer
public import LanmuDiagnostics
internal import LanmuPlan
internal import LanmuReports
internal import LanmuWorkbook

/// Censuses of several sites in one: a line for each site, and sums; for as many sites as a city has, a table for each.
///
/// Rolling up is associative and does not depend on the order: counties may be rolled up into cities and these into a
/// province, in any grouping, with the same bytes in the end. A site that comes twice in one month with the same figures
/// counts once; with other figures both lines stand and are reported.
public struct CensusRoll: Sendable {
  /// Up to so many sites keep their units and faulty columns; beyond, a roll-up has the lines of the sites alone.
  public static let detailedSites = 200

  private struct Document: Decodable {
    var schema: String
    var sites: [SiteResult]?
  }

  private var all: Set<SiteResult> = []

  public init() {}

  /// Adds a census, or what was rolled up before.
  public mutating func add(_ source: ByteSource) throws(LanmuError) {
    do throws(LanmuError) {
      let bytes = try source.bytes(limit: ResourceLimits.standard.textBytes)
      let document = try JSONText.decode(Document.self, from: bytes, code: "census.json", schema: Census.schema)
      if let rolled = document.sites {
        all.formUnion(rolled)
        return
      }
      all.insert(try CensusRecord.read(.memory(bytes, name: source.displayName), limit: bytes.count).siteResult)
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  /// In an order of their own. Who counts the sites counts their lines: one and the same site may have come with and
  /// without its details.
  public var sites: [SiteResult] {
    let lines = Set(all.map(\.line))
    guard lines.count <= Self.detailedSites else { return lines.sorted(by: <) }
    var detailed: [SiteResult: SiteResult] = [:]
    for site in all.sorted(by: <) where site.unitLines != nil || detailed[site.line] == nil {
      detailed[site.line] = site
    }
    return detailed.values.sorted(by: <)
  }

  /// The months of the results, in order.
  public var months: [String] { Set(all.map(\.month)).sorted() }

  /// One line for the terminal.
  public var summary: Message {
    let sites = self.sites
    let count = SiteResult.siteCount(sites)
    let months = self.months.joined(separator: ", ")
    let overdue = sites.reduce(0) { $0 + $1.overdue }
    let blank = sites.reduce(0) { $0 + $1.blank }
    let vetoed = sites.count { $0.vetoed }
    return Message(
      zh: "\(months)：\(count)个网站，\(sites.count)份结果，逾期\(overdue)，空白\(blank)，单项否决\(vetoed)份",
      en: "\(months): \(count) sites, \(sites.count) results, \(overdue) overdue, \(blank) blank, \(vetoed) vetoed")
  }

  /// Sites whose month stands twice with different figures, and sums over several months.
  public var diagnostics: [Diagnostic] {
    var counts: [String: Int] = [:]
    for site in sites { counts[site.month + " " + site.site, default: 0] += 1 }
    let months = self.months
    var diagnostics: [Diagnostic] = []
    if months.count > 1 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "census.months",
          message: Message(
            zh: "结果属于\(months.count)个月（\(months.joined(separator: "、"))），合计为各月之和",
            en: "The results are of \(months.count) months (\(months.joined(separator: ", "))); totals add them up")))
    }
    return diagnostics
      + counts.filter { $0.value > 1 }.keys.sorted().map { name in
        Diagnostic(
          .warning, code: "census.siteTwice",
          message: Message(zh: "\(name) 有几份不同的结果，均已列出", en: "\(name) has several differing results; all are listed"))
      }
  }

  /// `lanmu-census/1` with `sites` and `totals` in place of columns and units.
  public var json: String { CensusRollJSON.text(sites) }

  /// A table for people, worst sites first.
  public var markdown: String { RollNotice.text(sites) }

  /// Writes the roll-up as a workbook: all sites, all units, all faulty columns, and a sheet for each of up to 60 sites.
  public func write(to path: String) throws(LanmuError) -> [Diagnostic] {
    try RollReport.workbook(of: sites).write(to: path, replacing: true)
  }
}

extension CensusRecord {
  /// A site's line for a roll-up, with its units and faults.
  var siteResult: SiteResult {
    func count(_ state: String) -> Int { columns.count { $0.state == state } }
    var result = SiteResult()
    result.site = site
    result.month = month
    result.asOf = asOf
    result.columns = columns.count
    result.ok = count("ok") + count("due")
    result.overdue = count("overdue")
    result.blank = count("blank")
    result.notMeasured = count("notMeasured")
    result.notApplicable = count("notApplicable")
    result.units = units.count
    result.items = trend?.last?.items ?? units.reduce(0) { $0 + $1.items }
    result.vetoed = score.vetoed
    result.deducted = score.deducted
    result.points = score.points
    result.complete = score.complete ?? false
    result.vetoes = indicators.filter { $0.verdict == "vetoed" }.compactMap(\.name)
    result.unitLines = units.map { unit in
      SiteResult.Unit(
        unit: unit.unit, columns: unit.columns ?? 0, onTime: unit.onTime ?? 0, overdue: unit.overdue,
        blank: unit.blank ?? 0, items: unit.items)
    }
    result.faults = columns.filter { $0.state == "overdue" || $0.state == "blank" }.map { column in
      SiteResult.Fault(
        path: column.path ?? [], state: column.state, lastUpdate: column.lastUpdate, daysOver: column.daysOver ?? 0,
        units: column.unit.map { [$0] } ?? column.keepers)
    }
    return result
  }
}
