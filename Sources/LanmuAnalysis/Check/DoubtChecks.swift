import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition

/// What the reading of a plan is unsure of: each guess, told once for the entries in a row that share it.
struct DoubtChecks {
  /// The findings, by the places of the entries at which they are told.
  private let findings: [Int: [CheckFinding]]

  init(plan: Plan) {
    var told: [(entry: Int, run: Run)] = []
    var open: [Run] = []
    for (place, entry) in plan.entries.enumerated() {
      var next: [Run] = []
      for doubt in entry.doubts {
        let run = open.firstIndex { $0.goesOn(with: doubt, of: entry) }.map { open.remove(at: $0) }
        if var run {
          run.add(entry, doubt)
          next.append(run)
        } else {
          next.append(Run(entry, doubt, at: place))
        }
      }
      told += open.map { ($0.place, $0) }
      open = next
    }
    told += open.map { ($0.place, $0) }
    findings = Dictionary(grouping: told, by: \.entry).mapValues { $0.map(\.run.finding) }
  }

  /// The findings told at the entry of that place.
  func findings(at place: Int) -> [CheckFinding] { findings[place] ?? [] }

  /// Entries one after another of which the same is unsure.
  private struct Run {
    let place: Int
    private let first: PlanEntry
    private let doubt: Doubt
    private var last: (path: [String], rival: [String])
    private var probability: Double
    private var others: [String] = []

    init(_ entry: PlanEntry, _ doubt: Doubt, at place: Int) {
      self.place = place
      first = entry
      self.doubt = doubt
      last = (entry.path, doubt.rival)
      probability = doubt.probability
    }

    /// Whether a doubt says the same again: the same sentence, or, of a place, the same branch against the same rival.
    func goesOn(with other: Doubt, of entry: PlanEntry) -> Bool {
      guard other.code == doubt.code, other.field == doubt.field, entry.table == first.table else { return false }
      if other.message == doubt.message { return true }
      guard !other.rival.isEmpty, !last.rival.isEmpty else { return false }
      return entry.path.dropLast() == last.path.dropLast() && other.rival.dropLast() == last.rival.dropLast()
    }

    mutating func add(_ entry: PlanEntry, _ doubt: Doubt) {
      last = (entry.path, doubt.rival)
      probability = min(probability, doubt.probability)
      others.append(entry.id)
    }

    var finding: CheckFinding {
      let count = others.count + 1
      let percent = Int((probability * 100).rounded())
      let also = count > 1 ? "起连续 \(count) 个栏目" : ""
      let alsoInEnglish = count > 1 ? " and the \(count - 1) below it" : ""
      return CheckFinding(
        .warning, code: "check.doubt." + doubt.code,
        message: Message(
          zh: "“\(first.label)”\(also)存疑：\(doubt.message.chinese)（把握 \(percent)%）",
          en: "“\(first.label)”\(alsoInEnglish): \(doubt.message.english) (\(percent)% sure)"),
        remedy: Message(zh: "请对照原件核对", en: "compare the original"), position: first.position, entry: first.id,
        others: others, path: first.path, probability: probability)
    }
  }
}
