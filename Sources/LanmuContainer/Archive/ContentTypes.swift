internal import LanmuDiagnostics

/// The content types that `[Content_Types].xml` gives to parts (ECMA-376 part 2, 6.2.3).
package struct ContentTypes: Sendable, Hashable {
  private var defaults: [String: String] = [:]
  private var overrideTypes: [String: String] = [:]

  /// The type of a part; an override for its name comes before the default of its extension.
  package func type(of part: String) -> String? {
    if let type = overrideTypes[ZipEntryName.key(part)] { return type }
    guard let dot = part.lastIndex(of: ".") else { return nil }
    return defaults[ZipEntryName.key(String(part[part.index(after: dot)...]))]
  }

  /// The names (as look-up keys) of the parts whose type is given by name and satisfies `condition`, in order.
  func names(where condition: (String) -> Bool) -> [String] {
    overrideTypes.filter { condition($0.value) }.keys.sorted()
  }

  struct Visitor: MarkupVisitor {
    enum Name: String, MarkupName {
      case defaultType = "Default"
      case override = "Override"
    }

    var types = ContentTypes()

    mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
      guard let name, let type = element.attribute("ContentType") else { return }
      switch name {
      case .defaultType:
        if let suffix = element.attribute("Extension") { types.defaults[ZipEntryName.key(suffix)] = type }
      case .override:
        if let part = element.attribute("PartName").flatMap(ZipEntryName.safe) {
          types.overrideTypes[ZipEntryName.key(part)] = type
        }
      }
    }
  }
}
