public import LanmuAnalysis
public import LanmuDiagnostics
internal import LanmuReports
internal import LanmuWorkbook

/// A census as an XLSX file.
public enum CensusWorkbook {
  /// Writes the workbook to a path, replacing what stands there; returns what could not be shown in full.
  public static func write(_ census: Census, to path: String) throws(LanmuError) -> [Diagnostic] {
    try CensusReport.workbook(of: census).write(to: path, replacing: true)
  }
}
