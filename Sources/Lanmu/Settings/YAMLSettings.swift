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
      throw Self.syntax(error, in: text, file: file)
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

  private static func syntax(_ error: YamlError, in text: String, file: String) -> LanmuError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(
        Message(zh: "YAML语法有误：" + chinese(problem), en: "the YAML is not well formed (\(problem))"), line: mark.line,
        column: mark.column, file: file, code: "settings.syntax")
    case .duplicatedKeysInMapping(let duplicates, let context):
      fault(
        Message(
          zh: "“\(duplicates.sorted().joined(separator: "”、“"))”写了两次",
          en: "“\(duplicates.sorted().joined(separator: "”, “"))” is said twice"),
        line: repetition(of: duplicates.sorted().first ?? "", after: context.mark, in: text) ?? context.mark.line,
        column: context.mark.column, file: file, code: "settings.content")
    default:
      fault(
        Message(zh: "不是有效的YAML", en: "it is not valid YAML"), line: nil, column: nil, file: file,
        code: "settings.syntax")
    }
  }

  /// The line on which a key is said again: it starts where the key stood first, at the same indentation.
  private static func repetition(of key: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.indices.dropFirst(mark.line).first { index in
      let line = lines[index]
      guard line.prefix(while: { $0 == " " || $0 == "-" }).count == mark.column - 1 else { return false }
      let content = line.dropFirst(mark.column - 1)
      return [key, "\"\(key)\"", "'\(key)'"].contains { word in
        content.hasPrefix(word) && content.dropFirst(word.count).first { $0 != " " } == ":"
      }
    }.map { $0 + 1 }
  }

  /// What the parser found, as a clerk may set it right.
  private static func chinese(_ problem: String) -> String {
    for (part, meaning) in problems where problem.contains(part) { return meaning }
    return "此处写法不合规则，请检查缩进、冒号、引号和括号"
  }

  /// Parts of the parser's sentences (libyaml, scanner.c and parser.c).
  private static let problems = [
    ("expected ':'", "缺少冒号（半角“:”，后面空一格）"), ("mapping values are not allowed", "冒号的位置不对，请检查上一行和缩进"),
    ("cannot start any token", "有不能用在开头的字符（如制表符、@、`），请改用空格或加引号"), ("expected key", "缩进不一致，或缺少“键: 值”"),
    ("expected ',' or ']'", "方括号[]没有闭合，或各项之间缺少逗号"), ("expected ',' or '}'", "花括号{}没有闭合，或各项之间缺少逗号"),
    ("unexpected end of stream", "引号没有闭合"), ("node content", "缺少内容，或括号没有闭合"),
    ("block sequence entries", "“-”的位置不对，请检查缩进"), ("'-' indicator", "“-”没有对齐"), ("escape character", "双引号里的“\\”写法不对"),
    ("undefined alias", "“*”开头的文字要加引号"), ("tab character", "缩进要用空格，不能用制表符"), ("control characters", "有控制字符，请删去"),
  ]

  private static func fault(_ message: Message, line: Int?, column: Int?, file: String, code: String) -> LanmuError {
    LanmuError(
      .init(code), .data,
      message: Message(
        zh: (column.map { "第\($0)个字符：" } ?? "") + message.chinese,
        en: (column.map { "character \($0): " } ?? "") + message.english),
      remedy: Message(zh: "请修改该处后重试", en: "Correct it and try again"), position: SourcePosition(file: file, line: line))
  }
}
