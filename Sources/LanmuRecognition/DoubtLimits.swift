/// How probable a guess must be to leave no doubt, by what is guessed.
///
/// Higher limits mark more of what is wrong, and more of what is right. `LanmuBenchmarks limits` prints both shares for a
/// range of limits and every kind of loss.
package struct DoubtLimits: Sendable {
  /// The least probability of the place of a row's labels.
  package var path: Double
  /// The least probability of the text of a field, where a row or one above it lacks cells.
  package var value: Double

  /// The least probability that an empty cell was merged, as it was read, or that one of remarks or of helpers was empty.
  package var merge: Double
  /// The least probability that an empty cell of any other field was empty: few columns are without a requirement, a time or a
  /// unit, and one that is left without would be told to be so.
  package var blank: Double

  package init(path: Double, value: Double, merge: Double = standard.merge, blank: Double = standard.blank) {
    self.path = path
    self.value = value
    self.merge = merge
    self.blank = blank
  }

  /// Marks some nineteen in twenty wrong fields of the generated plans, fewer where cells have drifted or a whole table is
  /// misread, and fewer than one right field in twenty, somewhat more where cells are gone that may have been empty.
  package static let standard = DoubtLimits(path: 0.95, value: 0.95, merge: 0.85, blank: 0.98)
}
