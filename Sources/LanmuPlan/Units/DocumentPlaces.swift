/// The names of places that a document is about, since its units carry them: 隆安县 and 隆安 from 隆安县政府门户网站….
enum DocumentPlaces {
  /// Places in a title or an issuer's name, longest first, folded.
  static func places(in texts: [String]) -> [String] {
    var found: Set<String> = []
    for text in texts {
      let key = text.foldedKey
      guard
        let end = ["人民政府", "政府", "门户", "网站", "县委", "区委", "市委"].compactMap({ key.firstRange(of: $0)?.lowerBound }).min()
      else { continue }
      let place = String(key[..<end])
      guard (2...16).contains(place.count) else { continue }
      found.insert(place)
      var start = place.startIndex
      for index in place.indices where "市县区旗州".contains(place[index]) {
        let name = String(place[start...index])
        if (3...8).contains(name.count) {
          found.insert(name)
          found.insert(String(name.dropLast()))
        }
        start = place.index(after: index)
      }
    }
    return found.filter { $0.count >= 2 && $0.count <= 16 }.sorted { ($0.count, $0) > ($1.count, $1) }
  }
}

extension Plan {
  /// Names of the plan's units that a directory knows, their place and level left aside.
  package func unitsListed(in directory: UnitDirectory) -> Set<String> {
    let places = DocumentPlaces.places(in: [title, issuer])
    let listed = units.filter { unit in
      ([unit.name] + unit.aliases).contains {
        directory.contains($0) || directory.contains(UnitName.core($0, places: places))
      }
    }
    return Set(listed.map(\.name))
  }
}
