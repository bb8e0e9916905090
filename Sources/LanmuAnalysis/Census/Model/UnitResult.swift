/// A unit's month: one row of 各单位保障排名.
public struct UnitResult: Sendable, Hashable {
  /// Lists are ranked apart.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    case department, town, group, other

    public var chineseName: String {
      switch self {
      case .department: "部门"
      case .town: "乡镇街道"
      case .group: "组"
      case .other: "其他"
      }
    }
  }

  public var unit: String
  public var category: Category
  /// Columns that it leads, keeps and helps with.
  public var leads = 0
  public var keeps = 0
  public var helps = 0
  /// Of the columns that it answers for.
  public var onTime = 0
  public var overdue = 0
  public var blank = 0
  public var onDemand = 0
  public var pending = 0
  public var daysOver = 0
  public var items = 0
  public var itemsLastMonth = 0
  public var itemsThisYear = 0
  public var letters: LetterCounts?
  /// How many tasks its returned sheet answers; `nil` if none came back.
  public var returned: Int?
  /// From 1 within its category; `nil` without a column that the calendar binds.
  public var rank: Int?

  public init(unit: String, category: Category) {
    self.unit = unit
    self.category = category
  }

  /// Columns that it answers for.
  public var columns: Int { onTime + overdue + blank + onDemand + pending }
  public var rated: Int { onTime + overdue + blank }
  /// Share of rated columns that are in order; `nil` without any.
  public var rate: Double? { rated == 0 ? nil : Double(onTime) / Double(rated) }
}

/// A unit's letters in the month.
public struct LetterCounts: Sendable, Hashable {
  public var carried = 0
  public var received = 0
  public var answered = 0
  public var onTime = 0
  public var late = 0
  public var open = 0
  /// Of those answered in the month, in working days, summed up over the `timed` ones.
  public var workingDays = 0
  /// Answers whose day is not before that of their letter.
  public var timed = 0
  public var longestOpenDays = 0
  public var overThreeMonths = 0
  /// Received in the year before the day of monitoring.
  public var receivedInYear = 0
  /// Whether a limit is known against which to be on time.
  public var hasLimit = false

  public init() {}

  public var averageWorkingDays: Double? { timed == 0 ? nil : Double(workingDays) / Double(timed) }
  public var answerRate: Double? { received + carried == 0 ? nil : Double(answered) / Double(received + carried) }
  public var onTimeRate: Double? { hasLimit && onTime + late > 0 ? Double(onTime) / Double(onTime + late) : nil }
}
