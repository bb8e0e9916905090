internal import LanmuGrid

/// Which labels of a table are about the site's own place: 走进清河 opens pages on it, and 清河旅游, 投资清河 name it, too.
///
/// Sites gather what they tell of their place in one channel, which is called after it.
struct PlaceLabels: Sendable {
  /// For each label, whether it opens the pages on a place, and the number of the place that it names; -1 for none.
  private let opens: [Bool]
  private let places: [Int]

  /// - Parameter labels: all labels of the table, each once.
  ///
  /// Takes time linear in the labels for each place that is opened; there are few of them.
  init(_ labels: [String]) {
    let texts = labels.map(SimplifiedForms.scalars)
    let opened = texts.map(Self.openedPlace)
    var names: [[Unicode.Scalar]] = []
    for case let name? in opened where names.count < Self.mostPlaces && !names.contains(name) { names.append(name) }
    opens = opened.map { $0 != nil }
    places = texts.map { text in
      names.firstIndex { text.starts(with: $0) || text.suffix($0.count).elementsEqual($0) } ?? -1
    }
  }

  /// Whether a label names the place on which another one opens the pages.
  func isOf(_ label: Int, openedBy parent: Int) -> Bool {
    opens[parent] && places[label] >= 0 && places[label] == places[parent]
  }

  /// 清河, where a label is 走进清河; `nil` where it opens the pages on no place.
  private static func openedPlace(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let length = openings.matchLength(in: label, at: 0)
    guard length > 0, nameLengths.contains(label.count - length) else { return nil }
    return Array(label[length...])
  }

  private static let openings = WordSet(["走进", "走近", "认识", "印象", "魅力", "感知", "触摸"])
  /// Longer names are no places (走进政府开放日).
  private static let nameLengths = 2...4
  /// A site is one place's, and its table hardly names more than a few.
  private static let mostPlaces = 8
}
