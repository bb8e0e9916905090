/// The fields of a row of the export of published items, trimmed; what the row lacks is empty.
package struct RecordRow: Sendable {
  /// Levels joined by `RecordLedger.separator`, or the one field as it stood.
  package var path = ""
  package var title = ""
  package var published = ""
  package var unit = ""
  package var link = ""
  package var event = ""
  package var created = ""
  package var isReprinted = false
  /// Whether the row ends before a field that the census needs: a sign of an export cut off.
  package var isShort = false

  package init() {}

  /// `nil` for a row without any content.
  package init?(_ fields: [String], map: FieldMap) {
    func field(_ name: InputField) -> String {
      guard let column = map[name], column < fields.count else { return "" }
      return LabelText.trimmed(fields[column])
    }
    published = field(.published)
    title = field(.title)
    let levels = map.pathColumns
    if levels.count == 1, let only = levels.first {
      path = only < fields.count ? LabelText.trimmed(fields[only]) : ""
    } else {
      for level in levels where level < fields.count {
        let label = LabelText.trimmed(fields[level])
        if label.isEmpty { continue }
        path += path.isEmpty ? label : RecordLedger.separator + label
      }
    }
    unit = field(.unit)
    if published.isEmpty, title.isEmpty, path.isEmpty, unit.isEmpty { return nil }
    link = field(.link)
    event = field(.event)
    created = field(.created)
    switch field(.reprinted) {
    case "是", "转载", "转发", "1", "TRUE", "true", "Y", "y": isReprinted = true
    default: isReprinted = false
    }
    isShort = published.isEmpty && fields.count <= (map[.published] ?? 0) && fields.count < map.header.count
  }
}
