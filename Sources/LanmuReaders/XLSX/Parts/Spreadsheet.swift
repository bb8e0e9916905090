internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuGrid

/// An open workbook: its worksheets in their order, and what their cells refer to.
struct Spreadsheet: ~Copyable {
  struct Sheet {
    var name: String
    var visibility: Grid.Visibility
    var part: ZipArchive.Entry
  }

  let package: OfficePackage
  let sheets: [Sheet]
  let values: CellValues
  let diagnostics: [Diagnostic]

  /// - Throws: the errors of `OfficePackage`; `xlsx.noWorkbook`, `xlsx.binary`, `xlsx.tooMuchText`.
  init(_ source: ByteSource, limits: ResourceLimits, usesScanner: Bool) throws(LanmuError) {
    let package = try OfficePackage(source, limits: limits)
    let main = package.mainPart
    let position = package.archive.position(of: main)
    switch package.kind {
    case .workbook: break
    case .binaryWorkbook: throw .binaryWorkbook(at: position)
    default: throw .notWorkbook(at: position)
    }
    var diagnostics = package.diagnostics
    var workbook = WorkbookVisitor()
    let ending = try MarkupReader.readXML(main, of: package.archive, visitor: &workbook)
    if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: position)) }
    let relationships = try package.relationships(of: main.name)
    diagnostics += relationships.diagnostics

    var values = CellValues()
    values.dateSystem = workbook.dateSystem
    if let entry = Self.part("styles", named: "xl/styles.xml", of: package, relationships.value) {
      var styles = StylesVisitor(limits: limits)
      let ending = try MarkupReader.readXML(entry, of: package.archive, visitor: &styles)
      if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: package.archive.position(of: entry))) }
      values.formats = styles.formats
    }
    if let entry = Self.part("sharedStrings", named: "xl/sharedStrings.xml", of: package, relationships.value) {
      let strings = try SharedStringsReader(limits: limits, usesScanner: usesScanner).read(entry, of: package.archive)
      values.sharedStrings = strings.value
      diagnostics += strings.diagnostics
    }

    var sheets: [Sheet] = []
    for sheet in workbook.sheets {
      var place = position
      place.line = sheet.line
      let relationship = relationships.value.first { $0.id == sheet.relationship }
      if let kind = relationship?.kind,
        ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"].contains(kind)
      {
        diagnostics.append(.sheetWithoutCells(sheet.name, at: place))
      } else if let part = relationship.flatMap({ package.part(of: $0, from: main.name) }) {
        sheets.append(Sheet(name: sheet.name, visibility: sheet.visibility, part: part))
      } else {
        diagnostics.append(.sheetMissing(sheet.name, at: place))
      }
    }
    if workbook.sheets.isEmpty { diagnostics.append(.noSheets(at: position)) }
    self.package = package
    self.sheets = sheets
    self.values = values
    self.diagnostics = diagnostics
  }

  /// The part of that kind that the workbook names; where it names none, the part of the usual name.
  private static func part(
    _ kind: String, named name: String, of package: borrowing OfficePackage, _ relationships: [PackageRelationship]
  ) -> ZipArchive.Entry? {
    for relationship in relationships where relationship.kind == kind {
      if let entry = package.part(of: relationship, from: package.mainPart.name) { return entry }
    }
    return package.archive.entry(named: name)
  }
}

extension Diagnostic {
  fileprivate static func sheetWithoutCells(_ name: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .note, code: "xlsx.sheetWithoutCells",
      message: Message(
        zh: "“\(name)”是图表、对话框或宏表，没有单元格，未读取", en: "“\(name)” is a chart, dialog or macro sheet and was not read"),
      position: position)
  }

  fileprivate static func sheetMissing(_ name: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .error, code: "xlsx.sheetMissing",
      message: Message(zh: "工作表“\(name)”的内容不在文件中", en: "The content of the sheet “\(name)” is not in the file"),
      position: position)
  }

  fileprivate static func noSheets(at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      .error, code: "xlsx.noSheets", message: Message(zh: "工作簿没有列出任何工作表", en: "The workbook lists no sheet"),
      position: position)
  }
}
