internal import LanmuGrid

/// A row of the export of published items: where its fields stand among its bytes, white space around them left out.
struct RecordRow: ~Copyable {
  let bytes: [UInt8]
  let title: Range<Int>
  let published: Range<Int>
  let unit: Range<Int>
  private let fields: RecordFields
  private let texts: FieldTexts

  init(_ texts: FieldTexts, _ fields: RecordFields) {
    self.texts = texts
    self.fields = fields
    let bytes = texts.bytes
    self.bytes = bytes
    title = BlankEnds.trimmed(bytes.span, texts.range(of: fields.title))
    published = BlankEnds.trimmed(bytes.span, texts.range(of: fields.published))
    unit = BlankEnds.trimmed(bytes.span, texts.range(of: fields.unit))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func date(_ range: Range<Int>) -> CivilDate? { CivilDate(utf8: bytes.span.extracting(range)) }

  var link: Range<Int> { trimmed(fields.link) }
  var event: Range<Int> { trimmed(fields.event) }
  var created: Range<Int> { trimmed(fields.created) }

  /// The path as one text, its levels joined; `scratch` is memory to join them in.
  func path(in scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    for level in fields.path {
      let label = trimmed(level)
      if label.isEmpty { continue }
      if !scratch.isEmpty { scratch.append(contentsOf: RecordLedger.separator.utf8) }
      scratch.append(contentsOf: bytes[label])
    }
  }

  /// Whether nothing stands in any field that the census reads.
  var isEmpty: Bool {
    published.isEmpty && title.isEmpty && unit.isEmpty && fields.path.allSatisfy { trimmed($0).isEmpty }
  }

  /// Whether the row ends before its date: a sign of an export cut off.
  var isShort: Bool { published.isEmpty && texts.count <= fields.published && texts.count < fields.count }

  var isReprinted: Bool {
    let place = trimmed(fields.reprinted)
    guard !place.isEmpty, place.count <= 6 else { return false }
    switch text(place) {
    case "是", "转载", "转发", "1", "TRUE", "true", "Y", "y": return true
    default: return false
    }
  }

  private func trimmed(_ field: Int) -> Range<Int> { BlankEnds.trimmed(bytes.span, texts.range(of: field)) }
}
