import LanmuContainer
import LanmuDiagnostics
import Testing

@Suite("Markup reader")
struct MarkupReaderTests {
  enum Name: String, MarkupName { case row, cell, table }

  /// Writes down what it is told.
  struct Recorder: MarkupVisitor {
    var log: [String] = []
    var stopAt: Name?
    var isFinished: Bool { stopAt != nil && log.last == "<\(stopAt?.rawValue ?? "")>" }

    mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
      var attributes = ""
      element.forEachAttribute { attributes += " \($0)=\($2)" }
      log.append("<\(name?.rawValue ?? "?" + element.localName)\(attributes)>")
    }

    mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
      log.append("</\(name?.rawValue ?? "?" + element.localName)>")
    }

    mutating func characters(_ text: borrowing MarkupText) throws(LanmuError) {
      if log.last?.hasPrefix("<") == false {
        log[log.count - 1] += text.string
      } else {
        log.append(text.string)
      }
    }
  }

  private func readXML(_ text: String, stopAt: Name? = nil) throws(LanmuError) -> (log: [String], ending: MarkupEnding)
  {
    var stream = MemoryByteStream(Array(text.utf8))
    var recorder = Recorder(stopAt: stopAt)
    let ending = try MarkupReader.readXML(&stream, at: SourcePosition(part: "part.xml"), visitor: &recorder)
    return (recorder.log, ending)
  }

  @Test("names are found by their local name, whatever the prefix")
  func names() throws {
    let result = try readXML(
      #"<a:table xmlns:a="u"><row n="1&amp;2"/><x:cell xmlns:x="v">字 &lt;<![CDATA[<&]]></x:cell></a:table>"#)
    #expect(result.log == ["<table>", "<row n=1&2>", "</row>", "<cell>", "字 <<&", "</cell>", "</table>"])
    #expect(result.ending == .complete)
  }

  @Test("what stands before a fault reaches the visitor, and the fault has its line")
  func fault() throws {
    let result = try readXML("<table>\n<row>1</row>\n<row></cell></table>")
    #expect(result.log.prefix(4) == ["<table>", "\n", "<row>", "1"])
    #expect(result.ending.fault?.line == 3)
  }

  @Test("a visitor can stop the reading")
  func finished() throws {
    let result = try readXML("<table><row/><cell/><row/><oops></table>", stopAt: .cell)
    #expect(result.log.last == "<cell>")
    #expect(result.ending == .finished)
  }

  @Test("a DOCTYPE is refused before any entity is looked at")
  func documentType() {
    #expect(throws: LanmuError.documentTypeRefused(at: SourcePosition())) {
      try readXML(#"<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "dddd">]><a>&b;</a>"#)
    }
  }

  @Test("depth is bounded by libxml2 and is a fault, not a crash")
  func depth() throws {
    let result = try readXML(String(repeating: "<row>", count: 100_000))
    #expect(result.ending.fault != nil)
    #expect(result.log.count < 300)
  }

  @Test("a document of many chunks comes through whole", arguments: [1_000, 100_000])
  func chunks(count: Int) throws {
    let text = "<table>" + String(repeating: "<cell>汉字</cell>", count: count) + "</table>"
    let result = try readXML(text)
    #expect(result.log.count == count * 3 + 2)
    #expect(result.log.filter { $0 == "汉字" }.count == count)
  }

  @Test("HTML is mended, and its attributes read")
  func html() throws {
    var stream = MemoryByteStream(Array("<meta charset=gbk><table><tr ROWSPAN=2 hidden><td>甲<td>乙&nbsp;</table>".utf8))
    var recorder = Recorder()
    let ending = try MarkupReader.readHTML(&stream, at: SourcePosition(), visitor: &recorder)
    #expect(ending == .complete)
    #expect(recorder.log.contains("<?tr rowspan=2 hidden=>"))
    #expect(recorder.log.contains("甲"))
    #expect(recorder.log.contains("乙\u{a0}"))
  }

  /// Gives some bytes, then fails.
  struct FailingStream: ByteStream {
    var pieces: [[UInt8]]

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(LanmuError) -> Int {
      guard !pieces.isEmpty else { throw .damagedEntry(at: SourcePosition(part: "part.xml")) }
      let piece = pieces.removeFirst()
      unsafe buffer.copyBytes(from: piece)
      return piece.count
    }
  }

  @Test("a stream that fails midway ends the reading with its own error", arguments: [0, 1, 3, 4, 7, 12, 30])
  func failingStream(length: Int) {
    let text = Array("<table><row>一</row><cell a=\"b\"/></table>".utf8)
    var stream = FailingStream(pieces: length == 0 ? [] : [Array(text.prefix(length))])
    var recorder = Recorder()
    #expect(throws: LanmuError.damagedEntry(at: SourcePosition())) {
      try MarkupReader.readXML(&stream, at: SourcePosition(), visitor: &recorder)
    }
  }
}
