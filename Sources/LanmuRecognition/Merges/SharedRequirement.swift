internal import LanmuGrid

/// What the words of a requirement say of whether the row below shares it: whose label it speaks of.
///
/// In plans whose merged cells are known, real ones and some written by hand, a requirement that names most of its own label
/// and nothing of the next one is shared in 2 of 100 cases; one that names neither, in 9.
struct SharedRequirement: Sendable {
  /// The labels of the row that the requirement stands in.
  let path: [String]
  let text: String

  /// What is added to the logarithm of the odds that a row with these labels and without a requirement shares this one.
  ///
  /// One that speaks of a parent which the row does not stand below is hardly shared; one that speaks of a parent of both is,
  /// unless it says something of its own label as well.
  func leaning(to other: [String]) -> Double {
    if let collective {
      return collective == .ofPart && path.count > 1 && path.first != other.first ? Self.partLeft : Self.namesAll
    }
    let parents = mentionedParents
    if !Set(parents).isSubset(of: other) { return Self.parentLeft }
    let label = path.last ?? ""
    let own = mentions(label)
    switch (mentions(other.last ?? ""), own) {
    case (.hardly, .hardly) where !parents.isEmpty: return Self.namesParent
    case (.hardly, _) where !parents.isEmpty: return 0
    case (.whole, .whole), (.most, _), (.hardly, .hardly): return 0
    case (.whole, _): return Self.namesOther
    case (.hardly, .most): return Self.namesMostOfOwn
    case (.hardly, .whole):
      let names = text.hasPrefix(label) ? Self.beginsWithOwn : Self.namesOwn
      return names + (other.starts(with: path.dropLast()) ? 0 : Self.branchLeft)
    }
  }

  /// Whether the text speaks of the column beside which it stands, and of nothing else in the row below: whatever the author
  /// does elsewhere, it cannot be sure that the row shares it.
  func mayBeOwn(besides other: [String]) -> Bool {
    mentions(path.last ?? "") == .whole && mentions(other.last ?? "") == .hardly && collective == nil
      && mentionedParents.isEmpty
  }

  /// The labels above its own that the text speaks of; not those that are but a part of its own (动态 in 部门动态).
  private var mentionedParents: [String] {
    let own = path.last ?? ""
    return path.dropLast().filter { parent in
      guard mentions(parent) == .whole else { return false }
      guard parent != own, own.contains(parent) else { return true }
      return text.replacing(own, with: "").contains(parent)
    }
  }

  /// Whether the text names most of the label beside which it stands.
  var speaksOfOwn: Bool { mentions(path.last ?? "") != .hardly }

  /// Whether the text names the label beside which it stands as it is written.
  var namesOwn: Bool { mentions(path.last ?? "") == .whole }

  /// Of which columns a text speaks at once.
  private enum Collective { case ofSite, ofPart }

  /// Whether the text begins with several columns at once: 各栏目, or those of one part of the site: 本类栏目, 1.本频道各栏目.
  private var collective: Collective? {
    let scalars = SimplifiedForms.scalars(of: text)
    let start = ItemNumbers.number(in: scalars, at: 0)?.end ?? 0
    if Self.ofPart.matchLength(in: scalars, at: start) > 0 { return .ofPart }
    let part = Self.parts.matchLength(in: scalars, at: start)
    guard Self.collective.matchLength(in: scalars, at: start + part) > 0 else { return nil }
    return part > 0 ? .ofPart : .ofSite
  }

  /// How a requirement names the part of the site that its columns belong to.
  private static let parts = WordSet(
    ["本", "该", "此"].flatMap { pronoun in
      ["版块", "板块", "频道", "专栏", "专题", "部分", "单元", "目录"].map { pronoun + $0 }
    })
  /// What speaks of several columns at once stands beside all of them.
  private static let collective = WordSet([
    "各栏目", "各子栏目", "各类栏目", "所有栏目", "以上栏目", "以下栏目", "上述栏目", "全部栏目",
  ])
  /// The same of the columns of one part alone.
  private static let ofPart = WordSet(["本类栏目", "该类栏目"])
  /// Set by hand, to more than an author's habit of leaving requirements empty says against it.
  private static let namesAll = 7.0
  private static let parentLeft = -3.0
  private static let namesOther = 1.0
  /// What a requirement demands of a whole branch stands beside all of it.
  private static let namesParent = 1.5
  /// Authors who write each label in its requirement do so in shared ones as well; who uses some words of it, or begins with
  /// it, speaks of that column.
  private static let namesOwn = -2.6
  private static let beginsWithOwn = -3.2
  private static let namesMostOfOwn = -3.2

  /// What a requirement says of its own column ends where the branch does; set by hand.
  private static let branchLeft = -2.0
  /// What it says of all columns of a part of the site ends there; set by hand.
  private static let partLeft = -2.0

  private enum Mention { case whole, most, hardly }

  /// How much of a label's wording the requirement holds: its pairs of neighbouring characters.
  private func mentions(_ label: String) -> Mention {
    let characters = Array(label.unicodeScalars)
    guard Self.lengths.contains(characters.count) else { return .hardly }
    if text.contains(label) { return .whole }
    let pairs = zip(characters, characters.dropFirst()).map { pair in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: [pair.0, pair.1])
      return String(view)
    }
    return pairs.count { text.contains($0) } * 2 >= pairs.count ? .most : .hardly
  }

  /// Longer labels are sentences themselves.
  private static let lengths = 2...20
}
