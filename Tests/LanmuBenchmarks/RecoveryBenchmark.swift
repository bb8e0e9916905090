import Lanmu
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuRecognition
import LanmuTestSupport

/// Prints how much of generated plans is recovered, by format and by shape of plan.
enum RecoveryBenchmark {
  /// - Parameter severity: how much the plans lose on their way into a text that loses anything.
  static func run(plans: UInt64, shapes: [GeneratedPlan.Shape], severity: Severity) throws(LanmuError) {
    print(
      "format", "shape", "rows", "rows right %", "told rows right %", "fields right %", "open fields %",
      "wrong fields doubted %", "wrong fields in doubted rows %", "right fields doubted %",
      "needlessly doubted %", "likeness %",
      separator: "\t")
    for shape in shapes {
      for format in PlanFormat.allCases {
        let score = score(try documents(plans, shape, format, severity), format, severity, limits: .standard)
        let fields = score.rightFields + score.wrongFields + score.missedFields
        print(
          format.name, shape.rawValue, score.rows, share(score.rightRows, of: score.rows),
          share(score.toldRows, of: score.rows), share(score.rightFields, of: fields),
          share(score.openFields, of: fields + score.openFields), share(score.wrongDoubted, of: score.wrongFields),
          share(score.wrongInDoubtedRows, of: score.wrongFields), share(score.rightDoubted, of: score.rightFields),
          share(score.needlesslyDoubted, of: score.rightTold),
          Double(Int(score.similarity * 1000)) / 10, separator: "\t")
      }
    }
  }

  /// Prints each field that is read wrongly from plans in one format, under the text of its plan.
  static func runFaults(
    plans: UInt64, format: PlanFormat, shapes: [GeneratedPlan.Shape], severity: Severity
  ) throws(LanmuError) {
    for shape in shapes {
      for (seed, sample) in zip(1...plans, try documents(plans, shape, format, severity)) {
        let score = score([sample], format, severity, limits: .standard)
        let isSure = score.rightDoubted == 0 || format.dialect != nil || sample.plan.isHandMade
        guard score.rightRows < score.rows || !isSure else { continue }
        print("\(shape.rawValue) \(seed): \(score.rightRows) of \(score.rows) rows right")
        if let dialect = format.dialect {
          print(sample.plan.text(dialect, severity: severity))
        } else {
          for grid in sample.document.tables { print(grid.sketch) }
        }
        if !isSure { print("\(score.rightDoubted) right fields doubted") }
        for fault in score.faults {
          print(
            "row \(fault.row + 1)", fault.field, "wanted \(fault.wanted)", "found \(fault.found)",
            fault.isDoubted ? "doubted" : "not doubted", fault.isUntold ? "untold" : "told", separator: "\t")
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
        let format = PlanFormat.text(dialect)
        let documents = try documents(plans, shape, format, .usual)
        for path in [0.8, 0.88, 0.91, 0.93, 0.95, 0.97] {
          for value in [0.7, 0.8, 0.83, 0.85, 0.88, 0.92] {
            let score = score(documents, format, .usual, limits: DoubtLimits(path: path, value: value))
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
        let format = PlanFormat.text(dialect)
        let score = score(try documents(plans, shape, format, .usual), format, .usual, limits: limits)
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
    _ plans: UInt64, _ shape: GeneratedPlan.Shape, _ format: PlanFormat, _ severity: Severity
  ) throws(LanmuError) -> [Sample] {
    var samples: [Sample] = []
    // What labels are known tells texts' rows apart, as it does where the whole process reads a plan.
    let reader = DocumentReader(labels: .ofPlans())
    for seed in 1...plans {
      let plan = GeneratedPlan(seed: seed, shape: shape)
      samples.append((plan, try reader.read(format.source(of: plan, severity: severity)).value))
    }
    return samples
  }

  private static func score(
    _ samples: [Sample], _ format: PlanFormat, _ severity: Severity, limits: DoubtLimits
  ) -> RecoveryScore {
    var score = RecoveryScore()
    let recogniser = PlanRecogniser(limits: limits)
    for sample in samples {
      let document = try? recogniser.recognise(sample.document).value
      score.add(document, of: sample.plan, in: format, severity: severity)
    }
    return score
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let thousandths = (part * 1000 + whole / 2) / whole
    return "\(thousandths / 10).\(thousandths % 10)"
  }
}
