public import LanmuContainer
public import LanmuDiagnostics
public import LanmuRecognition
import Yams

/// Reads what is known about a family of documents from a YAML file.
///
///     headerRows: 2
///     levels: 3
///     fields:
///       栏目: level
///       保障要求: requirement
///       谁来做: responsible
///     tables:
///       - header: [责任部门, 保障栏目]
///         headerRows: 1
///         fields: { 保障栏目: requirement }
///
/// What stands under `tables` holds for the tables whose header has all of the labels, instead of what is said of all tables; an
/// empty list of labels stands for tables without a header. The meanings are those of `FieldMeaning`, in English or in Chinese.
public struct ProfileReader: Sendable {
  public init() {}

  /// - Throws: `settings.*` with line and character of what is wrong.
  public func read(_ source: ByteSource) throws(LanmuError) -> RecognitionProfile {
    let settings = try YAMLSettings(source)
    var profile = RecognitionProfile()
    var members: [(key: Node, value: Node)] = []
    for (key, value) in try settings.mapping(settings.root) {
      switch try settings.text(key) {
      case "tables", "表": for table in settings.list(value) { profile.tables.append(try section(table, settings)) }
      default: members.append((key, value))
      }
    }
    profile.general = try layout(members, settings, also: "tables")
    return profile
  }

  private func section(_ node: Node, _ settings: YAMLSettings) throws(LanmuError) -> RecognitionProfile.TableSection {
    var header: [String]?
    var members: [(key: Node, value: Node)] = []
    for (key, value) in try settings.mapping(node) {
      switch try settings.text(key) {
      case "header", "表头":
        var labels: [String] = []
        for label in settings.list(value) { labels.append(try settings.text(label)) }
        header = labels
      default: members.append((key, value))
      }
    }
    let layout = try layout(members, settings, also: "header")
    guard let header else {
      throw settings.fault(
        Message(
          zh: "缺少header：请列出该表的表头（没有表头的表写[]）",
          en: "header is missing: list labels of the table's header ([] for a table without one)"), at: node)
    }
    return .init(header: header, layout: layout, place: place(of: node, settings))
  }

  private func layout(
    _ members: [(key: Node, value: Node)], _ settings: YAMLSettings, also other: String
  ) throws(LanmuError) -> TableLayout {
    var headerRows: Int?
    var levels: Int?
    var fields: [String: FieldMeaning] = [:]
    var places = TableLayout.Places()
    for (key, value) in members {
      switch try settings.text(key) {
      case "headerRows", "表头行数":
        headerRows = try number(
          value, in: TableLayout.headerRowRange, settings,
          otherwise: Message(zh: "表头行数应为0到10", en: "headerRows is a number from 0 to 10"))
        places.headerRows = place(of: key, settings)
      case "levels", "栏目级数":
        levels = try number(
          value, in: TableLayout.levelRange, settings,
          otherwise: Message(zh: "栏目级数应为1到10", en: "levels is a number from 1 to 10"))
        places.levels = place(of: key, settings)
      case "fields", "列":
        var labelPlaces: [String: TableLayout.Place] = [:]
        for (label, name) in try settings.mapping(value) {
          let text = try settings.text(label)
          fields[text] = try meaning(name, settings)
          labelPlaces[text] = place(of: label, settings)
        }
        places = .init(headerRows: places.headerRows, levels: places.levels, fields: labelPlaces)
      case let word:
        throw settings.fault(
          Message(
            zh: "不认识“\(word)”；可用：headerRows、levels、fields、\(other)",
            en: "“\(word)” is none of: headerRows, levels, fields, \(other)"), at: key)
      }
    }
    return TableLayout(headerRows: headerRows, levels: levels, fields: fields, places: places)
  }

  private func number(
    _ node: Node, in range: ClosedRange<Int>, _ settings: YAMLSettings, otherwise message: Message
  ) throws(LanmuError) -> Int {
    guard let number = Int(try settings.text(node)), range.contains(number) else {
      throw settings.fault(message, at: node)
    }
    return number
  }

  private func meaning(_ node: Node, _ settings: YAMLSettings) throws(LanmuError) -> FieldMeaning {
    let word = try settings.text(node)
    if let meaning = FieldMeaning(rawValue: word) ?? Self.chinese[word] { return meaning }
    throw settings.fault(
      Message(
        zh: "不认识“\(word)”；可用：\(Self.chinese.keys.sorted().joined(separator: "、"))",
        en: "“\(word)” is none of: \(FieldMeaning.allCases.map(\.rawValue).joined(separator: ", "))"), at: node)
  }

  private func place(of node: Node, _ settings: YAMLSettings) -> TableLayout.Place? {
    settings.place(of: node).map { .init(file: settings.file, line: $0.line, character: $0.character) }
  }

  private static let chinese: [String: FieldMeaning] = [
    "序号": .number, "级别": .level, "内容": .requirement, "对应栏目": .target, "提供时限": .supply, "更新": .update, "方式": .mode,
    "牵头": .lead, "责任": .responsible, "配合": .cooperating, "备注": .remarks, "其他": .other,
  ]
}
