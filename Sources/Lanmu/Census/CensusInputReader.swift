internal import LanmuAnalysis
internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuGrid
internal import LanmuReaders

/// Feeds the rows of a file into one of the census's ledgers, wherever in the file its header stands.
struct CensusInputReader {
  let kind: InputSummary.Kind
  let pins: [InputField: [String]]
  let limits: ResourceLimits
  /// Told the rows read so far, now and then.
  let progress: ((String, Int) -> Void)?

  /// How many rows of a sheet may stand above its header.
  private static let headerSearch = 20

  /// Hands each row below the header to `body`.
  ///
  /// A sheet without a header that the kind of input needs is passed over; if no sheet has one, that is an error. A text
  /// that ends in the middle of a row is noted in `problems`.
  func read(
    _ source: ByteSource, problems: inout ProblemLog,
    _ body: (_ row: TabularRow, _ map: FieldMap, _ place: () -> RowPlace) -> Void
  ) throws(LanmuError) -> [Diagnostic] {
    let file = source.displayName
    var table = -1
    var map: FieldMap?
    var header = FieldTexts()
    var tried = 0
    var found = false
    var rows = 0
    var ending = TextEnding()
    do throws(LanmuError) {
      let diagnostics = try RowStream.forEachRow(in: source, limits: limits) { row throws(LanmuError) in
        if row.table != table {
          table = row.table
          map = nil
          tried = 0
        }
        guard let known = map else {
          if let recognised = FieldMap(header: row.fields, kind: kind, pins: pins) {
            map = recognised
            header = row.texts
            found = true
            return .proceed
          }
          tried += 1
          return tried > Self.headerSearch ? .nextTable : .proceed
        }
        // A header repeated at a page break is no content.
        if row.texts == header { return .proceed }
        rows += 1
        if rows % 100_000 == 0 { progress?(file, rows) }
        if row.line != nil { ending.add(row) }
        body(row, known) { RowPlace(file: file, sheet: row.sheet, row: row.line ?? row.row + 1) }
        return .proceed
      }
      guard found else { throw noHeader(file) }
      if let line = ending.cutLine(ofFields: header.count) {
        problems.add(.cutOff, at: RowPlace(file: file, row: line), text: ending.text)
      }
      return diagnostics.map { diagnostic in
        var placed = diagnostic
        placed.position.file = diagnostic.position.file ?? file
        return placed
      }
    } catch {
      throw error.inFile(file)
    }
  }

  /// Every row as it stands, header and all.
  func rawRows(_ source: ByteSource, _ body: ([String]) -> Void) throws(LanmuError) -> [Diagnostic] {
    do throws(LanmuError) {
      return try RowStream.forEachRow(in: source, limits: limits) { row throws(LanmuError) in
        body(row.fields)
        return .proceed
      }
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  private func noHeader(_ file: String) -> LanmuError {
    let needed = InputField.needed(of: kind).map { $0.map(\.chineseName).joined(separator: "或") }.joined(separator: "、")
    return LanmuError(
      .init("census.header"), .data,
      message: Message(
        zh: "没有找到\(kind.chineseName)的表头（需要\(needed)）", en: "no header of \(kind.rawValue) was found (needed: \(needed))"
      ),
      remedy: Message(
        zh: "请检查是否选对了文件，或用 --map 指明各列的名称", en: "check that this is the right file, or name its columns with --map"),
      position: SourcePosition(file: file))
  }
}

/// How a delimited text ends: its last row tells whether the export was cut off.
private struct TextEnding {
  /// The fewest fields of the rows before the last.
  private var fewest = Int.max
  private var last = Int.max
  private var line = 0
  private(set) var text = ""

  mutating func add(_ row: TabularRow) {
    fewest = min(fewest, last)
    last = row.texts.count
    line = row.line ?? row.row + 1
    if last < fewest { text = row.fields.joined(separator: "，") }
  }

  /// The line of a last row that is shorter than the header and all rows before it.
  func cutLine(ofFields count: Int) -> Int? { last < count && last < fewest ? line : nil }
}
