/// Where a row of an input stands, for people who have to look it up.
public struct RowPlace: Sendable, Hashable, Comparable {
  /// The file's name as given.
  public var file: String
  /// The worksheet; empty for inputs without sheets.
  public var sheet: String
  /// The row as the reader's program counts it, from 1.
  public var row: Int

  public init(file: String, sheet: String = "", row: Int) {
    self.file = file
    self.sheet = sheet
    self.row = row
  }

  public static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.file, left.sheet, left.row) < (right.file, right.sheet, right.row)
  }
}

/// An input as the cover lists it.
public struct InputSummary: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case plan, records, letters, links, probes, returns, previous

    /// As sheets print it.
    public var chineseName: String {
      switch self {
      case .plan: "保障方案"
      case .records: "发布记录"
      case .letters: "信件记录"
      case .links: "链接检查"
      case .probes: "可用性探测"
      case .returns: "任务清单回执"
      case .previous: "上期普查"
      }
    }
  }

  public var kind: Kind
  public var file: String
  /// Rows of content, headers left out.
  public var rows: Int
  /// The days that the rows speak of.
  public var period: ClosedRange<CivilDate>?

  public init(kind: Kind, file: String, rows: Int, period: ClosedRange<CivilDate>? = nil) {
    self.kind = kind
    self.file = file
    self.rows = rows
    self.period = period
  }
}
