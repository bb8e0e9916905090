/// Bars alone below texts, where bars otherwise end the lines of the cells that they close: the text is the last cell of a row,
/// behind which no bar stands, and the bar that of the next row's first cell, which is empty.
struct BarsBelowTexts {
  /// How many bars a row has, if such bars stand only after every so many.
  let period: Int?

  init(_ pieces: ArraySlice<BarStream.Piece>) {
    let filled = pieces.indices.filter { !pieces[$0].parts.isEmpty }
    let places = filled.filter { pieces[$0].hasBarBelowText }
    guard places.count >= Self.fewest, places.count * 2 <= filled.count, let first = places.first, first > 1 else {
      period = nil
      return
    }
    // The first such limit may be that of the header's row, or of any further row.
    let apart = zip(places.dropFirst(), places).map { $0 - $1 }
    period = ([first] + apart).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.first { period in
      guard (2..<RowWidthGuess.mostColumns).contains(period), pieces.count % period == 0,
        places.allSatisfy({ $0 % period == 0 })
      else { return false }
      // All other limits but a few have the texts of two cells.
      let ends = stride(from: period, to: pieces.count, by: period)
      let shown = ends.count { pieces[$0].hasBarBelowText || pieces[$0].parts.count > 1 }
      return shown * 10 >= (pieces.count / period - 1) * 7
    }
  }

  /// Fewer may stand so by chance.
  private static let fewest = 3
}

extension BarStream.Piece {
  /// Whether its bar stands alone on the line below its text.
  var hasBarBelowText: Bool { isAlone && !parts.isEmpty }
}
