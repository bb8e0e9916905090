import LanmuDiagnostics
import LanmuPlan

extension PlanDifference {
  /// Checks that old + difference = new, new − difference = old, and that the typed parts say what the lists do.
  func verify(old: Plan, new: Plan) throws(LanmuError) {
    // Both ways at once: neither needs the other.
    let holds = concurrentRuns(of: 2, atLeast: 1) { way in
      let made = way.lowerBound == 0 ? try? applied(to: old) : try? reverted(from: new)
      return made.map { Self.agree($0.entries, way.lowerBound == 0 ? new.entries : old.entries) } ?? false
    }
    guard holds.allSatisfy({ $0 }) else { throw Self.unverified }
    try forEachChange { change throws(LanmuError) in
      guard let duties = change.assignments else { return }
      let lost = duties.removed.allSatisfy(duties.old.contains)
      let gained = duties.added.allSatisfy(duties.new.contains)
      guard lost, gained else { throw Self.unverified }
    }
  }

  /// Whether two lists of entries say the same, their ids, numbers and origins aside.
  private static func agree(_ one: [PlanEntry], _ other: [PlanEntry]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).allSatisfy { left, right in
      left.path == right.path && left.starred == right.starred && left.requirement == right.requirement
        && left.target == right.target && left.supply == right.supply && left.update == right.update
        && left.mode == right.mode && left.lead == right.lead && left.responsible == right.responsible
        && left.cooperating == right.cooperating && left.remarks == right.remarks
        && left.assignments == right.assignments
    }
  }

  private static let unverified = LanmuError(
    LanmuError.Code("diff.unverified"), .software,
    message: Message(zh: "算出的差异不能还原两个方案", en: "The difference does not reproduce the plans"),
    remedy: Message(zh: "请报告此缺陷，并附上两个方案", en: "Please report this defect together with both plans"))
}
