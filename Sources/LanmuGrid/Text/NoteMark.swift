/// How a note begins that stands below a table or beside it: 注：…, 备注: ….
package enum NoteMark {
  /// The labels of notes; each of them without a colon may be a column of the site, or a label of a header.
  package static let labels = ["注", "备注", "说明"]

  /// Whether a text begins with the label of a note and a colon.
  ///
  /// - Parameters:
  ///   - text: in simplified characters.
  ///   - further: labels that count as well.
  package static func opens(_ text: some StringProtocol, or further: [String] = []) -> Bool {
    (labels + further).contains { label in
      text.hasPrefix(label) && text.dropFirst(label.count).first.map { $0 == "：" || $0 == ":" } == true
    }
  }
}
