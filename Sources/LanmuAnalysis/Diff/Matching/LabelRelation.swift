/// What the labels of a split or merged entry say of where its parts belong.
enum LabelRelation {
  /// Whether a label of two characters or more stands whole in another: 公示 in 公示（一）, 通知 in 通知与公告.
  static func isNamed(_ label: String, in other: String) -> Bool {
    let part = ComparableText.typography(label)
    let whole = ComparableText.typography(other)
    guard part.count >= 2, part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
  }
}
