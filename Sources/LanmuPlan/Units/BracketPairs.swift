/// Which opening brackets and quotation marks of a text are closed again; the others were never meant to hold anything.
struct BracketPairs {
  private var closed: Set<Int> = []

  init(_ text: FoldedText) {
    let closes: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "”": "“", "》": "《"]
    var open: [Unicode.Scalar: [Int]] = [:]
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if "(“《".unicodeScalars.contains(scalar) {
        open[scalar, default: []].append(index)
      } else if let opening = closes[scalar], let place = open[opening]?.popLast() {
        closed.insert(place)
      }
    }
  }

  func isClosed(at place: Int) -> Bool { closed.contains(place) }
}
