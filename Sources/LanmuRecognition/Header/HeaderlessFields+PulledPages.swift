internal import LanmuGrid

/// Which rows tell what the fields of a table without a header are, where all rows of a page lost their first field.
extension HeaderlessFields {
  /// The fields by the other rows, where none of a page's reaches as far right as these, and what they hold is what the others
  /// hold a field further right: their page was pulled to the left, and its texts would blur what each field holds.
  static func unpulled(_ rows: [FieldRow]) -> Self? {
    guard rows.first?.layout == .delimited else { return nil }
    let sample = rows.prefix(sampleSize).filter { $0.filledCount > 1 }
    let ends = sample.map { $0.filled.last?.column ?? 0 }
    // Rows of several widths lack cells rather than have moved.
    guard let furthest = ends.max(), !isRagged(sample) else { return nil }
    let pages = sample.indices.split { ends[$0] == furthest }.filter { $0.count >= fewest }
    let pulled = pages.flatMap { $0 }
    let others = Set(sample.indices).subtracting(pulled).sorted().map { sample[$0] }
    guard !pulled.isEmpty, others.count >= fewest, let fields = Self(body: others),
      fields.contents.count == furthest + 1
    else { return nil }
    let held = contents(of: pulled.map { sample[$0] }, width: furthest + 1).map(\.likeliest)
    let meant = fields.contents.map(\.likeliest)
    let fitting = zip(held, meant).count { $0 != nil && $0 == $1 }
    let fittingMoved = zip(held, meant.dropFirst()).count { $0 != nil && $0 == $1 }
    return fittingMoved > fitting ? fields : nil
  }
}
