/// Which fields hold the labels of levels where what a header calls them leaves it open.
extension ColumnResolver {
  /// 考核指标 may be the word for what is demanded; over several columns, beside another such word, it names the levels, and over
  /// short names right behind two labels, neither of which names columns of the site, the innermost one.
  func settleIndicators(
    _ header: TableHeader, content: [ColumnContent], extraLevels: Int, meanings: inout [FieldMeaning]
  ) {
    if let only = meanings.firstIndex(of: .requirement), only > 1,
      (only - 2..<only).allSatisfy({ meanings[$0] == .level && !HeaderLexicon.namesColumns(header.fields[$0].label) }),
      meanings.lastIndex(of: .requirement) == only, !header.fields[only].isPinned,
      HeaderLexicon.namesIndicator(header.fields[only].label), content.indices.contains(only),
      content[only].areNames
    {
      meanings[only] = .level
    }
    guard !zip(header.fields, meanings).contains(where: { $1 == .level && !$0.label.isEmpty }) else { return }
    for index in meanings.indices
    where meanings[index] == .requirement && HeaderLexicon.namesIndicator(header.fields[index].label)
      && meanings[(index + 1)...].contains(.requirement)
    {
      let next = index + 1
      if extraLevels > 0 || header.fields[index].columns.count > 1 || header.fields[next].label.isEmpty {
        meanings[index] = .level
      }
    }
  }

  /// An empty place right of a label belongs to it where its content could be the same kind of thing: levels, or units.
  func spreadGroups(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    for index in meanings.indices.dropFirst()
    where header.fields[index].label.isEmpty && header.fields[index].meaning == nil {
      let likeliest = content.indices.contains(index) ? content[index].likeliest : nil
      guard meanings[index - 1] == .level else { continue }
      // Texts among labels have come from the field of demands, where the header names one further right.
      let isDemandNamed = header.fields[(index + 1)...].contains { $0.meaning == .requirement }
      if likeliest.map({ Self.mayBeLabels($0) || isDemandNamed && $0 == .requirement }) ?? true {
        meanings[index] = .level
      }
    }
  }

  /// Whether short words that mostly look like those of a field may be labels after all: where cells are gone, words of other
  /// fields stand among them.
  private static func mayBeLabels(_ likeliest: FieldMeaning) -> Bool {
    [.level, .responsible, .mode].contains(likeliest)
  }

  /// A label that is not known, over a field of which no text is certain, names a level right behind another where no field
  /// of data stands before it.
  func settleSilent(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    for index in meanings.indices.dropFirst() where header.fields[index].meaning == nil {
      let isSilent = !content.indices.contains(index) || content[index].count == 0
      let isFollowed = meanings[(index + 1)...].contains { $0 != .other && $0 != .remarks && $0 != .number }
      if isSilent, isFollowed, !header.fields[index].label.isEmpty, meanings[index - 1] == .level {
        meanings[index] = .level
      }
    }
  }

  /// A field whose label is not known is a level only where levels stand: beside another one, or left of all data.
  func settleUnknown(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    let fields = header.fields
    guard header.rowCount > 0 else { return }
    let named = fields.indices.filter { fields[$0].meaning == .level }
    let isData = { (index: Int) in
      fields[index].meaning.map { ![.number, .level, .other].contains($0) } ?? false
    }
    for index in meanings.indices
    where meanings[index] == .level && fields[index].meaning == nil && !fields[index].label.isEmpty {
      if named.isEmpty {
        // Units may stand before what they keep.
        let first = fields.indices.first { isData($0) && !($0 == 0 || $0 == 1 && fields[0].meaning == .number) }
        if let first, index > first { meanings[index] = .other }
      } else if let last = named.last, index > last {
        let between = (last + 1)..<index
        if between.contains(where: { meanings[$0] != .level }) { meanings[index] = .other }
      }
    }
  }

  /// The platform (公众号, 微博) that stands left of all other labels is the outermost of them, not a way to supply content; so is
  /// one that stands left of all data where nothing else is a label. What is called a
  /// platform is a way by its content only where no other field is one.
  func settlePlatforms(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    let level = meanings.firstIndex(of: .level)
    guard let first = level.map({ $0 - 1 }) ?? meanings.firstIndex(where: { $0 != .number }), first >= 0,
      !header.fields[first].isPinned
    else { return }
    // A platform may be a way; a site of which columns stand to the right is what they belong to, though its name begins with
    // that of a body.
    let isSite = level != nil && HeaderLexicon.namesOwnSite(header.fields[first].label)
    guard isSite || meanings[first] == .mode else { return }
    let isModal =
      !isSite && content.indices.contains(first) && content[first].mode > 0.5
      && !(HeaderLexicon.namesSite(header.fields[first].label) && meanings.dropFirst(first + 1).contains(.mode))
    if !isModal, level != nil || HeaderLexicon.namesSite(header.fields[first].label) { meanings[first] = .level }
  }

  /// Where no demand stands left of it that it could answer, a field of columns of the site holds the labels themselves if
  /// nothing else names what is kept, or if it is as wide as several fields and has several texts below a label; so do those right
  /// of it without a label of their own.
  ///
  /// Indicators are broken down to columns of the site as they are to anything else: there such a field stays what it is.
  func settleTarget(
    _ header: TableHeader, content: [ColumnContent], extraLevels: Int, meanings: inout [FieldMeaning]
  ) {
    guard kind == .columns, let target = meanings.firstIndex(of: .target),
      !meanings[..<target].contains(.requirement), !header.fields[target].isPinned,
      !header.fields.contains(where: { HeaderLexicon.namesIndicator($0.label) })
    else { return }
    let silent = meanings.indices.dropFirst(target + 1).prefix { index in
      header.fields[index].label.isEmpty && header.fields[index].meaning == nil && meanings[index] == .level
    }
    let others = meanings.indices.filter { meanings[$0] == .level && !silent.contains($0) }
    let isWide = header.fields[target].columns.count > 1 || !silent.isEmpty
    // Of labels that lost their spans, one that counts its level (一级目录) was as wide as one column.
    let isWidest = extraLevels > 0 && others.allSatisfy { HeaderLexicon.namesOneLevel(header.fields[$0].label) }
    let followsLabels =
      others.last == target - 1 && others.allSatisfy { HeaderLexicon.namesColumns(header.fields[$0].label) }
    // A column that is kept elsewhere is named beside each label; a level has further ones below the same, merged label.
    let rowCount = zip(header.fields, content).reduce(0) { max($0, $1.1.count / $1.0.columns.count) }
    let branches = others.last.map { content.indices.contains($0) && content[$0].count * 4 <= rowCount * 3 }
    guard isWidest || (branches ?? true) && (others.isEmpty || isWide || followsLabels) else { return }
    meanings[target] = .level
  }
}
