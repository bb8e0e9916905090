internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads a workbook's shared strings.
struct SharedStringsReader {
  var limits: ResourceLimits
  var usesScanner: Bool

  /// - Throws: the errors of `ZipArchive.withStream(of:_:)` and `MarkupReader`; `xlsx.tooMuchText`.
  func read(
    _ entry: ZipArchive.Entry, of archive: borrowing ZipArchive
  ) throws(LanmuError) -> Outcome<SharedStrings> {
    let position = archive.position(of: entry)
    let session = SharedStringsSession()
    // Untouched memory costs nothing, and growing by doubling would hold the texts twice. The size is what the archive
    // declares, so it is believed only as far as the compressed data makes it likely.
    let likely = min(entry.byteCount, entry.compressedByteCount.multipliedReportingOverflow(by: 16).partialValue)
    session.strings.reserve(bytes: max(0, min(likely, limits.textBytes)))
    var visitor = SharedStringsVisitor(session: session, limits: limits, position: position)
    let ending: MarkupEnding
    if usesScanner {
      let scanner = SharedStringsScanner(session: session, limits: limits, position: position)
      ending = try MarkupReader.readXML(entry, of: archive, through: scanner, visitor: &visitor)
    } else {
      ending = try MarkupReader.readXML(entry, of: archive, visitor: &visitor)
    }
    return Outcome(session.strings, diagnostics: ending.fault.map { [$0.diagnostic(at: position)] } ?? [])
  }
}
