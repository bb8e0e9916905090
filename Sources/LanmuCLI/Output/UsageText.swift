/// What the argument parser says, in Chinese: it speaks English only.
///
/// Lines that no pattern knows stay as they are; nothing is lost.
enum UsageText {
  static func chinese(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if let rest = line.removing(prefix: "Error: ") { return "错误：" + (translated(rest, by: errors) ?? rest) }
    if let rest = line.removing(prefix: "Help:  ") { return "说明：" + rest }
    if let rest = line.removing(prefix: "Usage: ") { return "用法：" + rest }
    return translated(line, by: headings) ?? withoutEnglishRemarks(line)
  }

  /// Patterns are tried in order; `*` stands for any text.
  private static let errors = [
    ("Missing expected argument '*'", "缺少参数“*”"),
    ("Missing value for '*'", "“*”后面缺少值"),
    ("Unknown option '*'. Did you mean '*'?", "没有选项“*”，是否想用“*”？"),
    ("Unknown option '*'", "没有选项“*”"),
    ("Unexpected argument '*'", "多余的参数“*”"),
    ("* unexpected arguments: *", "有*个多余的参数：*"),
    ("The value '*' is invalid for '*': *", "“*”不能用于“*”：*"),
    ("The value '*' is invalid for '*'. Please provide one of the following:", "“*”不能用于“*”，可取的值有："),
    ("The value '*' is invalid for '*'. Please provide one of *, * or *.", "“*”不能用于“*”，可取*、*或*"),
    ("The value '*' is invalid for '*'. Please provide * or *.", "“*”不能用于“*”，可取*或*"),
    ("The value '*' is invalid for '*'", "“*”不能用于“*”"),
    ("The option '*' does not take any value, but '*' was specified.", "选项“*”不带值，却给了“*”"),
  ]

  private static let headings = [
    ("OVERVIEW: *", "概述：*"), ("USAGE: *", "用法：*"), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ("  See '*' for more information.", "  详见 *"), ("  See '*' for detailed help.", "  详见 *"),
    ("*Show the version.", "*显示版本。"), ("*Show help information.", "*显示帮助。"),
    ("*Show subcommand help information.", "*显示子命令的帮助。"),
  ]

  private static func withoutEnglishRemarks(_ line: String) -> String {
    line.replacing("(values: ", with: "(可取：").replacing("; default: ", with: "；默认：")
      .replacing("(default: ", with: "(默认：")
  }

  private static func translated(_ text: String, by patterns: [(english: String, chinese: String)]) -> String? {
    for pattern in patterns {
      guard let found = parts(of: text, matching: pattern.english) else { continue }
      var words = found[...]
      return pattern.chinese.split(separator: "*", omittingEmptySubsequences: false).reduce(nil) { text, piece in
        text.map { $0 + (words.popFirst() ?? "") + piece } ?? String(piece)
      }
    }
    return nil
  }

  /// What stands in the place of each `*`; `nil` if the text has another form.
  private static func parts(of text: String, matching pattern: String) -> [String]? {
    let fixed = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard let first = fixed.first, var rest = text.removing(prefix: first) else { return nil }
    var parts: [String] = []
    for (place, piece) in fixed.enumerated().dropFirst() {
      let isLast = place == fixed.count - 1
      if isLast, piece.isEmpty {
        parts.append(rest)
        return parts
      }
      guard let range = isLast ? rest.suffixRange(piece) : rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<range.lowerBound]))
      rest = String(rest[range.upperBound...])
    }
    return rest.isEmpty ? parts : nil
  }
}

extension String {
  fileprivate func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  fileprivate func suffixRange(_ suffix: String) -> Range<Index>? {
    hasSuffix(suffix) ? index(endIndex, offsetBy: -suffix.count)..<endIndex : nil
  }
}
