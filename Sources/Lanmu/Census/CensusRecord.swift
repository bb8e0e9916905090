internal import LanmuAnalysis
internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuGrid
internal import LanmuPlan
internal import LanmuReaders

/// What is read back of a census's JSON: for next month's, and for rolling sites up.
struct CensusRecord: Decodable {
  struct Column: Decodable {
    var entry: String
    var unit: String?
    var state: String
    var nationalState: String?
    var path: [String]?
    var lastUpdate: String?
    var daysOver: Int?
    var units: [Duty]?

    /// Whether the plan or the national rules found it overdue or blank.
    var isFaulty: Bool {
      [state, nationalState ?? ""].contains { $0 == "overdue" || $0 == "blank" }
    }

    /// Those that answer for the column, as the census reckons it: who keeps it, else who leads.
    var keepers: [String] {
      let keepers = (units ?? []).filter { $0.role == "responsible" }
      return (keepers.isEmpty ? (units ?? []).filter { $0.role == "lead" || $0.role == "coordinating" } : keepers)
        .map(\.unit)
    }
  }

  struct Duty: Decodable {
    var unit: String
    var role: String
  }

  struct Unit: Decodable {
    var unit: String
    var overdue: Int
    var items: Int
    var rate: Double?
    var columns: Int?
    var onTime: Int?
    var blank: Int?
  }

  struct IndicatorRecord: Decodable {
    var code: String
    var value: Double?
    var name: String?
    var verdict: String?
  }

  struct Score: Decodable {
    var vetoed: Bool
    var deducted: Double
    var points: Double
    var complete: Bool?
  }

  struct Trend: Decodable {
    var month: String
    var deducted: Double
    var vetoed: Bool
    var overdue: Int
    var blank: Int
    var items: Int
    var rate: Double?
    var measured: [String]?
  }

  struct Rectified: Decodable {
    var id: String
    var entry: String
    var firstMonth: String
    var problem: String
    var subject: String
    var units: [String]
    var dueOn: String
    var status: String
    var response: String
    var months: Int
  }

  var schema: String
  var month: String
  var asOf: String
  var site: String
  var columns: [Column]
  var units: [Unit]
  var indicators: [IndicatorRecord]
  var score: Score
  var trend: [Trend]?
  var rectifications: [Rectified]?

  static func read(_ source: ByteSource, limit: Int) throws(LanmuError) -> CensusRecord {
    do throws(LanmuError) {
      let isPackage = try source.prefix(2) == [0x50, 0x4B]
      let document = isPackage ? try DocumentReader().read(source).value : nil
      let text = document.flatMap(Self.json)
      if document != nil, text == nil { throw noCensus }
      let bytes = if let text { Array(text.utf8) } else { try source.bytes(limit: limit) }
      var record = try JSONText.decode(CensusRecord.self, from: bytes, code: "census.json", schema: Census.schema)
      guard record.schema == Census.schema, CivilMonth(parsing: record.month) != nil else {
        throw noCensus
      }
      if let document { record.takeOver(document) }
      return record
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  private static let noCensus = LanmuError(
    .init("census.json"), .data, message: Message(zh: "这不是普查结果", en: "this is no census"),
    remedy: Message(
      zh: "请提供 lanmu census 生成的工作簿或JSON文件", en: "give a workbook or a JSON file made by lanmu census"))

  var period: ClosedRange<CivilDate>? {
    CivilMonth(parsing: month).map { $0.firstDay...$0.lastDay }
  }

  var previous: PreviousCensus? {
    guard let month = CivilMonth(parsing: month) else { return nil }
    var result = PreviousCensus(month: month)
    for point in trend ?? [] {
      guard let month = CivilMonth(parsing: point.month) else { continue }
      result.trend.append(
        TrendPoint(
          month: month, deducted: point.deducted, vetoed: point.vetoed, overdue: point.overdue, blank: point.blank,
          items: point.items, rate: point.rate, measured: point.measured ?? []))
    }
    for indicator in indicators { result.indicators[indicator.code] = indicator.value }
    for unit in units {
      result.units[unit.unit] = PreviousCensus.UnitMonth(items: unit.items, overdue: unit.overdue, rate: unit.rate)
    }
    for column in columns where column.isFaulty {
      result.faulty.insert(column.unit.map { column.entry + "@" + $0 } ?? column.entry)
    }
    for item in rectifications ?? [] {
      guard let first = CivilMonth(parsing: item.firstMonth), let due = CivilDate(parsing: item.dueOn) else { continue }
      result.rectifications.append(
        Rectification(
          id: item.id, entry: item.entry, firstMonth: first, problem: item.problem, subject: item.subject,
          units: item.units,
          dueOn: due, status: Rectification.Status(rawValue: item.status) ?? .unanswered, response: item.response,
          months: item.months))
    }
    return result
  }
}
