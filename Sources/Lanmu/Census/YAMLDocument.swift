internal import LanmuDiagnostics
internal import Yams

/// A YAML file as a tree that knows where each of its values stands, for messages with line and column.
struct YAMLDocument {
  let root: Node
  let file: String

  init(_ text: String, file: String) throws(LanmuError) {
    self.file = file
    let found: Node?
    do {
      found = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Self.syntax(error, file: file)
    } catch {
      throw Self.fault("\(error)", "\(error)", mark: nil, file: file)
    }
    guard let found else {
      throw Self.fault("文件是空的", "the file is empty", mark: nil, file: file)
    }
    root = found
  }

  func fault(_ chinese: String, _ english: String, at node: Node?) -> LanmuError {
    Self.fault(chinese, english, mark: node?.mark, file: file)
  }

  /// The values of a mapping by key; an error for anything but a mapping with text keys and for keys that nobody knows.
  func mapping(_ node: Node, known: Set<String>? = nil) throws(LanmuError) -> [(key: String, node: Node)] {
    guard let mapping = node.mapping else {
      throw fault("此处应为“键: 值”", "keys with values are expected here", at: node)
    }
    var result: [(String, Node)] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw fault("键应为文字", "a key must be text", at: key) }
      if let known, !known.contains(name) {
        throw fault(
          "不认识的键“\(name)”，可用：\(known.sorted().joined(separator: "、"))",
          "unknown key “\(name)”; known are \(known.sorted().joined(separator: ", "))", at: key)
      }
      result.append((name, value))
    }
    return result
  }

  func list(_ node: Node) throws(LanmuError) -> [Node] {
    guard let sequence = node.sequence else { throw fault("此处应为列表", "a list is expected here", at: node) }
    return Array(sequence)
  }

  func text(_ node: Node) throws(LanmuError) -> String {
    guard let text = node.scalar?.string else { throw fault("此处应为文字", "a text is expected here", at: node) }
    return text
  }

  func texts(_ node: Node) throws(LanmuError) -> [String] {
    if node.scalar != nil { return [try text(node)] }
    var result: [String] = []
    for item in try list(node) { result.append(try text(item)) }
    return result
  }

  func number(_ node: Node) throws(LanmuError) -> Double {
    guard let text = node.scalar?.string, let value = Double(text), value.isFinite, abs(value) < 1e9 else {
      throw fault("此处应为数", "a number is expected here", at: node)
    }
    return value
  }

  func whole(_ node: Node) throws(LanmuError) -> Int {
    let value = try number(node)
    guard let whole = Int(exactly: value) else { throw fault("此处应为整数", "a whole number is expected here", at: node) }
    return whole
  }

  func flag(_ node: Node) throws(LanmuError) -> Bool {
    switch try text(node) {
    case "true", "yes", "是": return true
    case "false", "no", "否": return false
    default: throw fault("此处应为 true 或 false", "true or false is expected here", at: node)
    }
  }

  private static func fault(_ chinese: String, _ english: String, mark: Mark?, file: String) -> LanmuError {
    let place = mark.map { "（第\($0.line)行第\($0.column)列）" } ?? ""
    let englishPlace = mark.map { " (line \($0.line), column \($0.column))" } ?? ""
    return LanmuError(
      .init("yaml.content"), .data, message: Message(zh: chinese + place, en: english + englishPlace),
      remedy: Message(zh: "请改正该处后重试", en: "correct that place and try again"),
      position: SourcePosition(file: file, line: mark?.line))
  }

  private static func syntax(_ error: YamlError, file: String) -> LanmuError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return fault("YAML写法有误：\(problem)", "the YAML is off: \(problem)", mark: mark, file: file)
    default: return fault("YAML无法读取：\(error)", "the YAML cannot be read: \(error)", mark: nil, file: file)
    }
  }
}
