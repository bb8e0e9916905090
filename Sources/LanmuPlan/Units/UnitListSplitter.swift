/// Cuts a list of bodies into its items, and keeps what stands between them.
///
/// Items and separators joined in order give the text again, white space aside. Nothing is cut inside brackets or quotation
/// marks, inside a clause that describes a group (涉及舆情、热点的各单位), nor at 和/与/及 within a name.
package struct UnitListSplitter {
  package struct Piece: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case item
      /// 、 or a slash.
      case listMark
      case comma
      /// ; 。 and the like: whatever follows has roles of its own.
      case stop
      case lineBreak
      /// 和, 与, 及.
      case conjunction
      case colon
    }

    package var kind: Kind
    package var range: Range<Int>
  }

  package let text: FoldedText
  private let isKnown: (String) -> Bool

  /// `isKnown` says whether a name is a body's whole name, so that 人力资源和社会保障局 stays one.
  package init(_ text: FoldedText, isKnown: @escaping (String) -> Bool) {
    self.text = text
    self.isKnown = isKnown
  }

  package func pieces() -> [Piece] {
    var pieces = joinDescriptions(cutAtMarks())
    pieces = pieces.flatMap { $0.kind == .item ? cutAtConjunctions($0.range) : [$0] }
    return pieces.flatMap { $0.kind == .item ? cutRunTogether($0.range) : [$0] }
  }

  /// The words of a piece as the document has them.
  package func words(_ range: Range<Int>) -> String { text.original(range) }

  private func folded(_ range: Range<Int>) -> String { text.folded(range) }

  private func cutAtMarks() -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var depth = 0
    func kind(at index: Int) -> Piece.Kind? {
      switch text.scalars[index] {
      case "、", "/", "|", "·": .listMark
      case ",": .comma
      case ";", "。": .stop
      case "\n": .lineBreak
      case ":": .colon
      default: nil
      }
    }
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      if "(“《".unicodeScalars.contains(scalar) { depth += 1 }
      if ")”》".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      guard depth == 0 || scalar == "\n" && !closes(after: index), let mark = kind(at: index) else { continue }
      depth = 0
      if start < index { pieces.append(Piece(kind: .item, range: start..<index)) }
      pieces.append(Piece(kind: mark, range: index..<index + 1))
      start = index + 1
    }
    if start < text.count { pieces.append(Piece(kind: .item, range: start..<text.count)) }
    return pieces
  }

  /// Whether brackets that are open at a line break close later; if not, they were never meant to span it.
  private func closes(after index: Int) -> Bool {
    text.scalars[(index + 1)...].contains { ")”》".unicodeScalars.contains($0) }
  }

  /// 涉及舆情、热点的各政务单位: a description runs on to the noun that it describes.
  private func joinDescriptions(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    var index = 0
    while index < pieces.count {
      var piece = pieces[index]
      let words = folded(piece.range)
      if piece.kind == .item, opensDescription(words), !UnitWords.isGroup(words) {
        var reach = index + 1
        while reach < pieces.count, reach - index <= 12, pieces[reach].kind != .stop {
          if pieces[reach].kind == .item, isDescribed(folded(pieces[reach].range)) {
            piece.range = piece.range.lowerBound..<pieces[reach].range.upperBound
            index = reach
            break
          }
          reach += 1
        }
      }
      result.append(piece)
      index += 1
    }
    return result
  }

  private func opensDescription(_ words: String) -> Bool {
    ["涉及", "需要", "申请", "承担", "使用", "负有", "涉", "开展", "拥有", "具有", "等涉及"].contains(where: words.hasPrefix)
  }

  private func isDescribed(_ words: String) -> Bool { words.contains("的") && UnitWords.isGroup(words) }

  // MARK: 和, 与, 及

  private static let conjunctions = ["以及", "和", "与", "及", "暨"].map { Array($0.unicodeScalars) }

  private func cutAtConjunctions(_ range: Range<Int>) -> [Piece] {
    if isKnown(folded(range)) { return [Piece(kind: .item, range: range)] }
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if "(“《".unicodeScalars.contains(scalar) { depth += 1 }
      if ")”》".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, let length = conjunction(at: index, limit: range.upperBound) {
        let left = range.lowerBound..<index
        let right = index + length..<range.upperBound
        if separates(left, right) {
          return [Piece(kind: .item, range: left), Piece(kind: .conjunction, range: index..<index + length)]
            + cutAtConjunctions(right)
        }
      }
      index += 1
    }
    return [Piece(kind: .item, range: range)]
  }

  private func conjunction(at index: Int, limit: Int) -> Int? {
    UnitListSplitter.conjunctions.first { word in
      index + word.count <= limit && text.scalars[index..<index + word.count].elementsEqual(word)
    }?.count
  }

  /// Both sides must be able to stand alone; a side that a known name spans is none.
  private func separates(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    let before = UnitListSplitter.withoutBracket(folded(left))
    let after = folded(right)
    guard UnitWords.endsAsUnit(before) || isKnown(before), before.count >= 2 else { return false }
    if spansKnownName(left.upperBound, in: left.lowerBound..<right.upperBound) { return false }
    let head = String(after.prefix { !"(“牵配负协具提统报做".contains($0) })
    return after.hasPrefix("各") || UnitName.level(of: after) != nil || UnitWords.endsAsUnit(head) || isKnown(head)
  }

  /// Whether some known name covers the place of a conjunction: …自然资源和规划局.
  private func spansKnownName(_ place: Int, in range: Range<Int>) -> Bool {
    let end = min(range.upperBound, place + 16)
    for start in max(range.lowerBound, place - 14)..<place {
      var stop = end
      while stop > place + 1 {
        if isKnown(folded(start..<stop)) { return true }
        stop -= 1
      }
    }
    return false
  }

  static func withoutBracket(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    return String(name[..<open])
  }

  // MARK: Names without anything between them

  /// 区卫计局区人社局: a line break was lost between two names of one level.
  private func cutRunTogether(_ range: Range<Int>) -> [Piece] {
    guard range.count >= 6, !isKnown(folded(range)) else { return [Piece(kind: .item, range: range)] }
    let whole = folded(range)
    let level = UnitName.level(of: whole)
    var index = range.lowerBound + 2
    while index < range.upperBound - 2 {
      let scalar = text.scalars[index]
      if "(“《".unicodeScalars.contains(scalar) { break }
      let starts = scalar == "各" || level.map { folded(index..<range.upperBound).hasPrefix($0) } == true
      if starts, !"府直场政内外辖属".unicodeScalars.contains(text.scalars[index + 1]) || scalar == "各" {
        let left = folded(range.lowerBound..<index)
        let right = folded(index..<range.upperBound)
        let isEnd = ["局", "委", "办", "部", "中心", "办公室", "镇", "院", "社", "站", "台", "会"].contains(where: left.hasSuffix)
        if isEnd, UnitWords.endsAsUnit(left), UnitWords.endsAsUnit(right),
          scalar == "各" || UnitName.level(of: right) != nil
        {
          return [Piece(kind: .item, range: range.lowerBound..<index)] + cutRunTogether(index..<range.upperBound)
        }
      }
      index += 1
    }
    return [Piece(kind: .item, range: range)]
  }
}
