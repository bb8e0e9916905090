import ArgumentParser
import Lanmu
import LanmuContainer
import LanmuDiagnostics

/// `lanmu`: reads plans, compares them, and writes their workbooks.
@main
struct LanmuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lanmu",
    abstract: helpText(
      zh: "读取政府网站栏目内容保障方案，比对版本，生成任务清单和普查工作簿。",
      en: "Reads content-responsibility plans of government websites, compares them, and writes their workbooks."),
    version: "0.1.0",
    subcommands: readingCommands + comparingCommands + taskCommands + censusCommands + demoCommands)

  /// Reading documents and plans.
  private static let readingCommands: [any ParsableCommand.Type] = [
    TablesCommand.self,
    ConvertCommand.self,
    CheckCommand.self,
    UnitsCommand.self,
  ]

  /// Comparing versions.
  private static let comparingCommands: [any ParsableCommand.Type] = [
    DiffCommand.self
  ]

  /// Task sheets, the way back, and templates.
  private static let taskCommands: [any ParsableCommand.Type] = [
    TasksCommand.self,
    CollectCommand.self,
    TemplateCommand.self,
  ]

  /// The monthly census.
  private static let censusCommands: [any ParsableCommand.Type] = [CensusCommand.self]

  /// Everything at once.
  private static let demoCommands: [any ParsableCommand.Type] = [DemoCommand.self]

  static func main() {
    StandardStreams.prepare()
    UnfinishedFiles.removeOnSignals()
    do {
      try refuseFilesLikeOptions()
      try refuseUnknownTopic()
      var command = try parsed()
      try command.run()
    } catch {
      finish(with: error)
    }
  }

  /// The command that the arguments ask for.
  ///
  /// The root's parser asks first whether a completion script is wanted and lays out all commands, which takes longer than
  /// reading a plan of a hundred rows. A subcommand that takes its arguments as they are needs none of that; for help,
  /// completion and whatever is off the root is asked after all.
  private static func parsed() throws -> any ParsableCommand {
    let words = CommandLine.arguments.dropFirst()
    let named = configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let named, let command = try? named.parseAsRoot(Array(words.dropFirst())), type(of: command) == named {
      return command
    }
    return try parseAsRoot()
  }

  /// Ends the process as the argument parser would, in the user's language.
  private static func finish(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let english = fullMessage(for: error)
    let text = Language.ofProcess == .chinese ? UsageText.chinese(english) : english
    if !text.isEmpty {
      do throws(LanmuError) {
        if code.isSuccess { try StandardStreams.write(Array((text + "\n").utf8)) } else { StandardStreams.say(text) }
      } catch {
        exit(withError: ExitCode(error.category.rawValue))
      }
    }
    exit(withError: code)
  }

  /// The argument parser answers `help` on what is no command with the help of them all, as if nothing were wrong.
  private static func refuseUnknownTopic() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == "help", let topic = words.dropFirst().first, !topic.hasPrefix("-") else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard topic != "help", !names.contains(topic) else { return }
    throw ValidationError(
      helpText(
        zh: "没有“\(topic)”这个命令；可用：\(names.joined(separator: "、"))",
        en: "'\(topic)' is no command; there are \(names.joined(separator: ", "))."))
  }

  /// A file whose name begins with a hyphen would be read as options, `-h` among them.
  private static func refuseFilesLikeOptions() throws {
    for argument in CommandLine.arguments.dropFirst().prefix(while: { $0 != "--" }) {
      guard argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.utf8.count > 2,
        FilePlace(at: argument) == .file
      else { continue }
      throw ValidationError(
        helpText(
          zh: "“\(argument)”会被当作选项；要指这个文件，请写 ./\(argument)",
          en: "'\(argument)' would be read as options; for the file of that name write ./\(argument)"))
    }
  }
}
