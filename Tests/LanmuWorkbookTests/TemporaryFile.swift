import Glibc
import LanmuContainer
import LanmuDiagnostics
import LanmuWorkbook

/// A workbook written to a file of its own, for looking into its parts.
struct WrittenWorkbook {
  let archive: [String: [UInt8]]
  let diagnostics: [Diagnostic]

  init(_ workbook: Workbook) throws {
    let path = "/tmp/lanmu-test-\(getpid())-\(UInt64.random(in: .min ... .max)).xlsx"
    defer { _ = unsafe unlink(path) }
    diagnostics = try workbook.write(to: path, replacing: false)
    let zip = try ZipArchive(.file(path: path), limits: .standard)
    var parts: [String: [UInt8]] = [:]
    for entry in zip.entries { parts[entry.name] = try zip.bytes(of: entry.name) }
    archive = parts
  }

  func markup(_ part: String) throws -> RawMarkup.Element {
    try RawMarkup(archive[part] ?? [], part: part).root
  }
}
