import LanmuAnalysis
public import LanmuContainer
public import LanmuDiagnostics
import LanmuGrid
public import LanmuPlan
import LanmuReaders
import Yams

/// Reads an office's own directory of units from a table (XLSX, CSV, …) or from YAML.
///
/// A table has a header row with 全称 and any of 简称, 曾用名, 类别, 所属组, 上级, 联系人, 电话, 生效日期; several names in a cell
/// are separated by 、 or line breaks. YAML is a list of mappings with the same keys, alone or under one key.
public struct UnitDirectoryReader: Sendable {
  public init() {}

  /// - Throws: `units.noHeader` if no table of the file has a field 全称; `settings.*` for YAML.
  public func read(_ source: ByteSource) throws(LanmuError) -> UnitDirectory {
    if ["yaml", "yml"].contains(source.fileExtension) { return try directory(of: try yaml(source), in: source) }
    let document = try DocumentReader().read(source)
    for table in document.value.tables {
      if let bodies = Self.bodies(in: table) { return try directory(of: bodies, in: source) }
    }
    if let bodies = try singleColumn(source) { return try directory(of: bodies, in: source) }
    throw LanmuError(
      .init("units.noHeader"), .data,
      message: Message(zh: "找不到单位表的表头（至少要有“全称”一列）", en: "no table has a header with the field 全称 (full name)"),
      remedy: Message(
        zh: "请给出表头：全称、简称、曾用名、类别、所属组、上级、联系人、电话、生效日期",
        en: "Give it the header 全称, 简称, 曾用名, 类别, 所属组, 上级, 联系人, 电话, 生效日期"),
      position: SourcePosition(file: source.displayName))
  }

  /// - Throws: `units.badDate` where 生效日期 is no date.
  private func directory(of bodies: [UnitDirectory.Body], in source: ByteSource) throws(LanmuError) -> UnitDirectory {
    for body in bodies where !body.since.isEmpty && CivilDate(parsing: body.since) == nil {
      throw LanmuError(
        .init("units.badDate"), .data,
        message: Message(
          zh: "“\(body.name)”的生效日期“\(body.since)”不是日期",
          en: "the date “\(body.since)” from which “\(body.name)” holds is no date"),
        remedy: Message(zh: "请写成 2024-03-01 的样子", en: "write it like 2024-03-01"),
        position: SourcePosition(file: source.displayName))
    }
    return UnitDirectory(bodies: bodies)
  }

  /// 全称 and names below it, a line each: a table of one column, which holds no mark that would make it a table.
  private func singleColumn(_ source: ByteSource) throws(LanmuError) -> [UnitDirectory.Body]? {
    guard ["csv", "tsv", "txt"].contains(source.fileExtension) else { return nil }
    let bytes = try source.bytes(limit: YAMLSettings.greatestByteCount)
    let text = String(decoding: try TextDecoder().decode(bytes).utf8, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard let header = lines.first, UnitField(label: String(header)) == .name else { return nil }
    return lines.dropFirst().map { line in
      var body = UnitDirectory.Body(name: "")
      UnitField.name.set(String(line), in: &body)
      return body
    }
  }

  /// How far down a header is looked for.
  private static let searchDepth = 20

  private static func bodies(in table: Grid) -> [UnitDirectory.Body]? {
    var rows: [Int: [Int: String]] = [:]
    for cell in table.cells { rows[cell.row, default: [:]][cell.column] = cell.text }
    for (row, cells) in rows.sorted(by: { $0.key < $1.key }).prefix(searchDepth) {
      let fields = cells.mapValues { UnitField(label: $0) }
      guard fields.values.contains(.name) else { continue }
      return rows.filter { $0.key > row }.sorted { $0.key < $1.key }.compactMap { _, texts in
        var body = UnitDirectory.Body(name: "")
        for (column, text) in texts {
          if let field = fields[column] ?? nil { field.set(text, in: &body) }
        }
        return body.name.isEmpty ? nil : body
      }
    }
    return nil
  }

  /// The list of units, which may stand under a key of its own (单位: …).
  private static func list(in root: Node) -> Node {
    guard let mapping = root.mapping, mapping.count == 1, let only = mapping.first?.value,
      only.sequence?.first?.mapping != nil
    else { return root }
    return only
  }

  private func yaml(_ source: ByteSource) throws(LanmuError) -> [UnitDirectory.Body] {
    let settings = try YAMLSettings(source)
    var bodies: [UnitDirectory.Body] = []
    for item in settings.list(Self.list(in: settings.root)) {
      var body = UnitDirectory.Body(name: "")
      for (key, value) in try settings.mapping(item) {
        let label = try settings.text(key)
        guard let field = UnitField(label: label) else {
          throw settings.fault(Message(zh: "不认识“\(label)”", en: "“\(label)” is no field of a unit"), at: key)
        }
        for text in settings.list(value) { field.set(try settings.text(text), in: &body) }
      }
      guard !body.name.isEmpty else {
        throw settings.fault(Message(zh: "缺少“全称”", en: "全称 (full name) is missing"), at: item)
      }
      bodies.append(body)
    }
    return bodies
  }
}

/// A field of a directory of units.
private enum UnitField {
  case name, aliases, formerNames, groups, kind, parent, contact, telephone, since

  init?(label: String) {
    switch label.filter({ !$0.isWhitespace }) {
    case "全称", "单位全称", "单位名称", "单位", "name": self = .name
    case "简称", "别名", "aliases", "alias": self = .aliases
    case "曾用名", "原名", "原名称", "formerNames", "former": self = .formerNames
    case "所属组", "组", "分组", "groups", "group": self = .groups
    case "类别", "类型", "kind": self = .kind
    case "上级", "上级单位", "parent": self = .parent
    case "联系人", "contact": self = .contact
    case "电话", "联系电话", "telephone": self = .telephone
    case "生效日期", "since": self = .since
    default: return nil
    }
  }

  func set(_ text: String, in body: inout UnitDirectory.Body) {
    switch self {
    case .name: body.name = Self.trimmed(text)
    case .aliases: body.aliases += Self.names(text)
    case .formerNames: body.formerNames += Self.names(text)
    case .groups: body.groups += Self.names(text)
    case .kind: body.kind = PlanUnit.Kind(rawValue: text) ?? Self.kinds[Self.trimmed(text)] ?? .unit
    case .parent: body.parent = Self.trimmed(text)
    case .contact: body.contact = Self.trimmed(text)
    case .telephone: body.telephone = Self.trimmed(text)
    case .since: body.since = Self.date(Self.trimmed(text))
    }
  }

  private static let kinds: [String: PlanUnit.Kind] = ["组": .group, "群体": .group, "服务商": .vendor, "供应商": .vendor]

  /// A date in ISO 8601; a month or a year alone begins with its first day. What is no date stays as it is.
  private static func date(_ text: String) -> String {
    CivilDate(parsing: text + missingPart(of: text))?.description ?? text
  }

  /// What 2024, 2024年, 2024-3, 2024.3 and 2024年3月 lack to be a day.
  private static func missingPart(of text: String) -> String {
    if text.hasSuffix("年") { return "1月1日" }
    if text.hasSuffix("月") { return "1日" }
    let separators = text.filter { "-./".contains($0) }
    if separators.isEmpty, text.count == 4, text.allSatisfy(\.isNumber) { return "-1-1" }
    return separators.count == 1 ? separators + "1" : ""
  }

  private static func names(_ text: String) -> [String] {
    text.split { "、，,；;\n".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
