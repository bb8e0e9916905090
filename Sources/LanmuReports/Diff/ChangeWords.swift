import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan

/// The words of change reports in both languages; workbooks take the Chinese ones.
struct ChangeWords {
  let language: Language

  func pick(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  func field(_ field: FieldChange.Field) -> String {
    switch field {
    case .requirement: pick("内容要求", "requirement")
    case .target: pick("对应栏目", "target")
    case .supply: pick("提供时效", "supply")
    case .update: pick("更新时效", "update")
    case .mode: pick("保障方式", "mode")
    case .lead: pick("牵头单位", "lead")
    case .responsible: pick("责任单位", "responsible")
    case .remarks: pick("备注", "remarks")
    case .starred: pick("重点（★）", "starred (★)")
    }
  }

  func effect(_ effect: FieldChange.Effect) -> String {
    switch effect {
    case .tightened: pick("收紧", "tightened")
    case .loosened: pick("放宽", "loosened")
    case .reworded: pick("仅措辞", "reworded only")
    case .changed: pick("调整", "changed")
    }
  }

  func role(_ role: Assignment.Role) -> String {
    switch role {
    case .lead: pick("牵头", "lead")
    case .responsible: pick("负责", "responsible")
    case .cooperating: pick("配合", "cooperating")
    case .technical: pick("技术支持", "technical")
    case .coordinating: pick("统筹协调", "coordinating")
    }
  }

  func branch(_ kind: BranchChange.Kind) -> String {
    switch kind {
    case .renamed: pick("改名", "renamed")
    case .moved: pick("移动", "moved")
    case .split: pick("拆分", "split")
    case .merged: pick("合并", "merged")
    }
  }

  func reason(_ reason: UnitChanges.Renaming.Reason) -> String {
    switch reason {
    case .succession: pick("机构更名或职责承接", "succession")
    case .alias: pick("同一单位的不同写法", "another form of the name")
    }
  }

  /// 一级 › 二级; 〔无栏目〕 where a table has no levels.
  func path(_ path: [String], of entry: PlanEntry? = nil) -> String {
    if !path.isEmpty { return path.joined(separator: " › ") }
    if let entry {
      for text in [entry.responsible, entry.lead, entry.target, entry.requirement] where !text.isEmpty {
        return String(text.split(separator: "\n").first?.prefix(24) ?? "")
      }
    }
    return pick("（无栏目名）", "(no label)")
  }

  func assignment(_ assignment: Assignment) -> String {
    var text = assignment.unit
    if assignment.role != .responsible { text += pick("（\(role(assignment.role))）", " (\(role(assignment.role)))") }
    if !assignment.scope.isEmpty { text += pick("：", ": ") + assignment.scope }
    return text
  }

  func joined(_ items: [String]) -> String { items.joined(separator: pick("、", ", ")) }
}
