import Glibc
internal import LanmuContainer
internal import LanmuDiagnostics

/// Whether the workbook library had room for its temporary files.
///
/// libxlsxwriter 1.1.4 keeps every part in a temporary file and does not look whether writing it succeeded: on a full disk it
/// packs what is there, and calls the damaged workbook a success.
enum TemporarySpace {
  /// Where the C library's `tmpfile` puts its files.
  private static let folder = "/tmp"
  /// With so much room left no workbook is in doubt.
  private static let ample: UInt64 = 1 << 30

  static var isAmple: Bool {
    var status = statvfs()
    guard unsafe statvfs(folder, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= ample
  }

  /// Reads a finished workbook again.
  ///
  /// - Throws: `workbook.temporaryFile` for a part that ends before its end.
  static func check(_ path: String) throws(LanmuError) {
    do throws(LanmuError) {
      let archive = try ZipArchive(.file(path: path), limits: .standard)
      for entry in archive.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
        let end: ArraySlice<UInt8> = try archive.bytes(of: entry.name)?.suffix(64) ?? []
        guard isWhole(end) else { throw cut() }
      }
    } catch {
      throw cut()
    }
  }

  /// A part of ours ends with the end of its root.
  private static func isWhole(_ end: ArraySlice<UInt8>) -> Bool {
    let text = end.filter { $0 != 10 && $0 != 13 }
    guard text.last == UInt8(ascii: ">"), let open = text.lastIndex(of: UInt8(ascii: "<")) else { return false }
    let tag = text[text.index(after: open)...]
    let roots = [
      "/worksheet>", "/workbook>", "/sst>", "/styleSheet>", "/Types>", "/Relationships>", "/Properties>",
      "/cp:coreProperties>", "/a:theme>", "/comments>", "/xdr:wsDr>", "/c:chartSpace>",
    ]
    return roots.contains { tag.elementsEqual($0.utf8) }
  }

  private static func cut() -> LanmuError {
    LanmuError(
      .init("workbook.temporaryFile"), .inputOutput,
      message: Message(
        zh: "临时文件夹空间不足，工作簿没有写完", en: "the folder for temporary files is full; the workbook is incomplete"),
      remedy: Message(zh: "请清理 /tmp 后重试", en: "make room in /tmp and try again"))
  }
}
