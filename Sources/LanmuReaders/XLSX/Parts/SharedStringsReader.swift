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
    var strings = SharedStrings()
    // Untouched memory costs nothing, and growing by doubling would hold the texts twice. The size is what the archive
    // declares, so it is believed only as far as the compressed data makes it likely.
    let likely = min(entry.byteCount, entry.compressedByteCount.multipliedReportingOverflow(by: 16).partialValue)
    strings.reserve(bytes: max(0, min(likely, limits.textBytes)), texts: 0)
    var visitor = SharedStringsVisitor(strings: strings, limits: limits, position: position)
    strings = SharedStrings()
    let ending = try MarkupReader.readXML(entry, of: archive, visitor: &visitor)
    return Outcome(visitor.strings, diagnostics: ending.fault.map { [$0.diagnostic(at: position)] } ?? [])
  }
}
