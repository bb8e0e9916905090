package import LanmuDiagnostics

/// What a bench of recovery is asked for: `PLANS [FORMAT] [SHAPE…] [SEVERITY]`, where none of the words may be misspelt.
package struct RecoveryRequest: Sendable, Equatable {
  package let plans: UInt64
  /// The format asked for, where the task takes one; it stands right behind the number of plans.
  package private(set) var format: PlanFormat?
  /// The shapes asked for; all if none is named.
  package private(set) var shapes: [GeneratedPlan.Shape] = []
  package private(set) var severity = Severity.usual

  /// - Parameters:
  ///   - words: what stands behind the task's name.
  ///   - takesFormat: whether a format must be named.
  ///   - takesChoices: whether shapes and a severity may be named.
  package init(_ words: [String], takesFormat: Bool = false, takesChoices: Bool = true) throws(LanmuError) {
    guard let first = words.first, let plans = UInt64(first), plans > 0 else {
      throw Self.refusal("the number of plans", words.first ?? "", choices: ["1", "2", "…"])
    }
    self.plans = plans
    var rest = words.dropFirst()
    if takesFormat {
      let name = rest.popFirst() ?? ""
      guard let format = PlanFormat.allCases.first(where: { $0.name == name }) else {
        throw Self.refusal("a format", name, choices: PlanFormat.allCases.map(\.name))
      }
      self.format = format
    }
    for word in rest {
      if takesChoices, let shape = GeneratedPlan.Shape(rawValue: word) {
        shapes.append(shape)
      } else if takesChoices, let named = Severity.named.first(where: { $0.name == word }) {
        severity = named.severity
      } else {
        let choices = GeneratedPlan.Shape.allCases.map(\.rawValue) + Severity.named.map(\.name)
        throw Self.refusal("a shape or a severity", word, choices: takesChoices ? choices : [])
      }
    }
    if shapes.isEmpty { shapes = GeneratedPlan.Shape.allCases }
  }

  private static func refusal(_ wanted: String, _ word: String, choices: [String]) -> LanmuError {
    let list = choices.map { "“\($0)”" }.joined(separator: ", ")
    return LanmuError(
      .init("bench.words"), .usage, message: Message(zh: "“\(word)”不是可用的参数", en: "“\(word)” is not \(wanted)"),
      remedy: choices.isEmpty
        ? Message(zh: "此处不接受更多参数", en: "leave it out: this task takes no more words")
        : Message(zh: "可用：\(list)", en: "choose among \(list)"))
  }
}
