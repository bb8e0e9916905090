/// Which opening brackets and quotation marks of a text are closed again; the others were never meant to hold anything.
struct BracketPairs {
  private var closed: Set<Int> = []

  init(_ text: FoldedText) {
    guard text.scalars.contains(where: FoldedText.opens) else { return }
    let closes: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "”": "“", "》": "《"]
    var open: [Unicode.Scalar: [Int]] = [:]
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if FoldedText.opens(scalar) {
        open[scalar, default: []].append(index)
      } else if let opening = closes[scalar], let place = open[opening]?.popLast() {
        closed.insert(place)
      }
    }
  }

  func isClosed(at place: Int) -> Bool { closed.contains(place) }
}
