/// What changed from one text to another: whole clauses first, then words within clauses that are alike, then characters.
struct TextComparison: Sendable {
  private typealias Token = TextTokenizer.Token
  private let tokenizer: TextTokenizer

  /// The largest table of lengths that is filled for two runs; longer runs are replaced whole.
  private static let largestTable = 250_000

  /// The most pairs of clauses that are looked at for likeness.
  private static let mostClausePairs = 900

  init(tokenizer: TextTokenizer) { self.tokenizer = tokenizer }

  func segments(from old: String, to new: String) -> [TextSegment] {
    if old == new { return old.isEmpty ? [] : [TextSegment(.equal, new)] }
    if old.isEmpty { return [TextSegment(.insert, new)] }
    if new.isEmpty { return [TextSegment(.delete, old)] }
    let before = ScalarText(old)
    let after = ScalarText(new)
    var script = Script(old: before, new: after)
    compare(tokenizer.tokens(before)[...], tokenizer.tokens(after)[...], into: &script)
    let segments = script.segments
    // Whatever happens, the pieces must give both texts.
    guard segments.oldText == old, segments.newText == new else {
      return [TextSegment(.delete, old), TextSegment(.insert, new)]
    }
    return segments
  }

  private func compare(_ old: ArraySlice<Token>, _ new: ArraySlice<Token>, into script: inout Script) {
    let left = clauses(old)
    let right = clauses(new)
    let leftKeys = left.map(key)
    let rightKeys = right.map(key)
    align(leftKeys, rightKeys) { lefts, rights, equal in
      if equal {
        for (one, other) in zip(lefts, rights) { script.keep(left[one], right[other]) }
      } else {
        compareRuns(left[lefts], right[rights], into: &script)
      }
    }
  }

  /// Clauses that have no equal: those that are alike are compared word by word, in order; the others go or come whole.
  private func compareRuns(
    _ left: ArraySlice<ArraySlice<Token>>, _ right: ArraySlice<ArraySlice<Token>>, into script: inout Script
  ) {
    guard !left.isEmpty, !right.isEmpty, left.count * right.count <= Self.mostClausePairs else {
      for clause in left { script.delete(clause) }
      for clause in right { script.insert(clause) }
      return
    }
    let leftSets = left.map(Self.distinctKeys)
    let rightSets = right.map(Self.distinctKeys)
    let width = rightSets.count + 1
    var best = Array(repeating: 0.0, count: (leftSets.count + 1) * width)
    var alike = best
    for i in stride(from: leftSets.count - 1, through: 0, by: -1) {
      for j in stride(from: rightSets.count - 1, through: 0, by: -1) {
        let common = Self.commonCount(leftSets[i], rightSets[j])
        let likeness = 2 * Double(common) / Double(max(1, leftSets[i].count + rightSets[j].count))
        let sole = leftSets.count == 1 && rightSets.count == 1
        alike[i * width + j] = likeness >= (sole ? 0.2 : 0.35) ? likeness : 0
        let taken = alike[i * width + j] > 0 ? best[(i + 1) * width + j + 1] + likeness : 0
        best[i * width + j] = max(taken, best[(i + 1) * width + j], best[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < leftSets.count || j < rightSets.count {
      let one = left.startIndex + i
      let other = right.startIndex + j
      if i < leftSets.count, j < rightSets.count, alike[i * width + j] > 0,
        best[i * width + j] == best[(i + 1) * width + j + 1] + alike[i * width + j]
      {
        compareWords(left[one], right[other], into: &script)
        i += 1
        j += 1
      } else if i < leftSets.count, j == rightSets.count || best[i * width + j] == best[(i + 1) * width + j] {
        script.delete(left[one])
        i += 1
      } else {
        script.insert(right[other])
        j += 1
      }
    }
  }

  /// The keys of a clause's pieces, each once, ascending.
  private static func distinctKeys(_ clause: ArraySlice<Token>) -> [UInt64] {
    var last: UInt64?
    return clause.map(\.key).sorted().filter { key in
      defer { last = key }
      return key != last
    }
  }

  /// How many keys two ascending lists share.
  private static func commonCount(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var count = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] < right[j] {
        i += 1
      } else if right[j] < left[i] {
        j += 1
      } else {
        count += 1
        i += 1
        j += 1
      }
    }
    return count
  }

  private func compareWords(_ left: ArraySlice<Token>, _ right: ArraySlice<Token>, into script: inout Script) {
    let one = Array(left)
    let other = Array(right)
    align(one.map(\.key), other.map(\.key)) { lefts, rights, equal in
      if equal {
        script.keep(one[lefts], other[rights])
      } else {
        script.delete(one[lefts])
        script.insert(other[rights])
      }
    }
  }

  private func clauses(_ tokens: ArraySlice<Token>) -> [ArraySlice<Token>] {
    var clauses: [ArraySlice<Token>] = []
    var start = tokens.startIndex
    for place in tokens.indices where tokens[place].ends {
      clauses.append(tokens[start...place])
      start = place + 1
    }
    if start < tokens.endIndex { clauses.append(tokens[start...]) }
    return clauses
  }

  private func key(_ clause: ArraySlice<Token>) -> UInt64 {
    var hash = FoldedHash()
    for token in clause { hash.combine(token.key) }
    return hash.value
  }

  /// Calls back with runs that are equal and runs that are not, in order, by a longest common subsequence.
  private func align(_ old: [UInt64], _ new: [UInt64], _ run: (Range<Int>, Range<Int>, Bool) -> Void) {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var end = 0
    while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
      end += 1
    }
    if start > 0 { run(0..<start, 0..<start, true) }
    let left = start..<(old.count - end)
    let right = start..<(new.count - end)
    if !left.isEmpty || !right.isEmpty {
      if left.isEmpty || right.isEmpty || left.count * right.count > Self.largestTable {
        run(left, right, false)
      } else {
        alignMiddle(old, new, left, right, run)
      }
    }
    if end > 0 { run(left.upperBound..<old.count, right.upperBound..<new.count, true) }
  }

  private func alignMiddle(
    _ old: [UInt64], _ new: [UInt64], _ left: Range<Int>, _ right: Range<Int>,
    _ run: (Range<Int>, Range<Int>, Bool) -> Void
  ) {
    let width = right.count + 1
    var lengths = Array(repeating: Int32(0), count: (left.count + 1) * width)
    for i in stride(from: left.count - 1, through: 0, by: -1) {
      for j in stride(from: right.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          old[left.lowerBound + i] == new[right.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      let firstLeft = i
      let firstRight = j
      while i < left.count, j < right.count, old[left.lowerBound + i] == new[right.lowerBound + j] {
        i += 1
        j += 1
      }
      if i > firstLeft {
        run(
          left.lowerBound + firstLeft..<left.lowerBound + i, right.lowerBound + firstRight..<right.lowerBound + j, true)
        continue
      }
      while i < left.count || j < right.count {
        if i < left.count, j < right.count, old[left.lowerBound + i] == new[right.lowerBound + j] { break }
        if i < left.count, j == right.count || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
          i += 1
        } else {
          j += 1
        }
      }
      run(
        left.lowerBound + firstLeft..<left.lowerBound + i, right.lowerBound + firstRight..<right.lowerBound + j, false)
    }
  }
}

extension TextComparison {
  /// Runs of tokens kept, taken out and put in, as they become pieces of text.
  private struct Script {
    private struct Run {
      var operation: TextSegment.Operation
      /// Places in the old and the new text; runs follow one another in both.
      var old: Range<Int>
      var new: Range<Int>
      var length: Int { operation == .insert ? new.count : old.count }
    }

    private let old: ScalarText
    private let new: ScalarText
    private var runs: [Run] = []

    init(old: ScalarText, new: ScalarText) {
      self.old = old
      self.new = new
    }

    mutating func keep(_ old: ArraySlice<Token>, _ new: ArraySlice<Token>) { append(.equal, old, new) }
    mutating func delete(_ tokens: ArraySlice<Token>) { append(.delete, tokens, []) }
    mutating func insert(_ tokens: ArraySlice<Token>) { append(.insert, [], tokens) }

    private mutating func append(
      _ operation: TextSegment.Operation, _ old: ArraySlice<Token>, _ new: ArraySlice<Token>
    ) {
      guard !old.isEmpty || !new.isEmpty else { return }
      var run = runs.last ?? Run(operation: operation, old: 0..<0, new: 0..<0)
      if let end = old.last?.range.upperBound { run.old = run.old.upperBound..<end } else { run.old = empty(run.old) }
      if let end = new.last?.range.upperBound { run.new = run.new.upperBound..<end } else { run.new = empty(run.new) }
      run.operation = operation
      if let last = runs.last, last.operation == operation {
        runs[runs.count - 1].old = last.old.lowerBound..<run.old.upperBound
        runs[runs.count - 1].new = last.new.lowerBound..<run.new.upperBound
      } else {
        runs.append(run)
      }
    }

    private func empty(_ range: Range<Int>) -> Range<Int> { range.upperBound..<range.upperBound }

    /// Deletions stand before insertions; a character or two that are kept between longer changes are changed with them,
    /// since nobody reads a sentence cut up that finely.
    var segments: [TextSegment] {
      var result: [TextSegment] = []
      var deleted = 0..<0
      var inserted = 0..<0
      func flush() {
        if !deleted.isEmpty { result.append(TextSegment(.delete, old.string(deleted))) }
        if !inserted.isEmpty { result.append(TextSegment(.insert, new.string(inserted))) }
      }
      for (place, run) in runs.enumerated() {
        switch run.operation {
        case .delete, .insert:
          deleted = deleted.lowerBound..<run.old.upperBound
          inserted = inserted.lowerBound..<run.new.upperBound
        case .equal:
          let before = deleted.isEmpty == inserted.isEmpty ? deleted.count + inserted.count : 0
          let next = place + 1 < runs.count ? runs[place + 1].length : 0
          if run.length <= 2, before > 2 * run.length, next > run.length, next > 1, !endsClause(run.new) {
            deleted = deleted.lowerBound..<run.old.upperBound
            inserted = inserted.lowerBound..<run.new.upperBound
          } else {
            flush()
            let text = new.string(run.new)
            let written = old.string(run.old)
            result.append(TextSegment(.equal, text, oldText: text == written ? nil : written))
            deleted = empty(run.old)
            inserted = empty(run.new)
          }
        }
      }
      flush()
      return result
    }

    private func endsClause(_ range: Range<Int>) -> Bool {
      range.last.map { "。；;，\n".unicodeScalars.map(\.value).contains(new.scalars[$0]) } ?? false
    }
  }
}
