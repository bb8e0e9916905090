/// Which grid columns of an input hold which field.
package struct FieldMap: Sendable, Hashable {
  /// Column numbers from 0; only the path may have several, outermost level first.
  package private(set) var columns: [InputField: [Int]] = [:]
  /// The header as it stood.
  package let header: [String]

  /// Recognises a header; `nil` if a field is missing that this kind of input cannot do without.
  ///
  /// `pins` names headers for fields outright and goes before all synonyms.
  package init?(header: [String], kind: InputSummary.Kind, pins: [InputField: [String]] = [:]) {
    self.header = header
    let folded = header.map { LabelText.withoutBracket(LabelText.fold($0)) }
    let whole = header.map { LabelText.fold($0) }
    var free = Set(header.indices)
    for (field, names) in pins {
      for name in names.map({ LabelText.fold($0) }) {
        guard let place = whole.firstIndex(of: name), free.contains(place) else { continue }
        columns[field, default: []].append(place)
        free.remove(place)
      }
    }
    for field in InputField.fields(of: kind) where columns[field] == nil {
      if field == .path {
        let names = Set(field.synonyms)
        var places = folded.indices.filter { free.contains($0) && names.contains(folded[$0]) }
        // A whole path in one field says all that the levels beside it say.
        if let single = places.first(where: { folded[$0].contains("路径") || folded[$0].contains("全称") }) {
          places = [single]
        }
        if !places.isEmpty { columns[.path] = places }
        places.forEach { free.remove($0) }
        continue
      }
      for name in field.synonyms {
        guard let place = folded.firstIndex(of: name), free.contains(place) else { continue }
        columns[field] = [place]
        free.remove(place)
        break
      }
    }
    for group in InputField.needed(of: kind) where !group.contains(where: { columns[$0] != nil }) { return nil }
  }

  package subscript(field: InputField) -> Int? { columns[field]?.first }

  package var pathColumns: [Int] { columns[.path] ?? [] }
}
