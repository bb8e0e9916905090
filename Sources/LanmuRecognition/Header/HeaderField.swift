internal import LanmuGrid

/// A field of a header.
struct HeaderField: Sendable {
  /// The leaf label without white space; empty where the header leaves the place empty.
  var label: String
  /// The label in simplified characters, as words are looked for in it.
  var wording: String { SimplifiedForms.text(label) }
  /// The label above it, if it has one.
  var group: String
  /// What the labels say; `nil` where no word of them is known.
  let ownMeaning: FieldMeaning?
  /// How sure what the labels say is, from 0 to 1.
  let ownStrength: Double
  /// The strength of a meaning that only the field's content tells.
  static let guessed = 0.5
  /// The grid columns that it covers; a single one where spans are lost.
  var columns: Range<Int>
  /// What it means by a user's word.
  var pinned: FieldMeaning?

  init(label: String, group: String, meaning: FieldMeaning?, strength: Double, columns: Range<Int>) {
    (self.label, self.group, self.columns) = (label, group, columns)
    (ownMeaning, ownStrength) = (meaning, strength)
  }

  /// What a user has said, or else what the labels say.
  var meaning: FieldMeaning? { pinned ?? ownMeaning }
  /// How sure the meaning is, from 0 to 1.
  var strength: Double { isPinned ? 1 : ownStrength }
  /// Whether a user has said what it means.
  var isPinned: Bool { pinned != nil }
}
