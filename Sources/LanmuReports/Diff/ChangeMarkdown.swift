package import LanmuAnalysis
package import LanmuDiagnostics
import LanmuPlan

/// A difference as Markdown for a circular: sections with numbered sentences, deleted words struck, new ones bold.
package struct ChangeMarkdown {
  package var language: Language

  package init(language: Language = .chinese) { self.language = language }

  private var words: ChangeWords { ChangeWords(language: language) }

  package func text(of difference: PlanDifference) -> String {
    let items = ChangeItems(difference, words: words)
    let summary = difference.summary
    var lines = ["# " + words.pick("方案变化情况", "What changed in the plan"), ""]
    lines += source(words.pick("旧方案：", "Old: "), difference.oldTitle, difference.oldDocumentNumber, difference.old.file)
    lines += source(words.pick("新方案：", "New: "), difference.newTitle, difference.newDocumentNumber, difference.new.file)
    if let unit = difference.unit { lines.append("- " + words.pick("仅列单位：", "Unit: ") + escaped(unit)) }
    lines.append("")
    lines.append(
      words.pick(
        "共 \(summary.changes) 处变化：新增 \(summary.added) 条，删除 \(summary.removed) 条，变更 \(summary.changed) 条，未变 \(summary.unchanged) 条。",
        "\(summary.changes) changes: \(summary.added) added, \(summary.removed) removed, \(summary.changed) changed, \(summary.unchanged) unchanged."
      ))
    lines += words.notes(on: difference).map { $0 + words.pick("。", ".") }
    let entries = items.entries
    let sections: [(String, [ChangeItem])] = [
      (words.pick("栏次", "Fields"), items.fields), (words.pick("栏目结构", "Branches"), items.branches),
      (words.pick("单位更名", "Renamed units"), items.renamings),
      (words.pick("新增条目", "Added"), entries.filter { $0.category == .added }),
      (words.pick("删除条目", "Removed"), entries.filter { $0.category == .removed }),
      (words.pick("变更条目", "Changed"), entries.filter { $0.category == .changed }),
    ]
    let numerals = ["一", "二", "三", "四", "五", "六"]
    for (place, section) in sections.filter({ !$0.1.isEmpty }).enumerated() {
      lines += ["", "## " + words.pick("\(numerals[place])、", "") + section.0, ""]
      for (number, item) in section.1.enumerated() { lines += self.lines(of: item, number + 1) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func source(_ label: String, _ title: String, _ number: String, _ file: String) -> [String] {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let name = title.isEmpty ? last : title + (number.isEmpty ? "" : "（\(number)）")
    return ["- " + label + escaped(name)]
  }

  private func lines(of item: ChangeItem, _ number: Int) -> [String] {
    let kinds = escaped(item.kinds.joined(separator: words.pick("、", ", ")))
    let old = item.oldPath.isEmpty ? "" : escaped(item.oldPath) + " → "
    var lines = ["\(number). \(old)**\(escaped(item.path))**" + words.pick("（\(kinds)）", " (\(kinds))")]
    let indent = "   "
    for detail in item.details {
      let effect = detail.effect.isEmpty ? "" : words.pick("（\(detail.effect)）", " (\(detail.effect))")
      let body =
        item.category == .changed
        ? marked(detail.segments) : escaped(item.category == .added ? detail.new : detail.old)
      lines.append("\(indent)- \(detail.name)\(effect)\(words.pick("：", ": "))\(body)")
    }
    for duty in item.duties { lines.append("\(indent)- " + escaped(duty)) }
    return lines
  }

  private func marked(_ segments: [TextSegment]) -> String {
    segments.map { segment in
      let body = escaped(segment.text)
      guard !body.isEmpty else { return "" }
      switch segment.operation {
      case .equal: return body
      case .delete: return "~~\(body)~~"
      case .insert: return "**\(body)**"
      }
    }.joined()
  }

  /// Text on one line whose characters mean themselves.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += words.pick("　", " ")
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~": result += "\\" + String(scalar)
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
