internal import LanmuContainer
package import LanmuAnalysis
package import LanmuDiagnostics
package import LanmuReaders
internal import LanmuReports

/// Returned task sheets as files: finds them in folders and reads them.
package enum ReturnFiles {
  /// Reads files, and all workbooks in folders and the folders below them.
  ///
  /// A file that cannot be read is a problem of the collection and does not keep the others from being read.
  package static func collect(
    _ paths: [String], _ expectation: ReturnCollection.Expectation, reader: DocumentReader = DocumentReader(),
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LanmuError) -> ReturnCollection {
    var files: [String] = []
    var problems: [ReturnProblem] = []
    for path in paths {
      if FilePlace(at: path) == .directory {
        for file in FolderListing.files(below: path) where !isHidden(file) {
          if isWorkbook(file) { files.append(file) } else { problems.append(foreign(file)) }
        }
      } else {
        files.append(path)
      }
    }
    guard !files.isEmpty else {
      throw LanmuError(
        .init("collect.nothing"), .noInput,
        message: Message(zh: "没有找到任务清单文件", en: "there are no task sheets"),
        remedy: Message(zh: "请给出 .xlsx 文件或其所在的目录", en: "name .xlsx files or the folder that they are in"),
        position: SourcePosition(file: paths.first))
    }
    var read: [ReturnCollection.File] = []
    for (place, file) in files.enumerated() {
      do throws(LanmuError) {
        let document = try reader.read(.file(path: file))
        read.append(ReturnCollection.File(name: file, grids: document.value.tables, notes: notes(of: file)))
      } catch {
        if files.count == 1 { throw error.inFile(file) }
        problems.append(
          ReturnProblem(.unreadable, .error, error.message, at: SourcePosition(file: file), expected: error.remedy))
      }
      if (place + 1).isMultiple(of: 100) { progress(place + 1, files.count) }
    }
    var collection = ReturnCollection(read, expectation)
    for problem in problems { collection.note(problem) }
    return collection
  }

  /// The notes on a workbook's cells; none where the file is no package that can be looked into.
  private static func notes(of file: String) -> [ReturnCollection.Note] {
    guard let parts = try? WorkbookParts(.file(path: file)) else { return [] }
    return (try? WorkbookNotes.notes(in: parts)) ?? []
  }

  /// Files that nobody has sent: those of the system, and the lock files beside open workbooks.
  private static func isHidden(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("~$") || name.hasPrefix(".")
  }

  /// Workbooks by their names, also of kinds that are then refused with a word.
  private static func isWorkbook(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".xlsx", ".xlsm", ".xls", ".et", ".ods"].contains { name.hasSuffix($0) }
  }

  /// A scan or a letter may be a unit's answer: somebody has to look at it.
  private static func foreign(_ path: String) -> ReturnProblem {
    ReturnProblem(
      .unreadable, .error, Message(zh: "不能读取：不是工作簿", en: "cannot be read: no workbook"),
      at: SourcePosition(file: path),
      expected: Message(zh: "如是反馈，请改报 .xlsx 任务清单", en: "an .xlsx task sheet, if it is an answer"))
  }
}
