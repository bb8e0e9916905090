import Foundation
import Testing

/// A simulated site through the command, every figure against a reckoning of its own in Python.
///
/// The whole simulation is `Tests/Simulation/simulate.py LANMU`: 500 columns, 60 units, 200,000 articles, 24 months; with
/// `--each-day` every column on each of the 731 days. Here are samples of both.
@Suite struct SimulationTests {
  @Test func monthsAgreeWithTheSlowReckoning() throws {
    try simulate(["--articles", "600", "--first", "7", "--every", "6"])
  }

  /// All days come from one export, so that each census has to leave out what was published later.
  @Test func singleDaysAgreeWithTheSlowReckoning() throws {
    try simulate(["--articles", "1500", "--seed", "7", "--each-day", "--every", "53"])
  }

  private func simulate(_ options: [String]) throws {
    try CommandRun.withFolder { folder in
      let script = CommandRun.repository.appending(path: "Tests/Simulation/simulate.py").path
      let run = try CommandRun(
        [script, CommandRun.executable.path, "--columns", "64", "--units", "8", "--months", "14"] + options,
        of: "/usr/bin/python3", in: folder, environment: ["TMPDIR": folder.path])
      #expect(run.exitCode == 0, "\(run.outputText)\(run.errorText)")
    }
  }
}
