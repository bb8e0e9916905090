import LanmuDiagnostics
import LanmuGrid

/// Cells of a table copied out of a page as paragraphs: one cell a paragraph, blank lines between them, no bar at all; a line of
/// white space is an empty cell.
///
/// Only a header tells such a table from prose: four labels or more, each known and a paragraph of its own. Where rows end is not
/// told at all, so that the cells are given as they follow each other, a row each; a text that begins with the next number of
/// a list goes on with the cell before, and so does the rest of a label that begins with “and”.
struct BareCellsDialect: TextDialect {
  let labels: KnownLabels

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var index = 0
    while index < text.count {
      guard free[index], !text.lines[index].isBlank, isLabel(text, line: index),
        labels.strength(of: text.trimmedText(line: index)) == 1
      else {
        index += 1
        continue
      }
      let header = headerLines(text, free: free, from: index)
      if header.count >= Self.leastLabels, labels.nameFields(header.map { text.trimmedText(line: $0) }),
        let claim = claim(text, free: free, header: header)
      {
        claims.append(claim)
        index = claim.lines.upperBound
      } else {
        index = max(index + 1, header.last ?? 0)
      }
    }
    return claims
  }

  private static let leastLabels = 4
  private static let leastRows = 3

  /// The lines of the known labels that follow each other, each with blank lines around it.
  private func headerLines(_ text: TextLines, free: [Bool], from first: Int) -> [Int] {
    var lines: [Int] = []
    var index = first
    while index < text.count, free[index] {
      if !text.lines[index].isBlank {
        guard isLabel(text, line: index) else { break }
        lines.append(index)
      }
      index += 1
    }
    return lines
  }

  private func isLabel(_ text: TextLines, line: Int) -> Bool {
    guard (line == 0 || text.lines[line - 1].isBlank) && (line + 1 == text.count || text.lines[line + 1].isBlank),
      text.lines[line].pipes == 0
    else { return false }
    return labels.strength(of: text.trimmedText(line: line)) > 0
  }

  private func claim(_ text: TextLines, free: [Bool], header: [Int]) -> TextClaim? {
    var cells: [FoundField] = header.map { FoundField(text: text.trimmedText(line: $0), line: $0 + 1) }
    var index = header[header.count - 1] + 1
    var end = index
    var number = 0
    // Page numbers, which are no cells.
    var paragraphs: [TextPiece] = []
    while index < text.count, free[index] {
      let line = text.lines[index]
      if line.isBlank {
        // A paragraph of its own; between paragraphs, white space is only what some write instead of nothing.
        if !line.range.isEmpty, isEmptyLine(index - 1, in: text), isEmptyLine(index + 1, in: text) {
          cells.append(FoundField(text: "", line: index + 1))
        }
        index += 1
        continue
      }
      let content = text.trimmedText(line: index)
      if PageFurniture.captionsTable(content) || PageFurniture.titlesTable(content) || NoteMark.opens(content) {
        break
      }
      let follows = !text.lines[index - 1].isBlank
      let counted = Self.number(content)
      if PageFurniture.isPageNumber(content) {
        paragraphs.append(TextPiece(line: index, content: .paragraph(content)))
      } else {
        let isCounted = counted == number + 1 && number > 0
        if let last = cells.indices.last, !cells[last].text.isEmpty,
          follows || isCounted || last >= header.count && Self.isRest(content, of: cells[last].text)
        {
          cells[last].text += "\n" + content
        } else {
          cells.append(FoundField(text: content, line: index + 1))
        }
        number = counted ?? (follows ? number : 0)
      }
      index += 1
      end = index
    }
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    guard cells.count >= header.count * (Self.leastRows + 1) else { return nil }
    let table = FoundTable(layout: .cellPerLine, rows: cells.map { [$0] }, rowLimits: .guessed)
    let piece = TextPiece(line: header[0], content: .found(table))
    return TextClaim(
      lines: header[0]..<end, pieces: [piece] + paragraphs,
      diagnostics: [.guessedRows(line: header[0] + 1)])
  }

  /// 规范性文件 and 及解读: whether a paragraph begins as no cell does, and is the rest of the label above it.
  private static func isRest(_ text: String, of label: String) -> Bool {
    guard text.count <= longestPart, (2...longestPart).contains(label.count),
      !label.contains(where: { "。；;：:".contains($0) }), !label.allSatisfy(\.isNumber),
      let joint = joints.first(where: text.hasPrefix), text.count > joint.count
    else { return false }
    return !joiningWords.contains(where: text.hasPrefix)
  }

  /// What a label is broken before. 和 and 与 begin too many names (和美乡村, 与法同行).
  private static let joints = ["、", "及", "以及"]
  /// Words that begin with one of them.
  private static let joiningWords = ["及时", "及早"]
  /// Labels are short, and so are their parts.
  private static let longestPart = 12

  private func isEmptyLine(_ line: Int, in text: TextLines) -> Bool {
    line >= text.count || text.lines[line].range.isEmpty
  }

  /// The number with which an item of a list begins: 2. or 2、.
  private static func number(_ text: String) -> Int? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.count), let mark = text.dropFirst(digits.count).first, ".、．".contains(mark) else {
      return nil
    }
    return Int(digits)
  }
}
