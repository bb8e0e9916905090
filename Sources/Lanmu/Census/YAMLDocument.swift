import LanmuContainer
import LanmuDiagnostics
import Yams

/// A value of a YAML file with its place, for messages with line and column.
struct YAMLValue {
  enum Content {
    case text(String)
    case list([YAMLValue])
    case mapping([(key: YAMLValue, value: YAMLValue)])
  }

  var content: Content
  var line: Int?
  var column: Int?

  /// The text of a scalar; `nil` for lists and mappings.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// Nodes nested deeper than any rule set or mapping file are cut off as empty text.
  fileprivate init(_ node: Node, depth: Int = 0) {
    line = node.mark?.line
    column = node.mark?.column
    if depth > 16 {
      content = .text("")
    } else if let mapping = node.mapping {
      content = .mapping(mapping.map { (YAMLValue($0.key, depth: depth + 1), YAMLValue($0.value, depth: depth + 1)) })
    } else if let sequence = node.sequence {
      content = .list(sequence.map { YAMLValue($0, depth: depth + 1) })
    } else {
      content = .text(node.scalar?.string ?? "")
    }
  }
}

/// A YAML file as a tree of values, with typed access and errors that name the place.
struct YAMLDocument {
  let root: YAMLValue
  let file: String

  init(_ source: ByteSource) throws(LanmuError) {
    let settings = try YAMLSettings(source)
    root = YAMLValue(settings.root)
    file = settings.file
  }

  init(_ text: String, file: String) throws(LanmuError) {
    try self.init(.memory(Array(text.utf8), name: file))
  }

  func fault(_ chinese: String, _ english: String, at value: YAMLValue?) -> LanmuError {
    var place = ""
    var englishPlace = ""
    if let line = value?.line, let column = value?.column {
      place = "（第\(line)行第\(column)列）"
      englishPlace = " (line \(line), column \(column))"
    }
    return LanmuError(
      .init("yaml.content"), .data, message: Message(zh: chinese + place, en: english + englishPlace),
      remedy: Message(zh: "请改正该处后重试", en: "correct that place and try again"),
      position: SourcePosition(file: file, line: value?.line))
  }

  /// The members of a mapping; an error for anything else, and for keys that nobody knows.
  func mapping(
    _ value: YAMLValue, known: Set<String>? = nil
  ) throws(LanmuError) -> [(key: String, value: YAMLValue)] {
    guard case .mapping(let members) = value.content else {
      throw fault("此处应为“键: 值”", "keys with values are expected here", at: value)
    }
    var result: [(String, YAMLValue)] = []
    for (key, member) in members {
      guard let name = key.text else { throw fault("键应为文字", "a key must be text", at: key) }
      if let known, !known.contains(name) {
        let names = known.sorted()
        throw fault(
          "不认识的键“\(name)”，可用：\(names.joined(separator: "、"))",
          "unknown key “\(name)”; known are \(names.joined(separator: ", "))", at: key)
      }
      result.append((name, member))
    }
    return result
  }

  func list(_ value: YAMLValue) throws(LanmuError) -> [YAMLValue] {
    guard case .list(let values) = value.content else { throw fault("此处应为列表", "a list is expected here", at: value) }
    return values
  }

  func text(_ value: YAMLValue) throws(LanmuError) -> String {
    guard let text = value.text else { throw fault("此处应为文字", "a text is expected here", at: value) }
    return text
  }

  /// A list of texts, or one text.
  func texts(_ value: YAMLValue) throws(LanmuError) -> [String] {
    if let text = value.text { return [text] }
    var result: [String] = []
    for item in try list(value) { result.append(try text(item)) }
    return result
  }

  /// A number from 0 on: nothing that these files set can be negative.
  func number(_ value: YAMLValue) throws(LanmuError) -> Double {
    guard let text = value.text, let number = Double(text), number >= 0, number < 1e9 else {
      throw fault("此处应为不小于0的数", "a number from 0 on is expected here", at: value)
    }
    return number
  }

  func whole(_ value: YAMLValue, in range: ClosedRange<Int>) throws(LanmuError) -> Int {
    guard let whole = Int(exactly: try number(value)), range.contains(whole) else {
      throw fault(
        "此处应为\(range.lowerBound)至\(range.upperBound)的整数",
        "a whole number from \(range.lowerBound) to \(range.upperBound) is expected here", at: value)
    }
    return whole
  }

  func flag(_ value: YAMLValue) throws(LanmuError) -> Bool {
    switch try text(value) {
    case "true", "yes", "是": return true
    case "false", "no", "否": return false
    default: throw fault("此处应为 true 或 false", "true or false is expected here", at: value)
    }
  }
}
