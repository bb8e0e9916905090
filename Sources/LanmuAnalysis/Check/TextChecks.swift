import LanmuDiagnostics
import LanmuPlan
internal import LanmuGrid

/// Brackets that do not close, and document numbers that are written in two ways.
struct TextChecks {
  let plan: Plan

  // MARK: Brackets

  func brackets(in entry: PlanEntry) -> [CheckFinding] {
    let texts =
      entry.path + [
        entry.requirement, entry.target, entry.supply.text, entry.update.text, entry.mode, entry.lead,
        entry.responsible,
        entry.cooperating, entry.remarks,
      ]
    return texts.compactMap { text in
      guard let words = unbalanced(text) else { return nil }
      return CheckFinding(
        .warning, code: "check.text.brackets",
        message: Message(zh: "“\(words)”中的括号或引号不配对", en: "brackets or quotation marks in “\(words)” do not match"),
        remedy: Message(zh: "请补上或删去一半", en: "add the missing half or remove the other"), position: entry.position,
        entry: entry.id, path: entry.path)
    }
  }

  /// The words around the first bracket without its partner; `nil` if all match.
  private func unbalanced(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: TextChecks.marks.contains) else { return nil }
    let folded = FoldedText(text)
    var open: [(mark: Unicode.Scalar, place: Int)] = []
    for (place, scalar) in folded.scalars.enumerated() {
      switch scalar {
      case "(", "《", "“": open.append((scalar, place))
      case ")", "》", "”":
        let partner: Unicode.Scalar = scalar == ")" ? "(" : scalar == "》" ? "《" : "“"
        if open.last?.mark == partner {
          open.removeLast()
        } else if scalar == ")", isItemNumber(folded, before: place) {
          continue
        } else {
          return around(folded, place)
        }
      default: break
      }
    }
    return open.first.map { around(folded, $0.place) }
  }

  private static let marks: Set<Unicode.Scalar> = Set("()（）〔〕[]［］【】《》“”「」『』\"".unicodeScalars)

  /// 1) and a) number an item.
  private func isItemNumber(_ text: FoldedText, before place: Int) -> Bool {
    guard place > 0 else { return false }
    let mark = text.scalars[place - 1]
    return ("0"..."9").contains(mark) || ("a"..."z").contains(mark) || ChineseNumeral.isNumeral(mark)
  }

  private func around(_ text: FoldedText, _ place: Int) -> String {
    text.original(max(0, place - 10)..<min(text.count, place + 11))
  }

  // MARK: Document numbers

  /// One year and number under two names of the issuing office (桂政办发, 桂政办电).
  func documentNumbers() -> [CheckFinding] {
    var seen: [String: [(number: DocumentNumber, position: SourcePosition)]] = [:]
    for (text, position) in texts() {
      for number in DocumentNumber.all(in: text) {
        let key = number.year + "-" + number.serial
        if seen[key]?.contains(where: { $0.number == number }) != true {
          seen[key, default: []].append((number, position))
        }
      }
    }
    return seen.keys.sorted().flatMap { key -> [CheckFinding] in
      let variants = seen[key] ?? []
      return variants.indices.flatMap { first in
        variants.indices.filter { $0 > first }.compactMap { second in
          finding(variants[first].number, variants[second].number, at: variants[second].position)
        }
      }
    }
  }

  private func finding(_ one: DocumentNumber, _ two: DocumentNumber, at position: SourcePosition) -> CheckFinding? {
    guard NearNames.differsInOne(one.office, two.office) || NearNames.lacksOneCharacter(one.office, two.office) else {
      return nil
    }
    return CheckFinding(
      .warning, code: "check.number.spelling",
      message: Message(
        zh: "文号“\(one.text)”又写作“\(two.text)”", en: "the document number “\(one.text)” is also written “\(two.text)”"),
      remedy: Message(zh: "请核对原文件，统一文号", en: "look at the document itself and use one number"), position: position)
  }

  private func texts() -> [(String, SourcePosition)] {
    var result: [(String, SourcePosition)] = [(plan.title, SourcePosition()), (plan.documentNumber, SourcePosition())]
    for (index, table) in plan.tables.enumerated() {
      for text in table.header + [table.title, table.note] { result.append((text, SourcePosition(table: index))) }
    }
    for entry in plan.entries {
      for text in entry.path + [entry.requirement, entry.target, entry.update.text, entry.remarks] {
        result.append((text, entry.position))
      }
    }
    return result
  }
}
