/// Where pages end, so that blocks that belong together are not torn apart.
package enum Pagination {
  /// The sheet's row breaks, with those added that keep each block of `page.keptTogether` on one page.
  ///
  /// Reckoned from the page's size and the scale that fits the columns to its width; a block higher than a page is left
  /// alone.
  static func rowBreaks(of sheet: Sheet, heights: [Double?], fitting: SheetFitting) -> [Int] {
    let page = sheet.page
    guard !page.keptTogether.isEmpty else { return page.rowBreaks }
    let columnCount = max(sheet.columns.count, (sheet.rows.map { $0.cells.last?.column ?? -1 }.max() ?? -1) + 1)
    var width = 0.0
    for column in 0..<columnCount where !(sheet.columns.indices.contains(column) && sheet.columns[column].isHidden) {
      width += TextMeasure.points(ofColumnWidth: fitting.width(ofColumn: column))
    }
    let scale = page.pagesWide == nil ? Double(page.scale) / 100 : min(1, page.printableWidth / max(width, 1))
    let capacity = capacity(ofHeight: page.printableHeight, scale: scale)
    func height(_ row: Int) -> Double {
      sheet.rows[row].isHidden ? 0 : heights[row] ?? SheetFitting.standardRowHeight
    }
    let titles = page.repeatedRows.map { $0.clamped(to: 0...max(sheet.rows.count - 1, 0)) }
    let titleHeight = titles.map { $0.reduce(0.0) { $0 + height($1) } } ?? 0
    var breaks = Set(page.rowBreaks)
    let blocks = Dictionary(page.keptTogether.map { ($0.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var used = 0.0
    for row in sheet.rows.indices {
      if breaks.contains(row) { used = titleHeight }
      if let block = blocks[row], block.upperBound < sheet.rows.count, row > 0 {
        let needed = block.reduce(0.0) { $0 + height($1) }
        if used + needed > capacity, needed + titleHeight <= capacity, breaks.insert(row).inserted {
          used = titleHeight
        }
      }
      if used + height(row) > capacity { used = titleHeight }
      used += height(row)
    }
    return breaks.sorted()
  }

  /// The points of rows that fit into so much height of paper at a scale.
  ///
  /// Programs differ in rounding heights and in the room for footers, so it is a little less than what there is.
  package static func capacity(ofHeight height: Double, scale: Double) -> Double {
    height / max(scale, 0.1) * 0.95 - 12
  }

  /// A paper's width and height in points by its number in workbooks; A4 for one that is not known.
  package static func size(ofPaper number: Int, isLandscape: Bool) -> (width: Double, height: Double) {
    let papers: [Int: PageSetup.Paper] = [1: .letter, 8: .a3, 9: .a4, 11: .a5]
    return size(of: papers[number] ?? .a4, isLandscape: isLandscape)
  }

  fileprivate static func size(of paper: PageSetup.Paper, isLandscape: Bool) -> (width: Double, height: Double) {
    let portrait: (width: Double, height: Double) =
      switch paper {
      case .letter: (612, 792)
      case .a3: (841.9, 1190.6)
      case .a4: (595.3, 841.9)
      case .a5: (419.5, 595.3)
      }
    return isLandscape ? (portrait.height, portrait.width) : portrait
  }
}

extension PageSetup {
  /// The points between the margins at the sides.
  package var printableWidth: Double { size.width - (margins.left + margins.right) * 72 }

  /// The points between the margins above and below.
  var printableHeight: Double { size.height - (margins.top + margins.bottom) * 72 }

  private var size: (width: Double, height: Double) {
    Pagination.size(of: paper, isLandscape: orientation == .landscape)
  }
}
