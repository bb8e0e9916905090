import Foundation
import Testing

/// Two months of a simulated site through the command, every figure against a reckoning of its own in Python.
///
/// The whole simulation is `Tests/Simulation/simulate.py LANMU`: 500 columns, 60 units, 200,000 articles, 24 months.
@Suite struct SimulationTests {
  @Test func everyFigureAgreesWithTheSlowReckoning() throws {
    try CommandRun.withFolder { folder in
      let script = CommandRun.repository.appending(path: "Tests/Simulation/simulate.py").path
      let run = try CommandRun(
        [
          script, CommandRun.executable.path, "--columns", "60", "--units", "8", "--articles", "600", "--months", "14",
          "--first", "7", "--every", "6",
        ], of: "/usr/bin/python3", in: folder, environment: ["TMPDIR": folder.path])
      #expect(run.exitCode == 0, "\(run.outputText)\(run.errorText)")
    }
  }
}
