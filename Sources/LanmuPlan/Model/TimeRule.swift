/// One rule of time: how often a column is updated, or by when content is supplied.
public struct TimeRule: Sendable, Hashable {
  /// What the rule demands.
  public enum Kind: Sendable, Hashable {
    /// At least `atLeast` items in every `every`.
    case interval(every: TimeSpan, atLeast: Int)
    /// In these months of each year (1–12, ascending, distinct).
    case months([Int])
    /// Once a year by this day, `yearOffset` years after the year reported on.
    case annual(by: MonthDay, yearOffset: Int)
    /// Within a span after an event.
    case after(event: String, within: TimeSpan)
    case onChange
    case prompt
    case realtime
    case asNeeded
    case regular
    /// As another column is updated; empty `target` where the text does not name it.
    case follows(target: String)
    /// As somebody else demands.
    case external(authority: String)
    /// A text that no rule understands; always accompanied by a diagnostic.
    case unknown
  }

  public var kind: Kind
  /// What the rule is limited to (动态信息类); empty for everything.
  public var scope: String
  /// When the rule applies (确有信件时); empty for always.
  public var condition: String
  public var exceptions: [TimeRule]
  /// The words that the rule came from.
  public var text: String

  public init(_ kind: Kind, scope: String = "", condition: String = "", exceptions: [TimeRule] = [], text: String) {
    self.kind = kind
    self.scope = scope
    self.condition = condition
    self.exceptions = exceptions
    self.text = text
  }
}

/// A number of calendar units or working days; `count` is at least 1.
public struct TimeSpan: Sendable, Hashable, Codable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case day
    case workday
    case week
    case month
    case year
  }

  public var count: Int
  public var unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}

/// A day of the year without a year; written `MM-dd`. The last day of a month stands for 底.
public struct MonthDay: Sendable, Hashable {
  public var month: Int
  public var day: Int

  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}
