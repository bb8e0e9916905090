internal import LanmuGrid

/// Joins records that a line end inside an unquoted field has torn apart, as text copied from a word processor has them.
enum BrokenRecords {
  /// The rows, with pieces joined where nearly all rows are whole and the short ones make up whole rows.
  static func rejoined(_ records: [[FoundField]], labels: KnownLabels) -> [[FoundField]] {
    let rows = goneOn(withListsJoined(records))
    let widths = rows.map(\.count)
    guard rows.count >= 3, let width = widths.mostFrequent(), width >= 3, !holdsNarrowTable(widths, width: width) else {
      return rows
    }
    let ends = LastFields(rows, width: width)
    var joined: [[FoundField]] = []
    var pieces = 0
    var index = 0
    while index < rows.count {
      if index > 0, rows[index].count == 1, let rest = rows[index].first, joined.last?.count == width,
        let last = joined.last?.last,
        let whole = whole(last.text, rest.text, ends: ends)
          ?? (standsBetween(index, in: widths, width: width)
            ? keptWhole(last.text, rest.text, ends: ends, labels: labels) : nil)
      {
        joined[joined.count - 1][width - 1].text = whole
        pieces += 1
        index += 1
        continue
      }
      if let last = lastField(below: index, in: rows, width: width, ends: ends) {
        joined.append(rows[index] + [last])
        pieces += 2
        index += 2
        continue
      }
      if let first = firstLabel(at: index, in: rows, width: width, labels: labels) {
        joined.append([first] + rows[index + 1].dropFirst())
        pieces += 1
        index += 2
        continue
      }
      guard rows[index].count < width, let end = pieceEnd(from: index, in: widths, width: width),
        !rows[index + 1..<end].contains(where: startsEmpty),
        !(index + 1..<end).contains(where: { place in
          let (above, below) = (rows[place - 1], rows[place])
          return partsLabels(above, below, labels: labels) || labels.areDivided(above, by: below)
        })
      else {
        joined.append(rows[index])
        index += 1
        continue
      }
      var whole = rows[index]
      for piece in rows[index + 1..<end] {
        if let first = piece.first { whole[whole.count - 1].text += "\n" + first.text }
        whole += piece.dropFirst()
      }
      joined.append(whole)
      pieces += end - index
      index = end
    }
    let short = widths.count { $0 < width }
    let wholeRows = widths.count { $0 == width }
    // Where rows keep their empty fields, and none is short in the end, more of them may have been torn.
    let least = ends.keepsEmpty && joined.allSatisfy { $0.count == width } ? 2 : 6
    return pieces * 10 >= short * 9 && wholeRows * 10 >= joined.count * least ? joined : rows
  }

  /// The rows, with those put together of which the lower one begins with the next item of the list in which the upper one
  /// ends, where both together are as wide as most rows or as their neighbours, which a page may have narrowed; the same where
  /// the upper one stops at a comma, or where rows keep their fields at a sentence's end, and both are as wide as other rows.
  ///
  /// A line alone heads a section rather if it counts on from another such line, or is short and ends like no item. Takes time
  /// linear in the text: only the newest piece of a field is looked at.
  private static func goneOn(_ rows: [[FoundField]]) -> [[FoundField]] {
    guard rows.count >= 3, let width = rows.map(\.count).mostFrequent(), width >= 3 else { return rows }
    let widths = rows.map(\.count).occurrences().filter { $0.value > 1 }
    // Rows that lost cells may begin with a sentence.
    let keepsFields = rows.count { $0.count == width } * 10 >= rows.count * 6
    // Where rows begin with lists or sentences, a line that does may be one of them.
    let beginWithNames = !rows.contains { $0.count >= width && ($0.first.map { isClause($0.text) } ?? false) }
    var joined: [[FoundField]] = []
    var heading = ""
    var newest = ""
    var pieces = 0
    for (index, row) in rows.enumerated() {
      let text = row.first?.text ?? ""
      let countAbove = joined.last?.count ?? 0
      let whole = countAbove + row.count - 1
      let neighbours = [joined.dropLast().last?.count, index + 1 < rows.count ? rows[index + 1].count : nil]
      let isHeading = row.count == 1 && (mayHead(text) || countsOn(text, from: heading))
      let goesOnCounting =
        !isHeading && (whole == width || whole > 2 && neighbours.contains(whole)) && goesOn(text, from: newest)
      let isRest =
        countAbove < width && row.count > 1 && widths[whole] != nil && beginWithNames && isClause(text)
        && (isRest(text, of: newest) || keepsFields && isFurther(text, of: newest))
      if countAbove > 1, pieces < mostPieces, goesOnCounting || isRest {
        join(row, to: &joined[joined.count - 1])
        pieces += 1
      } else {
        if row.count == 1 { heading = text }
        joined.append(row)
        pieces = 0
      }
      newest = row.last?.text ?? ""
    }
    return joined
  }

  private static func join(_ row: [FoundField], to above: inout [FoundField]) {
    above[above.count - 1].text += "\n" + (row.first?.text ?? "")
    above += row.dropFirst()
  }

  /// The rows, with those put together between which nothing stands but the items of a list, line by line, that begins or goes on
  /// in the last field of the upper one and ends in the first one of the lower one: their width says nothing before that.
  private static func withListsJoined(_ rows: [[FoundField]]) -> [[FoundField]] {
    var joined: [[FoundField]] = []
    var index = 0
    while index < rows.count {
      if let end = listEnd(from: index, in: rows, below: joined.last) {
        for row in rows[index..<end] { join(row, to: &joined[joined.count - 1]) }
        index = end
      } else {
        joined.append(rows[index])
        index += 1
      }
    }
    return joined
  }

  private static func listEnd(from start: Int, in rows: [[FoundField]], below above: [FoundField]?) -> Int? {
    guard let above, above.count > 1, rows[start].count == 1 else { return nil }
    var newest = above.last?.text ?? ""
    for index in start..<min(rows.count, start + mostPieces) {
      guard let text = rows[index].first?.text,
        goesOn(text, from: newest) || index == start && begins(text, below: newest)
      else { return nil }
      if rows[index].count > 1 { return index + 1 }
      newest = text
    }
    return nil
  }

  /// Whether a text is the first item of the list that another announces.
  static func begins(_ text: String, below above: String) -> Bool {
    guard lastScalar(above).map(announcing.contains) ?? false else { return false }
    let start = text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.prefix(longestNumber)
    return ItemNumbers.number(in: Array(start), at: 0)?.0.value == 1
  }

  private static let announcing = "：:".unicodeScalars

  /// Whether a text begins with the next item of the list in which another ends, behind the mark that ends an item.
  static func goesOn(_ text: String, from above: String) -> Bool {
    let start = text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.prefix(longestNumber)
    guard lastScalar(above).map(itemEnds.contains) ?? false else { return false }
    guard ItemNumbers.number(in: Array(start), at: 0) != nil else {
      return ItemNumbers(above.filter { !$0.isWhitespace }).areCountedOn(by: Array(start))
    }
    return countsOn(text, from: above)
  }

  /// Whether a line alone may as well be a heading: it is short, and ends like no item of a list.
  static func mayHead(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestHeading && !(lastScalar(text).map(itemEnds.contains) ?? false)
  }

  /// Whether a text goes on where another stops at a comma.
  private static func isRest(_ text: String, of above: String) -> Bool {
    guard above.unicodeScalars.count >= shortestBroken, let end = lastScalar(above), "，、".unicodeScalars.contains(end)
    else {
      return false
    }
    return text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  private static let shortestBroken = 6

  /// Whether a text has the marks of lists or sentences, as no label has.
  private static func isClause(_ text: String) -> Bool {
    text.unicodeScalars.contains { "，、。；".unicodeScalars.contains($0) }
  }

  /// Whether a text is a sentence behind another one, or more names of a list behind a mark that parts them.
  private static func isFurther(_ text: String, of above: String) -> Bool {
    let isList = { (text: String) in text.contains("；") && !text.contains("。") }
    if above.hasSuffix("；"), isList(text), isList(above) { return true }
    return PageFurniture.endsSentence(above) && PageFurniture.endsSentence(text) && !PageFurniture.opensPart(text)
  }

  private static func countsOn(_ text: String, from above: String) -> Bool {
    ItemNumbers(text.filter { !$0.isWhitespace }).goOn(from: ItemNumbers(above.filter { !$0.isWhitespace }))
  }

  private static func lastScalar(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.last { !$0.properties.isWhitespace }
  }

  /// No number with what closes it is longer.
  private static let longestNumber = 8
  private static let longestHeading = 16
  /// Hardly a list has more items, and hardly a field was torn more often.
  private static let mostPieces = 64
  private static let itemEnds = "；;。，,、".unicodeScalars

  /// The last field of a row with the line below it, if that goes on with it: the field stops at a comma, or both together are
  /// the last field of another row. `nil` if it does not.
  private static func whole(_ text: String, _ rest: String, ends: LastFields) -> String? {
    guard let end = text.last, !PageFurniture.opensPart(rest) else { return nil }
    let word = text + rest
    if ends.texts.contains(word) { return word }
    // A character or two are no row; here they end other last fields.
    if !text.hasSuffix(rest), ends.shortEndings.contains(rest) { return word }
    return "，、,（(".contains(end) ? text + "\n" + rest : nil
  }

  /// The same where rows keep the empty fields at their ends, so that none lost all fields but one: most lines alone end like last
  /// fields, or this one ends a label. `nil` if it may be a heading, or a text between rows.
  private static func keptWhole(_ text: String, _ rest: String, ends: LastFields, labels: KnownLabels) -> String? {
    guard ends.keepsEmpty, !text.isEmpty, mayEndField(rest) else { return nil }
    if labels.strength(of: text) > 0, labels.strength(of: text + rest) == 1 { return text + rest }
    return ends.torn.contains(rest) && labels.strength(of: text) < 1 ? text + "\n" + rest : nil
  }

  /// Whether a line alone, with others like it, stands between whole rows, so that none of them is torn before its last field.
  private static func standsBetween(_ index: Int, in widths: [Int], width: Int) -> Bool {
    guard widths[index] == 1 else { return false }
    let above = widths[..<index].suffix(mostPieces).last { $0 > 1 }
    let below = widths[index...].prefix(mostPieces).first { $0 > 1 }
    return above == width && (below ?? width) == width
  }

  private static func mayEndField(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestHeading && !PageFurniture.opensPart(text) && !isClause(text)
      && !text.hasSuffix("表")
  }

  /// The last field of a row that lacks nothing else, where it stands alone on the next line: other last fields end like it,
  /// and more than one does.
  private static func lastField(
    below index: Int, in rows: [[FoundField]], width: Int, ends: LastFields
  ) -> FoundField? {
    guard rows[index].count == width - 1, index + 1 < rows.count, rows[index + 1].count == 1,
      index + 2 == rows.count || rows[index + 2].count == width, let field = rows[index + 1].first,
      let end = field.text.last, !PageFurniture.opensPart(field.text)
    else { return nil }
    let isLike = ends.ofWhole[end, default: 0] >= 2 && ends.ofFirst[end] == nil
    return isLike || ends.wholeTexts.contains(field.text) ? field : nil
  }

  /// The first label of a header that a line end has broken, so that its start stands alone: both together surely are one, and
  /// others follow.
  private static func firstLabel(
    at index: Int, in rows: [[FoundField]], width: Int, labels: KnownLabels
  ) -> FoundField? {
    guard rows[index].count == 1, index + 1 < rows.count, rows[index + 1].count == width,
      var first = rows[index].first, let rest = rows[index + 1].first?.text, !rest.isEmpty,
      labels.strength(of: first.text + rest) == 1,
      rows[index + 1].dropFirst().allSatisfy({ $0.text.isEmpty || labels.strength(of: $0.text) > 0 })
    else { return nil }
    first.text += "\n" + rest
    return first
  }

  /// What the rows end in, gathered once.
  private struct LastFields {
    /// The last fields of all rows, and those of whole ones.
    var texts: Set<String> = []
    var wholeTexts: Set<String> = []
    /// The last one or two characters of the last fields of rows of several.
    var shortEndings: Set<String> = []
    /// How many whole rows end in a character, and how many of their first fields do.
    var ofWhole: [Character: Int] = [:]
    var ofFirst: [Character: Int] = [:]
    /// Whether a whole row ends in an empty field, and nothing is cut off there.
    var keepsEmpty = false
    /// The lines that hold nothing else, each another, if most of several such lines end like last fields rather than first ones,
    /// or stand together.
    var torn: Set<String> = []

    init(_ rows: [[FoundField]], width: Int) {
      for row in rows {
        guard let last = row.last?.text else { continue }
        texts.insert(last)
        if row.count > 1 { for count in 1...2 { shortEndings.insert(String(last.suffix(count))) } }
        guard row.count == width else { continue }
        wholeTexts.insert(last)
        if let end = last.last { ofWhole[end, default: 0] += 1 }
        if let end = row.first?.text.last { ofFirst[end, default: 0] += 1 }
        keepsEmpty = keepsEmpty || last.isEmpty
      }
      var alone: [String] = []
      let widths = rows.map(\.count)
      for (index, row) in rows.enumerated()
      where BrokenRecords.standsBetween(index, in: widths, width: width) && BrokenRecords.mayEndField(row[0].text) {
        alone.append(row[0].text)
        // No heading has another right above or below it.
        let isBeside = [index - 1, index + 1].contains { place in
          rows.indices.contains(place) && rows[place].count == 1 && BrokenRecords.mayEndField(rows[place][0].text)
        }
        let isLike = row[0].text.last.map { ofWhole[$0, default: 0] > ofFirst[$0, default: 0] } ?? false
        if isBeside || isLike || wholeTexts.contains(row[0].text) { torn.insert(row[0].text) }
      }
      // What a page says at its top or end stands there again.
      let single = Set(alone.reduce(into: [:]) { $0[$1, default: 0] += 1 }.filter { $0.value == 1 }.keys)
      torn = torn.count > 1 && torn.count * 2 > alone.count ? single : []
    }
  }

  /// Whether several short rows of one width follow each other: another table, and no pieces of torn rows.
  private static func holdsNarrowTable(_ widths: [Int], width: Int) -> Bool {
    var run = 0
    for (index, count) in widths.enumerated() {
      let isLike = index > 0 && widths[index - 1] == count && (2..<width).contains(count)
      run = isLike ? run + 1 : 0
      if run >= 2 { return true }
    }
    return false
  }

  /// Whether a row begins with several empty fields, as one does whose empty fields at the end were cut off, and no rest of a
  /// field that goes on from the line above.
  private static func startsEmpty(_ row: [FoundField]) -> Bool {
    row.count >= 3 && row[0].text.isEmpty && row[1].text.isEmpty
  }

  /// Whether one row ends with a label and the next begins with another, which are none together: rows of a header whose
  /// merged labels are gone, and no torn one.
  private static func partsLabels(_ above: [FoundField], _ below: [FoundField], labels: KnownLabels) -> Bool {
    guard let last = above.last?.text, let first = below.first?.text else { return false }
    let strengths = [labels.strength(of: last), labels.strength(of: first)]
    return strengths.contains(1) && !strengths.contains(0) && labels.strength(of: last + first) < 1
  }

  /// The place behind the pieces from `start` that make up exactly one row.
  private static func pieceEnd(from start: Int, in widths: [Int], width: Int) -> Int? {
    var total = widths[start]
    var index = start + 1
    while index < widths.count, widths[index] < width, index - start < 64 {
      total += widths[index] - 1
      index += 1
      if total == width { return index }
      if total > width { return nil }
    }
    return nil
  }
}
