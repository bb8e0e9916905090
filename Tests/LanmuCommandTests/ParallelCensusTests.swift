import Foundation
import Testing

/// The driver that spreads the censuses of many sites over workers, on 200 simulated sites.
@Suite struct ParallelCensusTests {
  private static let python = "/usr/bin/python3"
  private static let hasDask =
    (try? CommandRun.withFolder { folder in
      try CommandRun(["-c", "import dask.distributed"], of: python, in: folder).exitCode == 0
    }) ?? false

  @Test(.enabled(if: hasDask)) func aTreeOfMergesGivesWhatOneProcessGives() throws {
    try CommandRun.withFolder { folder in
      let tests = CommandRun.repository.appending(path: "Tests/Simulation").path
      let sites = try CommandRun([tests + "/make_sites.py", "sites", "200", "3"], of: Self.python, in: folder)
      #expect(sites.exitCode == 0, "\(sites.errorText)")
      let driver = try CommandRun(
        [
          "%SAMPLES%/census-dask.py", "sites", "--month", "2026-11", "--lanmu", CommandRun.executable.path, "--workers",
          "2", "-o", "tree.json",
        ], of: Self.python, in: folder)
      #expect(driver.exitCode == 0, "\(driver.errorText)")

      // The same in one process after the other: a site's census, and one merge of all.
      let since = ["--records-since", "2024-01-01"]
      for number in ["00000", "00137"] {
        let site = "sites/site-" + number
        let words = ["census", site + "/plan.csv", "--month", "2026-11", "--records", site + "/records.csv"]
        let own = try CommandRun(
          words + since + ["--site", "site-" + number, "--to", "json", "--quiet"], in: folder)
        let census = try Data(contentsOf: folder.appending(path: "tree.sites/site-\(number).census"))
        #expect(own.output.count > 1000)
        #expect(Self.withoutFolders(own.output) == Self.withoutFolders(census))
      }
      let results = (0..<200).map { "tree.sites/site-" + String("0000\($0)".suffix(5)) + ".census" }
      let flat = try CommandRun(["census", "--merge", "--to", "json"] + results.reversed(), in: folder)
      #expect(flat.exitCode == 0, "\(flat.errorText)")
      let tree = try Data(contentsOf: folder.appending(path: "tree.json"))
      #expect(flat.output == tree)
      #expect(flat.outputText.contains(#""totals":{"sites":200,"#))
    }
  }

  /// The driver names files by their whole paths.
  private static func withoutFolders(_ json: Data) -> String {
    String(decoding: json, as: UTF8.self).replacing(#/"[^"]*/(plan|records)\.csv"/#) { "\"" + $0.output.1 + ".csv\"" }
  }
}
