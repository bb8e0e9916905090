import FoundationEssentials

/// Labelled documents that may lie beside the project: `LANMU_TRUTH`, else `../shared/truth` or `../../shared/truth`.
///
/// Tests that use them are skipped where there are none.
enum SharedTruth {
  struct Document: Decodable {
    var title: String
    var tables: [Table]
  }

  struct Table: Decodable {
    var kind: String
    var rows: [Row]
  }

  struct Row: Decodable {
    var path: [String]
    var requirement: String
    var supply_deadline: String
    var update: String
    var lead: String
    var responsible: String
    var update_rules: [Rule]?
    var update_rules_alternatives: [[Rule]]?
    var supply_rules: [Rule]?
    var supply_rules_alternatives: [[Rule]]?
    var assignments: [Duty]?
  }

  struct Rule: Decodable {
    struct Span: Decodable {
      var count: Int
      var unit: String
    }
    var kind: String
    var every: Span?
    var atLeast: Int?
    var months: [Int]?
    var by: String?
    var yearOffset: Int?
    var event: String?
    var within: Span?
    var target: String?
    var authority: String?
    var scope: String?
    var condition: String?
    var text: String?
  }

  struct Duty: Decodable {
    var unit: String
    var role: String
    var scope: String
    var accept: [String]?
    var optional: Bool?
    var kind: String?
  }

  static let folder: String? = {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["LANMU_TRUTH"] { candidates.append(named) }
    let here = "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")
    candidates += ["/\(here)/../shared/truth", "/\(here)/../../shared/truth"]
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/seed-000.json") }
  }()

  static func document(_ name: String) throws -> Document? {
    guard let folder else { return nil }
    let data = try Data(contentsOf: URL(filePath: folder + "/seed-\(name).json"))
    return try JSONDecoder().decode(Document.self, from: data)
  }
}
