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
    /// Whether the sheet came back with nothing filled in, which is no answer.
    public var isBlank: Bool
    /// What was filled in around the table (联络员, 联系电话, 保密审查, 填报人 …), by its label.
    public var fields: [UnitReturn.Field]

    init(
      unit: String, file: String, tasks: Int, answered: Int, problems: Int, isBlank: Bool = false,
      fields: [UnitReturn.Field] = []
    ) {
      self.fields = fields
      self.unit = unit
      self.file = file
      self.tasks = tasks
      self.answered = answered
      self.problems = problems
      self.isBlank = isBlank
    }
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
    /// The notes on its cells.
    public var notes: [Note]

    public init(name: String, grids: [Grid], notes: [Note] = []) {
      self.name = name
      self.grids = grids
      self.notes = notes
    }
  }

  /// A note on a cell; row and column count from 0.
  public struct Note: Sendable, Hashable {
    public var sheet: String
    public var row: Int
    public var column: Int
    public var text: String

    public init(sheet: String, row: Int, column: Int, text: String) {
      self.sheet = sheet
      self.row = row
      self.column = column
      self.text = text
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

  /// The number of units by what came back from them; a unit with an answer on any of its sheets has answered.
  public var unitCounts: (answered: Int, blank: Int, silent: Int) {
    var counts = (answered: 0, blank: 0, silent: 0)
    for (unit, sheets) in Dictionary(grouping: units, by: \.unit) {
      let returned = sheets.filter { !$0.file.isEmpty }
      // Sheets that name no unit may be of different ones.
      let number = unit.isEmpty ? returned.count : 1
      if returned.isEmpty {
        counts.silent += 1
      } else if returned.allSatisfy(\.isBlank) {
        counts.blank += number
      } else {
        counts.answered += number
      }
    }
    return counts
  }

  /// Adds a problem that was met before reading: a file that cannot be opened.
  public mutating func note(_ problem: ReturnProblem) { problems.append(problem) }
}
