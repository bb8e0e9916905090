/// Settles what each field of a table means, from its header and, where that is silent or says a thing twice, from its content.
struct ColumnResolver: Sendable {
  private(set) var kind: RecognisedTable.Kind = .columns
  /// In the order of the header's fields; a header field that covers several levels is several columns.
  private(set) var columns: [LogicalColumn] = []

  /// - Parameters:
  ///   - header: the table's header.
  ///   - content: what stands in each header field, by its place.
  ///   - extraLevels: how many more columns the body has than the header, all taken for levels.
  init(_ header: TableHeader, content: [ColumnContent], extraLevels: Int) {
    var meanings = header.fields.indices.map { index in
      Self.meaning(of: header.fields[index], content: content.indices.contains(index) ? content[index] : nil)
    }
    let correction = ContentCorrection(header, content: content)
    correction.settleCountsAndTimes(&meanings)
    settleIndicators(header, extraLevels: extraLevels, meanings: &meanings)
    spreadGroups(header, content: content, meanings: &meanings)
    settleSilent(header, content: content, meanings: &meanings)
    settleUnknown(header, meanings: &meanings)
    settlePlatforms(header, content: content, meanings: &meanings)
    settleUnitsTable(header, content: content, meanings: &meanings)
    settleTarget(header, meanings: &meanings)
    if kind == .columns, extraLevels == 0 { correction.settleDemand(&meanings) }
    settleRequirements(header, content: content, meanings: &meanings)
    settleMissingRequirement(header, content: content, meanings: &meanings)
    settleTimes(header, content: content, meanings: &meanings)
    settleMissingUnits(header, content: content, meanings: &meanings)
    settlePeople(header, meanings: &meanings)
    settleRemarks(header, content: content, meanings: &meanings)
    // What a user has said holds, whatever the other fields are.
    for (index, field) in header.fields.enumerated() where field.isPinned { meanings[index] = field.meaning ?? .other }
    if kind == .columns,
      zip(header.fields, meanings).contains(where: { $1 == .level && HeaderLexicon.namesIndicator($0.label) })
    {
      kind = .indicators
    }
    build(header, meanings: meanings, extraLevels: extraLevels)
  }

  /// 考核指标 may be the word for what is demanded; over several columns, beside another such word, it names the levels.
  private func settleIndicators(_ header: TableHeader, extraLevels: Int, meanings: inout [FieldMeaning]) {
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
  private func spreadGroups(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
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
  private func settleSilent(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    for index in meanings.indices.dropFirst() where header.fields[index].meaning == nil {
      let isSilent = !content.indices.contains(index) || content[index].count == 0
      let isFollowed = meanings[(index + 1)...].contains { $0 != .other && $0 != .remarks && $0 != .number }
      if isSilent, isFollowed, !header.fields[index].label.isEmpty, meanings[index - 1] == .level {
        meanings[index] = .level
      }
    }
  }

  /// A field whose label is not known is a level only where levels stand: beside another one, or left of all data.
  private func settleUnknown(_ header: TableHeader, meanings: inout [FieldMeaning]) {
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

  /// What the label says; where it says nothing, or less than addresses and telephone numbers do, what the content says.
  private static func meaning(of field: HeaderField, content: ColumnContent?) -> FieldMeaning {
    guard let meaning = field.meaning else { return content?.likeliest ?? .other }
    guard field.strength < 1, let content, content.count > 1 else { return meaning }
    if content.contact > 0.6 { return .other }
    // 主动公开 and 重点栏目 over ticks ask whether.
    let isThing = [.level, .requirement, .target, .mode].contains(meaning)
    if isThing, content.marks > 0.6 { return .other }
    // 栏目属性 over 信息报送, 系统推送 says how.
    if meaning == .other, content.mode > 0.6, content.length <= 10 { return .mode }
    // 日均访问 within a group of levels counts.
    return [.level, .mode].contains(meaning) && content.number > 0.8 ? .other : meaning
  }

  /// The platform (公众号, 微博) that stands left of all other labels is the outermost of them, not a way to supply content; so is
  /// one that stands left of all data where nothing else is a label.
  private func settlePlatforms(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    let level = meanings.firstIndex(of: .level)
    guard let first = level.map({ $0 - 1 }) ?? meanings.firstIndex(where: { $0 != .number }), first >= 0,
      meanings[first] == .mode, !header.fields[first].isPinned
    else { return }
    let isModal = content.indices.contains(first) && content[first].mode > 0.5
    if !isModal, level != nil || HeaderLexicon.namesSite(header.fields[first].label) { meanings[first] = .level }
  }

  // MARK: - Kinds

  /// A table whose subject is the unit, and whose columns are listed for it.
  private mutating func settleUnitsTable(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    guard let subject = meanings.firstIndex(where: { $0 != .number }),
      meanings[subject] == .responsible || meanings[subject] == .lead,
      HeaderLexicon.namesUnitSubject(header.fields[subject].label) || meanings.count(where: { $0 == .level }) <= 1
    else { return }
    let lists = meanings.indices.filter {
      $0 > subject && meanings[$0] == .level || $0 > subject && meanings[$0] == .target
        || $0 > subject && meanings[$0] == .requirement && HeaderLexicon.namesColumns(header.fields[$0].label)
    }
    guard let list = lists.first, lists.count == 1 else { return }
    // A field of single labels, not of lists, is a level after all.
    if content.indices.contains(list), content[list].count >= 2, content[list].length < 9, content[list].prose < 0.2,
      content[list].lists < 0.25
    {
      return
    }
    guard !meanings.contains(.requirement) || meanings[list] == .requirement else { return }
    kind = .units
    meanings[subject] = .responsible
    meanings[list] = .requirement
  }

  /// Where nothing else names what is kept, and no demand stands left of it that it could answer, a field of columns of the site
  /// holds the labels themselves; fields right of it without a label of their own are further levels of them.
  private func settleTarget(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    guard kind == .columns, let target = meanings.firstIndex(of: .target),
      !meanings[..<target].contains(.requirement), !header.fields[target].isPinned
    else { return }
    let silent = meanings.indices.dropFirst(target + 1).prefix { index in
      header.fields[index].label.isEmpty && header.fields[index].meaning == nil && meanings[index] == .level
    }
    guard !meanings.indices.contains(where: { meanings[$0] == .level && !silent.contains($0) }) else { return }
    meanings[target] = .level
  }

  // MARK: - Meanings that a header names twice

  private mutating func settleRequirements(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    let places = meanings.indices.filter { meanings[$0] == .requirement }
    guard places.count > 1 else { return }
    let isLabels = { (place: Int) in
      content.indices.contains(place) && content[place].count > 0 && content[place].length < 12
        && content[place].prose < 0.15
    }
    let length = { (place: Int) in content.indices.contains(place) ? content[place].length : 0 }
    // 工作任务 left of 工作要求 or 具体要求: where no field holds labels, what is to be done is one, unless it says far more.
    let named = places.dropFirst().allSatisfy {
      length(places[0]) <= Self.farFuller * max(length($0), Self.shortestDemand)
    }
    let isTask = !meanings.contains(.level) && named && meanings[..<places[0]].allSatisfy { $0 == .number }
    // How points are given (评分标准) is a demand only where nothing else says what is demanded.
    let scores = { (place: Int) in HeaderLexicon.namesScoring(header.fields[place].label) }
    let told = places.filter { !scores($0) && !isLabels($0) }
    let open = isTask ? Array(places.dropFirst()) : told.isEmpty ? places : places.filter { !scores($0) }
    // The fullest text is the requirement; short labels to its left are one more level.
    let chosen =
      open.max { left, right in
        let weigh = { (place: Int) in
          // 内容说明 beside 具体要求: what is to be there comes before how it is to be kept.
          min(60, length(place)) / 20 + header.fields[place].strength
            + (header.fields[place].label.contains("内容") && !isLabels(place) ? Self.contentful : 0)
        }
        return weigh(left) < weigh(right)
      } ?? places[0]
    for place in places where place != chosen {
      if isTask && place == places[0]
        || place < chosen && isLabels(place) && (meanings.contains(.level) || place == places[0])
      {
        meanings[place] = .level
      } else if HeaderLexicon.namesColumns(header.fields[place].label), place > chosen {
        meanings[place] = .target
      } else if scores(place) {
        meanings[place] = .other
      } else {
        meanings[place] = furtherDemand(content.indices.contains(place) ? content[place] : nil, beside: meanings)
      }
    }
  }

  /// What a field of demands holds that is not the table's main one: the times if it mostly sets some and nothing else does,
  /// else remarks, so that nothing of it is lost.
  private func furtherDemand(_ content: ColumnContent?, beside meanings: [FieldMeaning]) -> FieldMeaning {
    guard let content, content.count > 0 else { return .other }
    if content.time > Self.mostlyTimes, !meanings.contains(.update), !meanings.contains(.supply) { return .update }
    return meanings.contains(.remarks) ? .other : .remarks
  }

  /// So many times longer than all others, texts under the first word for a demand are one.
  private static let farFuller = 1.5
  /// What the word for content weighs beside that for a demand.
  private static let contentful = 0.5
  /// From this share of times on, demands are about when.
  private static let mostlyTimes = 0.6

  /// Where no label is known to say what is demanded, of the fields under unknown labels the one with the fullest texts does.
  private func settleMissingRequirement(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    guard kind == .columns, !meanings.contains(.requirement), header.rowCount > 0 else { return }
    let open = meanings.indices.filter { index in
      guard meanings[index] == .other, header.fields[index].meaning == nil, !header.fields[index].label.isEmpty,
        content.indices.contains(index)
      else { return false }
      let own = content[index]
      return own.count > 1 && own.length >= Self.shortestDemand
        && own.contact + own.marks + own.number + own.people < 0.3
    }
    if let fullest = open.max(by: { content[$0].length < content[$1].length }) { meanings[fullest] = .requirement }
  }

  /// The average length from which on texts under an unknown label say more than a name does.
  private static let shortestDemand = 6.0

  private mutating func settleTimes(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    let places = meanings.indices.filter { meanings[$0] == .update }
    guard places.count > 1 else { return }
    let chosen =
      places.first { header.fields[$0].label.contains("更新") }
      ?? places.first {
        let field = header.fields[$0]
        return field.meaning == .update && field.strength > HeaderField.guessed
          && !HeaderPhrase.namesSupply(field.label)
      }
      ?? (places.contains { HeaderPhrase.namesSupply(header.fields[$0].label) }
        ? places.first { !HeaderPhrase.namesSupply(header.fields[$0].label) } : nil)
      ?? Self.placeOfUpdates(places, content)
      ?? places.max {
        content.indices.contains($0) && content.indices.contains($1) && content[$0].time < content[$1].time
      }
      ?? places[0]
    for place in places where place != chosen {
      meanings[place] = meanings.contains(.supply) ? .other : .supply
    }
  }

  /// The only one of several fields of times whose texts do not mostly speak of supplying content.
  private static func placeOfUpdates(_ places: [Int], _ content: [ColumnContent]) -> Int? {
    let updates = places.filter { content.indices.contains($0) && content[$0].supplies < supplyingShare }
    return updates.count == 1 ? updates[0] : nil
  }

  private static let supplyingShare = 0.5

  /// Where no label names units, the first field that holds nothing else does, whatever its label says.
  private func settleMissingUnits(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    guard !meanings.contains(where: { [.lead, .responsible, .cooperating].contains($0) }) else { return }
    let units = meanings.indices.first { index in
      meanings[index] == .other && header.fields[index].strength < 1 && content.indices.contains(index)
        && content[index].count > 1 && content[index].units > 0.8
    }
    if let units { meanings[units] = .responsible }
  }

  /// Several fields may name the units of one role (文字, 图片, 视频): all count whose label says so; others say something else.
  private mutating func settlePeople(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    settleLead(header, meanings: &meanings)
    for meaning in [FieldMeaning.lead, .responsible, .cooperating] {
      let places = meanings.indices.filter { meanings[$0] == meaning }
      guard places.count > 1 else { continue }
      let most = places.reduce(0) { max($0, header.fields[$1].strength) }
      for place in places
      where header.fields[place].strength < Self.unitStrength && header.fields[place].strength < most {
        meanings[place] = meaning == .responsible && !meanings.contains(.cooperating) ? .cooperating : .other
      }
    }
    guard !meanings.contains(.responsible) else { return }
    if meanings.contains(.cooperating) {
      // The role of the units in it is read from the field's label. Of several such fields, those that help by technical means
      // have a role of their own.
      let helping = meanings.indices.filter { meanings[$0] == .cooperating }
      let technical = helping.filter { HeaderPhrase.namesTechnicians(header.fields[$0].label) }
      let isDivided = !technical.isEmpty && technical.count < helping.count
      for place in helping where !isDivided || !technical.contains(place) { meanings[place] = .responsible }
    } else if !zip(header.fields, meanings).contains(where: { $1 == .lead && HeaderPhrase.namesLeader($0.label) }) {
      // 主责单位 and 归口部门 are told from others; where there are none, they are simply responsible.
      for place in meanings.indices where meanings[place] == .lead { meanings[place] = .responsible }
    }
  }

  /// Who leads is said in comparison: 归口部门 leads those who are responsible, and is responsible where nobody else is;
  /// 承办单位 leads a field of units behind it that are just responsible.
  private func settleLead(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    let ranks = header.fields.map { HeaderPhrase.leadership(of: $0.label) }
    let leads = meanings.indices.filter { meanings[$0] == .lead }
    let others = meanings.indices.filter { meanings[$0] == .responsible }
    if let highest = leads.map({ ranks[$0] }).max(), others.isEmpty {
      let isCertain = highest == .leads || leads.contains { header.fields[$0].strength == 1 }
      for place in leads
      where ranks[place] < highest || leads.count == 1 && !isCertain && meanings.contains(.cooperating) {
        meanings[place] = .responsible
      }
    } else if leads.isEmpty, others.count == 2, ranks[others[0]] == .carriesOut, ranks[others[1]] == .none {
      meanings[others[0]] = .lead
    }
  }

  /// From this strength on a label is certain to name units; a group's word for them counts as well.
  private static let unitStrength = 0.55

  private mutating func settleRemarks(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    // 说明 may say what is required; 备注 never does.
    let fullest = content.map(\.count).max() ?? 0
    let open = meanings.indices.filter { index in
      meanings[index] == .remarks && !header.fields[index].label.contains("备")
        && (!content.indices.contains(index) || content[index].count * 2 >= fullest)
    }
    let remarks = meanings.count { $0 == .remarks }
    if !meanings.contains(.requirement), let first = open.first, remarks > 1 || first < meanings.count - 1,
      kind == .columns
    {
      meanings[first] = .requirement
    }
    let places = meanings.indices.filter { meanings[$0] == .remarks }
    for place in places.dropLast() where meanings[place] == .remarks { meanings[place] = .other }
    for meaning in [FieldMeaning.number, .target, .mode, .supply] {
      for place in meanings.indices.filter({ meanings[$0] == meaning }).dropFirst() { meanings[place] = .other }
    }
  }

  // MARK: - Columns

  private mutating func build(_ header: TableHeader, meanings: [FieldMeaning], extraLevels: Int) {
    let lastLevel = meanings.lastIndex(of: .level)
    for (index, field) in header.fields.enumerated() {
      let meaning = meanings[index]
      if meaning == .level, field.columns.count > 1 {
        for column in field.columns {
          columns.append(LogicalColumn(meaning: .level, label: field.label, columns: column..<column + 1))
        }
      } else {
        columns.append(LogicalColumn(meaning: meaning, label: field.label, columns: field.columns))
      }
      if index == lastLevel {
        for _ in 0..<extraLevels {
          let place = columns.count
          columns.append(LogicalColumn(meaning: .level, label: field.label, columns: place..<place + 1))
        }
      }
    }
    if extraLevels > 0 {
      for index in columns.indices { columns[index].columns = index..<index + 1 }
    }
  }
}
