public import LanmuPlan
import LanmuRecognition

/// An entry of the old plan and what became of it in the new one.
public struct EntryChange: Sendable, Hashable {
  /// Whether the two entries are one another's whole successor.
  public enum Part: Sendable, Hashable {
    case whole
    /// The new entry is a further part of an old one that was split.
    case splitOff
    /// The old entry went into a new one that has another for its main predecessor.
    case mergedIn
  }

  public var old: PlanEntry
  public var new: PlanEntry
  /// Places in `Plan.entries`.
  public var oldIndex: Int
  public var newIndex: Int
  /// The entry's own label changed, or its branch was renamed.
  public var renamed: Bool
  /// The entry stands under other labels, or its branch was moved.
  public var moved: Bool
  /// Place in `PlanDifference.branches` of the change that carries this entry.
  public var branch: Int?
  /// The path changed as the branch's did, and in no other way.
  public var carried: Bool
  public var part: Part
  /// Fields that changed and are shown.
  public var fields: [FieldChange]
  public var assignments: AssignmentChange?
  /// Differences that are not shown: layout, a unit's name alone, and what the noise level hides.
  public var hidden: [FieldChange]
  /// The place differs only in what a text without its merged cells leaves open; it is not shown as a change.
  public var hasOpenPath: Bool
  /// From 0 to 1: how alike the two entries are.
  public var score: Double

  public init(
    old: PlanEntry, new: PlanEntry, oldIndex: Int, newIndex: Int, renamed: Bool = false, moved: Bool = false,
    branch: Int? = nil, carried: Bool = false, part: Part = .whole, fields: [FieldChange] = [],
    assignments: AssignmentChange? = nil, hidden: [FieldChange] = [], hasOpenPath: Bool = false, score: Double = 1
  ) {
    self.old = old
    self.new = new
    self.oldIndex = oldIndex
    self.newIndex = newIndex
    self.renamed = renamed
    self.moved = moved
    self.branch = branch
    self.carried = carried
    self.part = part
    self.fields = fields
    self.assignments = assignments
    self.hidden = hidden
    self.hasOpenPath = hasOpenPath
    self.score = score
  }

  public var oldPath: [String] { old.path }
  public var newPath: [String] { new.path }

  /// Whether units gain, lose or change something, or stand in another order that is shown.
  public var changesAssignments: Bool {
    guard let assignments else { return false }
    return !assignments.isEmpty || assignments.reordered
  }

  /// Whether the entry stands where it does, or has the units that it has, only by a doubtful reading.
  public var isDoubtful: Bool {
    func matters(_ doubt: Doubt) -> Bool {
      switch doubt.field {
      case nil: true
      case .level: renamed || moved
      case .responsible, .lead, .cooperating: changesAssignments
      default: false
      }
    }
    return old.doubts.contains(where: matters) || new.doubts.contains(where: matters)
      || fields.contains(where: \.isDoubtful)
  }

  /// Whether anything but what the branch carries is to be shown.
  public var hasOwnChange: Bool {
    !fields.isEmpty || changesAssignments || ((renamed || moved) && !carried)
  }

  /// Whether the entry counts beside the change of its branch, if it has one: whether that does not say all of it.
  var isCountedAlone: Bool {
    branch == nil || (hasOwnChange && part == .whole && (!fields.isEmpty || changesAssignments))
  }

  /// Whether anything is to be shown at all.
  public var isVisible: Bool { hasOwnChange || branch != nil }
}
