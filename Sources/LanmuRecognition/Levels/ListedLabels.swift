internal import LanmuDiagnostics

/// Cells of the innermost level that list several labels, one a line, and not one label broken over lines.
enum ListedLabels {
  /// A doubt for a cell whose lines could each be a label: none is short, and no column's width breaks them where they end.
  static func doubt(of raw: String) -> Doubt? {
    guard raw.contains(where: \.isNewline) else { return nil }
    let lines = CellText.field(raw).split(separator: "\n").map { CellText.label(String($0)) }
    let lengths = lines.map(\.unicodeScalars.count)
    guard lines.count > 1 else { return nil }
    // A number in front of each line says that it is one of several.
    if lines.allSatisfy(CellText.startsListItem) { return doubt(lines, probability: 0.3) }
    guard lines.allSatisfy(mayBeLabel) else { return nil }
    // A label that is broken fills its lines, all but the last.
    let isFilled = lengths.dropLast().allSatisfy { $0 == lengths[0] } && lengths[lengths.count - 1] <= lengths[0]
    guard !isFilled || lines.count > 2 else { return nil }
    return doubt(lines, probability: 0.6)
  }

  private static func doubt(_ lines: [String], probability: Double) -> Doubt {
    let list = lines.joined(separator: "、")
    return Doubt(
      field: .level, code: "label.list",
      message: Message(
        zh: "栏目名各行（\(list)）已连成一个名称，也可能是几个栏目",
        en: "the lines of a label (\(list)) were joined to one name, but may be several columns"),
      probability: probability)
  }

  private static func mayBeLabel(_ line: String) -> Bool {
    let scalars = line.unicodeScalars
    guard (4...14).contains(scalars.count), let first = scalars.first, let last = scalars.last else { return false }
    return !"（(）)、，及和与的".unicodeScalars.contains(first) && !"（(、，及和与的".unicodeScalars.contains(last)
      && scalars.allSatisfy(\.properties.isIdeographic)
  }
}
