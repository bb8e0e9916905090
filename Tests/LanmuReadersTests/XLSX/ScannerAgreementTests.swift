import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import Testing

@testable import LanmuReaders

/// The scanner and libxml2 make the same of every part, broken ones included.
@Suite("The scanner agrees with libxml2")
struct ScannerAgreementTests {
  private static let sheets = [
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData>\
    <row r="1" spans="1:3" ht="14.25" x14ac:dyDescent="0.15"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c>\
    <c r="C1" t="str"><f>A1&amp;"x"</f><v>甲&lt;乙&#10;</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 政务公开 </t></is></c><c r="B2" s="2"/><c t="b"><v>1</v></c></row>
    <row r="4"/><row><c><f>1+1</f></c><c r="F5" t="e"><v>#N/A</v></c></row></sheetData>\
    <mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells><extLst><ext uri="x"/></extLst></worksheet>
    """,
    """
    <worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetViews><sheetView/></sheetViews><sheetData>
      <row r="1">
        <c r="A1"><v>😀é]a</v></c>
        <c r="B1" t="d"><v>2021-03-05</v></c><c r="C1"><v/></c><c r="D1" t="inlineStr"><is><t/></is></c>
      </row><!-- 注 -->
      <row r="2"><c r="A2"><v>2</v></c><c r="B2" cm="1"><v>3</v></c></row>
    </sheetData></worksheet>
    """,
  ]

  private static let strings = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4" uniqueCount="4"><si><t>甲</t></si>\
    <si><t xml:space="preserve"> a_x000D_
    b&amp;c </t></si><si><r><rPr><sz val="11"/><color theme="1"/></rPr><t>富</t></r><r><t>文</t></r><phoneticPr fontId="1"/></si>\
    <si/><si><t/></si><si><t>東</t><rPh sb="0" eb="1"><t>ひ</t></rPh></si><si><t>尾</t></si></sst>
    """
  ]

  @Test("Sheets as they are, in pieces of every size")
  func pieces() {
    for sheet in Self.sheets {
      let expected = Self.sheetReading(Array(sheet.utf8), byteCount: nil)
      #expect(expected.contains("fault: none"))
      for byteCount in Array(1...80) + [1000, 1 << 17] {
        #expect(Self.sheetReading(Array(sheet.utf8), byteCount: byteCount) == expected, "\(byteCount)")
      }
    }
    for table in Self.strings {
      let expected = Self.stringsReading(Array(table.utf8), byteCount: nil)
      for byteCount in Array(1...80) + [1000] {
        #expect(Self.stringsReading(Array(table.utf8), byteCount: byteCount) == expected, "\(byteCount)")
      }
    }
  }

  @Test("Sheets cut off anywhere")
  func truncated() {
    for sheet in Self.sheets {
      let bytes = Array(sheet.utf8)
      for count in 0..<bytes.count {
        let cut = Array(bytes[..<count])
        #expect(Self.sheetReading(cut, byteCount: 64) == Self.sheetReading(cut, byteCount: nil), "\(count)")
      }
    }
  }

  @Test("Sheets and texts with bytes changed, taken out, doubled and put in", arguments: 0..<8)
  func mutated(seed: Int) {
    var generator = Mutator(state: UInt64(seed + 1))
    for _ in 0..<150 {
      for sheet in Self.sheets {
        let bytes = generator.mutated(Array(sheet.utf8))
        let expected = Self.sheetReading(bytes, byteCount: nil)
        let actual = Self.sheetReading(bytes, byteCount: generator.next(below: 200) + 1)
        guard actual == expected else {
          Issue.record(
            "\(String(decoding: bytes, as: UTF8.self).debugDescription) reads as \(actual.debugDescription), not \(expected.debugDescription)"
          )
          return
        }
      }
      for table in Self.strings {
        let bytes = generator.mutated(Array(table.utf8))
        let expected = Self.stringsReading(bytes, byteCount: nil)
        let actual = Self.stringsReading(bytes, byteCount: generator.next(below: 200) + 1)
        guard actual == expected else {
          Issue.record(
            "\(String(decoding: bytes, as: UTF8.self).debugDescription) reads as \(actual.debugDescription), not \(expected.debugDescription)"
          )
          return
        }
      }
    }
  }

  private static func sheetReading(_ bytes: [UInt8], byteCount: Int?) -> String {
    let limits = ResourceLimits.standard
    var values = CellValues()
    values.formats = [nil, .builtIn(14), .builtIn(9)]
    let receiver = GridReceiver(cellLimit: 10_000, textLimit: 1 << 20, limits: limits, position: SourcePosition())
    let session = WorksheetSession(
      cells: WorksheetCells(
        values: values, receiver: receiver, rowLimit: limits.rows, columnLimit: limits.columns))
    var visitor = WorksheetVisitor(session: session, limits: limits, position: SourcePosition())
    let ending = ending(of: bytes, through: SheetDataScanner(session: session), byteCount: byteCount, &visitor)
    let cells = (session.cells?.receiver.cells ?? []).map { "\($0.row),\($0.column) \($0.text)\n" }.joined()
    let areas = (session.cells?.receiver.areas ?? []).map { "\($0)\n" }.joined()
    let problems = (session.cells?.problems.diagnostics(at: SourcePosition()) ?? []).map { "\($0)\n" }.joined()
    return cells + areas + problems + ending
  }

  private static func stringsReading(_ bytes: [UInt8], byteCount: Int?) -> String {
    let session = SharedStringsSession()
    var visitor = SharedStringsVisitor(session: session, limits: .standard, position: SourcePosition())
    let scanner = SharedStringsScanner(session: session, limits: .standard, position: SourcePosition())
    let ending = ending(of: bytes, through: scanner, byteCount: byteCount, &visitor)
    return (0..<session.strings.count).map {
      "\(session.strings.place(of: $0).map { String(decoding: session.strings.utf8[$0], as: UTF8.self) } ?? "")\n"
    }.joined() + ending
  }

  /// How a document ends; without a byte count it is read by libxml2 alone.
  private static func ending<Scanner: BlockScanner, Visitor: MarkupVisitor>(
    of bytes: [UInt8], through scanner: Scanner, byteCount: Int?, _ visitor: inout Visitor
  ) -> String {
    do throws(LanmuError) {
      let ending: MarkupEnding
      if let byteCount {
        var stream = ScanningStream(MemoryByteStream(bytes), scanner: scanner, byteCount: byteCount)
        ending = try MarkupReader.readXML(&stream, at: SourcePosition(), visitor: &visitor)
      } else {
        var stream = MemoryByteStream(bytes)
        ending = try MarkupReader.readXML(&stream, at: SourcePosition(), visitor: &visitor)
      }
      // Where a NUL stands between tags, libxml2's words depend on how much it has read ahead; the line does not.
      return ending.fault.map { "fault: \($0.line) \(bytes.contains(0) ? "" : $0.reason.english)" } ?? "fault: none"
    } catch {
      return "error: \(error.code.rawValue)"
    }
  }

  /// Makes small changes, always the same for a seed.
  private struct Mutator {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var value = state
      value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
      value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
      return Int((value ^ value >> 31) % UInt64(bound))
    }

    private static let pieces: [[UInt8]] =
      [
        "<", ">", "\"", "'", "&", "]]>", "<!-- x -->", "<![CDATA[x]]>", "<?x?>", "<v>", "</v>", "</c>", "</row>",
        "<row>", "<c>",
        "/", " ", "\n", "\r", "\t", "&#13;", "&#xFFFF;", "&#0;", "&nbsp;", "&amp;", "=", "x:", " r=\"A1\"", " t=\"s\"",
        "<x/>",
        "</sheetData>", "<sheetData>", "<si>", "</si>", "<t>", "</t>", "_x0041_", "\u{85}", "\u{FFFE}", " xmlns=\"\"",
        "0",
      ].map { Array($0.utf8) } + [
        [0], [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe4], [0xf4, 0x90, 0x80, 0x80], [0x01],
      ]

    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
      var result = bytes
      for _ in 0...next(below: 2) {
        let place = next(below: result.count)
        let length = min(next(below: 12), result.count - place)
        switch next(below: 5) {
        case 0: result[place] = UInt8(next(below: 256))
        case 1: result.removeSubrange(place..<place + length)
        case 2: result.insert(contentsOf: result[place..<place + length], at: place)
        default: result.insert(contentsOf: Self.pieces[next(below: Self.pieces.count)], at: place)
        }
        if result.isEmpty { return bytes }
      }
      return result
    }
  }
}
