import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition

/// Labels that look like slips of each other: the same word with a character missing or two characters swapped.
///
/// Only a missing or swapped character counts, since siblings differ in one character by right (审批公告, 审批公示); nor does one
/// of a number (第一批, 第十一批).
struct LabelChecks {
  let plan: Plan

  func findings() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    var first: [Int: [String: PlanEntry]] = [:]
    var order: [Int: [String]] = [:]
    for entry in plan.entries {
      for (depth, label) in entry.path.enumerated() where first[depth]?[label.foldedKey] == nil {
        first[depth, default: [:]][label.foldedKey] = entry
        order[depth, default: []].append(label.foldedKey)
      }
    }
    for depth in order.keys.sorted() {
      let labels = order[depth] ?? []
      let index = NearNameIndex(labels)
      for (place, label) in labels.enumerated() where label.count >= 5 {
        let near = index.places(near: place).map { labels[$0] }
        let others = near.filter { $0.count == label.count - 1 } + near.filter { $0.count == label.count }
        for other in others where isSlip(other, label) {
          guard let entry = first[depth]?[label], let earlier = first[depth]?[other] else { continue }
          // A label that reads like a damaged one is a doubt of the reading already.
          if [entry, earlier].contains(where: { $0.doubts.contains { $0.code == "label.damaged" } }) { continue }
          findings.append(finding(entry, depth: depth, beside: earlier))
        }
      }
    }
    return findings
  }

  private func isSlip(_ other: String, _ label: String) -> Bool {
    if LabelNumbers.areAllThatDiffers(other, label) { return false }
    if other.count == label.count { return other < label && NearNames.swapsNeighbours(other, label) }
    guard NearNames.lacksOneCharacter(other, label) else { return false }
    // 中小学教育 and 小学教育 both make sense; a character lost within a label does not.
    return label.first == other.first && label.last == other.last || label.count >= 7
  }

  private func finding(_ entry: PlanEntry, depth: Int, beside earlier: PlanEntry) -> CheckFinding {
    CheckFinding(
      .warning, code: "check.label.near-duplicate",
      message: Message(
        zh: "栏目名称“\(entry.path[depth])”与“\(earlier.path[depth])”相近",
        en: "the labels “\(entry.path[depth])” and “\(earlier.path[depth])” are alike"),
      remedy: Message(zh: "若为同一栏目，请统一名称", en: "use one name if they are one column"),
      position: entry.position, entry: entry.id, path: entry.path)
  }
}
