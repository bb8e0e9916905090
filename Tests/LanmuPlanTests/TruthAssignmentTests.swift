import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// The duties of labelled documents: each row's set of unit, role and scope.
@Suite(
  "Duties of labelled documents", .enabled(if: SharedTruth.folder != nil, "no labelled documents beside the project"))
struct TruthAssignmentTests {
  @Test(arguments: ["000", "003"])
  func dutiesMatchTheirLabels(_ name: String) throws {
    let document = try #require(try SharedTruth.document(name))
    let plan = PlanAssembler().assemble(document.recognised).value
    var aliases: [String: Set<String>] = [:]
    for unit in plan.units {
      let names = Set([unit.name] + unit.aliases)
      for name in names { aliases[name] = names }
    }
    var seen: Set<String> = []
    let labels = document.tables.flatMap(\.rows)
    for (row, entry) in zip(labels, plan.entries) {
      guard let duties = row.assignments else { continue }
      var left = entry.assignments.filter { $0.from == nil }
      var missing: [String] = []
      for duty in duties where duty.optional != true {
        let accepted = Set(duty.accept ?? []).union([duty.unit])
        let place = left.firstIndex {
          !(aliases[$0.unit] ?? [$0.unit]).isDisjoint(with: accepted) && $0.role.rawValue == duty.role
            && $0.scope == duty.scope
        }
        if let place { left.remove(at: place) } else { missing.append(duty.unit + " " + duty.role) }
      }
      guard seen.insert(row.responsible).inserted else { continue }
      #expect(
        missing.isEmpty && left.isEmpty,
        "\(row.responsible): missing \(missing), left \(left.map { "\($0.unit) \($0.role) \($0.scope)" })")
    }
    print(
      name,
      plan.units.map {
        "\($0.name)\($0.kind == .unit ? "" : "[\($0.kind)]")\($0.aliases.isEmpty ? "" : "=\($0.aliases)")\($0.members.isEmpty ? "" : "{\($0.members.count)}")"
      }.joined(separator: " "))
  }
}

extension SharedTruth.Document {
  /// The labelled rows as recognition would hand them over.
  var recognised: RecognisedDocument {
    RecognisedDocument(
      title: title,
      tables: tables.map { table in
        let rows = table.rows.enumerated().map { index, row in
          let texts: [FieldMeaning: String] = [
            .requirement: row.requirement, .supply: row.supply_deadline, .update: row.update, .lead: row.lead,
            .responsible: row.responsible,
          ]
          return RecognisedRow(path: row.path, texts: texts.filter { !$0.value.isEmpty }, row: index)
        }
        return RecognisedTable(
          kind: RecognisedTable.Kind(rawValue: table.kind) ?? .columns, title: "", header: [], fields: [], rows: rows)
      })
  }
}
