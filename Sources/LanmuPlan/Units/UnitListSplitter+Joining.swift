/// Pieces that a mark has parted and that belong together.
extension UnitListSplitter {
  func joinParted(_ pieces: [Piece]) -> [Piece] { joinObjects(joinLevels(joinBrokenNames(pieces))) }

  /// 县住房和城乡⏎建设局: a line break within a name that is known only as a whole.
  private func joinBrokenNames(_ pieces: [Piece]) -> [Piece] {
    joined(pieces, across: [.lineBreak]) { left, right in
      let rest = folded(right)
      guard UnitName.level(of: rest) == nil, !UnitWords.isGroup(rest) else { return false }
      // What follows the name may be a verb or brackets.
      return (1...min(right.count, 20)).reversed().contains { length in
        let end = right.lowerBound + length
        return isKnown(folded(left.lowerBound..<end))
          && !(isKnown(folded(left)) && isKnown(folded(right.lowerBound..<end)))
      }
    }
  }

  /// 省、市驻县各单位: levels that share what stands behind the last of them.
  private func joinLevels(_ pieces: [Piece]) -> [Piece] {
    joined(pieces, across: [.listMark]) { left, right in
      let group = folded(right)
      guard UnitWords.isGroup(group), group.prefix(3).contains(where: { "驻直属级".contains($0) }) else { return false }
      let levels = folded(left).split(whereSeparator: { "、/\n".contains($0) }).map(String.init)
      return levels.allSatisfy(UnitListSplitter.levels.contains)
    }
  }

  private static let levels: Set<String> = ["中央", "中", "国家", "省", "自治区", "市", "州", "区", "县", "盟", "旗", "省级", "市级"]

  /// A duty that is longer than this many characters is not read on, so that a list of any length takes linear time.
  private static let longestDuty = 600

  /// 负责新闻采写、图片拍摄: what a verb is about may be a list itself.
  private func joinObjects(_ pieces: [Piece]) -> [Piece] {
    joined(pieces, across: [.listMark]) { left, right in
      guard left.count <= UnitListSplitter.longestDuty else { return false }
      let next = folded(right)
      guard next.count >= 2, !UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(next)), !UnitWords.isGroup(next),
        UnitName.level(of: next) == nil, !isKnown(next)
      else { return false }
      let duty = ResponsibilityItem(words(left), isKnown: isKnown)
      return duty.role != nil && !duty.scope.isEmpty && !duty.scopeIsBracket
        && !UnitWords.endsAsUnit(UnitListSplitter.withoutBracket(duty.scope.foldedKey))
        && ResponsibilityItem(words(right), isKnown: isKnown).role == nil
    }
  }

  /// Items joined with the mark between them wherever `belongTogether` says so; a colon behind the second one forbids it.
  private func joined(
    _ pieces: [Piece], across marks: [Piece.Kind], where belongTogether: (Range<Int>, Range<Int>) -> Bool
  ) -> [Piece] {
    guard pieces.contains(where: { marks.contains($0.kind) }) else { return pieces }
    var result: [Piece] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      let isLabel = index + 1 < pieces.count && pieces[index + 1].kind == .colon
      if piece.kind == .item, !isLabel, let mark = result.last, marks.contains(mark.kind), result.count > 1,
        result[result.count - 2].kind == .item,
        belongTogether(result[result.count - 2].range, piece.range)
      {
        result.removeLast()
        let start = result[result.count - 1].range.lowerBound
        result[result.count - 1].range = start..<piece.range.upperBound
      } else {
        result.append(piece)
      }
      index += 1
    }
    return result
  }
}
