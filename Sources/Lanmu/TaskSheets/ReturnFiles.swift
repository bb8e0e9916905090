internal import LanmuContainer
package import LanmuAnalysis
package import LanmuDiagnostics
package import LanmuReaders

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
    for path in paths {
      if OutputFile.kind(of: path) == .directory {
        files += FolderListing.files(below: path).filter(isWorkbook)
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
    var problems: [ReturnProblem] = []
    for (place, file) in files.enumerated() {
      do throws(LanmuError) {
        let document = try reader.read(.file(path: file))
        read.append(ReturnCollection.File(name: file, grids: document.value.tables))
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

  /// Workbooks by their names, also of kinds that are then refused with a word; not the lock files beside open ones.
  private static func isWorkbook(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard !name.hasPrefix("~$"), !name.hasPrefix(".") else { return false }
    return [".xlsx", ".xlsm", ".xls", ".et"].contains { name.hasSuffix($0) }
  }
}
