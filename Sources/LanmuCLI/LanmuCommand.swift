import ArgumentParser
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
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
