import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

/// Collects paragraphs and tables from the events of a page.
///
/// libxml2 reports elements balanced, but nests what browsers close (a `td` inside an unclosed `div` of another `td`). So
/// the tables are kept by their own rules, those of WHATWG HTML 13.2.6.4.9 and following: a cell, row or group that starts
/// closes the one that is open in the same table, and ends of elements that are closed already mean nothing.
struct HTMLVisitor: MarkupVisitor {
  typealias Name = HTMLName

  /// Elements that may be open at once. Pages of carelessly closed markup nest deeper than any office document.
  private static let maximumDepth = 1024

  private let limits: ResourceLimits
  private var depth = 0
  /// The depth of the element whose content is not shown; 0 if all is.
  private var hiddenFrom = 0
  /// Where white space starts to be kept or, within, to collapse again.
  private var whiteSpaceModes: [(keeps: Bool, depth: Int)] = []
  /// Elements that their style makes blocks, or no blocks, against their nature.
  private var styledBlocks: [(isBlock: Bool, depth: Int)] = []
  private var lists: [(list: HTMLList?, depth: Int)] = []
  private var openTables: [OpenTable] = []
  private var models: [HTMLTableModel] = []
  private var blocks: [PendingBlock] = []
  private var flow = HTMLTextFlow()
  private var headings: [(level: Int, depth: Int)] = []
  /// Whether white space between cells has just come, which counts if text follows.
  private var hasSpaceBetweenCells = false
  /// The element whose end was the last event.
  private var justEnded: HTMLName?
  private var textBytes = 0
  private var cellCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var isFinished = false

  init(limits: ResourceLimits) { self.limits = limits }

  private enum PendingBlock {
    case paragraph(TableDocument.Paragraph)
    case table(Int)
  }

  private struct OpenTable {
    var model: Int
    var depth: Int
    /// The table's place among the blocks.
    var block: Int
    var groupDepth = 0
    var hasRow = false
    var rowDepth = 0
    /// The depth of the open cell or caption; 0 if neither is open.
    var cellDepth = 0
    var isCaption = false
    var flow = HTMLTextFlow()
  }

  mutating func startElement(_ name: HTMLName?, _ element: borrowing MarkupElement) throws(LanmuError) {
    depth += 1
    hasSpaceBetweenCells = false
    let endedBefore = justEnded
    justEnded = nil
    if depth > Self.maximumDepth {
      diagnostics.append(.pageTooDeep(line: element.line))
      isFinished = true
      return
    }
    guard hiddenFrom == 0 else { return }
    let style = element.attribute("style").map(HTMLInlineStyle.init)
    if name?.isUnshown == true || style?.display == HTMLInlineStyle.Display.none || element.hasAttribute("hidden") {
      hiddenFrom = depth
      return
    }
    if let keeps = style?.keepsWhiteSpace ?? (name?.keepsWhiteSpace == true ? true : nil) {
      whiteSpaceModes.append((keeps, depth))
    }
    if let display = style?.display, name?.isTablePart != true {
      styledBlocks.append((display != .inline, depth))
      if display != .inline { breakBlock() }
      if name?.isPlainBlock ?? true { return }
    }
    guard let name else { return }
    switch name {
    case .table: startTable()
    case .caption: startCaption()
    case .thead: startGroup(.head)
    case .tbody: startGroup(.body)
    case .tfoot: startGroup(.foot)
    case .tr: startRow()
    case .td, .th: startCell(name, element)
    case .br: withFlow { $0.breakLine() }
    case .ol, .ul, .menu, .dir: startList(name, element)
    case .li: startItem(element)
    case .param: readMark(element, behind: endedBefore)
    default:
      if name.isBlock { breakBlock() }
      if name.headingLevel > 0, openTables.isEmpty { headings.append((name.headingLevel, depth)) }
    }
  }

  mutating func endElement(_ name: HTMLName?, _ element: borrowing MarkupElement) throws(LanmuError) {
    defer { depth -= 1 }
    hasSpaceBetweenCells = false
    justEnded = name
    if hiddenFrom > 0 {
      if hiddenFrom == depth { hiddenFrom = 0 }
      return
    }
    if whiteSpaceModes.last?.depth == depth { whiteSpaceModes.removeLast() }
    if let styled = styledBlocks.last, styled.depth == depth {
      styledBlocks.removeLast()
      if styled.isBlock { breakBlock() }
      if name?.isPlainBlock ?? true { return }
    }
    guard let name else { return }
    switch name {
    case .table:
      while let table = openTables.last, table.depth >= depth { closeTable() }
    case .td, .th, .caption:
      if let table = openTables.last, table.cellDepth == depth { closeCell() }
    case .tr:
      if let table = openTables.last, table.rowDepth == depth { closeRow() }
    case .thead, .tbody, .tfoot:
      if let table = openTables.last, table.groupDepth == depth { closeGroup() }
    case .ol, .ul, .menu, .dir:
      breakBlock()
      if lists.last?.depth == depth { lists.removeLast() }
    default:
      if name.isBlock { breakBlock() }
      if headings.last?.depth == depth { headings.removeLast() }
    }
  }

  mutating func characters(_ text: borrowing MarkupText) throws(LanmuError) {
    justEnded = nil
    guard hiddenFrom == 0 else { return }
    var bytes: [UInt8] = []
    // Between cells white space is layout; other text belongs before the table.
    if let table = openTables.last, table.cellDepth == 0, text.isWhiteSpace {
      hasSpaceBetweenCells = true
      return
    }
    if hasSpaceBetweenCells { bytes.append(0x20) }
    hasSpaceBetweenCells = false
    text.append(to: &bytes)
    textBytes += bytes.count
    guard textBytes <= limits.textBytes else { throw .pageTooLong(limit: limits.textBytes) }
    let keepsWhiteSpace = whiteSpaceModes.last?.keeps == true
    withFlow { $0.append(bytes, keepsWhiteSpace: keepsWhiteSpace) }
  }

  /// The page's blocks: closes what is still open, and forms the grids.
  mutating func finish() -> [TableDocument.Block] {
    while !openTables.isEmpty { closeTable() }
    closeParagraph()
    let formed = models.map { $0.formed(limits: limits) }
    if formed.contains(where: \.isCut) { diagnostics.append(.tableCut()) }
    var heading = ""
    return blocks.map { block in
      switch block {
      case .paragraph(let paragraph):
        heading = PageFurniture.isHeading(paragraph.text) ? paragraph.text : ""
        return .paragraph(paragraph)
      case .table(let index):
        var grid = formed[index].grid
        if let parent = models[index].parent,
          let anchor = formed[parent.table].anchors[parent.group][parent.row][parent.cell]
        {
          grid.nestedIn = Grid.Nesting(table: parent.table, row: anchor.row, column: anchor.column)
        } else if grid.name.isEmpty {
          grid.name = heading
        }
        return .table(grid)
      }
    }
  }

  // MARK: Text

  /// The flow that text goes into: that of the open cell, else that of the page, even within a table.
  private mutating func withFlow(_ body: (inout HTMLTextFlow) -> Void) {
    if let index = openTables.lastIndex(where: { $0.cellDepth > 0 }) {
      body(&openTables[index].flow)
    } else {
      body(&flow)
    }
  }

  private mutating func breakBlock() {
    if openTables.contains(where: { $0.cellDepth > 0 }) {
      withFlow { $0.breakBlock() }
    } else {
      closeParagraph()
    }
  }

  private mutating func closeParagraph() {
    let text = flow.finish()
    guard !text.isEmpty else { return }
    let paragraph = TableDocument.Paragraph(text: text, headingLevel: headings.last?.level ?? 0)
    guard !openTables.isEmpty else {
      blocks.append(.paragraph(paragraph))
      return
    }
    // Text in a table but in none of its cells goes before the table (WHATWG HTML 13.2.6.1, foster parenting).
    blocks.insert(.paragraph(paragraph), at: openTables[0].block)
    openTables[0].block += 1
  }

  // MARK: Lists

  private mutating func startList(_ name: HTMLName, _ element: borrowing MarkupElement) {
    breakBlock()
    guard name == .ol else {
      lists.append((nil, depth))
      return
    }
    let style = HTMLList.style(type: element.attribute("type"), css: element.attribute("style"))
    let list = HTMLList(style: style, start: element.integer("start"), isReversed: element.hasAttribute("reversed"))
    lists.append((list, depth))
  }

  private mutating func startItem(_ element: borrowing MarkupElement) {
    breakBlock()
    // A list outside the open cell does not number what stands in the cell.
    guard let last = lists.indices.last, lists[last].depth > openTables.last?.cellDepth ?? 0,
      let marker = lists[last].list?.marker(value: element.integer("value")), !marker.isEmpty
    else { return }
    withFlow { $0.appendGenerated(marker) }
  }

  // MARK: Tables

  private mutating func startTable() {
    // A table right inside another, in none of its cells, ends that one.
    if let outer = openTables.last, outer.cellDepth == 0 { closeTable() }
    guard openTables.count < limits.tableDepth else {
      hiddenFrom = depth
      diagnostics.append(.tablesTooDeep())
      return
    }
    var model = HTMLTableModel()
    if let outer = openTables.last, !outer.isCaption {
      // The outer text breaks where the table ends: what stands in the table outside its cells still joins what is before.
      let groups = models[outer.model].groups
      let group = groups.count - 1
      let row = groups[group].rows.count - 1
      model.parent = (outer.model, group, row, groups[group].rows[row].count - 1)
    } else if openTables.isEmpty {
      closeParagraph()
    }
    models.append(model)
    blocks.append(.table(models.count - 1))
    openTables.append(OpenTable(model: models.count - 1, depth: depth, block: blocks.count - 1))
  }

  private mutating func closeTable() {
    closeGroup()
    if openTables.count == 1 { closeParagraph() }
    openTables.removeLast()
    withFlow { $0.breakBlock() }
  }

  private mutating func startCaption() {
    guard let table = openTables.indices.last, openTables[table].cellDepth == 0 || openTables[table].isCaption else {
      return
    }
    closeGroup()
    openTables[table].cellDepth = depth
    openTables[table].isCaption = true
  }

  private mutating func startGroup(_ kind: HTMLTableModel.RowGroup.Kind) {
    guard let table = openTables.indices.last else { return }
    closeGroup()
    openTables[table].groupDepth = depth
    models[openTables[table].model].groups.append(HTMLTableModel.RowGroup(kind: kind))
  }

  private mutating func startRow() {
    guard let table = openTables.indices.last else { return }
    closeRow()
    openRow(table)
    openTables[table].rowDepth = depth
  }

  private mutating func openRow(_ table: Int) {
    let model = openTables[table].model
    if openTables[table].groupDepth == 0 {
      openTables[table].groupDepth = -1
      models[model].groups.append(HTMLTableModel.RowGroup(kind: .body))
    }
    models[model].groups[models[model].groups.count - 1].rows.append([])
    openTables[table].hasRow = true
  }

  private mutating func startCell(_ name: HTMLName, _ element: borrowing MarkupElement) {
    guard let table = openTables.indices.last else {
      breakBlock()
      return
    }
    closeCell()
    guard cellCount < limits.cells else {
      if !isFinished { diagnostics.append(.tableCut()) }
      isFinished = true
      return
    }
    cellCount += 1
    if !openTables[table].hasRow { openRow(table) }
    let cell = HTMLTableModel.Cell(
      rowSpan: Self.span(element.attribute("rowspan"), allowsZero: true, most: 65_534),
      columnSpan: Self.span(element.attribute("colspan"), allowsZero: false, most: 1000), isHeader: name == .th)
    let model = openTables[table].model
    let group = models[model].groups.count - 1
    models[model].groups[group].rows[models[model].groups[group].rows.count - 1].append(cell)
    openTables[table].cellDepth = depth
    openTables[table].isCaption = false
  }

  /// Closes the open cell or caption, and keeps its text.
  private mutating func closeCell() {
    guard let table = openTables.indices.last, openTables[table].cellDepth > 0 else { return }
    let text = openTables[table].flow.finish()
    let model = openTables[table].model
    if openTables[table].isCaption {
      models[model].caption = text
    } else {
      let group = models[model].groups.count - 1
      let row = models[model].groups[group].rows.count - 1
      let cell = models[model].groups[group].rows[row].count - 1
      models[model].groups[group].rows[row][cell].text = text
    }
    openTables[table].cellDepth = 0
    openTables[table].isCaption = false
  }

  private mutating func closeRow() {
    guard let table = openTables.indices.last else { return }
    closeCell()
    openTables[table].hasRow = false
    openTables[table].rowDepth = 0
  }

  /// Reads a mark that stands behind an end tag, of which libxml2 may have said nothing.
  ///
  /// A row that began without a tag ends here. The end of a paragraph that is not open is an empty paragraph.
  private mutating func readMark(_ element: borrowing MarkupElement, behind ended: HTMLName?) {
    if element.attribute("name", equals: "/p") {
      if ended != .p { breakBlock() }
    } else if let table = openTables.last, table.hasRow, table.rowDepth == 0,
      element.attribute("name", equals: "/tr")
    {
      closeRow()
    }
  }

  private mutating func closeGroup() {
    guard let table = openTables.indices.last else { return }
    closeRow()
    openTables[table].groupDepth = 0
  }

  /// A span attribute by the standard's rules for non-negative integers: leading digits count, all else is 1.
  private static func span(_ value: String?, allowsZero: Bool, most: Int) -> Int {
    guard let value else { return 1 }
    let digits = value.drop { $0.isWhitespace || $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return 1 }
    let number = Int(digits.prefix(9)) ?? most
    if number == 0 { return allowsZero ? 0 : 1 }
    return min(number, most)
  }
}
