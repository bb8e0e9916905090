import Glibc
import LanmuContainer
import LanmuDiagnostics
import LanmuTestSupport
import LanmuWorkbook
import Testing

/// What libxlsxwriter 1.1.4 answers with a damaged file or the end of the process, each as the smallest workbook that shows it.
@Suite struct WriterTrapTests {
  private func sheet(_ name: String = "表", _ build: (inout Sheet) -> Void = { _ in }) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.set(0, 0, "甲")
    build(&sheet)
    return sheet
  }

  @Test func listsOfManyChineseNamesStandOnAHiddenSheet() throws {
    let names = (1...8).map { "某某县人民政府第\($0)办公室" }
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet { $0.validations.append(Validation(CellArea(row: 0, column: 0), .list(names))) }
      ]))
    let validation = try written.markup("xl/worksheets/sheet1.xml").first("dataValidations")?.first("dataValidation")
    #expect(validation?.first("formula1")?.text == "_lanmu_list_1")
    let workbook = try written.markup("xl/workbook.xml")
    #expect(workbook.first("definedNames")?.elements.first?.text == "'_选项'!$A$1:$A$8")
    #expect(workbook.first("sheets")?.elements.last?["state"] == "hidden")
  }

  @Test(arguments: ["=1+1", "+86", "-1", "@x", "http://example.cn", "internal:x", "_x0041_", "<b>&\u{1}"])
  func textStaysText(text: String) throws {
    let written = try WrittenWorkbook(Workbook(sheets: [sheet { $0.set(0, 0, .text(text)) }]))
    let data = try written.markup("xl/worksheets/sheet1.xml").first("sheetData")
    let cell = try #require(data?.elements.first?.elements.first)
    #expect(cell["t"] == "s")
    #expect(cell.first("f") == nil)
    let strings = try written.markup("xl/sharedStrings.xml")
    #expect(strings.elements.first?.text.contains("_x005F_") == (text == "_x0041_"))
    #expect(written.archive["xl/worksheets/_rels/sheet1.xml.rels"] == nil)
  }

  @Test func formulasCarryTheirValues() throws {
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.set(1, 0, .formula(Formula("=1/8", number: 0.125)))
          $0.set(2, 0, .formula(Formula("\"甲\"&\"<\"", text: "甲<")))
        }
      ]))
    let rows = try written.markup("xl/worksheets/sheet1.xml").first("sheetData")?.elements ?? []
    #expect(rows[1].elements.first?.first("v")?.text == "0.125")
    #expect(rows[2].elements.first?.first("v")?.text == "甲<")
  }

  /// The library escapes control characters in plain cells only.
  @Test func controlCharactersAreEscapedWhereTheLibraryDoesNot() throws {
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.set(
            1, 0,
            .rich([TextRun("红\u{1B}[31m", style: OfficialStyle.heading), TextRun("色", style: OfficialStyle.note)]))
          $0.set(2, 0, .formula(Formula("\"甲\"", text: "甲\u{7}")))
        }
      ]))
    let rich = try written.markup("xl/sharedStrings.xml").elements.last?.elements.first
    #expect(rich?.first("t")?.text == "红_x001B_[31m")
    let rows = try written.markup("xl/worksheets/sheet1.xml").first("sheetData")?.elements ?? []
    #expect(rows[2].elements.first?.first("v")?.text == "甲_x0007_")
  }

  @Test func overlappingAreasAreRefused() {
    let bad = sheet {
      $0.merge(CellArea(rows: 1...2, columns: 0...1), "a")
      $0.merge(CellArea(rows: 2...3, columns: 1...2), "b")
    }
    #expect(throws: LanmuError(.init("workbook.invalid"), .software, message: .none, remedy: .none)) {
      try WrittenWorkbook(Workbook(sheets: [bad]))
    }
  }

  @Test(arguments: ["", "a/b", "'a", String(repeating: "长", count: 32), "[x]"])
  func badSheetNamesAreRefused(name: String) {
    #expect(throws: LanmuError.self) { try WrittenWorkbook(Workbook(sheets: [sheet(name)])) }
    #expect(SheetName.fault(of: SheetName.safe(name)) == nil)
  }

  @Test func sheetNamesAreUniqueWhateverTheirCase() throws {
    #expect(SheetName.safe("ABC", taken: ["abc", "ABC(2)"]) == "ABC(3)")
    #expect(SheetName.safe("History") == "History_")
    #expect(SheetName.safeFile("a/b:c*?.") == "a_b_c__")
    #expect(SheetName.safeFile("con") == "_con")
    #expect(throws: LanmuError.self) { try WrittenWorkbook(Workbook(sheets: [sheet("a"), sheet("A")])) }
  }

  @Test func referencesToSheetsNamedByDigitsAreQuoted() throws {
    let written = try WrittenWorkbook(Workbook(sheets: [sheet("2026") { $0.page.repeatedRows = 0...0 }]))
    let names = try written.markup("xl/workbook.xml").first("definedNames")
    #expect(names?.elements.first?.text == "'2026'!$1:$1")
  }

  @Test func longSheetNamesKeepTheirTitles() throws {
    let name = String(repeating: "名", count: 31)
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet(name) {
          $0.page.repeatedRows = 0...1
          $0.page.repeatedColumns = 0...1
        }
      ]))
    #expect(try written.markup("xl/workbook.xml").first("definedNames")?.elements.first?.text == "'\(name)'!$1:$2")
    #expect(written.diagnostics.map(\.code) == ["workbook.repeatedColumns"])
  }

  @Test func notFiniteNumbersAndLongTextsAreTold() throws {
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.set(0, 0, .number(.nan))
          $0.set(1, 0, .text(String(repeating: "字", count: 40_000)))
          $0.links = [Hyperlink(row: 0, column: 0, .address("javascript:alert(1)"))]
        }
      ]))
    #expect(
      Set(written.diagnostics.map(\.code)) == ["workbook.notFinite", "workbook.textCut", "workbook.linksDropped"])
  }

  @Test func addressesWithTheLibrarysOwnWordsStayAddresses() throws {
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet { $0.links = [Hyperlink(row: 0, column: 0, .address("http://x.cn/internal:external:a"))] }
      ]))
    let relationship = try written.markup("xl/worksheets/_rels/sheet1.xml.rels").elements.first
    #expect(relationship?["TargetMode"] == "External")
    #expect(relationship?["Target"]?.hasPrefix("http://x.cn/internal") == true)
  }

  @Test func damagedPicturesAreRefused() {
    let picture = sheet { $0.pictures = [Picture(row: 0, column: 0, bytes: [0x89, 0x50, 0x4E, 0x47])] }
    #expect(throws: LanmuError.self) { try WrittenWorkbook(Workbook(sheets: [picture])) }
  }

  @Test func aWorkbookNeedsAVisibleSheet() {
    #expect(throws: LanmuError.self) { try WrittenWorkbook(Workbook(sheets: [sheet { $0.visibility = .hidden }])) }
  }

  @Test func partsKeepTheSchemasOrder() throws {
    let written = try WrittenWorkbook(WorkbookExampleTests.example())
    let parts = written.archive.filter { $0.key.hasSuffix(".xml") }
    #expect(parts.count > 8)
    for (part, bytes) in parts {
      let root = try RawMarkup(bytes, part: part).root
      #expect(SchemaOrder.fault(in: root) == nil, "\(part)")
    }
  }

  /// On a full disk the library leaves the end of a part out and says nothing.
  @Test func aPartThatEndsEarlyIsNoticed() throws {
    let written = try WrittenWorkbook(WorkbookExampleTests.example())
    let path = "/tmp/lanmu-cut-\(getpid())-\(UInt64.random(in: .min ... .max)).xlsx"
    defer { _ = unsafe unlink(path) }
    let parts = written.archive.map { (name: $0.key, bytes: $0.value) }
    try ZipArchiveWriter.write(parts, to: path)
    try TemporarySpace.check(path)
    for (index, part) in parts.enumerated() where !part.name.hasSuffix(".png") {
      for count in [0, part.bytes.count / 2, part.bytes.count - 2] {
        var cut = parts
        cut[index].bytes = Array(part.bytes.prefix(count))
        try ZipArchiveWriter.write(cut, to: path)
        let error = #expect(throws: LanmuError.self, "\(part.name) up to \(count)") { try TemporarySpace.check(path) }
        #expect(error?.code == .init("workbook.temporaryFile"))
      }
    }
  }

  /// The library relates a rule on text to the last column of its area.
  @Test func rulesOnTextSpeakOfTheAreasFirstCell() throws {
    let area = CellArea(rows: 2...5, columns: 1...3)
    let style = CellStyle().with { $0.bold = true }
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.conditionalFormats = [
            ConditionalFormat(area, .containsText("逾\"期", style)), ConditionalFormat(area, .equalsText("空白", style)),
            ConditionalFormat(area, .blank(style)),
          ]
        }
      ]))
    let rules = try written.markup("xl/worksheets/sheet1.xml").elements.filter {
      $0.localName == "conditionalFormatting"
    }
    #expect(rules.allSatisfy { $0["sqref"] == "B3:D6" })
    let formulas = rules.flatMap(\.elements).compactMap { $0.first("formula")?.text }
    #expect(
      formulas == ["NOT(ISERROR(SEARCH(\"逾\"\"期\",B3)))", "B3=\"空白\"", "LEN(TRIM(B3))=0"])
  }

  /// The library has no autofit: widths are computed from the text, within their bounds.
  @Test func columnsAreAsWideAsTheirText() throws {
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.columns = Array(repeating: SheetColumn(width: .fitting(minimum: 8, maximum: 40)), count: 3)
          $0.set(1, from: 0, ["短", .text(String(repeating: "字", count: 12)), .text(String(repeating: "长", count: 99))])
        }
      ]))
    let columns = try written.markup("xl/worksheets/sheet1.xml").first("cols")?.elements ?? []
    let widths = columns.compactMap { $0["width"].flatMap { Double($0) } }
    #expect(widths.count == 3)
    #expect((8...9).contains(widths[0]))
    #expect((23...28).contains(widths[1]), "12 characters of 11 points")
    #expect((40...41).contains(widths[2]))
  }

  @Test func wordsAroundAValidationAreCutToTheirLimits() throws {
    let long = String(repeating: "字", count: 400)
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.validations = [
            Validation(
              CellArea(row: 0, column: 0), .wholeNumber(0...9), promptTitle: long, prompt: long, errorTitle: long,
              error: long)
          ]
        }
      ]))
    let validation = try #require(
      written.markup("xl/worksheets/sheet1.xml").first("dataValidations")?.first("dataValidation"))
    #expect(["promptTitle", "errorTitle"].allSatisfy { (1...32).contains(validation[$0]?.utf16.count ?? 0) })
    #expect(["prompt", "error"].allSatisfy { (1...255).contains(validation[$0]?.utf16.count ?? 0) })
  }

  /// What ends in a damaged file, or in a count that runs over, if it reaches the library.
  enum Impossible: CaseIterable {
    case validations, emptyList, areaBeyondTheSheet, endlessNumber, formatBeyondTheSheet, singleCellMerged
    case emptyFormula, longFormula, widthOfNoNumber, wideColumn, longFooter, cellBeyondTheSheet

    func put(into sheet: inout Sheet) {
      let cell = CellArea(row: 0, column: 0)
      switch self {
      case .validations:
        sheet.validations = (0...255).map { Validation(CellArea(row: $0, column: 0), .wholeNumber(0...9)) }
      case .emptyList: sheet.validations = [Validation(cell, .list([]))]
      case .areaBeyondTheSheet: sheet.validations = [Validation(CellArea(rows: 0...2_000_000, columns: 0...0), .any)]
      case .endlessNumber: sheet.validations = [Validation(cell, .decimal(0...Double.infinity))]
      case .formatBeyondTheSheet:
        sheet.conditionalFormats = [
          ConditionalFormat(CellArea(rows: 0...0, columns: 0...20_000), .dataBar(Color(0)))
        ]
      case .singleCellMerged: sheet.merges = [cell]
      case .emptyFormula: sheet.set(1, 0, .formula(Formula("=", number: 0)))
      case .longFormula:
        sheet.set(1, 0, .formula(Formula("=" + String(repeating: "1+", count: 5000) + "1", number: 0)))
      case .widthOfNoNumber: sheet.columns = [SheetColumn(width: .fixed(.nan))]
      case .wideColumn: sheet.columns = [SheetColumn(width: .fixed(300))]
      case .longFooter: sheet.page.footer.left = HeaderFooter.Part(String(repeating: "页", count: 300))
      case .cellBeyondTheSheet: sheet.rows.append(SheetRow([SheetCell(column: 20_000, value: "远")]))
      }
    }
  }

  @Test(arguments: Impossible.allCases) func whatAWorksheetCannotHoldIsRefused(what: Impossible) {
    let error = #expect(throws: LanmuError.self) {
      try WrittenWorkbook(Workbook(sheets: [sheet { what.put(into: &$0) }]))
    }
    #expect(error?.code == .init("workbook.invalid"))
  }

  @Test(arguments: ["", "1a", "a b", "甲!乙", String(repeating: "名", count: 60)])
  func badNamesOfAreasAreRefused(name: String) {
    let names = [DefinedName(name, area: CellArea(row: 0, column: 0), inSheet: "表")]
    #expect(throws: LanmuError.self) { try WrittenWorkbook(Workbook(sheets: [sheet()], definedNames: names)) }
  }

  @Test func wrappedTextInMergedCellsGetsItsHeight() throws {
    let text = String(repeating: "汉字", count: 50)
    let written = try WrittenWorkbook(
      Workbook(sheets: [
        sheet {
          $0.setWidths([10, 10])
          $0.merge(CellArea(rows: 1...2, columns: 0...1), .text(text), OfficialStyle.body)
        }
      ]))
    let rows = try written.markup("xl/worksheets/sheet1.xml").first("sheetData")?.elements ?? []
    let heights = rows.dropFirst().compactMap { $0["ht"].flatMap { Double($0) } }
    // 100 characters of 10 points in some 110 points make ten lines at least.
    #expect(heights.reduce(0, +) >= 130)
  }
}

extension Message {
  fileprivate static let none = Message(zh: "无", en: "none")
}
