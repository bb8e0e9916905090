internal import LanmuContainer
internal import LanmuDiagnostics

/// Turns a template's rows into the rows of a workbook: each with the records that fill it.
struct TemplateExpansion {
  struct Line {
    var source: Int
    var scope: TemplateScope
    /// The list whose record fills `{.…}` in this line.
    var list: String?
    var startsPage = false
  }

  private let sheet: TemplateSheet
  private(set) var lines: [Line] = []
  /// Rows that are left out, since the data has no list of that name.
  private(set) var withoutList: [(row: Int, list: String)] = []
  private(set) var problems: [(row: Int, message: Message)] = []
  private var depth = 0

  private static let maximumLines = 1_000_000

  init(_ sheet: TemplateSheet, _ scope: TemplateScope) {
    self.sheet = sheet
    expand(1...max(sheet.lastRow, 1), scope)
  }

  private mutating func expand(_ rows: ClosedRange<Int>, _ scope: TemplateScope) {
    var row = rows.lowerBound
    while row <= rows.upperBound, lines.count < Self.maximumLines {
      let placeholders = sheet.rows[row]?.placeholders ?? []
      if let open = placeholders.first(where: { $0.kind == .open }) {
        guard let end = closing(open.name, from: row, through: rows.upperBound) else {
          problems.append(
            (
              row,
              Message(zh: "\(open.source)没有对应的{/\(open.name)}", en: "\(open.source) is never closed by {/\(open.name)}")
            ))
          append(row, scope)
          row += 1
          continue
        }
        repeatBlock(open, row...end, scope)
        row = end + 1
      } else {
        append(row, scope)
        row += 1
      }
    }
  }

  private mutating func repeatBlock(_ open: Placeholder, _ rows: ClosedRange<Int>, _ scope: TemplateScope) {
    guard depth < 8 else { return }
    depth += 1
    defer { depth -= 1 }
    // A row that holds nothing but the mark is the mark's alone.
    var inner: [ClosedRange<Int>] = []
    let first = isMarkOnly(rows.lowerBound) ? rows.lowerBound + 1 : rows.lowerBound
    let last = isMarkOnly(rows.upperBound) && rows.upperBound > rows.lowerBound ? rows.upperBound - 1 : rows.upperBound
    if first <= last { inner = [first...last] }
    let records: [TemplateRecord]
    if let list = scope.list(open.name) {
      records = list
    } else {
      records = scope.value(open.name)?.isTrue == true ? [TemplateRecord()] : []
    }
    for (index, record) in records.enumerated() {
      let before = lines.count
      for range in inner { expandInside(range, scope.pushing(record, of: open.name), of: open.name) }
      if open.startsPages, index > 0, before < lines.count { lines[before].startsPage = true }
    }
  }

  /// The rows of a block: marks of the block itself, in its first and last row, do not open it again.
  private mutating func expandInside(_ rows: ClosedRange<Int>, _ scope: TemplateScope, of name: String) {
    var row = rows.lowerBound
    while row <= rows.upperBound, lines.count < Self.maximumLines {
      let opens = (sheet.rows[row]?.placeholders ?? []).first { $0.kind == .open && $0.name != name }
      if let opens, let end = closing(opens.name, from: row, through: rows.upperBound) {
        repeatBlock(opens, row...end, scope)
        row = end + 1
      } else {
        append(row, scope)
        row += 1
      }
    }
  }

  private func closing(_ name: String, from row: Int, through last: Int) -> Int? {
    (row...last).first { number in
      sheet.rows[number]?.placeholders.contains { $0.kind == .close && $0.name == name } == true
    }
  }

  private func isMarkOnly(_ row: Int) -> Bool {
    guard let cells = sheet.rows[row]?.cells else { return false }
    return cells.allSatisfy { cell in
      cell.formula == nil
        && cell.pieces.allSatisfy { piece in
          switch piece {
          case .placeholder(let placeholder): placeholder.kind == .open || placeholder.kind == .close
          case .text(let text): text.allSatisfy(\.isWhitespace)
          }
        } && !cell.hasConstant
    }
  }

  private mutating func append(_ row: Int, _ scope: TemplateScope) {
    let placeholders = sheet.rows[row]?.placeholders ?? []
    var lists: [String] = []
    for placeholder in placeholders {
      if case .item(let list) = placeholder.kind, !lists.contains(list) { lists.append(list) }
    }
    if let absent = lists.first(where: { !$0.isEmpty && !scope.isEntered($0) && scope.list($0) == nil }) {
      withoutList.append((row, absent))
      return
    }
    // A record of a block around it is spoken of by the block's name as well: {频道.名称}.
    let repeating = lists.first { scope.repeats($0) }
    guard let list = repeating else {
      if isKept(placeholders, scope) { lines.append(Line(source: row, scope: scope, list: lists.first)) }
      return
    }
    for record in scope.list(list) ?? [] where lines.count < Self.maximumLines {
      let inner = scope.pushing(record)
      if isKept(placeholders, inner) { lines.append(Line(source: row, scope: inner, list: list)) }
    }
  }

  private func isKept(_ placeholders: [Placeholder], _ scope: TemplateScope) -> Bool {
    placeholders.allSatisfy { placeholder in
      switch placeholder.kind {
      case .ifPresent: scope.value(placeholder.name)?.isTrue == true
      case .ifAbsent: scope.value(placeholder.name)?.isTrue != true
      default: true
      }
    }
  }
}
