import Dispatch
package import LanmuDiagnostics
package import LanmuReports
internal import LanmuAnalysis
internal import LanmuWorkbook

/// Task sheets as files in a folder: one for each unit, and the index.
///
/// All cores write; every file appears whole or not at all. Nothing is written if one of the files exists and may not be
/// replaced.
package struct TaskSheetFolder: Sendable {
  package let report: TaskSheetReport
  package let folder: String
  package let replacing: Bool
  /// `nil` for the program's own layout.
  package let template: PreparedTemplate?

  package init(_ report: TaskSheetReport, folder: String, replacing: Bool, template: PreparedTemplate? = nil) {
    self.template = template
    self.report = report
    self.folder = folder
    self.replacing = replacing
  }

  /// Writes everything and tells `progress` now and then how many files are done; returns what was noticed.
  package func write(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LanmuError) -> [Diagnostic] {
    let names = report.fileNames
    try OutputFile.makeDirectory(folder)
    for name in names + [report.indexFileName] where !replacing && OutputFile.kind(of: path(name)) != .nothing {
      throw OutputError.exists(path(name))
    }
    let results = ResultBox(count: names.count)
    DispatchQueue.concurrentPerform(iterations: names.count) { place in
      guard !results.hasFailed else { return }
      do throws(LanmuError) {
        let diagnostics = try write(place, to: path(names[place]))
        let done = results.finish(place, diagnostics)
        if done.isMultiple(of: 100) || done == names.count { progress(done, names.count) }
      } catch {
        results.fail(place, error)
      }
    }
    if let error = results.firstError { throw error }
    return try results.diagnostics + report.index().write(to: path(report.indexFileName), replacing: replacing)
  }

  private func write(_ place: Int, to path: String) throws(LanmuError) -> [Diagnostic] {
    guard let template else { return try report.workbook(at: place).write(to: path, replacing: replacing) }
    return try TemplateOutput.write(
      TaskTemplateData.record(report.set.sheets[place]), in: template, aliases: TaskTemplateData.aliases, to: path,
      replacing: replacing)
  }

  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }
}
