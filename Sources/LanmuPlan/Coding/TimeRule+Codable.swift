/// The flattened form of a rule: `kind` names the rule, and its fields stand beside it.
extension TimeRule: Codable {
  private enum Key: String, CodingKey {
    case kind, every, atLeast, months, by, yearOffset, event, within, target, authority, scope, condition, exceptions,
      text
  }

  private enum Name: String, Codable {
    case interval, months, annual, after, onChange, prompt, realtime, asNeeded, regular, follows, external, unknown
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try Self.kind(in: container),
      scope: try container.decodeIfPresent(String.self, forKey: .scope) ?? "",
      condition: try container.decodeIfPresent(String.self, forKey: .condition) ?? "",
      exceptions: try container.decodeIfPresent([TimeRule].self, forKey: .exceptions) ?? [],
      text: try container.decodeIfPresent(String.self, forKey: .text) ?? "")
  }

  private static func kind(in container: KeyedDecodingContainer<Key>) throws -> Kind {
    func text(_ key: Key) throws -> String { try container.decodeIfPresent(String.self, forKey: key) ?? "" }
    switch try container.decode(Name.self, forKey: .kind) {
    case .interval:
      let atLeast = try container.decodeIfPresent(Int.self, forKey: .atLeast) ?? 1
      guard atLeast >= 1 else { throw corrupted(container, .atLeast, "atLeast is below 1") }
      return .interval(every: try container.decode(TimeSpan.self, forKey: .every), atLeast: atLeast)
    case .months:
      let months = try container.decode([Int].self, forKey: .months)
      guard months.allSatisfy((1...12).contains) else { throw corrupted(container, .months, "a month is not 1…12") }
      return .months(Array(Set(months)).sorted())
    case .annual:
      return .annual(
        by: try container.decode(MonthDay.self, forKey: .by),
        yearOffset: try container.decodeIfPresent(Int.self, forKey: .yearOffset) ?? 0)
    case .after:
      return .after(event: try text(.event), within: try container.decode(TimeSpan.self, forKey: .within))
    case .onChange: return .onChange
    case .prompt: return .prompt
    case .realtime: return .realtime
    case .asNeeded: return .asNeeded
    case .regular: return .regular
    case .follows: return .follows(target: try text(.target))
    case .external: return .external(authority: try text(.authority))
    case .unknown: return .unknown
    }
  }

  private static func corrupted(
    _ container: KeyedDecodingContainer<Key>, _ key: Key, _ description: String
  ) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: description)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func name(_ name: Name) throws { try container.encode(name, forKey: .kind) }
    switch kind {
    case .interval(let every, let atLeast):
      try name(.interval)
      try container.encode(every, forKey: .every)
      try container.encode(atLeast, forKey: .atLeast)
    case .months(let months):
      try name(.months)
      try container.encode(months, forKey: .months)
    case .annual(let by, let yearOffset):
      try name(.annual)
      try container.encode(by, forKey: .by)
      if yearOffset != 0 { try container.encode(yearOffset, forKey: .yearOffset) }
    case .after(let event, let within):
      try name(.after)
      if !event.isEmpty { try container.encode(event, forKey: .event) }
      try container.encode(within, forKey: .within)
    case .onChange: try name(.onChange)
    case .prompt: try name(.prompt)
    case .realtime: try name(.realtime)
    case .asNeeded: try name(.asNeeded)
    case .regular: try name(.regular)
    case .follows(let target):
      try name(.follows)
      if !target.isEmpty { try container.encode(target, forKey: .target) }
    case .external(let authority):
      try name(.external)
      if !authority.isEmpty { try container.encode(authority, forKey: .authority) }
    case .unknown: try name(.unknown)
    }
    if !scope.isEmpty { try container.encode(scope, forKey: .scope) }
    if !condition.isEmpty { try container.encode(condition, forKey: .condition) }
    if !exceptions.isEmpty { try container.encode(exceptions, forKey: .exceptions) }
    try container.encode(text, forKey: .text)
  }
}

/// Written as `MM-dd`.
extension MonthDay: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]), (1...12).contains(month),
      (1...MonthDay.longestMonth(month)).contains(day)
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a day of the year MM-dd")
    }
    self.init(month: month, day: day)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The number of days that a month can have.
  static func longestMonth(_ month: Int) -> Int {
    switch month {
    case 2: 29
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension MonthDay: CustomStringConvertible {
  public var description: String {
    (month < 10 ? "0\(month)" : "\(month)") + "-" + (day < 10 ? "0\(day)" : "\(day)")
  }
}
