/// Reads rules of time from a plan's prose.
///
/// A text is cut into items, sentences and clauses; each clause is searched for the kernel of a rule (每月, 3个工作日内,
/// 及时), and what stands around the kernel is its scope, condition or event. In a time field every clause must make sense:
/// what does not becomes an `unknown` rule and a remainder. In prose (a requirement) clauses without a rule are passed over.
public struct TimeRuleParser: Sendable {
  /// Where a text stands, since a bare 6个月 is a rule in a time field and none in prose.
  public enum Context: Sendable, Hashable {
    /// How often the column is updated.
    case update
    /// By when content is supplied.
    case supply
    /// What the column must hold: rules may stand among other things.
    case prose

    var isProse: Bool { self == .prose }
  }

  public init() {}

  /// The rules of a text in the order of their words, and the parts of a time field that no rule explains.
  ///
  /// An empty or dash-only text has no rules. A time field that is not empty has at least one rule.
  public func parse(_ text: String, in context: Context = .update) -> TimeRuleReading {
    let folded = FoldedText(text)
    guard folded.count > 0, folded.count <= TimeRuleParser.longestText, !folded.isBlankMark else {
      return TimeRuleReading(rules: folded.isBlankMark || folded.count == 0 ? [] : unread(text, in: context))
    }
    var reading = read(folded, in: context)
    if !context.isProse, reading.isIncomplete, let joined = readingAcrossLines(of: folded, in: context) {
      reading = joined
    }
    if reading.rules.isEmpty, !context.isProse {
      reading.rules = unread(text, in: context)
      reading.remainders = [text]
    }
    return reading
  }

  /// The same where the field's header names the measure of bare numbers: 7 below 更新周期（天）.
  ///
  /// A number that the text itself explains is read as it stands; rules keep the words of the document.
  func parse(_ text: String, in context: Context, measure: TimeMeasure?) -> TimeRuleReading {
    let reading = parse(text, in: context)
    guard let measure, !reading.remainders.isEmpty, let completed = measure.completed(text) else { return reading }
    var result = parse(completed, in: context)
    guard result.remainders.isEmpty else { return reading }
    for index in result.rules.indices { result.rules[index].text = text }
    return result
  }

  private func read(_ text: FoldedText, in context: Context) -> TimeRuleReading {
    var grammar = TimeGrammar(text: text, context: context)
    return grammar.read(content(of: text))
  }

  /// The reading of a time field in which an author broke words to fit a narrow cell (次年3 / 月底前): its lines joined, all of
  /// them or those around one break, if all of it makes sense then.
  private func readingAcrossLines(of text: FoldedText, in context: Context) -> TimeRuleReading? {
    let breaks = text.scalars.indices.filter { text.scalars[$0] == "\n" }
    guard (1...TimeRuleParser.mostBreaks).contains(breaks.count) else { return nil }
    let joinings = [breaks] + (breaks.count > 1 ? breaks.map { [$0] } : [])
    return joinings.lazy.map { read(text.removing($0), in: context) }.first { !$0.isIncomplete }
  }

  /// A narrow cell breaks a rule oftener than once, but not as often as a list of rules.
  private static let mostBreaks = 8

  /// “每月更新”: what quotation marks around everything hold; else the whole text.
  private func content(of text: FoldedText) -> Range<Int> {
    let marks = text.scalars.indices.filter { text.scalars[$0] == "“" || text.scalars[$0] == "”" }
    return marks == [0, text.count - 1] && text.count > 2 ? 1..<text.count - 1 : 0..<text.count
  }

  /// Far beyond any cell of a real plan; longer texts are not searched for rules.
  private static let longestText = 20_000

  private func unread(_ text: String, in context: Context) -> [TimeRule] {
    context.isProse ? [] : [TimeRule(.unknown, text: text)]
  }
}

/// What the parser made of a text.
public struct TimeRuleReading: Sendable, Hashable {
  public var rules: [TimeRule]
  /// Parts of a time field that were not understood; each is the text of an `unknown` rule as well.
  public var remainders: [String]
  /// Parts of a time field that speak of something else than time (确保内容准确).
  public var asides: [String]
  /// Words that a rule says more coarsely than the text, or not at all.
  public var doubts: [TimeDoubt]

  public init(
    rules: [TimeRule] = [], remainders: [String] = [], asides: [String] = [], doubts: [TimeDoubt] = []
  ) {
    self.rules = rules
    self.remainders = remainders
    self.asides = asides
    self.doubts = doubts
  }

  /// Whether words are left that no rule explains.
  fileprivate var isIncomplete: Bool { !remainders.isEmpty || doubts.contains { $0.reason == .unreadLimit } }
}

extension FoldedText {
  /// Whether the text only says that there is nothing to say: ——, 略, 无.
  package var isBlankMark: Bool {
    let marks: Set<Unicode.Scalar> = ["-", "/", "\\", "略", "无", "_", "。"]
    return count <= 6 && scalars.allSatisfy(marks.contains)
  }
}
