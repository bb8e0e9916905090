/// Where the fields of a record stand: found out once for a table, not once for a row.
package struct RecordFields: Sendable, Hashable {
  /// One field with the whole path, or its levels, outermost first.
  let path: [Int]
  let title: Int
  let published: Int
  let unit: Int
  let link: Int
  let event: Int
  let created: Int
  let reprinted: Int
  /// How many fields the header has.
  let count: Int
  /// The fields without which a record says nothing.
  let lastNeeded: Int

  /// No fields at all.
  package init() {
    (path, title, published, unit, link, event, created, reprinted) = ([], -1, -1, -1, -1, -1, -1, -1)
    (count, lastNeeded) = (0, -1)
  }

  /// A field that the table lacks stands nowhere (-1).
  package init(_ map: FieldMap) {
    path = map.pathColumns
    title = map[.title] ?? -1
    published = map[.published] ?? -1
    unit = map[.unit] ?? -1
    link = map[.link] ?? -1
    event = map[.event] ?? -1
    created = map[.created] ?? -1
    reprinted = map[.reprinted] ?? -1
    count = map.header.count
    lastNeeded = max(published, title, path.min() ?? -1)
  }
}
