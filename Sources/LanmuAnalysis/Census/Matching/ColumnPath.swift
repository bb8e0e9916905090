/// A column's path in the content system, split into labels and folded.
package struct ColumnPath: Sendable, Hashable {
  /// The labels as they stood.
  package let labels: [String]
  /// The folded labels, without those that every path begins with (首页).
  package let folded: [String]

  package init(_ text: String) {
    self.init(labels: Self.split(text))
  }

  package init(labels: [String]) {
    let parts = labels.flatMap { Self.split($0) }
    self.labels = parts
    let all = parts.map { LabelText.fold($0) }.filter { !$0.isEmpty }
    let kept = all.drop { Self.generic.contains($0) }
    folded = Array(kept.isEmpty ? all[...] : kept)
  }

  /// The innermost label, folded; `nil` for a path without any.
  package var leaf: String? { folded.last }

  package var joined: String { folded.joined(separator: "/") }

  /// As sheets print it.
  package var text: String { labels.joined(separator: " / ") }

  private static let generic: Set<String> = ["首页", "网站首页", "当前位置", "您的位置", "您现在的位置", "门户网站", "网站"]

  private static func split(_ text: String) -> [String] {
    let separators: Set<Character> = [">", "＞", "»", "›", "→", "/", "／", "\\", "|", "｜"]
    var parts = text.split { separators.contains($0) }
    if parts.count == 1 { parts = text.split { $0 == "-" || $0 == "－" } }
    let labels = parts.map { part in
      // `->` leaves its hyphen behind.
      let label = LabelText.trimmed(String(part))
      return label.hasSuffix("-") ? String(label.dropLast()) : label
    }
    return labels.filter { !$0.isEmpty }
  }
}
