import Glibc
internal import LanmuContainer
package import LanmuDiagnostics

/// Whether the workbook library had room for its temporary files.
///
/// libxlsxwriter 1.1.4 keeps every part in a temporary file and does not look whether writing it succeeded: on a full disk it
/// packs what is there, and calls the damaged workbook a success.
package enum TemporarySpace {
  /// With so much room left no workbook is in doubt.
  private static let ample: UInt64 = 1 << 30

  /// Where the library puts its temporary files: the first of these that takes one.
  private static var folders: [String] {
    let chosen = TemporaryDirectory.parent
    return chosen == "/tmp" ? [chosen] : [chosen, "/tmp"]
  }

  static var isAmple: Bool {
    folders.allSatisfy { folder in
      var status = statvfs()
      guard unsafe statvfs(folder, &status) == 0 else { return false }
      let (room, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
      return overflow || room >= ample
    }
  }

  /// Reads a finished workbook again.
  ///
  /// - Throws: `workbook.temporaryFile` for a part that is not whole.
  package static func check(_ path: String) throws(LanmuError) {
    do throws(LanmuError) {
      let archive = try ZipArchive(.file(path: path), limits: limits)
      var visitor = EveryElement()
      for entry in archive.entries where markup.contains(where: entry.name.hasSuffix) {
        guard try MarkupReader.readXML(entry, of: archive, visitor: &visitor) == .complete else { throw cut() }
      }
    } catch {
      throw cut()
    }
  }

  private static let markup = [".xml", ".rels", ".vml"]

  /// A workbook of our own may be as large as it is, and as repetitive.
  private static var limits: ResourceLimits {
    var limits = ResourceLimits.standard
    limits.parts = .max
    limits.inflatedBytes = .max
    limits.inflationRatio = .max
    return limits
  }

  /// Nothing but whether the markup is whole matters.
  private struct EveryElement: MarkupVisitor {
    enum Name: String, MarkupName { case worksheet }
    func startElement(_ name: Name?, _ element: borrowing MarkupElement) {}
  }

  private static func cut() -> LanmuError {
    LanmuError(
      .init("workbook.temporaryFile"), .inputOutput,
      message: Message(
        zh: "临时文件夹空间不足，工作簿没有写完", en: "the folder for temporary files is full; the workbook is incomplete"),
      remedy: Message(zh: "请清理临时文件夹（TMPDIR 或 /tmp）后重试", en: "make room in that folder (TMPDIR or /tmp), and try again"))
  }
}
