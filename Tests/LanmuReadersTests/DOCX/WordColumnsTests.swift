import Testing

@testable import LanmuReaders

@Suite("Columns of a Word table")
struct WordColumnsTests {
  private func places(_ widths: [Int], narrowest: Int) -> [Int] {
    var columns = WordColumns()
    for width in widths { columns.append(width: width, narrowest: narrowest) }
    return (0...widths.count + 1).map { columns.place(ofEdge: $0) }
  }

  @Test("Where all count, edges stay where they are")
  func all() {
    #expect(places([1200, 1, 600], narrowest: 0) == [0, 1, 2, 3, 4])
    #expect(places([], narrowest: 10) == [0, 1])
  }

  @Test("A narrow one belongs to the column before it")
  func narrow() {
    #expect(places([1200, 1, 600, 9, 9, 10], narrowest: 10) == [0, 1, 1, 2, 2, 2, 3, 4])
  }

  @Test("The first counts, however narrow")
  func first() {
    #expect(places([1, 2, 600], narrowest: 10) == [0, 1, 1, 2, 3])
  }
}
