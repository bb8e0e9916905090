/// Where a header returns with fields behind its last that it did not have before, or without some: from there on rows are of
/// another width.
///
/// It returns where its first labels stand again. Known labels behind what both have in common, in one of them only, are such
/// fields.
struct WidenedHeader {
  /// The cells with which rows of another width begin, in order.
  let places: [Int]

  init(_ texts: [String], labels: KnownLabels) {
    func isKnown(_ place: Int) -> Bool { labels.strength(of: texts[place]) == 1 }
    guard texts.count > Self.fewest, (0..<Self.fewest).allSatisfy(isKnown) else {
      places = []
      return
    }
    var places: [Int] = []
    var header = 0
    var place = Self.fewest
    while place + Self.fewest < texts.count {
      guard texts[place..<place + Self.fewest] == texts[..<Self.fewest] else {
        place += 1
        continue
      }
      let common = zip(texts[header..<place], texts[place...]).prefix { !$0.isEmpty && $0 == $1 }.count
      if header + common < place, place + common < texts.count, isKnown(header + common) != isKnown(place + common) {
        places.append(place)
      }
      header = place
      place += common
    }
    self.places = places
  }

  /// So many labels tell a header.
  private static let fewest = 2
}
