/// A placeholder in a template's text.
///
/// | written | means |
/// | --- | --- |
/// | `{单位}` | a value |
/// | `{.栏目}` | a value of the repeating row, over the list that suits the sheet |
/// | `{任务.栏目}` | the same, over a list that is named |
/// | `{.频道\|合并相同}` | equal neighbours below each other are merged |
/// | `{#频道}` … `{/频道}` | the rows from one to the other repeat; they may hold repeating rows of their own |
/// | `{#频道\|分页}` | the same, each on a new page |
/// | `{图表:各频道发布量}` | a chart by its name, over the cells that are merged with this one |
/// | `{?文号}`, `{!文号}` | the row is kept only if the value is there, or is not |
struct Placeholder: Hashable {
  enum Kind: Hashable {
    case value
    /// Over a named list, or the default one if the name is empty.
    case item(list: String)
    case open
    case close
    case ifPresent
    case ifAbsent
    case chart
  }

  var kind: Kind
  var name: String
  var mergesEqual = false
  var startsPages = false
  /// The placeholder as it stands, braces included.
  var source: String

  /// Text and placeholders in turn.
  enum Piece: Hashable {
    case text(String)
    case placeholder(Placeholder)
  }

  /// The pieces of a text; braces around anything that is no placeholder (`{"a":1}`) stay text.
  static func pieces(of text: String) -> [Piece] {
    guard text.utf8.contains(UInt8(ascii: "{")) || text.contains("｛") else { return [.text(text)] }
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "{" || $0 == "｛" }) {
      plain += rest[..<start]
      let inner = rest[rest.index(after: start)...]
      if let end = inner.prefix(80).firstIndex(where: { "}｝{｛".contains($0) }), inner[end] == "}" || inner[end] == "｝",
        let placeholder = Placeholder(inner[..<end], source: String(rest[start...end]))
      {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.placeholder(placeholder))
        rest = inner[inner.index(after: end)...]
      } else {
        plain.append(rest[start])
        rest = inner
      }
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  static func all(in text: String) -> [Placeholder] { all(in: pieces(of: text)) }

  static func all(in pieces: [Piece]) -> [Placeholder] {
    pieces.compactMap { if case .placeholder(let placeholder) = $0 { placeholder } else { nil } }
  }

  /// The beginning of what was meant as a placeholder, in a text that is none: a brace before a name.
  static func attempt(in text: String) -> String? {
    guard let start = text.firstIndex(where: { $0 == "{" || $0 == "｛" }) else { return nil }
    let rest = text[text.index(after: start)...].drop { ".．#＃/／?？!！ ".contains($0) }
    guard let first = rest.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
    let end = text[start...].firstIndex { $0 == "}" || $0 == "｝" }.map { text.index(after: $0) } ?? text.endIndex
    return String(text[start..<end].prefix(40))
  }

  private static let chartMarks = ["图表:", "图表：", "chart:"]

  private init?(_ body: Substring, source: String) {
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }.map(Self.trimmed)
    guard var name = parts.first, !name.isEmpty else { return nil }
    switch name.removeFirst() {
    case "#", "＃": kind = .open
    case "/", "／": kind = .close
    case "?", "？": kind = .ifPresent
    case "!", "！": kind = .ifAbsent
    case ".", "．": kind = .item(list: "")
    default:
      name = parts[0]
      if let mark = Self.chartMarks.first(where: name.hasPrefix) {
        kind = .chart
        name = Self.trimmed(name.dropFirst(mark.count))
      } else if let dot = name.lastIndex(where: { $0 == "." || $0 == "．" }) {
        kind = .item(list: String(name[..<dot]))
        name = String(name[name.index(after: dot)...])
      } else {
        kind = .value
      }
    }
    guard !name.isEmpty,
      name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0) })
    else { return nil }
    self.name = name
    self.source = source
    for modifier in parts.dropFirst() {
      switch modifier {
      case "合并相同", "merge": mergesEqual = true
      case "分页", "page": startsPages = true
      default: return nil
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
