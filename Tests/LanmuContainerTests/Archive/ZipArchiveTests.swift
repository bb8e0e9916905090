import LanmuContainer
import LanmuDiagnostics
import LanmuTestSupport
import Testing

@Suite("Zip archives")
struct ZipArchiveTests {
  private func archive(
    _ parts: [(name: String, content: [UInt8])], limits: ResourceLimits = .standard
  ) throws(LanmuError) -> ZipArchive {
    try ZipArchive(.memory(StoredArchive.bytes(of: parts), name: "a.zip"), limits: limits)
  }

  private func code(_ body: () throws(LanmuError) -> Void) -> String? {
    do throws(LanmuError) {
      try body()
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  @Test("an entry is found whatever its slashes and letter case")
  func names() throws {
    let zip = try archive([("word\\Document.XML", [1, 2, 3]), ("/abs/./x", [4])])
    #expect(try zip.bytes(of: "/WORD/document.xml") == [1, 2, 3])
    #expect(try zip.bytes(of: "abs/x") == [4])
    #expect(try zip.bytes(of: "word") == nil)
    #expect(zip.entries.map(\.name) == ["word/Document.XML", "abs/x"])
  }

  @Test("names that lead out of the archive, and folders, are left out")
  func unsafeNames() throws {
    let zip = try archive([("../etc/passwd", [1]), ("a/../../b", [1]), ("folder/", []), ("..\\c", [1]), ("d", [2])])
    #expect(zip.entries.map(\.name) == ["d"])
  }

  @Test("of two entries of one name the first counts")
  func duplicates() throws {
    let zip = try archive([("A.xml", [1]), ("a.xml", [2])])
    #expect(try zip.bytes(of: "a.XML") == [1])
  }

  @Test("no bytes, other bytes, and a file that breaks off have errors of their own")
  func openErrors() {
    let whole = StoredArchive.bytes(of: [("a", Array(repeating: 7, count: 100))])
    func opening(_ bytes: [UInt8]) -> String? {
      code { () throws(LanmuError) in _ = try ZipArchive(.memory(bytes, name: "a.zip"), limits: .standard) }
    }
    #expect(opening([]) == "input.empty")
    #expect(opening(Array("Hello, world".utf8)) == "zip.notZip")
    #expect(opening(Array(whole.prefix(60))) == "zip.truncated")
    #expect(opening(whole) == nil)
  }

  @Test("a missing file and a directory have errors of their own")
  func pathErrors() {
    func opening(_ path: String) -> String? {
      code { () throws(LanmuError) in _ = try ZipArchive(.file(path: path), limits: .standard) }
    }
    #expect(opening("/nonexistent/a.docx") == "input.missing")
    #expect(opening("/") == "input.directory")
  }

  @Test("a changed byte is found by the checksum")
  func checksum() throws {
    var bytes = StoredArchive.bytes(of: [("a", Array("content".utf8))])
    let place = try #require(bytes.firstIndex(of: 0x63))
    bytes[place] ^= 1
    let zip = try ZipArchive(.memory(bytes, name: "a.zip"), limits: .standard)
    #expect(code { () throws(LanmuError) in _ = try zip.bytes(of: "a") } == "zip.damaged")
  }

  @Test("an entry that is marked as encrypted says so")
  func encrypted() throws {
    var bytes = StoredArchive.bytes(of: [("a", Array("content".utf8))])
    // The general purpose flags, bit 0, in the local header and in the directory.
    bytes[6] |= 1
    let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4b, 1, 2]) })
    bytes[directory + 8] |= 1
    let zip = try ZipArchive(.memory(bytes, name: "a.zip"), limits: .standard)
    #expect(code { () throws(LanmuError) in _ = try zip.bytes(of: "a") } == "zip.encrypted")
  }

  @Test("parts, whole parts and inflated bytes are bounded")
  func limits() throws {
    var limits = ResourceLimits.standard
    limits.parts = 1
    #expect(
      code { () throws(LanmuError) in _ = try archive([("a", []), ("b", [])], limits: limits) } == "zip.tooManyParts")
    limits = .standard
    limits.wholePartBytes = 10
    let zip = try archive([("a", Array(repeating: 0, count: 100))], limits: limits)
    #expect(code { () throws(LanmuError) in _ = try zip.bytes(of: "a") } == "zip.bomb")
    limits = .standard
    limits.inflatedBytes = 50
    let other = try archive([("a", Array(repeating: 0, count: 100))], limits: limits)
    #expect(code { () throws(LanmuError) in _ = try other.bytes(of: "a") } == "zip.bomb")
  }
}
