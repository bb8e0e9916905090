package import LanmuAnalysis
package import LanmuDiagnostics
import LanmuPlan

/// A difference as one HTML page that needs nothing else: to be filtered by unit and kind, read on a phone, and printed.
package struct ChangeHTML {
  package var language: Language

  package init(language: Language = .chinese) { self.language = language }

  private var words: ChangeWords { ChangeWords(language: language) }

  package func text(of difference: PlanDifference) -> String {
    let items = ChangeItems(difference, words: words).all
    let title = words.pick("方案变化对照", "Changes of the plan")
    var page = """
      <!DOCTYPE html>
      <html lang="\(words.pick("zh-CN", "en"))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(ChangePage.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      \(sources(difference))
      \(summary(difference))
      </header>

      """
    if items.isEmpty {
      page += "<p class=\"none\">" + words.pick("两个版本没有变化。", "The versions do not differ.") + "</p>\n"
    } else {
      page += looks(difference) + filters(items) + "<main>\n"
      for (number, item) in items.enumerated() { page += article(item, number + 1) }
      page += "</main>\n<script>\n\(ChangePage.script)\n</script>\n"
    }
    return page + "</body>\n</html>\n"
  }

  // MARK: Head

  private func sources(_ difference: PlanDifference) -> String {
    func line(_ label: String, _ title: String, _ number: String, _ file: String) -> String {
      let last = file.split(separator: "/").last.map(String.init) ?? file
      let name = [title, number].filter { !$0.isEmpty }.joined(separator: " ")
      let shown = name.isEmpty ? last : "\(name)（\(last)）"
      return "<dt>\(label)</dt><dd>\(HTMLEscape.text(shown))</dd>"
    }
    var text = "<dl>"
    text += line(
      words.pick("旧方案", "Old"), difference.oldTitle, difference.oldDocumentNumber, difference.old.file)
    text += line(
      words.pick("新方案", "New"), difference.newTitle, difference.newDocumentNumber, difference.new.file)
    if let unit = difference.unit {
      text += "<dt>\(words.pick("仅列单位", "Unit"))</dt><dd>\(HTMLEscape.text(unit))</dd>"
    }
    return text + "</dl>"
  }

  private func summary(_ difference: PlanDifference) -> String {
    let summary = difference.summary
    let counts = [
      ("total", words.pick("变化合计", "changes"), summary.changes), ("added", words.pick("新增", "added"), summary.added),
      ("removed", words.pick("删除", "removed"), summary.removed),
      ("changed", words.pick("变更", "changed"), summary.changed),
      ("branch", words.pick("栏目结构", "branches"), difference.branches.count),
      ("unit", words.pick("单位更名", "renamed units"), difference.units.renamed.count),
      ("same", words.pick("未变", "unchanged"), summary.unchanged),
    ]
    var text = "<ul class=\"counts\">"
    for (kind, label, count) in counts { text += "<li class=\"\(kind)\"><b>\(count)</b> \(label)</li>" }
    text += "</ul>"
    let notes = words.notes(on: difference)
    return text + "<p class=\"note\">\(notes.map { $0 + words.pick("。", ". ") }.joined())</p>"
  }

  private func looks(_ difference: PlanDifference) -> String {
    let lines = FirstLooks(difference: difference, words: words).lines
    guard !lines.isEmpty else { return "" }
    var text = "<details class=\"looks\" open><summary>\(words.pick("先看这些", "Look at these first"))</summary><ul>"
    for line in lines {
      text += "<li><b>\(HTMLEscape.text(line.topic))</b> \(HTMLEscape.text(line.text))</li>"
    }
    return text + "</ul></details>\n"
  }

  private func filters(_ items: [ChangeItem]) -> String {
    var counts: [String: Int] = [:]
    for item in items { for unit in item.units { counts[unit, default: 0] += 1 } }
    let units = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var text = "<form class=\"filters\" hidden><label>\(words.pick("单位", "Unit")) <select id=\"unit\">"
    text += "<option value=\"\">\(words.pick("全部", "all"))</option>"
    for (unit, count) in units {
      let name = HTMLEscape.text(unit)
      text += "<option value=\"\(name)\">\(name)（\(count)）</option>"
    }
    text += "</select></label> <label>\(words.pick("变化", "Kind")) <select id=\"kind\">"
    text += "<option value=\"\">\(words.pick("全部", "all"))</option>"
    for category in ChangeItem.Category.allCases where items.contains(where: { $0.category == category }) {
      text += "<option value=\"\(category.rawValue)\">\(name(category))</option>"
    }
    return text + "</select></label> <output id=\"shown\"></output></form>\n"
  }

  private func name(_ category: ChangeItem.Category) -> String {
    switch category {
    case .added: words.pick("新增", "added")
    case .removed: words.pick("删除", "removed")
    case .changed: words.pick("变更", "changed")
    case .document: words.pick("栏次", "fields")
    case .branch: words.pick("栏目结构", "branches")
    case .unit: words.pick("单位更名", "renamed units")
    }
  }

  // MARK: Items

  private func article(_ item: ChangeItem, _ number: Int) -> String {
    var text =
      "<article class=\"\(item.category.rawValue)\" data-units=\"\(HTMLEscape.text(item.units.joined(separator: "|")))\">\n"
    text += "<h2><span class=\"number\">\(number)</span> <span class=\"kind\">"
    text += HTMLEscape.text(item.kinds.joined(separator: words.pick("、", ", "))) + "</span> "
    if item.oldPath.isEmpty {
      text += HTMLEscape.text(item.path)
    } else {
      text += side(item.pathSegments, .delete) + " → " + side(item.pathSegments, .insert)
    }
    text += "</h2>\n"
    if !item.details.isEmpty { text += table(item) }
    if !item.duties.isEmpty {
      text += "<ul class=\"duties\">" + item.duties.map { "<li>\(HTMLEscape.text($0))</li>" }.joined() + "</ul>\n"
    }
    if !item.units.isEmpty, item.category != .unit {
      text += "<p class=\"units\">\(words.pick("涉及单位：", "Units: "))\(HTMLEscape.text(words.joined(item.units)))</p>\n"
    }
    return text + "</article>\n"
  }

  private func table(_ item: ChangeItem) -> String {
    let sole = item.category == .added || item.category == .removed
    var text = "<table>"
    if !sole {
      text += "<thead><tr><th></th><th>\(words.pick("旧", "Old"))</th><th>\(words.pick("新", "New"))</th></tr></thead>"
    }
    text += "<tbody>"
    for detail in item.details {
      let effect = detail.effect.isEmpty ? "" : "<br><small>\(HTMLEscape.text(detail.effect))</small>"
      text += "<tr><th>\(HTMLEscape.text(detail.name))\(effect)</th>"
      if sole {
        text += "<td>\(HTMLEscape.text(item.category == .added ? detail.new : detail.old))</td>"
      } else {
        text += "<td data-side=\"\(words.pick("旧", "Old"))\">\(side(detail.segments, .delete))</td>"
        text += "<td data-side=\"\(words.pick("新", "New"))\">\(side(detail.segments, .insert))</td>"
      }
      text += "</tr>"
    }
    return text + "</tbody></table>\n"
  }

  private func side(_ segments: [TextSegment], _ shown: TextSegment.Operation) -> String {
    let tag = shown == .delete ? "del" : "ins"
    let body = segments.map { segment in
      switch segment.operation {
      case .equal: HTMLEscape.text(shown == .delete ? segment.oldText ?? segment.text : segment.text)
      case shown: "<\(tag)>\(HTMLEscape.text(segment.text))</\(tag)>"
      default: ""
      }
    }.joined()
    return body.isEmpty ? "<span class=\"nothing\">—</span>" : body
  }
}
