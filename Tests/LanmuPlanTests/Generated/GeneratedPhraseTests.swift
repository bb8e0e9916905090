import LanmuPlan
import LanmuTestSupport
import Testing

/// The share of generated phrases that are read exactly as they were meant, told in the test's output.
@Suite("Generated phrases")
struct GeneratedPhraseTests {
  private static let rounds = 6

  @Test func rulesOfTime() {
    let lists = [
      TimePhraseShapes.intervals, TimePhraseShapes.deadlines, TimePhraseShapes.dates, TimePhraseShapes.withoutCalendar,
      TimePhraseShapes.combined, TimePhraseShapes.unknown, TimePhraseShapes.usage, WordedPhrases.time,
    ]
    var generator = TimePhraseGenerator(seed: 20_260_101)
    var tally = Tally()
    for (shape, meaning) in lists.flatMap({ PhraseFiller.shapes($0) }) {
      for _ in 0..<Self.rounds {
        let phrase = generator.phrase(shape: shape, meaning: meaning)
        let found = TimeRuleParser().parse(phrase.text)
        tally.count(phrase.text, found: TimeNotation.text(found.rules), wanted: TimeNotation.normalized(phrase.meaning))
        // Nothing is swallowed: what no rule explains is told.
        if found.rules.contains(where: { $0.kind == .unknown }) { #expect(!found.remainders.isEmpty, "\(phrase.text)") }
      }
    }
    print("phrases of time: \(tally.summary)")
    #expect(tally.share >= 0.99, "\(tally.misses.prefix(40).joined(separator: "\n"))")
  }

  @Test func duties() {
    let tally = dutyTally([
      ResponsibilityShapes.lists, ResponsibilityShapes.roles, ResponsibilityShapes.parts, ResponsibilityShapes.usage,
    ])
    print("unit texts: \(tally.summary)")
    #expect(tally.share >= 0.99, "\(tally.misses.prefix(40).joined(separator: "\n"))")
  }

  /// Texts worded without a look at the parser.
  @Test func dutiesWordedFreely() {
    let tally = dutyTally([WordedPhrases.duties])
    print("unit texts worded freely: \(tally.summary)")
    #expect(tally.share >= 0.97, "\(tally.misses.prefix(40).joined(separator: "\n"))")
  }

  private func dutyTally(_ lists: [String]) -> Tally {
    var generator = DutyPhraseGenerator(seed: 20_260_102)
    let parser = ResponsibilityParser(directory: .builtIn)
    var tally = Tally()
    for (shape, meaning) in lists.flatMap({ PhraseFiller.shapes($0) }) {
      for _ in 0..<Self.rounds {
        let phrase = generator.phrase(shape: shape, meaning: meaning)
        let found = parser.parse(phrase.text)
        tally.count(
          phrase.text, found: DutyNotation.text(found.duties), wanted: DutyNotation.normalized(phrase.meaning))
      }
    }
    return tally
  }

  /// A rule that was read prints in canonical Chinese, and that reads as the same rule.
  @Test func whatWasReadPrintsAndReadsAgain() {
    var generator = TimePhraseGenerator(seed: 7)
    let parser = TimeRuleParser()
    for (shape, meaning) in PhraseFiller.shapes(TimePhraseShapes.intervals + "\n" + TimePhraseShapes.deadlines) {
      let phrase = generator.phrase(shape: shape, meaning: meaning)
      for rule in parser.parse(phrase.text).rules where rule.condition.isEmpty && rule.kind != .unknown {
        let again = parser.parse(rule.canonicalText).rules
        #expect(TimeNotation.text(again) == TimeNotation.text(rule), "\(phrase.text) → \(rule.canonicalText)")
      }
    }
  }
}

/// How many phrases were read as meant, and which were not.
private struct Tally {
  private var total = 0
  private(set) var misses: [String] = []

  mutating func count(_ text: String, found: String, wanted: String) {
    total += 1
    if found != wanted { misses.append("\(text)\n  wanted \(wanted)\n  found  \(found)") }
  }

  var share: Double { total == 0 ? 0 : Double(total - misses.count) / Double(total) }
  var summary: String { "\(total - misses.count) of \(total)" }
}
