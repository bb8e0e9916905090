import LanmuContainer
import LanmuDiagnostics
import LanmuReaders
import Testing

@Suite("Rows of delimited text")
struct DelimitedRowsTests {
  private func rows(_ bytes: [UInt8], name: String = "rows.csv") throws -> [TabularRow] {
    var rows: [TabularRow] = []
    _ = try RowStream.forEachRow(in: .memory(bytes, name: name)) { row throws(LanmuError) in
      rows.append(row)
      return .proceed
    }
    return rows
  }

  private func fields(_ text: String, name: String = "rows.csv") throws -> [[String]] {
    try rows(Array(text.utf8), name: name).map(\.fields)
  }

  @Test("Quoting, doubled quotes, lines within fields, empty fields")
  func quoting() throws {
    let text = "a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\r\n\"two\r\nlines\",,z\r\n\r\nlast,row,here"
    #expect(
      try fields(text) == [
        ["a", "b", "c"], ["x, y", "say \"hi\"", ""], ["two\nlines", "", "z"], ["last", "row", "here"],
      ])
    #expect(try rows(Array(text.utf8)).map(\.line) == [1, 2, 3, 6])
  }

  @Test("Breaches: quotes within fields, a quote never closed, carriage returns alone")
  func breaches() throws {
    #expect(
      try fields("a,b\n\"he \"is\" here\",x\n\"open,y\nz,w\n") == [
        ["a", "b"], ["he \"is\" here", "x"], ["\"open", "y"], ["z", "w"],
      ])
    #expect(try fields("a,b\r1,2\r") == [["a", "b"], ["1", "2"]])
    #expect(try fields("\"甲\"乙\t丙\n丁\t戊\n", name: "rows.tsv") == [["\"甲\"乙", "丙"], ["丁", "戊"]])
  }

  @Test("Delimiters by agreement and by name")
  func delimiters() throws {
    #expect(try fields("sep=;\na;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
    #expect(try fields("a;b\n1,5;2\n3;4\n") == [["a", "b"], ["1,5", "2"], ["3", "4"]])
    #expect(try fields("a\tb\n1\t2\n", name: "rows.txt") == [["a", "b"], ["1", "2"]])
  }

  @Test("GB 18030 and UTF-16 across pieces")
  func encodings() throws {
    let gbk: [UInt8] = [0xC0, 0xB8, 0xC4, 0xBF, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x0A]
    let many = try rows(Array(repeating: gbk, count: 30_000).flatMap { $0 })
    #expect(many.count == 30_000)
    #expect(many.allSatisfy { $0.fields == ["栏目", "单位"] })
    let wide: [UInt8] = [0x0F, 0x68, 0x2C, 0x00, 0x4D, 0x4F, 0x0A, 0x00]
    let wider = try rows([0xFF, 0xFE] + Array(repeating: wide, count: 35_000).flatMap { $0 })
    #expect(wider.count == 35_000)
    #expect(wider.allSatisfy { $0.fields == ["栏", "位"] })
  }

  @Test("Rows that pieces cut are whole")
  func pieces() throws {
    let line = "栏目,\"a \"\"quoted\"\"\nfield\",\(String(repeating: "长", count: 1997))\n"
    let all = try fields(String(repeating: line, count: 100))
    #expect(all.count == 100)
    #expect(Set(all).count == 1)
    #expect(all.first?[1] == "a \"quoted\"\nfield")
  }

  @Test("The receiver stops the stream")
  func stop() throws {
    var count = 0
    _ = try RowStream.forEachRow(in: .memory(Array("a,b\n1,2\n3,4\n".utf8), name: "r.csv")) { _ throws(LanmuError) in
      count += 1
      return count == 2 ? .stop : .proceed
    }
    #expect(count == 2)
  }

  @Test("Other documents are read whole and walked")
  func others() throws {
    #expect(
      try fields("<!DOCTYPE html><table><tr><td>a<td>b<tr><td>c</table>", name: "rows.html") == [["a", "b"], ["c"]])
  }
}
