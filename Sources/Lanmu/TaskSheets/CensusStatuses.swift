package import LanmuAnalysis
package import LanmuDiagnostics
internal import LanmuPlan

/// What a census in its JSON form (`lanmu-census/1`) says of each column, by the entry's id.
package enum CensusStatuses {
  package static func decode(_ bytes: [UInt8]) throws(LanmuError) -> [String: ColumnStatus] {
    let census = try JSONText.decode(Census.self, from: bytes, code: "census.json", schema: "lanmu-census/1")
    var statuses: [String: ColumnStatus] = [:]
    for column in census.columns {
      statuses[column.entry] = ColumnStatus(
        censusState: column.state, reason: column.reason ?? "",
        lastUpdate: column.lastUpdate.flatMap { CivilDate(parsing: $0) },
        dueOn: column.dueOn.flatMap { CivilDate(parsing: $0) }, daysOver: column.daysOver ?? 0)
    }
    return statuses
  }

  private struct Census: Decodable {
    var columns: [Column]
  }

  private struct Column: Decodable {
    var entry: String
    var state: String
    var reason: String?
    var lastUpdate: String?
    var dueOn: String?
    var daysOver: Int?
  }
}
