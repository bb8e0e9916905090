import ArgumentParser
import LanmuDiagnostics

/// A help text in the language of the process: help is printed before any command has been parsed.
func helpText(zh: String, en: String) -> String {
  switch Language.ofProcess {
  case .chinese: zh
  case .english: en
  }
}

extension ArgumentHelp {
  static func text(zh: String, en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: helpText(zh: zh, en: en)).named(valueName)
  }

  /// The help of `--to`, for a command that writes `name` where neither it nor the output's name says otherwise.
  static func format(otherwise name: String) -> ArgumentHelp {
    text(
      zh: "输出格式（默认按 -o 的扩展名，否则 \(name)）", en: "The output's format (default: by the extension of -o, else \(name)).")
  }

  private func named(_ valueName: String?) -> ArgumentHelp {
    var copy = self
    copy.valueName = valueName
    return copy
  }
}
