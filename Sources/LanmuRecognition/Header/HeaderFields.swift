internal import LanmuGrid

/// The fields that the rows of a header name, each with its label and the one above it.
enum HeaderFields {
  /// The fields of rows that are a header.
  static func fields(of block: [FieldRow]) -> [HeaderField] {
    block.first?.layout.keepsSpans == true ? spanned(block) : aligned(block)
  }

  /// The fields of a header whose spans are known: one per lowest cell.
  private static func spanned(_ block: [FieldRow]) -> [HeaderField] {
    if block.count > 1, let laid = UnmergedHeader.laidOut(block), let stack = HeaderStack(laid) {
      return Self.fields(stack.labels, groups: stack.groups)
    }
    var covering: [[FieldCell]] = []
    for row in block {
      for cell in row.cells where cell.columnSpan < FieldCell.endless {
        let end = cell.column + cell.columnSpan
        while covering.count < end { covering.append([]) }
        for column in cell.column..<end { covering[column].append(cell) }
      }
    }
    var fields: [HeaderField] = []
    var column = 0
    while column < covering.count {
      let stack = covering[column].filter { !$0.label.isEmpty }
      guard let leaf = stack.last else {
        fields.append(HeaderField(label: "", group: "", meaning: nil, strength: 0, columns: column..<column + 1))
        column += 1
        continue
      }
      let end = max(column + 1, leaf.column + leaf.columnSpan)
      fields.append(field(leaf: leaf.label, group: stack.dropLast().last?.label ?? "", columns: column..<end))
      column = end
    }
    return fields
  }

  /// The fields of a header whose spans are lost: by place, or, where a second row only divides fields, by meaning.
  private static func aligned(_ block: [FieldRow]) -> [HeaderField] {
    if block.count > 1, let stack = HeaderStack(block) { return Self.fields(stack.labels, groups: stack.groups) }
    var labels = block.first.map(trimmedLabels) ?? []
    var groups = Array(repeating: "", count: labels.count)
    for row in block.dropFirst() {
      let below = trimmedLabels(row)
      let filled = below.filter { !$0.isEmpty }
      // Only a row without gaps can be divided by one that is just a list of labels.
      if !labels.contains(""), let first = below.first, !first.isEmpty, filled.count == below.count,
        let divided = LabelDivision.divided(labels, by: filled)
      {
        (labels, groups) = divided
        continue
      }
      for (index, label) in below.enumerated() {
        if index >= labels.count {
          labels.append(label)
          groups.append("")
        } else if !label.isEmpty {
          groups[index] = labels[index]
          labels[index] = label
        }
      }
    }
    return fields(labels, groups: groups)
  }

  /// The fields under labels that stand side by side, each with the label above it.
  static func fields(_ labels: [String], groups: [String]) -> [HeaderField] {
    let count = (labels.lastIndex { !$0.isEmpty } ?? -1) + 1
    return labels.prefix(count).indices.map { index in
      field(leaf: labels[index], group: groups[index], columns: index..<index + 1)
    }
  }

  private static func trimmedLabels(_ row: FieldRow) -> [String] {
    var labels = row.cells.map(\.label)
    while labels.last?.isEmpty == true { labels.removeLast() }
    return labels
  }

  private static func field(leaf: String, group: String, columns: Range<Int>) -> HeaderField {
    let own = HeaderLexicon.match(leaf)
    let inherited = group.isEmpty ? nil : HeaderLexicon.match(group)
    if inherited?.meaning == .level, HeaderLexicon.namesSite(leaf) {
      return HeaderField(label: leaf, group: group, meaning: .level, strength: 1, columns: columns)
    }
    if let own, own.strength == 1 || inherited == nil {
      return HeaderField(label: leaf, group: group, meaning: own.meaning, strength: own.strength, columns: columns)
    }
    let chosen = own ?? inherited.map { HeaderLexicon.Match(meaning: $0.meaning, strength: $0.strength * 0.7) }
    return HeaderField(
      label: leaf, group: group, meaning: chosen?.meaning, strength: chosen?.strength ?? 0, columns: columns)
  }
}
