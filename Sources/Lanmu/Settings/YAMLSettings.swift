import LanmuContainer
import LanmuDiagnostics
import Yams

/// A small YAML file that an office edits, read with the place of whatever is wrong in it.
struct YAMLSettings {
  /// Files that people write by hand are far smaller.
  static let greatestByteCount = 4 << 20

  let file: String
  let root: Node

  /// - Throws: `settings.syntax` with line and column, beside the errors of reading.
  init(_ source: ByteSource) throws(LanmuError) {
    file = source.displayName
    let bytes = try source.bytes(limit: Self.greatestByteCount)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.fault(
        Message(zh: "不是UTF-8编码", en: "it is not UTF-8"), line: nil, column: nil, file: file, code: "settings.encoding")
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Self.fault(
          Message(zh: "文件是空的", en: "it is empty"), line: nil, column: nil, file: file, code: "settings.empty")
      }
      root = node
    } catch let error as LanmuError {
      throw error
    } catch let error as YamlError {
      throw Self.syntax(error, file: file)
    } catch {
      throw Self.fault(
        Message(zh: "不是有效的YAML", en: "it is not valid YAML"), line: nil, column: nil, file: file,
        code: "settings.syntax")
    }
  }

  /// The members of a mapping.
  func mapping(_ node: Node) throws(LanmuError) -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else {
      throw fault(Message(zh: "此处应为“键: 值”的列表", en: "“key: value” lines are expected here"), at: node)
    }
    return mapping.map { ($0.key, $0.value) }
  }

  /// The elements of a list; a single value stands for a list of itself.
  func list(_ node: Node) -> [Node] { node.sequence.map(Array.init) ?? [node] }

  func text(_ node: Node) throws(LanmuError) -> String {
    guard let scalar = node.scalar else { throw fault(Message(zh: "此处应为文字", en: "a text is expected here"), at: node) }
    return scalar.string
  }

  /// The line and character of a node, from 1.
  func place(of node: Node) -> (line: Int, character: Int)? { node.mark.map { ($0.line, $0.column) } }

  /// A fault at a place of the file.
  func fault(_ message: Message, at node: Node) -> LanmuError {
    Self.fault(message, line: node.mark?.line, column: node.mark?.column, file: file, code: "settings.content")
  }

  private static func syntax(_ error: YamlError, file: String) -> LanmuError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(
        Message(zh: "YAML语法有误（\(problem)）", en: "the YAML is not well formed (\(problem))"), line: mark.line,
        column: mark.column, file: file, code: "settings.syntax")
    case .duplicatedKeysInMapping(let duplicates, let context):
      fault(
        Message(
          zh: "“\(duplicates.sorted().joined(separator: "”、“"))”写了两次",
          en: "“\(duplicates.sorted().joined(separator: "”, “"))” is said twice"), line: context.mark.line,
        column: context.mark.column, file: file, code: "settings.content")
    default:
      fault(
        Message(zh: "不是有效的YAML", en: "it is not valid YAML"), line: nil, column: nil, file: file,
        code: "settings.syntax")
    }
  }

  private static func fault(_ message: Message, line: Int?, column: Int?, file: String, code: String) -> LanmuError {
    LanmuError(
      .init(code), .data,
      message: Message(
        zh: (column.map { "第\($0)个字符：" } ?? "") + message.chinese,
        en: (column.map { "character \($0): " } ?? "") + message.english),
      remedy: Message(zh: "请修改该处后重试", en: "Correct it and try again"), position: SourcePosition(file: file, line: line))
  }
}
