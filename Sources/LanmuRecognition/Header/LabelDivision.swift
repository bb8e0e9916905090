/// How a list of labels below others that stand side by side divides them, by what the labels mean: 文字, 图片 below 责任单位.
///
/// For headers whose rows have no gaps that would tell it (`HeaderStack`), and whose number of fields does not (`DividedHeader`).
enum LabelDivision {
  /// Labels whose groups a list of labels below divides: each run of labels of one kind divides the field of that kind.
  static func divided(_ labels: [String], by below: [String]) -> (labels: [String], groups: [String])? {
    var result = labels
    var groups = Array(repeating: "", count: labels.count)
    for run in runs(below) {
      guard let place = dividedField(result, by: run), groups[place].isEmpty else { return nil }
      // As many labels as there are fields may as well be another header, unless they are all of one kind.
      guard
        run.count < labels.count || labels.count == 1 || run.count == below.count && isOnly(place, of: labels, by: run)
      else { return nil }
      let group = result[place]
      result.replaceSubrange(place...place, with: run)
      groups.replaceSubrange(place...place, with: run.map { _ in group })
    }
    return (result, groups)
  }

  /// Whether no other label is of the kind of those that divide one.
  private static func isOnly(_ place: Int, of labels: [String], by below: [String]) -> Bool {
    let families = Set(below.compactMap(family))
    return labels.indices.allSatisfy { index in
      index == place || family(of: labels[index]).map { !families.contains($0) } ?? true
    }
  }

  /// Labels parted into runs of one kind: levels, units, times with ways.
  private static func runs(_ labels: [String]) -> [[String]] {
    var runs: [[String]] = []
    var kind: FieldMeaning?
    for label in labels {
      let own = family(of: label) ?? kind
      if own == kind, !runs.isEmpty { runs[runs.count - 1].append(label) } else { runs.append([label]) }
      kind = own
    }
    return runs
  }

  /// Which field a second header row divides: the one whose meaning is nearest to the labels below.
  private static func dividedField(_ labels: [String], by below: [String]) -> Int? {
    let families = Set(below.compactMap(family))
    return labels.lastIndex { family(of: $0).map(families.contains) ?? false }
  }

  /// The kind of thing that a label says its field holds; `nil` where its words are not known.
  private static func family(of label: String) -> FieldMeaning? { HeaderLexicon.match(label)?.meaning.family }
}
