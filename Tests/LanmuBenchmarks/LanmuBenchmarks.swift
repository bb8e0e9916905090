import Foundation
import Glibc
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport

/// Times the readers on files from outside: `LanmuBenchmarks rows|tables [--libxml2] FILE…`.
///
/// It prints one line for each file: the seconds, the rows or cells, and the bytes of their text. `LanmuBenchmarks write ROWS
/// FILE` writes a ledger of so many rows in constant memory.
///
/// `LanmuBenchmarks recovery PLANS [SHAPE…] [SEVERITY]` prints how much of so many generated plans of each shape is recovered
/// from each format, with `mild`, `usual` or `severe` losses; `LanmuBenchmarks faults PLANS FORMAT [SHAPE…] [SEVERITY]` prints
/// each field read wrongly from a format, below the text of its plan. `LanmuBenchmarks limits PLANS` prints what doubts are
/// worth at which limits, `LanmuBenchmarks reliability PLANS` how often guesses are right that claim so much. A word that is
/// none of the choices is refused.
@main
struct LanmuBenchmarks {
  static func main() {
    do throws(LanmuError) {
      try run()
    } catch {
      FileHandle.standardError.write(Data((error.text(in: .english) + "\n").utf8))
      exit(error.category.rawValue)
    }
  }

  private static let usage =
    "LanmuBenchmarks rows|tables [--libxml2] FILE… | write ROWS FILE | recovery PLANS [SHAPE…] [SEVERITY]"
    + " | faults PLANS FORMAT [SHAPE…] [SEVERITY] | limits PLANS | reliability PLANS"

  private static func run() throws(LanmuError) {
    var words = Array(CommandLine.arguments.dropFirst())
    let usesScanner = !words.contains("--libxml2")
    words.removeAll { $0.hasPrefix("--") }
    guard let task = words.first, words.count > 1 else {
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(LanmuError.Category.usage.rawValue)
    }
    let rest = Array(words.dropFirst())
    switch task {
    case "recovery":
      let request = try RecoveryRequest(rest)
      return try RecoveryBenchmark.run(
        plans: request.plans, shapes: request.shapes, severity: request.severity)
    case "faults":
      let request = try RecoveryRequest(rest, takesFormat: true)
      guard let format = request.format else { return }
      return try RecoveryBenchmark.runFaults(
        plans: request.plans, format: format, shapes: request.shapes, severity: request.severity)
    case "limits": return try RecoveryBenchmark.runLimits(plans: RecoveryRequest(rest, takesChoices: false).plans)
    case "reliability":
      return try RecoveryBenchmark.runReliability(plans: RecoveryRequest(rest, takesChoices: false).plans)
    default: break
    }
    if task == "write", words.count == 3, let rows = Int(words[1]) {
      return try LedgerBenchmark.write(rows: rows, to: words[2])
    }
    for path in words.dropFirst() {
      let clock = ContinuousClock()
      let start = clock.now
      var items = 0
      var bytes = 0
      if task == "rows" {
        _ = try WorksheetRows(usesScanner: usesScanner).forEachRow(in: .file(path: path)) { row in
          items += 1
          for field in row.fields { bytes += field.utf8.count }
          return .proceed
        }
      } else {
        let reading = try XLSXReader(usesScanner: usesScanner).read(.file(path: path))
        for grid in reading.value.tables {
          items += grid.cells.count
          for cell in grid.cells { bytes += cell.text.utf8.count }
        }
      }
      print(path, start.duration(to: clock.now), items, bytes, separator: "\t")
    }
  }
}
