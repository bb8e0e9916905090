/// The lists that a document defines (ECMA-376 part 1, 17.9), read from its numbering part.
struct WordNumbering: Sendable {
  /// How one level of a list counts and is written.
  struct Level: Sendable {
    var start = 0
    var format = "decimal"
    var customFormat: String?
    /// The label with `%1` … `%9` for the levels' numbers.
    var text = ""
    /// The 1-based level whose use restarts this one; 0 if nothing does; `nil` for any level above it.
    var restart: Int?
    var writesDigitsOnly = false
    var suffix = Suffix.tab
    var style: String?
    var isHidden = false
  }

  enum Suffix: String, Sendable { case tab, space, nothing }

  /// An abstract list: nine levels, or a pointer to the list of a numbering style.
  struct List: Sendable {
    var levels: [Int: Level] = [:]
    /// The numbering style whose list is meant instead of this one.
    var styleLink: String?
  }

  struct Override: Sendable {
    var start: Int?
    var level: Level?
  }

  /// An instance of a list, as paragraphs name it.
  struct Instance: Sendable {
    var list: Int?
    var overrides: [Int: Override] = [:]
  }

  var lists: [Int: List] = [:]
  var instances: [Int: Instance] = [:]

  /// The list that an instance counts in, links through numbering styles followed.
  func listKey(ofInstance number: Int, styles: WordStyles) -> Int? {
    var number = number
    // A chain of links longer than a few steps is a circle.
    for _ in 0..<8 {
      guard let key = instances[number]?.list, let list = lists[key] else { return nil }
      guard list.levels.isEmpty, let link = list.styleLink, let linked = styles.numbering(ofStyle: link)?.instance,
        linked != number
      else { return key }
      number = linked
    }
    return nil
  }
}

extension WordNumbering {
  /// The level of an instance to which a paragraph style is linked.
  func level(linkedTo style: String, instance number: Int, styles: WordStyles) -> Int? {
    for (index, override) in instances[number]?.overrides ?? [:] where override.level?.style == style { return index }
    guard let key = listKey(ofInstance: number, styles: styles) else { return nil }
    return lists[key]?.levels.filter { $0.value.style == style }.keys.min()
  }
}
