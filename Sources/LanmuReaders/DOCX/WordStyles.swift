/// What a document's styles say about the things that a reader must know (ECMA-376 part 1, 17.7).
struct WordStyles: Sendable {
  struct Style: Sendable {
    var name = ""
    var basedOn: String?
    var isHidden: Bool?
    var outlineLevel: Int?
    var listInstance: Int?
    var listLevel: Int?
  }

  /// The numbering that a paragraph gets from its style.
  struct Numbering: Sendable, Hashable {
    var instance: Int
    var level: Int?
    /// The style in the chain that names the list; list levels are linked to it.
    var style: String
  }

  var styles: [String: Style] = [:]
  var defaultParagraphStyle: String?
  var hidesByDefault = false

  /// The paragraph's heading level by its style: 1 for the highest, 0 for body text.
  func headingLevel(ofStyle id: String?) -> Int {
    for (_, style) in chain(from: id ?? defaultParagraphStyle) {
      if let level = style.outlineLevel { return level < 9 ? level + 1 : 0 }
      let name = style.name.lowercased()
      if name == "title" { return 1 }
      if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) { return level }
    }
    return 0
  }

  func numbering(ofStyle id: String?) -> Numbering? {
    var level: Int?
    for (key, style) in chain(from: id ?? defaultParagraphStyle) {
      level = level ?? style.listLevel
      if let instance = style.listInstance { return Numbering(instance: instance, level: level, style: key) }
    }
    return nil
  }

  /// Whether text of a paragraph style and a character style is hidden. The property toggles: two styles that both hide, show
  /// (ECMA-376 part 1, 17.7.3).
  func isHidden(paragraphStyle: String?, characterStyle: String?) -> Bool {
    let paragraph = chain(from: paragraphStyle ?? defaultParagraphStyle).compactMap(\.1.isHidden).first ?? false
    let character = chain(from: characterStyle).compactMap(\.1.isHidden).first ?? false
    return paragraph != character || (hidesByDefault && !paragraph && !character)
  }

  /// A style and those that it is based on, nearest first; a circle ends it.
  private func chain(from id: String?) -> [(String, Style)] {
    var result: [(String, Style)] = []
    var next = id
    while let key = next, let style = styles[key], result.count < 16 {
      result.append((key, style))
      next = style.basedOn
    }
    return result
  }
}
