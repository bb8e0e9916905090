/// How far the labels of a row stand from where they belong.
struct LabelShift: Sendable, Hashable {
  /// By how many places the first label stands right of its field; 0 where places say nothing.
  var places: Int
  /// Whether no field is left before it, however many there were.
  var reachesStart = false
  /// Whether it says how rows around it have moved: one that could not have moved says nothing.
  var tells = true

  /// It stands where it belongs, as far as places say.
  static let unmoved = LabelShift(places: 0)

  /// Whether the same may have moved both rows.
  func isLike(_ other: LabelShift) -> Bool {
    places == other.places || reachesStart && other.reachesStart && places < 0 && other.places < 0
  }
}
