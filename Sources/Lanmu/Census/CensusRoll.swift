public import LanmuContainer
public import LanmuDiagnostics
internal import LanmuAnalysis
internal import LanmuPlan

/// Censuses of several sites in one: a table with a line for each site, and sums.
///
/// Rolling up is associative and does not depend on the order: counties may be rolled up into cities and these into a
/// province, in any grouping, with the same bytes in the end. A site that comes twice in one month with the same figures
/// counts once; with other figures both lines stand and are reported.
public struct CensusRoll: Sendable {
  /// A site's month.
  struct Site: Codable, Hashable, Sendable {
    var site: String
    var month: String
    var asOf: String
    var columns: Int
    var ok: Int
    var overdue: Int
    var blank: Int
    var notMeasured: Int
    var notApplicable: Int
    var units: Int
    var items: Int
    var vetoed: Bool
    var deducted: Double
    var points: Double
    var complete: Bool

    static func < (left: Site, right: Site) -> Bool {
      (left.month, left.site, left.asOf, left.columns, left.overdue) < (
        right.month, right.site, right.asOf, right.columns, right.overdue
      )
    }
  }

  private struct Document: Decodable {
    var schema: String
    var sites: [Site]?
  }

  private var sites: Set<Site> = []

  public init() {}

  /// Adds a census, or what was rolled up before.
  public mutating func add(_ source: ByteSource) throws(LanmuError) {
    do throws(LanmuError) {
      let bytes = try source.bytes(limit: ResourceLimits.standard.textBytes)
      let document = try JSONText.decode(Document.self, from: bytes, code: "census.json", schema: Census.schema)
      if let rolled = document.sites {
        sites.formUnion(rolled)
        return
      }
      sites.insert(Self.site(try CensusRecord.read(.memory(bytes, name: source.displayName), limit: bytes.count)))
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  private static func site(_ record: CensusRecord) -> Site {
    func count(_ state: String) -> Int { record.columns.count { $0.state == state } }
    return Site(
      site: record.site, month: record.month, asOf: record.asOf, columns: record.columns.count,
      ok: count("ok") + count("due"), overdue: count("overdue"), blank: count("blank"),
      notMeasured: count("notMeasured"),
      notApplicable: count("notApplicable"), units: record.units.count,
      items: record.trend?.last?.items ?? record.units.reduce(0) { $0 + $1.items }, vetoed: record.score.vetoed,
      deducted: record.score.deducted, points: record.score.points, complete: record.score.complete ?? false)
  }

  private var sorted: [Site] { sites.sorted { $0 < $1 } }

  /// Sites whose month stands twice with different figures.
  public var diagnostics: [Diagnostic] {
    var counts: [String: Int] = [:]
    for site in sites { counts[site.month + " " + site.site, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted().map { name in
      Diagnostic(
        .warning, code: "census.siteTwice",
        message: Message(zh: "\(name) 有几份不同的结果，均已列出", en: "\(name) has several differing results; all are listed"))
    }
  }

  /// `lanmu-census/1` with `sites` and `totals` in place of columns and units.
  public var json: String {
    let sites = sorted
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("schema", Census.schema)
    writer.key("totals")
    writer.begin(.object)
    writer.member("sites", sites.count)
    writer.member("vetoed", sites.count { $0.vetoed })
    for (name, value) in [
      ("columns", \Site.columns), ("ok", \.ok), ("overdue", \.overdue), ("blank", \.blank),
      ("notMeasured", \.notMeasured),
      ("notApplicable", \.notApplicable), ("units", \.units), ("items", \.items),
    ] as [(String, KeyPath<Site, Int>)] {
      writer.member(name, sites.reduce(0) { $0 + $1[keyPath: value] })
    }
    writer.end(.object)
    CensusJSON.list("sites", sites, &writer) { site, writer in
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
    }
    writer.end(.object)
    return writer.text + "\n"
  }

  /// A table for people, worst sites first.
  public var markdown: String {
    var text =
      "| 网站 | 月份 | 栏目 | 按期 | 逾期 | 空白 | 按期率 | 发布量 | 判定 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    let worst = sorted.enumerated().sorted { left, right in
      (left.element.vetoed ? 0 : 1, -left.element.overdue - left.element.blank, left.offset)
        < (right.element.vetoed ? 0 : 1, -right.element.overdue - right.element.blank, right.offset)
    }
    for (_, site) in worst {
      let rated = site.ok + site.overdue + site.blank
      let rate =
        rated == 0 ? "—" : "\((site.ok * 1000 + rated / 2) / rated / 10).\((site.ok * 1000 + rated / 2) / rated % 10)%"
      let verdict = site.vetoed ? "单项否决" : site.complete ? "\(site.points)分" : "自动部分扣\(site.deducted)分，未完"
      let cells = [
        site.site.replacing("|", with: "／"), site.month, String(site.columns), String(site.ok), String(site.overdue),
        String(site.blank), rate, String(site.items), verdict,
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }
}
