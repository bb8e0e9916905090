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

  private func named(_ valueName: String?) -> ArgumentHelp {
    var copy = self
    copy.valueName = valueName
    return copy
  }
}
