public import LanmuContainer
public import LanmuDiagnostics
public import LanmuRecognition

/// Reads what is known about a family of documents from a YAML file.
///
///     headerRows: 2
///     levels: 3
///     fields:
///       栏目: level
///       保障要求: requirement
///       谁来做: responsible
///
/// The meanings are those of `FieldMeaning`, in English or in Chinese.
public struct ProfileReader: Sendable {
  public init() {}

  /// - Throws: `settings.*` with line and character of what is wrong.
  public func read(_ source: ByteSource) throws(LanmuError) -> RecognitionProfile {
    let settings = try YAMLSettings(source)
    var profile = RecognitionProfile()
    for (key, value) in try settings.mapping(settings.root) {
      switch try settings.text(key) {
      case "headerRows", "表头行数":
        guard let rows = Int(try settings.text(value)), (0...10).contains(rows) else {
          throw settings.fault(Message(zh: "表头行数应为0到10", en: "headerRows is a number from 0 to 10"), at: value)
        }
        profile.headerRows = rows
      case "levels", "栏目级数":
        guard let levels = Int(try settings.text(value)), (1...10).contains(levels) else {
          throw settings.fault(Message(zh: "栏目级数应为1到10", en: "levels is a number from 1 to 10"), at: value)
        }
        profile.levels = levels
      case "fields", "列":
        var fields: [String: FieldMeaning] = [:]
        var places: [String: RecognitionProfile.FieldPlace] = [:]
        for (label, name) in try settings.mapping(value) {
          let word = try settings.text(name)
          guard let meaning = FieldMeaning(rawValue: word) ?? Self.chinese[word] else {
            throw settings.fault(
              Message(
                zh: "不认识“\(word)”；可用：\(Self.chinese.keys.sorted().joined(separator: "、"))",
                en: "“\(word)” is none of: \(FieldMeaning.allCases.map(\.rawValue).joined(separator: ", "))"), at: name)
          }
          let text = try settings.text(label)
          fields[text] = meaning
          if let place = settings.place(of: label) {
            places[text] = .init(file: settings.file, line: place.line, character: place.character)
          }
        }
        profile = RecognitionProfile(
          headerRows: profile.headerRows, levels: profile.levels, fields: fields, places: places)
      case let other:
        throw settings.fault(
          Message(
            zh: "不认识“\(other)”；可用：headerRows、levels、fields", en: "“\(other)” is none of: headerRows, levels, fields"),
          at: key)
      }
    }
    return profile
  }

  private static let chinese: [String: FieldMeaning] = [
    "序号": .number, "级别": .level, "内容": .requirement, "对应栏目": .target, "提供时限": .supply, "更新": .update, "方式": .mode,
    "牵头": .lead, "责任": .responsible, "配合": .cooperating, "备注": .remarks, "其他": .other,
  ]
}
