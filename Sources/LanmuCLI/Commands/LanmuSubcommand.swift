import ArgumentParser
import LanmuDiagnostics
import LanmuWorkbook

/// A command of `lanmu`: options, one call into the library, output, exit code.
///
/// A new command conforms to this protocol and is named once in `LanmuCommand`'s lists:
///
///     struct UnitsCommand: LanmuSubcommand {
///       static let configuration = CommandConfiguration(
///         commandName: "units", abstract: helpText(zh: "列出方案中的单位。", en: "Lists the units of a plan."))
///       @OptionGroup var general: GeneralOptions
///       @OptionGroup var input: InputOptions
///       @OptionGroup var output: OutputOptions
///       @Argument(help: .text(zh: "方案文件，- 为标准输入", en: "The plan; - for standard input.")) var plan: String
///
///       func run(_ console: Console) throws(LanmuError) -> ExitCode {
///         let reading = try input.plan(plan)
///         console.report(reading.diagnostics, of: plan)
///         try output.sink.write(UnitsReport(reading.value).text)
///         return .success
///       }
///     }
///
/// Errors are thrown and printed once, with the exit code of their category; results go through `output.sink`; everything
/// else that people should know goes through the console. Nothing is printed in any other way.
protocol LanmuSubcommand: ParsableCommand {
  var general: GeneralOptions { get }

  /// Does the work; the exit code is `.success` unless the contract names another for what was found.
  func run(_ console: Console) throws(LanmuError) -> ExitCode
}

extension LanmuSubcommand {
  func run() throws {
    LibraryMessages.silence()
    let console = Console(general)
    let code: ExitCode
    do throws(LanmuError) {
      code = try run(console)
    } catch {
      console.report(error)
      throw ExitCode(error.category.rawValue)
    }
    if code != .success { throw code }
  }
}
