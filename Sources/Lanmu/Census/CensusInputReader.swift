internal import LanmuAnalysis
internal import LanmuContainer
internal import LanmuDiagnostics
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
  /// A sheet without a header that the kind of input needs is passed over; if no sheet has one, that is an error.
  func read(
    _ source: ByteSource, _ body: (_ fields: [String], _ map: FieldMap, _ place: () -> RowPlace) -> Void
  ) throws(LanmuError) -> [Diagnostic] {
    let file = source.displayName
    var table = -1
    var map: FieldMap?
    var tried = 0
    var found = false
    var rows = 0
    do throws(LanmuError) {
      let diagnostics = try forEachRow(source) { row throws(LanmuError) in
        if row.table != table {
          table = row.table
          map = nil
          tried = 0
        }
        guard let known = map else {
          if let recognised = FieldMap(header: row.fields, kind: kind, pins: pins) {
            map = recognised
            found = true
            return .proceed
          }
          tried += 1
          return tried > Self.headerSearch ? .nextTable : .proceed
        }
        // A header repeated at a page break is no content.
        if row.fields == known.header { return .proceed }
        rows += 1
        if rows % 100_000 == 0 { progress?(file, rows) }
        body(row.fields, known) { RowPlace(file: file, sheet: row.sheet, row: row.line ?? row.row + 1) }
        return .proceed
      }
      guard found else { throw noHeader(file) }
      return diagnostics
    } catch {
      throw error.inFile(file)
    }
  }

  /// Every row as it stands, header and all.
  func rawRows(_ source: ByteSource, _ body: ([String]) -> Void) throws(LanmuError) -> [Diagnostic] {
    do throws(LanmuError) {
      return try forEachRow(source) { row throws(LanmuError) in
        body(row.fields)
        return .proceed
      }
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  /// Streams where the format can be streamed, else reads the document whole.
  private func forEachRow(_ source: ByteSource, _ body: RowStream.Body) throws(LanmuError) -> [Diagnostic] {
    try RowStream.forEachRow(in: source, limits: limits, body)
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
