public import LanmuDiagnostics

/// What a reform may have made of a unit of a plan: a suggestion, on which no unit is merged.
public struct SuccessionSuggestion: Sendable, Hashable {
  /// The plan's name for the unit.
  public var unit: String
  /// What became of bodies of that name.
  public var succession: UnitSuccession

  public init(unit: String, succession: UnitSuccession) {
    self.unit = unit
    self.succession = succession
  }

  /// The suggestion in a sentence, with its basis.
  public var message: Message {
    let names = succession.successors.joined(separator: "、")
    let isGeneral = succession.basis == .generalKnowledge
    return Message(
      zh: "自\(succession.since)起可能\(verb.chinese)“\(names)”之一，仅供参考，未合并；依据："
        + (isGeneral ? "一般了解，未经查证（\(succession.evidence)）" : succession.evidence),
      en:
        "from \(succession.since) on it may have \(verb.english) one of “\(names)”; a suggestion, nothing was merged; basis: "
        + (isGeneral ? "general knowledge, not looked up (\(succession.evidence))" : succession.evidence))
  }

  private var verb: Message {
    switch succession.kind {
    case .rename: Message(zh: "更名为", en: "been renamed")
    case .merge: Message(zh: "并入", en: "been merged into")
    case .split: Message(zh: "拆分到", en: "been split, its duties going to")
    case .movedDuty: Message(zh: "有职责划入", en: "lost duties to")
    }
  }
}

extension Plan {
  /// What became of the units of this plan according to a registry, in their order; duties that merely moved are left out.
  public func successionSuggestions(in registry: SuccessionRegistry = .builtIn) -> [SuccessionSuggestion] {
    units.filter { $0.kind == .unit }.flatMap { unit in
      registry.successions(of: unit.name).filter { $0.kind != .movedDuty }
        .map { SuccessionSuggestion(unit: unit.name, succession: $0) }
    }
  }
}
