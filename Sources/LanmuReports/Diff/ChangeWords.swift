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
    case .cooperating: pick("配合单位", "cooperating")
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

  /// How many differences are not listed, of which kinds.
  func hidden(_ counts: HiddenCounts) -> String {
    guard counts.total > 0 else { return pick("没有隐去的差异", "no difference is hidden") }
    let kinds = [
      (pick("标点排版", "typography"), counts.typography), (pick("措辞", "wording"), counts.wording),
      (pick("因合并单元格丢失而读法不定", "open for want of merged cells"), counts.reading),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return pick(
      "另有 \(counts.total) 处不影响内容的差异未列出（\(kinds.joined(separator: "，"))）",
      "\(counts.total) differences are hidden (\(kinds.joined(separator: ", ")))")
  }

  /// Entries that only moved within the order of rows; `nil` if there are none.
  func reordered(_ count: Int) -> String? {
    count == 0 ? nil : pick("另有 \(count) 个条目仅调整了顺序", "\(count) entries only stand in another order")
  }

  func fieldSet(_ field: DocumentField) -> String {
    field.isAdded ? pick("新增一栏", "field added") : pick("取消一栏", "field dropped")
  }

  func entries(_ field: DocumentField) -> String {
    field.isAdded
      ? pick(
        "旧方案没有这一栏，新方案有 \(field.entries) 个条目填写", "only the new document has it, filled for \(field.entries) entries")
      : pick(
        "新方案没有这一栏，旧方案有 \(field.entries) 个条目填写", "only the old document has it, filled for \(field.entries) entries")
  }

  /// What the counts alone do not say: hidden differences first, then order and doubts.
  func notes(on difference: PlanDifference) -> [String] {
    [hidden(difference.hidden), reordered(difference.summary.reordered), doubtful(difference.doubtful)].compactMap(
      \.self)
  }

  /// Changes that rest on doubtful readings; `nil` if there are none.
  func doubtful(_ count: Int) -> String? {
    count == 0
      ? nil
      : pick(
        "其中 \(count) 个条目的变化出自存疑的识读，请对照原文核对",
        "\(count) of the changed entries rest on doubtful readings; check them by hand")
  }

  var doubtful: String { pick("存疑", "doubtful") }

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
