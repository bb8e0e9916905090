package import LanmuAnalysis
package import LanmuDiagnostics
import LanmuPlan

/// A difference as text for a terminal: counts, then branches, units and entries, aligned for the width of characters.
package struct ChangeText: Sendable {
  package var language: Language
  /// Whether colours may be used: only on a terminal whose user has not asked for none.
  package var usesColour: Bool

  package init(language: Language, usesColour: Bool) {
    self.language = language
    self.usesColour = usesColour
  }

  private var words: ChangeWords { ChangeWords(language: language) }
  private var label: ChangeLabel { ChangeLabel(words: words) }

  private enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case bold = "1"
    case faint = "2"
    case struck = "9;31"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  package func text(of difference: PlanDifference) -> String {
    var lines = head(difference)
    if difference.isEmpty { return lines.joined(separator: "\n") + "\n" }
    section(words.pick("栏次", "Fields"), difference.documentFields.map(field), &lines)
    section(words.pick("栏目结构", "Branches"), difference.branches.map(branch), &lines)
    section(words.pick("单位更名", "Units renamed"), unitLines(difference.units), &lines)
    section(words.pick("新增", "Added"), entryLines(difference.added.map(\.entry), "+", .green), &lines)
    section(words.pick("删除", "Removed"), entryLines(difference.removed.map(\.entry), "-", .red), &lines)
    // By their places, since a change holds two entries whole; none's lines depend on another's.
    let changes = difference.changed
    let own = changes.indices.filter { changes[$0].hasOwnChange }
    let told = concurrentRuns(of: own.count, atLeast: 32) { run in own[run].flatMap { changed(changes[$0]) } }
    section(words.pick("变更", "Changed"), told.flatMap { $0 }, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ body: [String], _ lines: inout [String]) {
    guard !body.isEmpty else { return }
    lines.append("")
    lines.append(paint(title, .bold))
    lines += body
  }

  // MARK: Head

  private func head(_ difference: PlanDifference) -> [String] {
    var lines = ["--- \(difference.old.file)", "+++ \(difference.new.file)"]
    if let unit = difference.unit { lines.append(words.pick("仅列单位：", "Unit: ") + unit) }
    let summary = difference.summary
    if difference.isEmpty {
      lines.append(words.pick("没有变化（\(summary.unchanged) 个条目）", "No change (\(summary.unchanged) entries)"))
    } else {
      lines.append(
        words.pick(
          "共 \(summary.changes) 处变化：新增 \(summary.added)，删除 \(summary.removed)，变更 \(summary.changed)，未变 \(summary.unchanged)",
          "\(summary.changes) changes: \(summary.added) added, \(summary.removed) removed, \(summary.changed) changed, \(summary.unchanged) unchanged"
        ))
    }
    var notes = words.notes(on: difference)
    if difference.hidden.total > 0 { notes[0] += words.pick("，用 --ignore none 列出", "; list them with --ignore none") }
    lines += notes.map { paint($0, .faint) }
    return lines
  }

  // MARK: Lines

  private func field(_ field: DocumentField) -> String {
    "  " + paint(words.fieldSet(field), .yellow) + "  \(words.field(field.field))  "
      + paint(words.entries(field), .faint)
  }

  private func branch(_ branch: BranchChange) -> String {
    let old = branch.oldPaths.map { words.path($0) }.joined(separator: " + ")
    let new = branch.newPaths.map { words.path($0) }.joined(separator: " + ")
    let count = words.pick("（\(branch.entries) 个条目）", " (\(branch.entries) entries)")
    return "  " + paint(words.branch(branch.kind), .yellow) + "  \(old) → \(new)\(count)"
  }

  private func unitLines(_ units: UnitChanges) -> [String] {
    let width = units.renamed.map(\.old.displayWidth).max() ?? 0
    return units.renamed.map { renaming in
      "  \(renaming.old.padded(toDisplayWidth: min(width, 40))) → \(renaming.new)  "
        + paint(
          words.reason(renaming.reason) + words.pick("，\(renaming.entries) 处", ", \(renaming.entries) entries"), .faint)
    }
  }

  private func entryLines(_ entries: [PlanEntry], _ sign: String, _ colour: Colour) -> [String] {
    let paths = entries.map { words.path($0.path, of: $0) }
    let width = min(paths.map(\.displayWidth).max() ?? 0, 48)
    return zip(entries, paths).map { entry, path in
      let units = words.joined(entry.assignments.map(words.assignment))
      let keepers = units.isEmpty ? entry.responsible : units
      return paint("  \(sign) " + path.padded(toDisplayWidth: width), colour) + "  "
        + oneLine(keepers).truncated(toDisplayWidth: 48)
    }
  }

  private func changed(_ change: EntryChange) -> [String] {
    let kinds = label.kinds(of: change).joined(separator: words.pick("、", ", "))
    var lines = [
      "  " + paint("~", .yellow) + " " + words.path(change.newPath, of: change.new) + "  "
        + paint("[\(kinds)]", .yellow)
    ]
    if !change.carried, change.renamed || change.moved || change.part != .whole {
      lines.append("      " + words.pick("原为：", "was: ") + words.path(change.oldPath, of: change.old))
    }
    let width = change.fields.map { words.field($0.field).displayWidth }.max() ?? 0
    for field in change.fields {
      // Units are told as what is gained and lost, if they were understood.
      if field.field.namesUnits, change.changesAssignments { continue }
      let name = words.field(field.field).padded(toDisplayWidth: width)
      let effect = [field.effect.map(words.effect), field.isDoubtful ? words.doubtful : nil].compactMap { $0 }
        .map { paint(words.pick("（\($0)）", " (\($0))"), .faint) }.joined()
      lines.append("      \(name)  \(marked(field))\(effect)")
    }
    lines += label.dutyLines(of: change).map { "      " + $0 }
    return lines
  }

  /// The changed words in [-…-] and {+…+}, or in colour; long parts that stay are shortened.
  private func marked(_ field: FieldChange) -> String {
    if field.field == .starred {
      return field.new == "true" ? words.pick("加注★", "starred") : words.pick("取消★", "no longer starred")
    }
    if field.old.isEmpty || field.new.isEmpty || field.segments.isEmpty {
      return piece(.delete, field.old) + piece(.insert, field.new)
    }
    let last = field.segments.count - 1
    return field.segments.enumerated().map { place, segment in
      segment.operation == .equal
        ? shortened(oneLine(segment.text), first: place == 0, last: place == last)
        : piece(segment.operation, segment.text)
    }.joined()
  }

  private func piece(_ operation: TextSegment.Operation, _ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let line = oneLine(text)
    switch operation {
    case .equal: return line
    case .delete: return usesColour ? paint(line, .struck) : "[-\(line)-]"
    case .insert: return usesColour ? paint(line, .green) : "{+\(line)+}"
    }
  }

  private func shortened(_ text: String, first: Bool, last: Bool) -> String {
    guard text.utf8.count > 30, text.count > 30 else { return text }
    if first { return "…" + text.suffix(14) }
    if last { return text.prefix(14) + "…" }
    return text.prefix(12) + "…" + text.suffix(12)
  }

  /// A text on one line, without characters that a terminal would take for commands.
  private func oneLine(_ text: String) -> String {
    // Control characters are below U+0020, or U+007F to U+009F, which begin with C2 in UTF-8; hardly any text holds one.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
    var line = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        line += " / "
      } else if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
