import ArgumentParser

/// `lanmu`: reads plans, compares them, and writes their workbooks.
@main
struct LanmuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lanmu",
    abstract: "Reads content-responsibility plans of government websites, compares them, and writes their workbooks.",
    version: "0.1.0")
}
