import LanmuContainer
import LanmuDiagnostics
import LanmuReaders
import LanmuRecognition
import LanmuTestSupport

/// Prints how much of generated plans is recovered, by dialect and by kind of plan.
enum RecoveryBenchmark {
  static func run(plans: UInt64) throws(LanmuError) {
    print(
      "dialect", "plans", "rows", "all right %", "doubted if wrong %", "doubted if right %", "likeness %",
      separator: "\t")
    for shape in GeneratedPlan.Shape.allCases {
      for dialect in TextDialect.allCases {
        var score = RecoveryScore()
        for seed in 1...plans {
          let plan = GeneratedPlan(seed: seed, shape: shape)
          let source = ByteSource.memory(Array(plan.text(dialect).utf8), name: "plan.txt")
          let document = try DocumentReader().read(source).value
          let table = try? PlanRecogniser().recognise(document).value.tables.first
          score.add(table, of: plan, hidesBlanks: dialect.hidesBlanks)
        }
        print(
          "\(dialect.rawValue), \(shape.rawValue)", plans, score.rows, share(score.rightRows, of: score.rows),
          share(score.wrongDoubted, of: score.wrongFields), share(score.rightDoubted, of: score.rightFields),
          Double(Int(score.similarity * 1000)) / 10, separator: "\t")
      }
    }
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let thousandths = (part * 1000 + whole / 2) / whole
    return "\(thousandths / 10).\(thousandths % 10)"
  }
}
