internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

/// Moves everything of a sheet that refers to rows: rules, links, filters, page breaks, panes, drawings, notes.
struct TemplateSurroundings {
  let map: RowMap
  let sheet: String
  let newName: String
  let scope: TemplateScope
  let moves: [String: SheetMove]
  private(set) var diagnostics: [Diagnostic] = []

  init(map: RowMap, sheet: String, newName: String, scope: TemplateScope, moves: [String: SheetMove]) {
    self.map = map
    self.sheet = sheet
    self.newName = newName
    self.scope = scope
    self.moves = moves
  }

  mutating func move(_ root: inout RawMarkup.Element, pageStarts: [Int]) {
    for index in root.children.indices {
      guard case .element(var element) = root.children[index] else { continue }
      switch element.localName {
      case "dimension": element["ref"] = element["ref"].flatMap { bounding($0) } ?? element["ref"]
      case "autoFilter": element["ref"] = element["ref"].flatMap { bounding($0) } ?? element["ref"]
      case "sheetViews":
        element.transform { part in
          if part.localName == "pane" { movePane(&part) }
          if part.localName == "selection" {
            part["activeCell"] = part["activeCell"].map(moved)
            part["sqref"] = part["sqref"].map {
              $0.split(separator: " ").map { moved(String($0)) }.joined(separator: " ")
            }
          }
        }
      case "conditionalFormatting": moveRule(&element, formulas: "formula")
      case "dataValidations":
        for place in element.children.indices {
          guard case .element(var validation) = element.children[place] else { continue }
          moveRule(&validation, formulas: "formula1", "formula2")
          element.children[place] = .element(validation)
        }
      case "protectedRanges", "ignoredErrors":
        element.transform { part in if let areas = part["sqref"] { part["sqref"] = self.areas(areas) } }
      case "hyperlinks": moveLinks(&element)
      case "rowBreaks": moveBreaks(&element, pageStarts: pageStarts)
      case "headerFooter": element.transform { part in fillHeader(&part) }
      default: break
      }
      root.children[index] = .element(element)
    }
    root.children.removeAll { node in
      guard case .element(let element) = node else { return false }
      let isRule = ["conditionalFormatting"].contains(element.localName)
      return isRule && element["sqref"]?.isEmpty == true
    }
    if !pageStarts.isEmpty, root.firstIndex("rowBreaks") == nil { addBreaks(pageStarts, to: &root) }
  }

  /// A frozen pane keeps the rows above it, however many they have become.
  private func movePane(_ pane: inout RawMarkup.Element) {
    if let cell = pane["topLeftCell"] { pane["topLeftCell"] = moved(cell) }
    guard pane["state"]?.hasPrefix("frozen") == true, let rows = pane["ySplit"].flatMap({ Int($0) }),
      (1..<CellArea.maximumRowCount).contains(rows)
    else { return }
    pane["ySplit"] = String(max(map.first(rows + 1) - 1, 1))
  }

  /// The new place for views and notes: of a cell the first one that it has become, of an area all of it.
  private func moved(_ reference: String) -> String {
    guard let area = SheetReference(reference) else { return reference }
    let first = map.first(area.rows.lowerBound)
    if area.rows.count == 1, area.firstColumn == area.lastColumn { return area.text(rows: first...first) }
    return area.text(
      rows: first...max(first, map.last(area.rows.upperBound)))
  }

  private func bounding(_ reference: String) -> String? {
    guard let area = SheetReference(reference) else { return nil }
    let first = map.first(area.rows.lowerBound)
    return area.text(rows: first...max(first, map.last(area.rows.upperBound)))
  }

  private func areas(_ text: String) -> String {
    text.split(separator: " ").flatMap { part -> [String] in
      guard let area = SheetReference(part) else { return [String(part)] }
      return map.runs(area.rows).map { area.text(rows: $0) }
    }.joined(separator: " ")
  }

  /// A rule's areas, and its formulas, which are written for the areas' first cell.
  private func moveRule(_ element: inout RawMarkup.Element, formulas: String...) {
    guard let old = element["sqref"] else { return }
    let new = areas(old)
    element["sqref"] = new
    guard let from = old.split(separator: " ").first.flatMap({ SheetReference($0) })?.rows.lowerBound,
      let to = new.split(separator: " ").first.flatMap({ SheetReference($0) })?.rows.lowerBound
    else { return }
    element.transform { part in
      guard formulas.contains(String(part.localName)) else { return }
      let formula = map.rewrite(part.text, from: from, to: to, sheet: sheet, newName: newName, moves: moves)
      part.children = [.raw(RawMarkup.escaped(formula))]
    }
  }

  /// Links repeat with their row.
  private func moveLinks(_ element: inout RawMarkup.Element) {
    element.children = element.children.flatMap { node -> [RawMarkup.Node] in
      guard case .element(let link) = node, let reference = link["ref"], let area = SheetReference(reference) else {
        return [node]
      }
      return map.merged(area.rows).map { rows in
        var copy = link
        copy["ref"] = area.text(rows: rows)
        return .element(copy)
      }
    }
  }

  private func moveBreaks(_ element: inout RawMarkup.Element, pageStarts: [Int]) {
    var breaks = Set(pageStarts)
    for item in element.elements {
      // A break stands below the row of its number.
      guard let row = item["id"].flatMap({ Int($0) }) else { continue }
      let runs = map.runs(row...row)
      breaks.formUnion(runs.isEmpty ? [map.last(row)] : runs.map(\.upperBound))
    }
    setBreaks(breaks, &element)
  }

  private func addBreaks(_ pageStarts: [Int], to root: inout RawMarkup.Element) {
    let prefix = root.prefix
    var element = RawMarkup.Element(prefix + "rowBreaks")
    setBreaks(Set(pageStarts), &element)
    let before = [
      "sheetData", "sheetProtection", "autoFilter", "mergeCells", "phoneticPr", "conditionalFormatting",
      "dataValidations",
      "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    ].compactMap { name in
      root.children.lastIndex { if case .element(let element) = $0 { element.localName == name } else { false } }
    }.max()
    root.children.insert(.element(element), at: before.map { $0 + 1 } ?? root.children.count)
  }

  private func setBreaks(_ breaks: Set<Int>, _ element: inout RawMarkup.Element) {
    let rows = breaks.filter { $0 > 0 }.sorted().prefix(1023)
    let prefix = element.prefix
    element.children = rows.map {
      .element(RawMarkup.Element(prefix + "brk", [("id", String($0)), ("max", "16383"), ("man", "1")]))
    }
    element["count"] = String(rows.count)
    element["manualBreakCount"] = String(rows.count)
  }

  private func fillHeader(_ element: inout RawMarkup.Element) {
    guard
      ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"].contains(
        String(element.localName))
    else { return }
    let text = Placeholder.pieces(of: element.text).map { piece in
      switch piece {
      case .text(let text): text
      // A value's ampersands are characters, the template's own are codes.
      case .placeholder(let placeholder):
        (TemplateText.value(placeholder, scope)?.text ?? "").replacing("&", with: "&&")
      }
    }.joined()
    element.children = [.raw(RawMarkup.escaped(String(text.prefix(255))))]
  }

  // MARK: Parts beside the sheet

  /// Drawings, notes and tables of the sheet.
  mutating func moveRelated(of part: String, in parts: inout WorkbookParts) throws(LanmuError) {
    for (_, target) in try parts.targets(of: part).sorted(by: { $0.key < $1.key }) {
      switch target.type.split(separator: "/").last {
      case "drawing":
        guard var markup = try parts.markup(target.part) else { continue }
        for index in markup.root.children.indices {
          guard case .element(var anchor) = markup.root.children[index] else { continue }
          moveAnchor(&anchor)
          markup.root.children[index] = .element(anchor)
        }
        parts.set(target.part, markup)
      case "comments":
        guard var markup = try parts.markup(target.part) else { continue }
        markup.root.transform { element in
          if element.localName == "comment", let reference = element["ref"] { element["ref"] = moved(reference) }
        }
        parts.set(target.part, markup)
      case "vmlDrawing": try moveShapes(target.part, in: &parts)
      case "table":
        guard var markup = try parts.markup(target.part) else { continue }
        markup.root.transform { element in
          if ["table", "autoFilter"].contains(String(element.localName)), let reference = element["ref"] {
            element["ref"] = bounding(reference)
          }
        }
        parts.set(target.part, markup)
      default: continue
      }
    }
  }

  /// Moves a drawing with its rows. One that moves but does not size with cells keeps its height, others stretch.
  private func moveAnchor(_ anchor: inout RawMarkup.Element) {
    // Rows of drawings count from 0.
    func row(_ end: String) -> Int? { anchor.first(end)?.first("row").flatMap { Int($0.text) } }
    func move(_ end: String, to row: Int) {
      guard let place = anchor.firstIndex(end), case .element(var corner) = anchor.children[place],
        let rowPlace = corner.firstIndex("row"), case .element(var element) = corner.children[rowPlace]
      else { return }
      element.children = [.raw(String(row))]
      corner.children[rowPlace] = .element(element)
      anchor.children[place] = .element(corner)
    }
    guard let first = row("from") else { return }
    let top = map.first(first + 1) - 1
    if let last = row("to") {
      let isSized = anchor["editAs"].map { $0 == "twoCell" } ?? true
      move("to", to: isSized ? map.first(last + 1) - 1 : top + last - first)
    }
    move("from", to: top)
  }

  private mutating func moveShapes(_ part: String, in parts: inout WorkbookParts) throws(LanmuError) {
    let parsed: RawMarkup?
    do throws(LanmuError) {
      parsed = try parts.markup(part)
    } catch {
      // Drawings of notes may be sloppy HTML; the notes stay, their frames where they were.
      diagnostics.append(
        Diagnostic(
          .note, code: "template.notes",
          message: Message(zh: "批注框的位置未随行移动", en: "the frames of notes were not moved with their rows"),
          position: SourcePosition(sheet: sheet)))
      return
    }
    guard var markup = parsed else { return }
    markup.root.transform { element in
      if element.localName == "Row", let row = Int(element.text) {
        element.children = [.raw(String(map.first(row + 1) - 1))]
      } else if element.localName == "Anchor" {
        var numbers = element.text.split(separator: ",").map { Int(String($0.filter { !$0.isWhitespace })) ?? 0 }
        guard numbers.count == 8 else { return }
        let height = numbers[6] - numbers[2]
        numbers[2] = max(0, map.first(numbers[2] + 1) - 1)
        numbers[6] = numbers[2] + height
        element.children = [.raw(numbers.map(String.init).joined(separator: ", "))]
      }
    }
    parts.set(part, markup)
  }
}
