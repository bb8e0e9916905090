/// Who published how much.
public struct VolumeReport: Sendable, Hashable {
  /// Items of one unit in each month of the year.
  public struct UnitYear: Sendable, Hashable {
    public var unit: String
    /// Twelve numbers; months after the census are 0.
    public var months: [Int]
  }

  public struct Share: Sendable, Hashable {
    public var name: String
    public var items: Int
    public var reprinted: Int
  }

  public struct Day: Sendable, Hashable {
    public var date: CivilDate
    public var items: Int
  }

  public var year: Int
  public var units: [UnitYear]
  /// Items of names that are no unit of the plan, or of none.
  public var others: [Int]
  /// The month's items by channel: the first label of the path.
  public var channels: [Share]
  public var silentUnits: [String]
  public var days: [Day]
  public var total: Int
  public var reprinted: Int
  public var totalLastMonth: Int
  /// Whether the export tells reprints.
  public var hasReprints: Bool
  public var hasUnits: Bool
  /// Twelve numbers for each class of content.
  public var classes: [ColumnClass: [Int]]
}
