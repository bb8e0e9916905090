import LanmuAnalysis
import LanmuPlan

/// A change as people count them, with what every written form of it needs.
///
/// A field that only one document has is one item, a branch with all that it carries is one item, a unit's renaming is one; an entry that a branch carries and that changed
/// otherwise too is an item of its own.
struct ChangeItem {
  enum Category: String, CaseIterable {
    case added
    case removed
    case changed
    case document
    case branch
    case unit
  }

  /// One field, old and new: as pieces, or as two texts where there is nothing to compare.
  struct Detail {
    var name: String
    var namesUnits = false
    /// 收紧, 放宽, 存疑; empty where nothing is to be said.
    var effect: String
    var segments: [TextSegment]

    var old: String { segments.oldText }
    var new: String { segments.newText }
  }

  var category: Category
  /// What happened, in words: 新增, 时效收紧, 分工.
  var kinds: [String]
  /// The place in the new plan, for removed entries in the old one.
  var path: String
  /// The place before, where it differs; empty otherwise.
  var oldPath: String
  var details: [Detail]
  /// Sentences about who answers for it.
  var duties: [String]
  /// Names of the units concerned, new names for renamed ones.
  var units: [String]

  /// The old and the new place as pieces, cut between labels.
  var pathSegments: [TextSegment] {
    let separator = " › "
    let old = oldPath.components(separatedBy: separator)
    let new = path.components(separatedBy: separator)
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let before = old.dropFirst(shared)
    let after = new.dropFirst(shared)
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    var segments: [TextSegment] = []
    if shared > 0 { segments.append(TextSegment(.equal, old.prefix(shared).joined(separator: separator) + separator)) }
    segments.append(TextSegment(.delete, before.dropLast(tail).joined(separator: separator)))
    segments.append(TextSegment(.insert, after.dropLast(tail).joined(separator: separator)))
    if tail > 0 { segments.append(TextSegment(.equal, separator + before.suffix(tail).joined(separator: separator))) }
    return segments.filter { !$0.text.isEmpty }
  }
}

extension String {
  /// The pieces between occurrences of a separator; the text itself where there is none.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

/// The items of a difference in the order in which they are read: structure, units, then entries in the plan's order.
struct ChangeItems {
  let words: ChangeWords
  private let difference: PlanDifference
  private let names: [String: String]

  init(_ difference: PlanDifference, words: ChangeWords) {
    self.difference = difference
    self.words = words
    names = Dictionary(difference.units.renamed.map { ($0.old, $0.new) }) { first, _ in first }
  }

  var all: [ChangeItem] { fields + branches + renamings + entries }

  /// A unit's name in the new plan.
  func name(_ unit: String) -> String { names[unit] ?? unit }

  // MARK: The document, branches and units

  var fields: [ChangeItem] {
    difference.documentFields.map { field in
      ChangeItem(
        category: .document, kinds: [words.fieldSet(field)], path: words.field(field.field), oldPath: "", details: [],
        duties: [words.entries(field)], units: [])
    }
  }

  var branches: [ChangeItem] {
    var units: [Int: [String]] = [:]
    for change in difference.changed {
      guard let branch = change.branch else { continue }
      units[branch, default: []] += (change.old.assignments + change.new.assignments).map { name($0.unit) }
    }
    return difference.branches.enumerated().map { place, branch in
      ChangeItem(
        category: .branch, kinds: [words.pick("栏目", "branch ") + words.branch(branch.kind)],
        path: joined(branch.newPaths), oldPath: joined(branch.oldPaths), details: [],
        duties: [words.pick("含 \(branch.entries) 个条目", "\(branch.entries) entries")],
        units: distinct(units[place] ?? []))
    }
  }

  var renamings: [ChangeItem] {
    difference.units.renamed.map { renaming in
      ChangeItem(
        category: .unit, kinds: [words.pick("单位更名", "unit renamed")], path: renaming.new, oldPath: renaming.old,
        details: [],
        duties: [
          words.reason(renaming.reason) + words.pick("，涉及 \(renaming.entries) 个条目", ", \(renaming.entries) entries")
        ], units: [renaming.new])
    }
  }

  private func joined(_ paths: [[String]]) -> String { paths.map { words.path($0) }.joined(separator: " + ") }

  // MARK: Entries

  var entries: [ChangeItem] {
    var placed = difference.added.map { ($0.index, 1, item($0.entry, .added)) }
    placed += difference.changed.filter(isOwn).map { ($0.newIndex, 0, item($0)) }
    // A removed entry stands where the entry before it is now.
    let places = difference.newPlaces
    placed += difference.removed.map { (places.place(afterOld: $0.index), 2, item($0.entry, .removed)) }
    return placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private func isOwn(_ change: EntryChange) -> Bool { change.hasOwnChange }

  private func item(_ entry: PlanEntry, _ category: ChangeItem.Category) -> ChangeItem {
    let operation: TextSegment.Operation = category == .added ? .insert : .delete
    let texts: [(FieldChange.Field, String)] = [
      (.requirement, entry.requirement), (.target, entry.target), (.supply, entry.supply.text),
      (.update, entry.update.text), (.mode, entry.mode), (.lead, entry.lead), (.responsible, entry.responsible),
      (.cooperating, entry.cooperating), (.remarks, entry.remarks),
    ]
    return ChangeItem(
      category: category,
      kinds: [category == .added ? words.pick("新增", "added") : words.pick("删除", "removed")]
        + (entry.doubts.isEmpty ? [] : [words.doubtful]),
      path: words.path(entry.path, of: entry), oldPath: "",
      details: texts.filter { !$0.1.isEmpty }.map {
        ChangeItem.Detail(name: words.field($0.0), effect: "", segments: [TextSegment(operation, $0.1)])
      }, duties: [], units: distinct(entry.assignments.map { name($0.unit) }))
  }

  private func item(_ change: EntryChange) -> ChangeItem {
    let label = ChangeLabel(words: words)
    let kinds = label.kinds(of: change)
    let path = words.path(change.newPath, of: change.new)
    let oldPath = words.path(change.oldPath, of: change.old)
    let placeChanged = !change.carried && (change.renamed || change.moved || change.part != .whole)
    let details = change.fields.map { field in
      var segments = field.segments
      if field.field == .starred {
        let star = words.pick("★", "★")
        segments = field.new == "true" ? [TextSegment(.insert, star)] : [TextSegment(.delete, star)]
      }
      return ChangeItem.Detail(
        name: words.field(field.field), namesUnits: field.field.namesUnits,
        effect: [field.effect.map(words.effect), field.isDoubtful ? words.doubtful : nil].compactMap(\.self)
          .joined(separator: words.pick("，", ", ")), segments: segments)
    }
    return ChangeItem(
      category: .changed, kinds: kinds.isEmpty ? [words.pick("变更", "changed")] : kinds, path: path,
      oldPath: placeChanged && oldPath != path ? oldPath : "", details: details, duties: label.dutyLines(of: change),
      units: distinct((change.new.assignments + change.old.assignments).map { name($0.unit) }))
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
