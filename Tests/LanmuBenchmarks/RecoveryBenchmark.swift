import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuRecognition
import LanmuTestSupport

/// Prints how much of generated plans is recovered, by dialect and by kind of plan.
enum RecoveryBenchmark {
  static func run(plans: UInt64) throws(LanmuError) {
    print(
      "dialect", "plans", "rows", "all right %", "all told right %", "doubted if wrong %", "row doubted if wrong %",
      "doubted if right %",
      "likeness %", separator: "\t")
    for shape in GeneratedPlan.Shape.allCases {
      for dialect in TextDialect.allCases {
        let score = score(try documents(plans, shape, dialect), dialect, limits: .standard)
        print(
          "\(dialect.rawValue), \(shape.rawValue)", plans, score.rows, share(score.rightRows, of: score.rows),
          share(score.toldRows, of: score.rows), share(score.wrongDoubted, of: score.wrongFields),
          share(score.wrongInDoubtedRows, of: score.wrongFields),
          share(score.rightDoubted, of: score.rightFields), Double(Int(score.similarity * 1000)) / 10, separator: "\t")
      }
    }
  }

  /// Prints each field that is read wrongly from plans in one dialect, under the text of its plan.
  static func runFaults(plans: UInt64, dialect: TextDialect) throws(LanmuError) {
    for shape in GeneratedPlan.Shape.allCases {
      for (seed, sample) in zip(1...plans, try documents(plans, shape, dialect)) {
        let score = score([sample], dialect, limits: .standard)
        guard score.rightRows < score.rows else { continue }
        print("\(shape.rawValue) \(seed): \(score.rightRows) of \(score.rows) rows right")
        print(sample.plan.text(dialect))
        for fault in score.faults {
          print(
            "row \(fault.row + 1)", fault.field, "wanted \(fault.wanted)", "found \(fault.found)",
            fault.isDoubted ? "doubted" : "not doubted", separator: "\t")
        }
      }
    }
  }

  /// Prints, for each dialect that loses merged cells, what doubts are worth by the limits from which on they are raised.
  static func runLimits(plans: UInt64) throws(LanmuError) {
    print(
      "dialect", "path limit", "value limit", "doubted if wrong %", "row doubted if wrong %", "doubted if right %",
      separator: "\t")
    for shape in GeneratedPlan.Shape.allCases {
      for dialect in TextDialect.allCases where dialect.losesCells {
        let documents = try documents(plans, shape, dialect)
        for path in [0.8, 0.88, 0.91, 0.93, 0.95, 0.97] {
          for value in [0.7, 0.8, 0.83, 0.85, 0.88, 0.92] {
            let score = score(documents, dialect, limits: DoubtLimits(path: path, value: value))
            print(
              "\(dialect.rawValue), \(shape.rawValue)", path, value, share(score.wrongDoubted, of: score.wrongFields),
              share(score.wrongInDoubtedRows, of: score.wrongFields), share(score.rightDoubted, of: score.rightFields),
              separator: "\t")
          }
        }
      }
    }
  }

  /// Prints how often readings are right that claim to be so probable, by kind of guess: all guesses, told as doubts or not.
  static func runReliability(plans: UInt64) throws(LanmuError) {
    var all: [String: Reliability] = [:]
    let limits = DoubtLimits(path: .infinity, value: .infinity, merge: .infinity, blank: .infinity)
    for shape in GeneratedPlan.Shape.allCases {
      for dialect in TextDialect.allCases where dialect.hidesBlanks {
        let score = score(try documents(plans, shape, dialect), dialect, limits: limits)
        for (code, reliability) in score.reliability { all[code, default: Reliability()].add(reliability) }
      }
    }
    print("guess", "readings", "claimed right %", "right %", separator: "\t")
    for (code, reliability) in all.sorted(by: { $0.key < $1.key }) {
      for bin in reliability.bins where bin.readings > 0 {
        let claimed = Int((bin.claimed * 1000 / Double(bin.readings)).rounded())
        print(
          code, bin.readings, "\(claimed / 10).\(claimed % 10)", share(bin.right, of: bin.readings), separator: "\t")
      }
    }
  }

  private typealias Sample = (plan: GeneratedPlan, document: TableDocument)

  private static func documents(
    _ plans: UInt64, _ shape: GeneratedPlan.Shape, _ dialect: TextDialect
  ) throws(LanmuError) -> [Sample] {
    var samples: [Sample] = []
    for seed in 1...plans {
      let plan = GeneratedPlan(seed: seed, shape: shape)
      let source = ByteSource.memory(Array(plan.text(dialect).utf8), name: "plan.txt")
      samples.append((plan, try DocumentReader().read(source).value))
    }
    return samples
  }

  private static func score(_ samples: [Sample], _ dialect: TextDialect, limits: DoubtLimits) -> RecoveryScore {
    var score = RecoveryScore()
    let recogniser = PlanRecogniser(limits: limits)
    for sample in samples {
      let table = try? recogniser.recognise(sample.document).value.tables.first
      score.add(table, of: sample.plan, hidesBlanks: dialect.hidesBlanks, losesCells: dialect.losesCells)
    }
    return score
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let thousandths = (part * 1000 + whole / 2) / whole
    return "\(thousandths / 10).\(thousandths % 10)"
  }
}
