import LanmuTestSupport
import Testing

@testable import LanmuWorkbook

/// Cutting and splitting text in one walk against the definition: trying every place.
@Suite struct TextFittingTests {
  private static let mark = "…（全文见说明）"
  private static let fontSize = 10.0

  private static func lines(_ text: String, _ columnWidth: Double) -> Int {
    TextMeasure.lineCount(
      of: text, within: TextMeasure.points(ofColumnWidth: columnWidth) - TextMeasure.cellPadding, fontSize: fontSize)
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let words = ["政务", "公开", "，", "。", "；", "\n", " ", "annual report", "2026-12-05", "★", "é", "𠀀", "👨‍👩‍👧", "e\u{301}"]
    return (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      words.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test(arguments: 0..<8) func cutsWhereTheMarkStillFits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = Self.text(&generator)
      let width = Double.random(in: 6...30, using: &generator)
      let most = Int.random(in: 3...5, using: &generator)
      // Where the mark alone takes more, nothing can be done.
      guard Self.lines(Self.mark, width) <= most else { continue }
      let cut = TextFitting.shortened(
        text, columnWidth: width, fontSize: Self.fontSize, lines: most, mark: Self.mark)
      if Self.lines(text, width) <= most {
        #expect(cut == text)
        continue
      }
      #expect(cut.hasSuffix(Self.mark))
      #expect(Self.lines(cut, width) <= most)
      let kept = cut.dropLast(Self.mark.count)
      #expect(text.hasPrefix(kept), "whole characters only")
      // One character more would not do.
      let longer = text.prefix(kept.count + 1) + Self.mark
      #expect(Self.lines(String(longer), width) > most)
    }
  }

  @Test(arguments: 0..<8) func piecesAreTheWholeText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = Self.text(&generator)
      let width = Double.random(in: 6...30, using: &generator)
      let pieces = TextFitting.pieces(text, columnWidth: width, fontSize: Self.fontSize, lines: 3)
      #expect(!pieces.isEmpty)
      #expect(pieces.joined().filter { $0 != "\n" } == text.filter { $0 != "\n" })
      for piece in pieces { #expect(Self.lines(piece, width) <= 3) }
    }
  }

  @Test func textWithoutWidthDoesNotGrowWithoutEnd() {
    let text = String(repeating: "\u{200B}", count: 5000)
    let pieces = TextFitting.pieces(text, columnWidth: 10, fontSize: Self.fontSize, lines: 2)
    #expect(pieces.count > 1)
    #expect(pieces.map(\.unicodeScalars.count).reduce(0, +) == 5000)
  }
}
