internal import LanmuGrid

/// Sets right, by what stands in the fields, the meanings of those whose labels say little: words of an author's own are
/// understood by their last noun at best, and 上新要求 over 每天 and 每月两次 is no demand.
///
/// Labels that are synonyms to the letter are left alone, and so are fields that a user has named.
struct ContentCorrection: Sendable {
  private let fields: [HeaderField]
  private let content: [ColumnContent]

  init(_ header: TableHeader, content: [ColumnContent]) {
    (fields, self.content) = (header.fields, content)
  }

  /// Takes a field that counts rows for the numbers, and fields of times for times, where nothing else is.
  func settleCountsAndTimes(_ meanings: inout [FieldMeaning]) {
    // Even a label that is a synonym to the letter, as ID is for what a plan does not speak of, numbers rows over 1, 2, 3.
    let running = meanings.indices.first { index in
      content.indices.contains(index) && content[index].isRising && !fields[index].isPinned
        && (isOpen(index) || meanings[index] == .other)
    }
    if !meanings.contains(.number), let running { meanings[running] = .number }
    guard !meanings.contains(where: { $0 == .update || $0 == .supply }) else { return }
    // By when a task is done is its time where no other is set, and a remark on it elsewhere.
    let completion = meanings.indices.filter { index in
      content.indices.contains(index) && content[index].time > Self.mostly && !fields[index].isPinned
        && SimplifiedForms.text(fields[index].label).hasSuffix(Self.completion)
    }
    if let only = completion.first, completion.count == 1 {
      meanings[only] = .update
      return
    }
    for index in meanings.indices where isOpen(index) && content[index].time > Self.mostly {
      // Who was reached when, and how long something is there, are times as well.
      let isOther =
        meanings[index] == .other && HeaderLexicon.match(fields[index].label) != nil
        && !HeaderPhrase.namesQuota(SimplifiedForms.text(HeaderLexicon.withoutBrackets(fields[index].label)))
      // Sentences that set a time beside all else they demand are no times.
      let isDemand = meanings[index] == .requirement && content[index].prose > Self.half
      if !isOther, !isDemand, ![.number, .lead, .responsible, .cooperating].contains(meanings[index]) {
        meanings[index] = .update
      }
    }
  }

  /// Takes the last of several levels for the demand if it holds lists or sentences, and nothing else says what is demanded
  /// but perhaps a field that few rows fill.
  func settleDemand(_ meanings: inout [FieldMeaning]) {
    let levels = meanings.indices.filter { meanings[$0] == .level }
    let fullest = content.map(\.count).max() ?? 0
    let demands = meanings.indices.filter { meanings[$0] == .requirement }
    guard levels.count > 1, let last = levels.last, isOpen(last),
      !HeaderLexicon.namesIndicator(fields[last].label), content[last].units < Self.fewUnits,
      HeaderPhrase.namesDuties(fields[last].label)
        || saysMore(content[last], than: content[levels[levels.count - 2]]),
      demands.allSatisfy({ place in
        place > last && fields[place].strength < 1 && !fields[place].isPinned && content.indices.contains(place)
          && content[place].count * 3 < fullest * 2
      })
    else { return }
    meanings[last] = .requirement
    for place in demands { meanings[place] = meanings.contains(.remarks) ? .other : .remarks }
  }

  /// Takes a field whose label shares out duties (细化分工) for the demand, where it holds no units while others do, and nothing
  /// else says what is demanded, but perhaps one of names by its label (工作任务).
  func settleDuties(_ meanings: inout [FieldMeaning]) {
    let saysDemand = meanings.indices.contains { index in
      meanings[index] == .requirement
        && (!SimplifiedForms.text(fields[index].label).hasSuffix("任务") || !content.indices.contains(index)
          || content[index].saysMoreThanNames)
    }
    guard !saysDemand else { return }
    let shared = meanings.indices.filter { meanings[$0].family == .responsible }
    let duties = shared.filter { index in
      guard isOpen(index) else { return false }
      // Where cells are gone, units have moved there.
      return content[index].units < Self.fewUnits
        || content[index].saysMoreThanNames && content[index].prose > content[index].units
    }
    guard duties.count == 1, shared.contains(where: { !isOpen($0) }) else { return }
    meanings[duties[0]] = .requirement
  }

  /// Whether texts are no names, or far longer ones than the names beside them, and some of them lists.
  private func saysMore(_ texts: ColumnContent, than names: ColumnContent) -> Bool {
    guard !names.saysMoreThanNames else { return false }
    return texts.saysMoreThanNames || texts.lists > Self.fewLists && texts.length > Self.farLonger * names.length
      || texts.length >= max(Self.fullLength, Self.twice * names.length)
  }

  /// From this share of units on, rows have moved, and it is lists of these that make the texts long.
  private static let fewUnits = 0.15
  private static let fewLists = 0.15
  private static let farLonger = 1.7
  /// From this average length on, texts twice as long as the names beside them are none.
  private static let fullLength = 9.0
  private static let twice = 2.0
  private static let mostly = 0.7
  private static let completion = "完成时间"
  private static let half = 0.5

  private func isOpen(_ index: Int) -> Bool {
    content.indices.contains(index) && content[index].count >= 3 && fields[index].strength < 1
      && !fields[index].isPinned && !fields[index].label.isEmpty
  }
}
