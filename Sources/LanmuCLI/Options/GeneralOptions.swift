public import ArgumentParser
public import LanmuDiagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The options of every command.
struct GeneralOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: .text(
      zh: "提示信息的语言（默认按 LC_ALL、LC_MESSAGES、LANG）",
      en: "The language of messages (default: by LC_ALL, LC_MESSAGES, LANG).", valueName: "zh|en"))
  var language: Language = .ofProcess

  @Flag(name: .shortAndLong, help: .text(zh: "列出全部提示", en: "List every diagnostic."))
  var verbose = false

  @Flag(name: .shortAndLong, help: .text(zh: "只列出错误", en: "List errors only."))
  var quiet = false

  func validate() throws {
    if verbose && quiet {
      throw ValidationError(helpText(zh: "--verbose 与 --quiet 不能同用", en: "--verbose and --quiet exclude each other."))
    }
  }
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language of the process: `--lang` among its arguments, else the locale, else English.
  static let ofProcess: Language = ofArguments(CommandLine.arguments) ?? ofLocale { environmentValue($0) }

  static func ofArguments(_ arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst("--lang=".count))) }
    }
    return nil
  }

  /// POSIX order: the first of the variables that is set and not empty decides.
  static func ofLocale(_ value: (String) -> String?) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = value(name), !locale.isEmpty else { continue }
      return locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }
}

/// The value of an environment variable; `nil` if it is not set.
func environmentValue(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
