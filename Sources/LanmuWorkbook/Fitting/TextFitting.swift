/// Cutting and splitting text for cells of a known width.
package enum TextFitting {
  /// The text, cut so that it takes at most so many lines in a column of this width, `mark` included.
  package static func shortened(
    _ text: String, columnWidth: Double, fontSize: Double, lines: Int, mark: String
  ) -> String {
    let available = TextMeasure.points(ofColumnWidth: columnWidth) - TextMeasure.cellPadding
    func fits(_ candidate: String) -> Bool {
      TextMeasure.lineCount(of: candidate, within: available, fontSize: fontSize) <= lines
    }
    if fits(text) { return text }
    let characters = Array(text)
    var low = 0
    var high = min(characters.count, 2000)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(String(characters[..<middle]) + mark) { low = middle } else { high = middle - 1 }
    }
    return String(characters[..<low]) + mark
  }

  /// The text in pieces of at most so many lines each, cut at the ends of sentences where there are any. Never empty.
  package static func pieces(_ text: String, columnWidth: Double, fontSize: Double, lines: Int) -> [String] {
    let available = TextMeasure.points(ofColumnWidth: columnWidth) - TextMeasure.cellPadding
    var pieces: [String] = []
    var rest = Array(text)[...]
    func count(_ piece: ArraySlice<Character>) -> Int {
      TextMeasure.lineCount(of: String(piece), within: available, fontSize: fontSize)
    }
    while count(rest.prefix(lines * 200)) > lines || rest.count > lines * 200 {
      var low = 1
      var high = min(rest.count, lines * 200)
      while low < high {
        let middle = (low + high + 1) / 2
        if count(rest.prefix(middle)) <= lines { low = middle } else { high = middle - 1 }
      }
      let window = rest.prefix(low)
      let half = window.index(window.startIndex, offsetBy: low / 2)
      let end = window[half...].lastIndex { "。；;\n".contains($0) }.map { $0 + 1 } ?? window.endIndex
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
      while rest.first == "\n" { rest.removeFirst() }
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(String(rest)) }
    return pieces
  }
}

extension TextFitting {
  /// The points that columns of these widths take together.
  package static func points(ofColumnWidths widths: [Double]) -> Double {
    widths.reduce(0.0) { $0 + TextMeasure.points(ofColumnWidth: $1) }
  }

  /// The points that wrapped text takes in merged or single columns of these widths.
  package static func height(of text: String, columnWidths: [Double], fontSize: Double, indent: Int) -> Double {
    let available = points(ofColumnWidths: columnWidths) - TextMeasure.cellPadding - Double(indent) * fontSize
    let count = TextMeasure.lineCount(of: text, within: available, fontSize: fontSize)
    return Double(count) * fontSize * TextMeasure.lineHeight + 3
  }
}

/// Text as a cell may hold it.
package enum CellContent {
  /// The text, cut with a word about it if a cell cannot hold it.
  package static func limited(_ text: String) -> String { CellText.fit(text).text }
}
