import Glibc
internal import CLibXLSXWriter
internal import LanmuDiagnostics

extension SheetWriter {
  /// Everything about printing.
  func writePage(rowBreaks: [Int], _ diagnostics: inout [Diagnostic]) throws(LanmuError) {
    let page = sheet.page
    unsafe worksheet_set_paper(worksheet, page.paper.rawValue)
    switch page.orientation {
    case .portrait: unsafe worksheet_set_portrait(worksheet)
    case .landscape: unsafe worksheet_set_landscape(worksheet)
    }
    let margins = page.margins
    func inches(_ value: Double) -> Double { value.isFinite ? min(max(value, 0), 10) : 0.5 }
    unsafe worksheet_set_margins(
      worksheet, inches(margins.left), inches(margins.right), inches(margins.top), inches(margins.bottom))
    unsafe worksheet.pointee.margin_header = inches(margins.header)
    unsafe worksheet.pointee.margin_footer = inches(margins.footer)
    if let pagesWide = page.pagesWide {
      unsafe worksheet_fit_to_pages(worksheet, UInt16(clamping: pagesWide), UInt16(clamping: page.pagesTall))
    } else if (10...400).contains(page.scale), page.scale != 100 {
      unsafe worksheet_set_print_scale(worksheet, UInt16(page.scale))
    }
    if page.centersHorizontally { unsafe worksheet_center_horizontally(worksheet) }
    try writeHeaderAndFooter(page)
    try writeTitles(page, &diagnostics)
    if !rowBreaks.isEmpty {
      var breaks = Set(rowBreaks).filter { $0 > 0 && $0 < CellArea.maximumRowCount }.sorted().map { UInt32($0) }
      // The library reads up to the first 0, and stores at most 1023.
      if breaks.count > 1023 { breaks.removeLast(breaks.count - 1023) }
      breaks.append(0)
      try WriterFault.check(
        unsafe worksheet_set_h_pagebreaks(worksheet, &breaks), "worksheet_set_h_pagebreaks", sheet: sheet.name)
    }
  }

  private func writeHeaderAndFooter(_ page: PageSetup) throws(LanmuError) {
    let header = CellText.fit(page.header.code).text
    let footer = CellText.fit(page.footer.code).text
    guard header.utf16.count <= 255, footer.utf16.count <= 255 else {
      throw WriterFault.invalid(
        Message(zh: "页眉或页脚超过 255 字符", en: "a header or footer is longer than 255 characters"), sheet: sheet.name)
    }
    if !header.isEmpty {
      try WriterFault.check(unsafe worksheet_set_header(worksheet, header), "worksheet_set_header", sheet: sheet.name)
    }
    if !footer.isEmpty {
      try WriterFault.check(unsafe worksheet_set_footer(worksheet, footer), "worksheet_set_footer", sheet: sheet.name)
    }
  }

  private func writeTitles(_ page: PageSetup, _ diagnostics: inout [Diagnostic]) throws(LanmuError) {
    if let rows = page.repeatedRows, rows.lowerBound >= 0, rows.upperBound < CellArea.maximumRowCount {
      try WriterFault.check(
        unsafe worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)),
        "worksheet_repeat_rows", sheet: sheet.name)
    }
    if let columns = page.repeatedColumns, columns.lowerBound >= 0, columns.upperBound < CellArea.maximumColumnCount {
      // Both titles together are printed into 128 bytes, each with the sheet's name.
      let length = 2 * (CellArea.quoted(sheet.name).utf8.count + 18)
      if page.repeatedRows != nil, length >= 128 {
        diagnostics.append(
          Diagnostic(
            .note, code: "workbook.repeatedColumns",
            message: Message(
              zh: "工作表名过长，打印时只重复标题行", en: "the sheet's name is too long to repeat columns as well as rows"),
            position: SourcePosition(sheet: sheet.name)))
      } else {
        try WriterFault.check(
          unsafe worksheet_repeat_columns(worksheet, UInt16(columns.lowerBound), UInt16(columns.upperBound)),
          "worksheet_repeat_columns", sheet: sheet.name)
      }
    }
    if let area = page.printArea, area.isValid {
      try WriterFault.check(
        unsafe worksheet_print_area(
          worksheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow), UInt16(area.lastColumn)),
        "worksheet_print_area", sheet: sheet.name)
    }
    // For a name of letters and digits only, the library writes references without quotes, and `2026!$A$1` is no
    // reference. Its own copy of the quoted name is what all these references are made from.
    if sheet.name.utf8.allSatisfy({ $0 < 0x80 }), let quoted = unsafe strdup(CellArea.quoted(sheet.name)) {
      unsafe free(worksheet.pointee.quoted_name)
      unsafe worksheet.pointee.quoted_name = unsafe quoted
    }
  }

  /// What is seen on the screen: panes, zoom, grid lines, filter, protection.
  func writeView() {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(
        worksheet, UInt32(clamping: min(sheet.frozenRows, CellArea.maximumRowCount - 1)),
        UInt16(clamping: min(sheet.frozenColumns, CellArea.maximumColumnCount - 1)))
    }
    if (10...400).contains(sheet.zoom), sheet.zoom != 100 { unsafe worksheet_set_zoom(worksheet, UInt16(sheet.zoom)) }
    let gridlines =
      switch (sheet.showsGridlines, sheet.page.printsGridlines) {
      case (true, true): LXW_SHOW_ALL_GRIDLINES
      case (true, false): LXW_SHOW_SCREEN_GRIDLINES
      case (false, true): LXW_SHOW_PRINT_GRIDLINES
      case (false, false): LXW_HIDE_ALL_GRIDLINES
      }
    unsafe worksheet_gridlines(worksheet, UInt8(gridlines.rawValue))
    if let color = sheet.tabColor { unsafe worksheet_set_tab_color(worksheet, color.libraryValue) }
    if let area = sheet.autofilter, area.isValid {
      unsafe worksheet_autofilter(
        worksheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow), UInt16(area.lastColumn))
    }
    if let protection = sheet.protection {
      var options = lxw_protection()
      options.format_rows = protection.allowsFormattingRows ? 1 : 0
      options.format_columns = protection.allowsFormattingColumns ? 1 : 0
      options.format_cells = protection.allowsFormattingCells ? 1 : 0
      options.insert_rows = protection.allowsInsertingRows ? 1 : 0
      options.sort = protection.allowsSorting ? 1 : 0
      options.autofilter = protection.allowsFiltering ? 1 : 0
      options.insert_hyperlinks = protection.allowsHyperlinks ? 1 : 0
      unsafe worksheet_protect(worksheet, nil, &options)
    }
  }
}
