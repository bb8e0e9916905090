package import LanmuContainer
package import LanmuDiagnostics

/// The parts of a workbook's package, to be changed in places and written back whole.
///
/// A template is patched and not written anew: whatever was designed in it – pictures, themes, charts, validations, printer
/// settings – stays in its part as it was, also where this code knows nothing about it.
package struct WorkbookParts: Sendable {
  struct SheetPart: Sendable {
    var name: String
    var part: String
    var relationship: String
    var sheetId: Int
    var isHidden: Bool
  }

  let displayName: String
  private(set) var order: [String] = []
  private(set) var bytes: [String: [UInt8]] = [:]
  var workbook: RawMarkup
  var sheets: [SheetPart] = []
  /// The `si` elements of the shared strings.
  let sharedStrings: [RawMarkup.Element]
  private let workbookPart: String

  /// - Throws: the errors of `ZipArchive` and `RawMarkup`; `template.noWorkbook`.
  package init(_ source: ByteSource, limits: ResourceLimits = .standard) throws(LanmuError) {
    displayName = source.displayName
    let archive = try ZipArchive(source, limits: limits)
    var total = 0
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      guard let data = try archive.bytes(of: entry.name) else { continue }
      total += data.count
      guard total <= limits.wholePartBytes else { throw Self.fault("template.tooLarge", displayName) }
      order.append(entry.name)
      bytes[entry.name] = data
    }
    var main = "xl/workbook.xml"
    if let data = bytes["_rels/.rels"] {
      let relationships = try RawMarkup(data, part: "_rels/.rels")
      for relationship in relationships.root.elements
      where relationship["Type"]?.hasSuffix("/officeDocument") == true {
        main = Self.resolve(relationship["Target"] ?? main, from: "")
      }
    }
    guard let data = bytes[main] else { throw Self.fault("template.noWorkbook", displayName) }
    workbookPart = main
    workbook = try RawMarkup(data, part: main)
    guard workbook.root.localName == "workbook" else { throw Self.fault("template.noWorkbook", displayName) }
    let targets = try Self.targets(of: main, in: bytes)
    sharedStrings =
      if let part = targets.values.first(where: { $0.type.hasSuffix("/sharedStrings") })?.part, let data = bytes[part] {
        try RawMarkup(data, part: part).root.elements.filter { $0.localName == "si" }
      } else {
        []
      }
    for sheet in workbook.root.first("sheets")?.elements ?? [] {
      guard let name = sheet["name"], let id = sheet["id"], let target = targets[id], bytes[target.part] != nil,
        target.type.hasSuffix("/worksheet")
      else { continue }
      sheets.append(
        SheetPart(
          name: name, part: target.part, relationship: id, sheetId: sheet["sheetId"].flatMap { Int($0) } ?? 1,
          isHidden: sheet["state"].map { $0 != "visible" } ?? false))
    }
    guard !sheets.isEmpty else { throw Self.fault("template.noWorkbook", displayName) }
  }

  // MARK: Parts

  func markup(_ part: String) throws(LanmuError) -> RawMarkup? {
    guard let data = bytes[part] else { return nil }
    do {
      return try RawMarkup(data, part: part)
    } catch {
      throw error.inFile(displayName)
    }
  }

  mutating func set(_ part: String, _ markup: RawMarkup) { set(part, markup.bytes) }

  mutating func set(_ part: String, _ data: [UInt8]) {
    if bytes[part] == nil { order.append(part) }
    bytes[part] = data
  }

  mutating func remove(_ part: String) {
    order.removeAll { $0 == part }
    bytes[part] = nil
  }

  /// A name for a new part beside another: `sheet7.xml` beside `sheet1.xml`.
  func freeName(like part: String) -> String {
    let dot = part.lastIndex(of: ".") ?? part.endIndex
    var stem = part[..<dot]
    while stem.last?.isNumber == true { stem.removeLast() }
    var number = 1
    while bytes["\(stem)\(number)\(part[dot...])"] != nil { number += 1 }
    return "\(stem)\(number)\(part[dot...])"
  }

  static func relationshipsPart(of part: String) -> String {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { part[...$0] } ?? ""
    let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
    return "\(folder)_rels/\(name).rels"
  }

  /// The parts that a part is related to, by the relationship's id; external targets are left out.
  func targets(of part: String) throws(LanmuError) -> [String: (type: String, part: String)] {
    try Self.targets(of: part, in: bytes)
  }

  private static func targets(
    of part: String, in bytes: [String: [UInt8]]
  ) throws(LanmuError) -> [String: (type: String, part: String)] {
    guard let data = bytes[relationshipsPart(of: part)] else { return [:] }
    let relationships = try RawMarkup(data, part: relationshipsPart(of: part))
    var targets: [String: (type: String, part: String)] = [:]
    for relationship in relationships.root.elements where relationship["TargetMode"] != "External" {
      guard let id = relationship["Id"], let target = relationship["Target"] else { continue }
      targets[id] = (relationship["Type"] ?? "", resolve(target, from: part))
    }
    return targets
  }

  /// A target's part name, from the part that names it.
  private static func resolve(_ target: String, from part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var folders = part.split(separator: "/").dropLast().map(String.init)
    for piece in target.split(separator: "/") {
      if piece == ".." {
        if !folders.isEmpty { folders.removeLast() }
      } else if piece != "." {
        folders.append(String(piece))
      }
    }
    return folders.joined(separator: "/")
  }

  // MARK: Sheets

  /// Adds a worksheet to the workbook; its part is set by the caller.
  mutating func addSheet(named name: String, like model: SheetPart, isHidden: Bool) throws(LanmuError) -> SheetPart {
    let part = freeName(like: model.part)
    set(part, [])
    try addContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", to: part)
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    let id = try addRelationship(from: workbookPart, type: type, to: part)
    let sheetId = (sheets.map(\.sheetId).max() ?? 0) + 1
    let added = SheetPart(name: name, part: part, relationship: id, sheetId: sheetId, isHidden: isHidden)
    sheets.append(added)
    return added
  }

  /// Adds a hidden sheet of texts below each other, for programs; one of that name is replaced.
  package mutating func addHiddenTexts(_ texts: [String], named name: String) throws(LanmuError) {
    guard let model = sheets.first else { return }
    let sheet: SheetPart
    if let known = sheets.first(where: { $0.name == name }) {
      sheet = known
    } else {
      sheet = try addSheet(named: name, like: model, isHidden: true)
    }
    let rows = texts.enumerated().map { index, text in
      RawMarkup.Node.element(
        RawMarkup.Element(
          "row", [("r", "\(index + 1)")],
          [
            .element(
              RawMarkup.Element(
                "c", [("r", "A\(index + 1)"), ("t", "inlineStr")],
                [
                  .element(
                    RawMarkup.Element(
                      "is", [],
                      [.element(RawMarkup.Element("t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(text))]))]))
                ]))
          ]))
    }
    set(
      sheet.part,
      RawMarkup(
        root: RawMarkup.Element(
          "worksheet", [("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")],
          [.element(RawMarkup.Element("sheetData", [], rows))])))
    try finish(recalculates: false)
  }

  mutating func addContentType(_ type: String, to part: String) throws(LanmuError) {
    guard var types = try markup("[Content_Types].xml") else { throw Self.fault("template.noWorkbook", displayName) }
    types.root.children.append(
      .element(RawMarkup.Element("Override", [("PartName", RawMarkup.escaped("/" + part)), ("ContentType", type)])))
    set("[Content_Types].xml", types)
  }

  /// Adds a relationship and returns its id.
  mutating func addRelationship(from part: String, type: String, to target: String) throws(LanmuError) -> String {
    let name = Self.relationshipsPart(of: part)
    var relationships =
      try markup(name)
      ?? RawMarkup(
        root: RawMarkup.Element(
          "Relationships", [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]))
    let used = Set(relationships.root.elements.compactMap { $0["Id"] })
    var number = 1
    while used.contains("rId\(number)") { number += 1 }
    relationships.root.children.append(
      .element(
        RawMarkup.Element(
          "Relationship", [("Id", "rId\(number)"), ("Type", type), ("Target", RawMarkup.escaped("/" + target))])))
    set(name, relationships)
    return "rId\(number)"
  }

  /// Brings the workbook part in line with `sheets`, and drops what no longer holds: the chain of calculation and the
  /// list of sheet names among the properties.
  mutating func finish(recalculates: Bool) throws(LanmuError) {
    if let place = workbook.root.firstIndex("sheets"), case .element(var list) = workbook.root.children[place] {
      let old = Dictionary(
        list.elements.map { ($0["id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
      let prefix = list.elements.first?.attributes.first { $0.name.hasSuffix(":id") }?.name ?? "r:id"
      // Some programs declare the prefix on every sheet anew; then it is declared nowhere above.
      let declaration = "xmlns:" + prefix.dropLast(":id".count)
      let siblings = list.elements.first?.attributes ?? []
      let isDeclaredAbove = (list.attributes + workbook.root.attributes).contains { $0.name == declaration }
      let declared = isDeclaredAbove ? [] : siblings.filter { $0.name == declaration }
      list.children = sheets.map { sheet in
        var element =
          old[sheet.relationship] ?? RawMarkup.Element(list.name.replacing("sheets", with: "sheet"), declared)
        element["name"] = sheet.name
        element["sheetId"] = String(sheet.sheetId)
        if sheet.isHidden, element["state"] == nil { element["state"] = "hidden" }
        if element["id"] == nil { element[prefix] = sheet.relationship }
        return .element(element)
      }
      workbook.root.children[place] = .element(list)
    }
    if recalculates { setRecalculation() }
    set(workbookPart, workbook)
    try dropCalculationChain()
    if let part = order.first(where: { $0.hasSuffix("docProps/app.xml") }), var properties = try markup(part) {
      properties.root.children.removeAll {
        if case .element(let element) = $0 {
          ["TitlesOfParts", "HeadingPairs"].contains(element.localName)
        } else {
          false
        }
      }
      set(part, properties)
    }
  }

  private mutating func setRecalculation() {
    let name = workbook.root.name.replacing("workbook", with: "calcPr")
    if let place = workbook.root.firstIndex("calcPr"), case .element(var element) = workbook.root.children[place] {
      element["fullCalcOnLoad"] = "1"
      workbook.root.children[place] = .element(element)
      return
    }
    // The schema's order: names, then calculation, then what comes after.
    let after = ["definedNames", "externalReferences", "functionGroups", "sheets"].compactMap {
      workbook.root.firstIndex($0)
    }.max()
    workbook.root.children.insert(
      .element(RawMarkup.Element(name, [("fullCalcOnLoad", "1")])), at: after.map { $0 + 1 } ?? 0)
  }

  private mutating func dropCalculationChain() throws(LanmuError) {
    guard let chain = order.first(where: { $0.hasSuffix("calcChain.xml") }) else { return }
    remove(chain)
    if var types = try markup("[Content_Types].xml") {
      types.root.children.removeAll {
        if case .element(let element) = $0 { element["PartName"] == "/" + chain } else { false }
      }
      set("[Content_Types].xml", types)
    }
    let name = Self.relationshipsPart(of: workbookPart)
    if var relationships = try markup(name) {
      relationships.root.children.removeAll {
        if case .element(let element) = $0 { element["Type"]?.hasSuffix("/calcChain") == true } else { false }
      }
      set(name, relationships)
    }
  }

  /// Writes the package to a path that nobody needs.
  package func write(to path: String) throws(LanmuError) {
    // Readers of packages look for the content types first.
    let names = order.filter { $0 == "[Content_Types].xml" } + order.filter { $0 != "[Content_Types].xml" }
    try ZipArchiveWriter.write(names.compactMap { name in bytes[name].map { (name, $0) } }, to: path)
  }

  private static func fault(_ code: String, _ file: String) -> LanmuError {
    LanmuError(
      .init(code), .data,
      message: Message(zh: "不是可用作模板的 .xlsx 工作簿", en: "this is no .xlsx workbook that can serve as a template"),
      remedy: Message(zh: "请用 Excel 或 WPS 另存为 .xlsx 格式", en: "save it as .xlsx in Excel or WPS"),
      position: SourcePosition(file: file))
  }
}
