internal import LanmuGrid

/// A label that stands over running numbers and, in the column right of them, over what it names: 具体要求 above 1 and 公布目录.
///
/// The numbers count rows, and the label is that of the texts.
enum NumbersBelowLabel {
  /// The header with a field of its own for such numbers, without a label; as it is where there are none.
  static func parted(_ header: TableHeader, above rows: [CollectedTable.BodyRow]) -> TableHeader {
    guard !header.fields.contains(where: { $0.meaning == .number }),
      rows.first.map({ $0.row.layout != .dropped }) ?? false,
      let place = header.fields.indices.first(where: { place in
        mayCover(header.fields, at: place)
          && isOverNumbers(header.fields[place].columns.lowerBound, rows, width: header.width)
      })
    else { return header }
    var parted = header
    let numbers = header.fields[place].columns.lowerBound
    var label = header.fields[place]
    let none = HeaderField(label: "", group: "", meaning: nil, strength: 0, columns: numbers..<numbers + 1)
    label.columns = numbers + 1..<numbers + 2
    let covered = place..<(header.fields[place].columns.count > 1 ? place + 1 : place + 2)
    parted.fields.replaceSubrange(covered, with: [none, label])
    return parted
  }

  /// Whether a label covers two columns, or an empty place follows it, as spans that are lost leave it.
  private static func mayCover(_ fields: [HeaderField], at place: Int) -> Bool {
    let field = fields[place]
    guard !field.label.isEmpty, !field.isPinned else { return false }
    if field.columns.count > 1 { return field.columns.count == 2 }
    return place + 1 < fields.count && fields[place + 1].label.isEmpty && fields[place + 1].columns.count == 1
  }

  /// Whether a column holds nothing but numbers from 1 on, and the one right of it other texts.
  private static func isOverNumbers(_ column: Int, _ rows: [CollectedTable.BodyRow], width: Int) -> Bool {
    var numbers: [TextEvidence] = []
    var texts = 0
    for row in rows.lazy.map(\.row).prefix(sampleSize) where row.layout.keepsSpans || row.cells.count == width {
      for cell in row.filled where cell.columnSpan == 1 {
        if cell.column == column { numbers.append(TextEvidence(cell.label)) }
        if cell.column == column + 1 {
          guard !TextEvidence(cell.label).isNumber else { return false }
          texts += 1
        }
      }
    }
    return numbers.allSatisfy(\.isNumber) && ColumnContent(numbers).isRising && texts >= numbers.count
  }

  private static let sampleSize = 200
}
