package import LanmuContainer
package import LanmuDiagnostics

/// A document's rows one after the other, without the document being held.
///
/// This is how inputs of a million rows are read. Worksheets stream in constant memory beside their shared strings; text
/// streams line by line; formats that have no use for streaming are read whole and then walked. Rows without any cell are
/// passed over, and rows come in the order in which they are written, which for worksheets made by hand may not be rising.
package enum RowStream {
  package typealias Body = (TabularRow) throws(LanmuError) -> RowStreamStep

  /// Hands each row of each table to `body`, and returns what was noticed on the way.
  ///
  /// - Throws: the errors of the format's reader, and what `body` throws.
  package static func forEachRow(
    in source: ByteSource, limits: ResourceLimits = .standard, _ body: Body
  ) throws(LanmuError) -> [Diagnostic] {
    let head = try source.prefix(4)
    guard !head.isEmpty else { throw .inputEmpty(source.displayName) }
    if head.starts(with: [0x50, 0x4b]) {
      return try WorksheetRows(limits: limits).forEachRow(in: source, body)
    }
    throw LanmuError(
      LanmuError.Code("rows.format"), .data,
      message: Message(zh: "这种格式不能逐行读取", en: "This format cannot be read row by row"),
      remedy: Message(zh: "请另存为.xlsx或.csv", en: "Save it as .xlsx or .csv"),
      position: SourcePosition(file: source.displayName))
  }
}
