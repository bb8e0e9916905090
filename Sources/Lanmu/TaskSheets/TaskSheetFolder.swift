import Dispatch
package import LanmuDiagnostics
package import LanmuReports
internal import LanmuAnalysis
internal import LanmuContainer
internal import LanmuReaders
internal import LanmuWorkbook

/// Task sheets as files in a folder: one for each unit, and the index.
///
/// All cores write; every file appears whole or not at all. Nothing is written if one of the files exists and may not be
/// replaced. Where some units' sheets only are wanted, an index that stands there is left as it is: it knows the other units,
/// and people keep in it what has come back.
package struct TaskSheetFolder: Sendable {
  package let report: TaskSheetReport
  package let folder: String
  package let replacing: Bool
  /// `nil` for the program's own layout.
  package let template: PreparedTemplate?
  /// Whether the report is of some units only.
  package let isPartial: Bool

  package init(
    _ report: TaskSheetReport, folder: String, replacing: Bool, template: PreparedTemplate? = nil,
    isPartial: Bool = false
  ) {
    self.template = template
    self.isPartial = isPartial
    self.report = report
    self.folder = folder
    self.replacing = replacing
  }

  /// Writes everything and tells `progress` now and then how many files are done; returns what was noticed.
  package func write(
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LanmuError) -> [Diagnostic] {
    let names = report.fileNames
    let index = path(report.indexFileName)
    let keepsIndex = isPartial && FilePlace(at: index) == .file
    if let template, let sheet = report.set.sheets.first {
      try TemplateOutput.check(template, TaskTemplateData.record(sheet), aliases: TaskTemplateData.aliases)
    }
    try FilePlace.makeDirectory(folder)
    for name in names + (keepsIndex ? [] : [report.indexFileName])
    where !replacing && FilePlace(at: path(name)) != .nothing {
      throw OutputError.exists(path(name))
    }
    // The index takes longest, so that it begins first.
    let places = (keepsIndex ? [] : [names.count]) + Array(names.indices)
    let results = ResultBox(count: names.count + 1)
    onPoolThreads(iterations: places.count) { iteration in
      let place = places[iteration]
      guard !results.hasFailed else { return }
      do throws(LanmuError) {
        let diagnostics =
          try place == names.count
          ? report.index().write(to: index, replacing: replacing) : write(place, to: path(names[place]))
        let done = results.finish(place, diagnostics)
        if done.isMultiple(of: 100) || done == places.count { progress(min(done, names.count), names.count) }
      } catch {
        results.fail(place, error)
      }
    }
    if let error = results.firstError { throw error }
    return results.diagnostics + (keepsIndex ? [keptIndex(index)] : [])
  }

  /// Works side by side, on threads of the pool alone.
  ///
  /// Each thread allocates from a region of its own. That of this thread holds the whole plan in small pieces with gaps between
  /// them, and a workbook that is built in such gaps takes noticeably longer.
  private func onPoolThreads(iterations: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      DispatchQueue.concurrentPerform(iterations: iterations, execute: work)
    }
    group.wait()
  }

  /// What is told of an index that was left as it is: whether it lists the units of this report.
  private func keptIndex(_ index: String) -> Diagnostic {
    let document = try? DocumentReader().read(.file(path: index))
    let listed = document.flatMap { TaskIndex.units(in: $0.value.tables) } ?? []
    let missing = report.set.sheets.map(\.unit).filter { !listed.contains($0) }
    guard !missing.isEmpty else {
      return Diagnostic(
        .warning, code: "tasks.indexKept", message: Message(zh: "目录保持原样，未重新生成", en: "the index is left as it is"),
        position: SourcePosition(file: index))
    }
    let names = missing.joined(separator: "、")
    return Diagnostic(
      .warning, code: "tasks.indexOutdated",
      message: Message(
        zh: "目录保持原样，其中没有\(names)；请不带 --unit 重新生成目录",
        en: "the index is left as it is and does not list \(names); make it anew without --unit"),
      position: SourcePosition(file: index))
  }

  private func write(_ place: Int, to path: String) throws(LanmuError) -> [Diagnostic] {
    guard let template else { return try report.workbook(at: place).write(to: path, replacing: replacing) }
    return try TemplateOutput.write(
      TaskTemplateData.record(report.set.sheets[place]), in: template, aliases: TaskTemplateData.aliases, to: path,
      replacing: replacing, isChecked: true)
  }

  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : folder + "/" + name }
}
