internal import LanmuGrid

/// Which rows tell what the fields of a table without a header are: those whose cells stand in their places.
extension HeaderlessFields {
  /// The rows whose labels end furthest right, among rows of one width: where empty fields are lost at their starts, rows move to
  /// the left and never to the right, so that these stand in their places.
  static func unmoved(_ rows: [FieldRow]) -> [FieldRow] {
    guard let layout = rows.first?.layout, !layout.keepsSpans, layout != .dropped else { return [] }
    let sample = rows.prefix(sampleSize)
    let widest = sample.map(\.cells.count).max() ?? 0
    guard sample.count(where: { $0.cells.count == widest }) * 2 > sample.count else { return [] }
    let ends = sample.map { row in row.filled.first { !mayBeLabel($0) }?.column ?? -1 }
    var counts: [Int: Int] = [:]
    for end in ends where end >= 0 { counts[end, default: 0] += 1 }
    let place = counts.filter { $0.value >= fewest && $0.value * leastWhole >= sample.count }.keys.max()
    return sample.indices.filter { ends[$0] == place }.map { sample[$0] }
  }

  /// Whether a text could be a label, and is not rather a sentence, a time, a group or a body.
  private static func mayBeLabel(_ cell: FieldCell) -> Bool {
    let evidence = TextEvidence(cell.label)
    return !evidence.isProse && !evidence.isGroup && evidence.time < 0.6 && evidence.bodies < 0.5
  }

  /// The rows that begin with most texts, where others may have slipped: in these each text stands in its own place.
  static func fullest(_ rows: [FieldRow]) -> [FieldRow] {
    guard rows.first?.layout.keepsSpans == false else { return [] }
    let sample = rows.prefix(sampleSize)
    let leading = sample.map { $0.cells.prefix { !$0.label.isEmpty }.count }
    guard let most = leading.sorted(by: >).dropFirst(fewest - 1).first else { return [] }
    return sample.indices.filter { leading[$0] >= most }.map { sample[$0] }
  }

  /// How many fields the rows have; where covered cells are gone, an empty one at the end of a row is a field too: rows are
  /// filled up to it, or else those that lack others need not have it.
  static func width(of rows: [FieldRow]) -> Int {
    let filled = rows.flatMap(\.cells).map { $0.column + ($0.label.isEmpty ? 0 : 1) }.max() ?? 0
    guard let layout = rows.first?.layout, !layout.keepsSpans else { return filled }
    if layout == .dropped { return hasTextBehind(rows, width: filled) ? filled + 1 : filled }
    return isRagged(rows) ? max(filled, rows.map(\.cells.count).max() ?? 0) : filled
  }

  /// Whether filled up rows of which none fills the last field have a text for it all the same: as many texts as the first row,
  /// which has lost none, though they begin with fewer labels.
  private static func hasTextBehind(_ rows: [FieldRow], width: Int) -> Bool {
    guard !rows.tellPadding, let first = rows.first, first.cells.count > width, first.filledCount == width else {
      return false
    }
    let labels = leadingLabels(first)
    return rows.contains { $0.filledCount == width && leadingLabels($0) < labels }
  }

  static func isRagged(_ rows: [FieldRow]) -> Bool { Set(rows.map(\.cells.count)).count > 1 }

  /// The rows with their last cells in the last fields, where those that lack covered cells are short: labels are lost far more
  /// often than what follows them. None where rows are filled up.
  static func alignedRight(_ rows: [FieldRow], width: Int) -> [FieldRow] {
    guard let layout = rows.first?.layout, !layout.keepsSpans, layout != .dropped else { return [] }
    return rows.map { row in
      var row = row
      let shift = width - row.cells.count
      for index in row.cells.indices { row.cells[index].column += max(0, shift) }
      return row
    }
  }

  /// Where rows are not padded, one in so many at least is whole; fewer may have drifted.
  private static let leastWhole = 12

  /// The rows in which cells stand in their places.
  static func full(_ rows: [FieldRow], width: Int, keepsSpans: Bool) -> [FieldRow] {
    guard !keepsSpans, let first = rows.first else { return rows }
    // Where cells are gone, a row that lacks one has others in its place; the first row lacks none.
    let isPadded = first.layout == .dropped
    let tellsPadding = rows.tellPadding
    let isWhole = { (row: FieldRow) in
      isPadded && !tellsPadding ? row.filled.count == width : row.cells.count { !$0.isPadding } == width
    }
    let whole = rows.filter(isWhole)
    // The first row may be the heading of a section, or lack the cells that a label covers to its right.
    // Rows of a ragged table, or whose cells stand on lines of their own, lack cells; one that lacks none has them in place.
    let mayMove = first.layout != .indented && !isRagged(rows)
    let isEnough = isPadded || whole.count * leastWhole >= rows.count || !mayMove && whole.count >= fewest
    if isWhole(first) || whole.count > 1 && isEnough { return whole }
    let nearlyWhole = rows.filter { $0.filled.count >= max(3, width - 1) }
    // Nothing covers the first row: those that begin with fewer labels have lost some, and what follows them has moved.
    guard isPadded, !tellsPadding, let top = nearlyWhole.first, top.row == first.row else { return nearlyWhole }
    return nearlyWhole.filter { leadingLabels($0) == leadingLabels(top) }
  }

  /// The rows of a table without its covered cells that begin with as many labels as the first, which has lost none, where no
  /// row begins with more: those have lost none either. `nil` if the first row is whole and tells its fields itself, or if a
  /// level may be left empty behind its labels.
  static func unmovedLikeFirst(_ rows: [FieldRow], width: Int) -> [FieldRow]? {
    guard rows.first?.layout == .dropped, rows.first?.filledCount ?? width < width else { return nil }
    let labels = rows.map { row in
      zip([nil] + row.cells.map(\.label), row.cells).prefix { before, cell in
        !cell.label.isEmpty && mayBeLabel(cell) && !(before.map { saysMore(cell.label, than: $0) } ?? false)
      }.count
    }
    guard let first = labels.first, first > 1, first == labels.max(), rows[0].filled.count > first,
      rows[0].filled[first].column == rows[0].filled[first - 1].column + 1
    else { return nil }
    let unmoved = rows.indices.filter { labels[$0] == first }.map { rows[$0] }
    return unmoved.count >= fewest && unmoved.count < rows.count ? unmoved : nil
  }

  /// Whether a text is one about the label left of it: 要闻工作动态 beside 要闻.
  static func saysMore(_ text: String, than label: String) -> Bool {
    let name = CellText.withoutListNumber(label)
    return name.unicodeScalars.count >= 2 && text.unicodeScalars.count > name.unicodeScalars.count
      && text.contains(name)
  }

  private static func leadingLabels(_ row: FieldRow) -> Int { row.cells.prefix(while: mayBeLabel).count }
}
