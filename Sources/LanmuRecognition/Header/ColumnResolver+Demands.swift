/// Which field says what is demanded where a header names several, or none.
extension ColumnResolver {
  /// Where a header names demands more than once, one of the fields holds them, and the others are levels, targets or remarks.
  func settleRequirements(
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
    let candidates = isTask ? Array(places.dropFirst()) : told.isEmpty ? places : places.filter { !scores($0) }
    let open = Self.withoutDuties(candidates, header: header, meanings: meanings)
    // The fullest text is the requirement; short labels to its left are one more level.
    let chosen =
      open.max { left, right in
        let weigh = { (place: Int) in
          // 内容说明 beside 具体要求: what is to be there comes before how it is to be kept.
          min(60, length(place)) / 20 + header.fields[place].strength
            + (header.fields[place].wording.contains("内容") && !isLabels(place) ? Self.contentful : 0)
        }
        return weigh(left) < weigh(right)
      } ?? places[0]
    for place in places where place != chosen {
      // 考核指标 right behind a level and left of a demand: texts that drifted among its labels only make these look longer.
      let isIndicator =
        place > 0 && place < chosen && meanings[place - 1] == .level
        && HeaderLexicon.namesIndicator(header.fields[place].label) && length(place) * Self.farLonger <= length(chosen)
      if isTask && place == places[0]
        || place < chosen && isLabels(place) && (meanings.contains(.level) || place == places[0])
        || isIndicator
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

  /// Of fields of demands those that may be the main one: 具体职责 left of all levels says whose duty a whole branch is, where a
  /// field behind the labels surely says what each column holds.
  private static func withoutDuties(_ places: [Int], header: TableHeader, meanings: [FieldMeaning]) -> [Int] {
    guard let first = meanings.firstIndex(of: .level),
      places.contains(where: { $0 > first && header.fields[$0].strength == 1 })
    else { return places }
    return places.filter { $0 > first || header.fields[$0].strength == 1 }
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
  /// So many times shorter than the demand, what stands under a word for indicators are labels.
  private static let farLonger = 2.0
  /// What the word for content weighs beside that for a demand.
  private static let contentful = 0.5
  /// From this share of times on, demands are about when.
  private static let mostlyTimes = 0.6

  /// Where no label is known to say what is demanded, of the fields under unknown labels the one with the fullest texts does.
  func settleMissingRequirement(
    _ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]
  ) {
    guard kind == .columns, !meanings.contains(.requirement), header.rowCount > 0 else { return }
    if let demand = Self.demandOfUpdates(header, content: content, meanings: meanings) {
      meanings[demand] = .requirement
      return
    }
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

  /// 更新维护要求 over lists and sentences: the one of the words for times that asks for more than a time, beside another over
  /// times (更新要求), or as the only one that is no such word to the letter; `nil` where none does.
  private static func demandOfUpdates(
    _ header: TableHeader, content: [ColumnContent], meanings: [FieldMeaning]
  ) -> Int? {
    let updates = meanings.indices.filter { meanings[$0] == .update && content.indices.contains($0) }
    let demands = updates.filter {
      content[$0].saysMoreThanNames && HeaderPhrase.namesDemand(header.fields[$0].label) && !header.fields[$0].isPinned
    }
    guard let demand = demands.first, demands.count == 1 else { return nil }
    let isBesideTimes = updates.contains { content[$0].time > mostlyTimes && !content[$0].saysMoreThanNames }
    let isOnly = updates.count == 1 && header.fields[demand].strength < 1 && content[demand].lists > fewLists
    return isBesideTimes || isOnly ? demand : nil
  }

  /// Times are hardly ever told in lists.
  private static let fewLists = 0.2

  /// The average length from which on texts under an unknown label say more than a name does.
  private static let shortestDemand = 6.0
}
