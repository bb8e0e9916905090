/// What the names of labels say of where they stand in a hierarchy: beside, below or apart from each other.
struct LabelKinship: Sendable {
  private let labels: LabelTable
  /// For each label, its bit in a set of siblings if it comes more than once, and the bits of the sets of fellows that it
  /// belongs to.
  private let own: [UInt64]
  private let fellows: [UInt64]
  /// The bits of the fellows that may be channels.
  private let channels: UInt64
  /// For each label, whether it names several columns of the site at once.
  private let isList: [Bool]
  private let closing: ClosingLabels
  private let places: PlaceLabels

  /// - Parameters:
  ///   - recurs: whether a label comes more than once.
  ///   - isList: whether a label names several columns of the site at once.
  ///   - closing: what an earlier pass found of labels that close their branches.
  init(
    _ labels: LabelTable, recurs: (Int) -> Bool, isList: (String) -> Bool, closing: ClosingLabels = ClosingLabels()
  ) {
    self.labels = labels
    self.closing = closing
    let most = UInt64.bitWidth - LabelFellows.count
    var next = 0
    own = labels.texts.indices.map { label in
      guard recurs(label), next < most else { return 0 }
      next += 1
      return 1 << UInt64(next - 1)
    }
    fellows = labels.texts.map { LabelFellows.bits(of: $0) << UInt64(most) }
    channels = LabelFellows.channels << UInt64(most)
    self.isList = labels.texts.map(isList)
    places = PlaceLabels(labels.texts)
  }

  /// What is remembered of a label among the members of its branch, as bits.
  func marks(of label: Int) -> UInt64 { own[label] | fellows[label] }

  /// Whether a label is another one, written again where a page begins.
  func isSame(_ one: Int, _ other: Int) -> Bool { labels.isSame(one, other) }

  // MARK: - Weights

  /// A branch has two members of one name.
  private static let sameSibling = 0.05
  /// A label is named like a branch around it that begins in the same row, or that was open before.
  private static let namedWithBranch = 0.5
  private static let namedLikeBranch = 0.03
  /// The same of a row's first label and the branch right above it: far likelier, that branch is written again, unless the row is
  /// counted as an entry and would have no label of its own then.
  private static let namedLikeParent = 0.000_2
  private static let entryNamedLikeParent = 0.15
  /// How much likelier a label is beside an equally worded one, at most: members of a branch end alike (个人服务, 法人服务).
  private static let greatestLikeness = 4.0
  /// How much likelier one that opens a branch is below one that begins like it (政务新媒体, 政务微博), at most.
  private static let likenessToParent = 2.5
  /// How much likelier a label is beside its fellows, and where they are members of other open branches.
  private static let besideFellows = 6.0
  private static let apartFromFellows = 0.8
  /// How much likelier a label is below one that names it and more.
  private static let belowCompound = 8.0
  /// How much likelier a label that names the site's own place is below one that opens the site's pages on it.
  private static let belowPlace = 6.0
  /// A branch that names several members in one label has others.
  private static let besideList = 0.1

  /// How much likelier than others the new labels of a row are where they would stand; around 1.
  ///
  /// - Parameters:
  ///   - row: all labels of the row, and `levels` their levels.
  ///   - first: the place of the first of them that is new.
  ///   - isEntry: whether the row's number says that it has a label of its own.
  ///   - open: the open label of each level, -1 where there is none.
  ///   - members: the marks of all members so far of the open branch of each level.
  func weight(
    of row: [Int], at levels: [Int], newFrom first: Int, isEntry: Bool = false, open: [Int], members: [UInt64]
  ) -> Double {
    guard first < row.count else { return 1 }
    var weight = 1.0
    for place in first..<row.count {
      let level = levels[place]
      let label = row[place]
      let isMember = place == first && own[label] & members[level] != 0
      if isMember { weight *= Self.sameSibling }
      if place == first, fellows[label] & members[level] != 0 {
        let isBeside = level > 0 || fellows[label] & members[level] & channels != 0
        if !isMember, isBeside { weight *= Self.besideFellows }
      } else if members.contains(where: { $0 & fellows[label] != 0 }) {
        weight *= Self.apartFromFellows
      }
      if row[..<place].contains(label) {
        weight *= Self.namedWithBranch
      } else if open[..<level].contains(label) {
        let isParent = place == 0 && open[level - 1] == label
        let likeParent = isEntry && row.count == 1 ? Self.entryNamedLikeParent : Self.namedLikeParent
        weight *= isParent ? likeParent : Self.namedLikeBranch
      }
      if level > 0 {
        let parent = place > first ? row[place - 1] : open[level - 1]
        if parent >= 0, labels.isPart(label, of: parent) { weight *= Self.belowCompound }
        if parent >= 0, places.isOf(label, openedBy: parent) { weight *= Self.belowPlace }
      }
    }
    let above = open[levels[first]]
    let parent = first == 0 && row.count > 1 && levels[0] > 0 ? open[levels[0] - 1] : -1
    let likeParent = parent >= 0 ? 1 + Self.likenessToParent * labels.likeBeginning(parent, row[0]) : 1
    guard above >= 0 else { return weight * likeParent }
    if isList[above] { weight *= Self.besideList }
    if !open[(levels[first] + 1)...].contains(where: { $0 >= 0 }) {
      weight *= closing.weightOfGoingOn(after: above)
    }
    return weight * max(likeParent, 1 + Self.greatestLikeness * labels.similarity(above, row[first]))
  }
}
