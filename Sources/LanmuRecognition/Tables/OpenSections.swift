/// The headings of sections that entries stand under, the outermost first, as a table is read from above.
///
/// A heading closes the one above it, unless it begins to count in another manner: （一） below 一、 opens a section within that
/// one. It closes when the outer manner counts on.
struct OpenSections: Sendable {
  private(set) var headings: [String] = []

  /// Opens a section.
  mutating func open(_ heading: String) {
    let number = SectionNumber(heading)
    if let number, let place = headings.firstIndex(where: { Self.isCounted($0, as: number) }) {
      headings.removeSubrange(place...)
    } else if number?.value != 1 || headings.contains(where: { SectionNumber($0) == nil }) {
      headings = []
    }
    headings.append(heading)
  }

  private static func isCounted(_ heading: String, as number: SectionNumber) -> Bool {
    SectionNumber(heading)?.isCounted(as: number) ?? false
  }
}
