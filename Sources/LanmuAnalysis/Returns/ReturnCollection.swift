public import LanmuGrid

/// The answers of many returned task sheets, merged, and everything about them that a person has to look at.
///
/// Nothing of a returned file is lost: what is not understood stands among the problems with its text and place.
public struct ReturnCollection: Sendable, Hashable {
  /// One for each answered task of each unit, in the order of files, sheets and rows.
  public private(set) var returns: [UnitReturn] = []
  public private(set) var problems: [ReturnProblem] = []
  /// The units that sent something, with the number of their tasks and of those answered.
  public private(set) var units: [UnitSummary] = []

  public struct UnitSummary: Sendable, Hashable {
    public var unit: String
    public var file: String
    public var tasks: Int
    public var answered: Int
    public var problems: Int
  }

  /// What the answers are held against.
  public struct Expectation: Sendable {
    /// `nil` takes the month of the index, else that of most sheets.
    public var month: CivilMonth?
    /// The day on which the sheets are collected: later dates cannot be true.
    public var today: CivilDate

    public init(month: CivilMonth? = nil, today: CivilDate) {
      self.month = month
      self.today = today
    }
  }

  /// A returned workbook as its reader found it.
  public struct File: Sendable {
    public var name: String
    public var grids: [Grid]

    public init(name: String, grids: [Grid]) {
      self.name = name
      self.grids = grids
    }
  }

  public init(_ files: [File], _ expectation: Expectation) {
    var merger = ReturnMerger(expectation)
    merger.read(files)
    merger.merge()
    returns = merger.returns
    problems = merger.problems
    units = merger.units
  }

  /// Adds a problem that was met before reading: a file that cannot be opened.
  public mutating func note(_ problem: ReturnProblem) { problems.append(problem) }
}
