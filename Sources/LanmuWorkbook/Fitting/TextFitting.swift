/// Cutting and splitting text for cells of a known width.
package enum TextFitting {
  /// The text, cut so that it takes at most so many lines in a column of this width, `mark` included.
  package static func shortened(
    _ text: String, columnWidth: Double, fontSize: Double, lines: Int, mark: String
  ) -> String {
    let available = TextMeasure.points(ofColumnWidth: columnWidth) - TextMeasure.cellPadding
    if TextMeasure.fitsOneLine(text, within: available, fontSize: fontSize) { return text }
    var counter = LineCounter(within: available, fontSize: fontSize)
    var markCounter = counter
    markCounter.append(mark)
    // Up to here the mark fits wherever the text is cut.
    let ample = lines - markCounter.count
    let scalars = text.unicodeScalars
    var start = (index: scalars.startIndex, counter: counter)
    for index in scalars.indices {
      if counter.count <= ample { start = (index, counter) }
      counter.append(scalars[index])
      if counter.count > lines { return cut(text, from: start, lines: lines, mark: mark) }
    }
    return text
  }

  /// The text up to the last place, from `start` on, where the mark after it still fits.
  private static func cut(
    _ text: String, from start: (index: String.Index, counter: LineCounter), lines: Int, mark: String
  ) -> String {
    let scalars = text.unicodeScalars
    var counter = start.counter
    var places: [(index: String.Index, counter: LineCounter)] = []
    for index in scalars[start.index...].indices {
      if counter.count > lines { break }
      places.append((index, counter))
      counter.append(scalars[index])
    }
    // The longer the text before it, the further down the mark ends: the last place where it fits is searched by halves.
    var fitting = 0
    var tooLong = places.count
    while fitting + 1 < tooLong {
      let middle = (fitting + tooLong) / 2
      var marked = places[middle].counter
      marked.append(mark)
      if marked.count <= lines { fitting = middle } else { tooLong = middle }
    }
    let end = places.isEmpty ? start.index : places[fitting].index
    return text[..<wholeCharacters(upTo: end, in: text[...])] + mark
  }

  /// The text in pieces of at most so many lines each, cut at the ends of sentences where there are any. Never empty.
  package static func pieces(_ text: String, columnWidth: Double, fontSize: Double, lines: Int) -> [String] {
    let available = TextMeasure.points(ofColumnWidth: columnWidth) - TextMeasure.cellPadding
    let start = LineCounter(within: available, fontSize: fontSize)
    var pieces: [String] = []
    var rest = text[...]
    while let overflow = overflow(of: rest, start, lines: lines) {
      let window = rest[..<max(wholeCharacters(upTo: overflow, in: rest), rest.index(after: rest.startIndex))]
      let end = endOfSentence(in: window) ?? window.endIndex
      pieces.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == "\n" }
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(String(rest)) }
    return pieces
  }

  /// Where the text needs one line more than there are; `nil` if it does not.
  private static func overflow(of text: Substring, _ start: LineCounter, lines: Int) -> String.Index? {
    var counter = start
    var count = 0
    for index in text.unicodeScalars.indices {
      counter.append(text.unicodeScalars[index])
      count += 1
      if counter.count > lines || count > lines * mostCharactersInLine { return index }
    }
    return nil
  }

  /// Characters without width would let a line grow without end.
  private static let mostCharactersInLine = 200

  /// The place after the last sentence that ends in the second half of a text.
  private static func endOfSentence(in text: Substring) -> String.Index? {
    let half = text.unicodeScalars.index(text.startIndex, offsetBy: text.unicodeScalars.count / 2)
    return text[half...].lastIndex { "。；;\n".contains($0) }.map { text.index(after: $0) }
  }

  /// The end of the last whole character before a place between scalars.
  private static func wholeCharacters(upTo place: String.Index, in text: Substring) -> String.Index {
    place == text.endIndex ? place : text.index(before: text.index(after: place))
  }
}

extension TextFitting {
  /// The points that columns of these widths take together.
  package static func points(ofColumnWidths widths: [Double]) -> Double {
    widths.reduce(0.0) { $0 + TextMeasure.points(ofColumnWidth: $1) }
  }

  /// The widest column within bounds that stands beside others in so many points; the least one where there is no room.
  package static func width(
    within points: Double, besideColumnWidths others: [Double], bounds: ClosedRange<Double>
  ) -> Double {
    let width = TextMeasure.columnWidth(ofColumnPoints: points - self.points(ofColumnWidths: others))
    return min(max((width * 2).rounded(.down) / 2, bounds.lowerBound), bounds.upperBound)
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
