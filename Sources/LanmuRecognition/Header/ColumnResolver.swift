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
    // Numbers and times first: taken for labels, they would be levels to all that follows.
    correction.settleCountsAndTimes(&meanings)
    // Then all levels, from the left: a field becomes one beside another, and what parts it from the others is asked last.
    settleIndicators(header, content: content, extraLevels: extraLevels, meanings: &meanings)
    spreadGroups(header, content: content, meanings: &meanings)
    settleSilent(header, content: content, meanings: &meanings)
    settleUnknown(header, meanings: &meanings)
    settlePlatforms(header, content: content, meanings: &meanings)
    // How many levels there are tells the kind of table, which the rest depends on.
    settleUnitsTable(header, content: content, meanings: &meanings)
    settleTarget(header, content: content, extraLevels: extraLevels, meanings: &meanings)
    // One of the levels, or of the fields under unknown labels, may be the demand before any of the latter may be units.
    if kind == .columns, extraLevels == 0 { correction.settleDemand(&meanings) }
    correction.settleDuties(&meanings)
    settleRequirements(header, content: content, meanings: &meanings)
    settleMissingRequirement(header, content: content, meanings: &meanings)
    settleTimes(header, content: content, meanings: &meanings)
    // In which role units are named is asked of all of them together.
    settleMissingUnits(header, content: content, meanings: &meanings)
    settlePeople(header, meanings: &meanings)
    // Last what the steps before have made twice: targets, further times, remarks.
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

  // MARK: - Meanings that a header names twice

  /// Of several fields of times, one says how often content is renewed, and another by when it is supplied.
  private func settleTimes(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    let places = meanings.indices.filter { meanings[$0] == .update }
    guard places.count > 1 else { return }
    let chosen =
      places.first { header.fields[$0].wording.contains("更新") }
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

  private func settleRemarks(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    // 说明 may say what is required; 备注 never does.
    let fullest = content.map(\.count).max() ?? 0
    let open = meanings.indices.filter { index in
      meanings[index] == .remarks && !header.fields[index].wording.contains("备")
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
