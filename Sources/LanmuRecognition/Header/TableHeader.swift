internal import LanmuGrid

/// The header of a table: one field a leaf label, from left to right.
struct TableHeader: Sendable {
  var fields: [HeaderField]
  /// How many rows it takes.
  var rowCount: Int
  /// Keys of all labels of all its rows, for recognising the header where a page break repeats it.
  var keys: Set<String>
  /// What a user has pinned down of the table; `nil` without a profile.
  var layout: TableLayout?
  /// How many labels stand in each of its rows.
  var widths: Set<Int>
  /// The longest key's length in bytes.
  private var longestKey: Int

  init(fields: [HeaderField], rows: [FieldRow]) {
    self.fields = fields
    rowCount = rows.count
    keys = Set(rows.flatMap { $0.filled.map { HeaderLexicon.key($0.label) } })
    widths = Set(rows.map(\.filled.count))
    longestKey = keys.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Behind which grid column its last field ends; 0 if it has none.
  var width: Int { fields.last?.columns.upperBound ?? 0 }

  /// The header without what a user has pinned down.
  var unpinned: TableHeader {
    var copy = self
    copy.layout = nil
    for index in copy.fields.indices { copy.fields[index].pinned = nil }
    return copy
  }

  /// Whether a row repeats this header, possibly with other words here and there or a field more.
  func isRepeated(by row: FieldRow) -> Bool {
    let count = row.filledCount
    // A header of far fewer or far more labels is another table's, even where single labels agree.
    guard count < 2 || widths.contains(where: { abs($0 - count) <= max(1, $0 / 3) }) else { return false }
    let known = row.cells.count { cell in
      !cell.label.isEmpty && HeaderLexicon.key(cell.label, atMost: longestKey).map(keys.contains) ?? false
    }
    guard known >= 1 else { return false }
    let filled = row.filled
    // A lone cell repeats a header only if it is long enough to be no chance.
    guard count >= 2 else { return HeaderLexicon.key(filled[0].label).unicodeScalars.count >= 8 }
    if known * 5 >= count * 3 { return true }
    guard filled.allSatisfy({ $0.label.unicodeScalars.count <= 60 }) else { return false }
    let labels = filled.map { HeaderLexicon.key($0.label) }
    let headerlike = labels.count { keys.contains($0) || HeaderLexicon.match($0)?.strength == 1 }
    return headerlike >= 2 && headerlike * 5 >= labels.count * 4 && known * 3 >= labels.count
  }

  /// Whether a row holds nothing but labels of this header, as its further rows do.
  func namesAll(of row: FieldRow) -> Bool {
    row.filledCount > 0 && row.filled.allSatisfy { keys.contains(HeaderLexicon.key($0.label)) }
  }

  /// Whether a row holds nothing but words for fields, some of them labels of this header, as a further row does whose wording
  /// drifted.
  func namesSome(of row: FieldRow) -> Bool {
    row.filledCount > 1 && row.filled.contains { keys.contains(HeaderLexicon.key($0.label)) }
      && row.filled.allSatisfy { HeaderLexicon.match($0.label) != nil }
  }

  /// Whether a row holds nothing but words for fields, as many as this header has, and each about the same as its own: 责任单位
  /// and 公开内容 below 单位名称 and 负责栏目.
  func isReworded(by row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count >= 2, filled.count == fields.count,
      zip(filled, fields).allSatisfy({ $1.columns.contains($0.column) })
    else { return false }
    let subjects = zip(filled, fields).map { cell, field -> FieldMeaning? in
      guard let match = HeaderLexicon.match(cell.label), match.strength == 1, let own = field.ownMeaning else {
        return nil
      }
      let subject = Self.subject(match.meaning)
      return subject == Self.subject(own) ? subject : nil
    }
    return !subjects.contains(nil) && Set(subjects).count > 1
  }

  /// What a field is about: a meaning, those one that say what is kept, be it named or described.
  private static func subject(_ meaning: FieldMeaning) -> FieldMeaning {
    [.level, .target].contains(meaning) ? .requirement : meaning
  }

  /// Whether a header that shares some labels with this one has other things in its places, and so is another table's.
  ///
  /// Of one that shares most labels, places may have slipped.
  func isOtherwiseOrdered(_ other: TableHeader) -> Bool {
    guard other.keys.intersection(keys).count * 5 < other.keys.count * 3 else { return false }
    let changed = zip(fields, other.fields).count { mine, other in
      // What the labels say themselves: of two headers, a user may have named the fields of one.
      guard let before = mine.ownMeaning, let now = other.ownMeaning, min(mine.ownStrength, other.ownStrength) >= 0.7
      else { return false }
      return before.family != now.family
    }
    return changed > 1 || changed == 1 && fields.count != other.fields.count
  }

  /// Whether the header is that of a plan: it names what is kept, and by whom, when or how. Labels that are not known may name
  /// anything.
  var isPlan: Bool {
    let meanings = Set(fields.map(\.meaning))
    let unknown = fields.count { $0.ownMeaning == nil && !$0.label.isEmpty }
    let things = meanings.intersection([.level, .requirement, .target])
    let keeping = meanings.intersection([.update, .supply, .mode, .lead, .responsible, .cooperating])
    if isServiceList { return false }
    if things.isEmpty { return !keeping.isEmpty && unknown > 0 }
    return !keeping.isEmpty || things.count > 1
  }

  /// Whether the header lists matters of applicants with the times that they take, and names neither who keeps anything nor what.
  private var isServiceList: Bool {
    let times = fields.filter { $0.meaning == .update || $0.meaning == .supply }
    let keeping: Set<FieldMeaning?> = [.lead, .responsible, .cooperating, .requirement, .target]
    return !times.isEmpty && times.allSatisfy { HeaderPhrase.namesHandlingTime($0.label) }
      && !fields.contains { keeping.contains($0.meaning) || $0.isPinned }
  }

  /// After how many fields the header begins anew, if it says everything twice or oftener; `nil` for an ordinary header.
  var repetition: Int? {
    let labels = fields.map { HeaderLexicon.key($0.label) }
    guard labels.count >= 4, !labels.contains("") else { return nil }
    return (2...labels.count / 2).first { period in
      labels.count % period == 0 && labels.indices.allSatisfy { labels[$0] == labels[$0 % period] }
        && Set(labels.prefix(period)).count == period
    }
  }

  /// A header that begins anew behind empty columns, without these; `nil` for any other.
  var withoutGaps: TableHeader? {
    guard fields.contains(where: \.label.isEmpty) else { return nil }
    var copy = self
    copy.fields.removeAll { $0.label.isEmpty }
    guard let count = copy.repetition else { return nil }
    let halves = fields.split { $0.label.isEmpty }
    return halves.allSatisfy { $0.count % count == 0 } ? copy : nil
  }

  /// Whether another header stands for the same table: most labels are the same.
  func isSame(as other: TableHeader) -> Bool {
    !keys.isEmpty && keys.intersection(other.keys).count * 4 >= min(keys.count, other.keys.count) * 3
  }
}
