public import LanmuAnalysis
public import LanmuContainer
public import LanmuDiagnostics
internal import LanmuReports
internal import LanmuWorkbook

/// A census as an XLSX file.
public enum CensusWorkbook {
  /// Writes the workbook to a path, replacing what stands there; returns what could not be shown in full.
  ///
  /// A hidden sheet carries the census's JSON, so that next month's census can be told of this one by its workbook.
  public static func write(
    _ census: Census, to path: String, calendar: WorkingCalendar = .national
  ) throws(LanmuError) -> [Diagnostic] {
    var workbook = CensusReport.workbook(of: census, calendar: calendar)
    workbook.sheets.append(CensusRecord.sheet(of: CensusJSON.text(census)))
    return try workbook.write(to: path, replacing: true)
  }

  /// Fills an office's own form with the month's figures; it carries the census's JSON as well.
  public static func write(
    _ census: Census, template: ByteSource, to path: String, calendar: WorkingCalendar = .national
  ) throws(LanmuError) -> [Diagnostic] {
    let json = CensusRecord.sheet(of: CensusJSON.text(census))
    return try TemplateOutput.write(
      CensusTemplateData.record(of: census, calendar: calendar), in: PreparedTemplate(WorkbookParts(template)),
      aliases: CensusTemplateData.aliases, to: path, replacing: true
    ) { parts throws(LanmuError) in
      try parts.addHiddenTexts(json.rows.map { $0.cells.first?.value.plainText ?? "" }, named: json.name)
    }
  }
}
