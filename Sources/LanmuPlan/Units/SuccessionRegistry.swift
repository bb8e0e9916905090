/// The reforms of institutions that plans of different years straddle, as dated facts.
public struct SuccessionRegistry: Sendable {
  public var records: [UnitSuccession]
  private var byPredecessor: [String: [Int]] = [:]
  private var bySuccessor: [String: [Int]] = [:]

  public init(records: [UnitSuccession]) {
    self.records = records
    for (index, record) in records.enumerated() {
      for name in record.predecessors { byPredecessor[UnitName.core(name), default: []].append(index) }
      for name in record.successors { bySuccessor[UnitName.core(name), default: []].append(index) }
    }
  }

  /// This registry, and the renamings of a user's directory before it.
  public func adding(_ directory: UnitDirectory) -> SuccessionRegistry {
    let renamings = directory.bodies.filter { !$0.formerNames.isEmpty }.map { body in
      UnitSuccession(
        predecessors: body.formerNames, successors: [body.name] + body.aliases, kind: .rename,
        since: String(body.since.prefix(7)), evidence: "单位名录（--units）", basis: .published)
    }
    return renamings.isEmpty ? self : SuccessionRegistry(records: renamings + records)
  }

  /// What became of a body; empty if nothing is known. Place and level of the name do not matter.
  public func successions(of name: String) -> [UnitSuccession] {
    (byPredecessor[UnitName.core(name)] ?? []).map { records[$0] }
  }

  /// The first name that followed a name, without place and level; `nil` if nothing is known.
  public func successor(of name: String) -> String? { successions(of: name).first?.successors.first }

  /// The fact that leads from one name to another, in this order of time; `nil` if there is none, or if the two names
  /// speak of different levels (市环保局, 区生态环境局).
  public func relation(between older: String, and newer: String) -> UnitSuccession? {
    guard UnitName.levelsAgree(older, newer) else { return nil }
    let target = UnitName.core(newer)
    return successions(of: older).first { $0.successors.contains { UnitName.core($0) == target } }
  }
}
