internal import LanmuDiagnostics

/// A relationship from a package or one of its parts to another part or to something outside (ECMA-376 part 2, 6.5).
package struct PackageRelationship: Sendable, Hashable {
  package let id: String
  /// The last component of the type's URI: `worksheet`, `styles`, …; it is the same in the strict and the transitional form.
  package let kind: String
  /// As written: absolute, relative, with back slashes or percent signs.
  package let target: String
  package let isExternal: Bool

  package init(id: String, type: String, target: String, isExternal: Bool) {
    self.id = id
    self.kind = type.split(separator: "/").last.map(String.init) ?? type
    self.target = target
    self.isExternal = isExternal
  }

  /// The names under which the target may stand in the archive, the most likely first.
  ///
  /// By the standard a target is a URI, relative to the folder of its source part; writers also give it with back slashes,
  /// without the leading slash, or with characters percent-encoded.
  package func candidateNames(from sourcePart: String?) -> [String] {
    guard !isExternal else { return [] }
    var path = target.replacing("\\", with: "/")
    if let cut = path.firstIndex(where: { $0 == "#" || $0 == "?" }) { path = String(path[..<cut]) }
    guard !path.isEmpty else { return [] }
    let folder = sourcePart?.split(separator: "/").dropLast().map(String.init) ?? []
    let isAbsolute = path.hasPrefix("/")
    var names: [String] = []
    func add(_ name: String?) {
      if let name, !names.contains(name) { names.append(name) }
    }
    for form in [path, Self.percentDecoded(path)] {
      add(Self.resolved(form, in: isAbsolute ? [] : folder))
      add(Self.resolved(form, in: []))
      // `xl/worksheets/sheet1.xml`, given from within `xl`, and `/worksheets/sheet1.xml`, meant from there.
      add(Self.resolved(form, in: folder))
    }
    return names
  }

  private static func resolved(_ path: String, in folder: [String]) -> String? {
    var components = folder
    for component in path.split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(String(component))
      }
    }
    return components.isEmpty ? nil : components.joined(separator: "/")
  }

  private static func percentDecoded(_ text: String) -> String {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var place = 0
    while place < source.count {
      if source[place] == 0x25, place + 2 < source.count,
        let value = UInt8(String(decoding: source[place + 1...place + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        place += 3
      } else {
        bytes.append(source[place])
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Takes the relationships out of a `.rels` part.
struct RelationshipVisitor: MarkupVisitor {
  enum Name: String, MarkupName { case relationship = "Relationship" }

  var relationships: [PackageRelationship] = []

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard name == .relationship, let target = element.attribute("Target") else { return }
    relationships.append(
      PackageRelationship(
        id: element.attribute("Id") ?? "", type: element.attribute("Type") ?? "", target: target,
        isExternal: element.attribute("TargetMode", equals: "External")))
  }
}
