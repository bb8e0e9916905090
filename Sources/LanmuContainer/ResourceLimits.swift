/// How much a document may ask for before it is refused.
///
/// Every number that an input controls is checked against one of these before anything is allocated for it. The standard
/// limits are far above what offices write, and low enough for a small machine.
public struct ResourceLimits: Sendable, Hashable {
  /// Entries in one package.
  public var parts: Int
  /// Bytes that all parts together may inflate to.
  public var inflatedBytes: Int
  /// Bytes that one part may inflate to where it has to be held whole.
  public var wholePartBytes: Int
  /// Inflated bytes for each compressed one. It counts only beyond `ratioFloorBytes`, since small parts may well be
  /// monotonous.
  public var inflationRatio: Int
  /// Inflated bytes of a part up to which its ratio does not matter.
  public var ratioFloorBytes: Int
  /// Tables that may stand within each other.
  public var tableDepth: Int
  /// Rows of one table.
  public var rows: Int
  /// Grid columns of one table.
  public var columns: Int
  /// Cells of one document.
  public var cells: Int
  /// Places of the grid that one document's merged cells may cover.
  public var coveredPlaces: Int
  /// Bytes of text (UTF-8) of one document.
  public var textBytes: Int

  public init(
    parts: Int, inflatedBytes: Int, wholePartBytes: Int, inflationRatio: Int, ratioFloorBytes: Int,
    tableDepth: Int, rows: Int, columns: Int, cells: Int, coveredPlaces: Int, textBytes: Int
  ) {
    self.parts = parts
    self.inflatedBytes = inflatedBytes
    self.wholePartBytes = wholePartBytes
    self.inflationRatio = inflationRatio
    self.ratioFloorBytes = ratioFloorBytes
    self.tableDepth = tableDepth
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.coveredPlaces = coveredPlaces
    self.textBytes = textBytes
  }

  /// The limits for documents from anywhere. `rows` and `columns` are those of a worksheet (ECMA-376 part 1, 18.3.1.73).
  public static let standard = ResourceLimits(
    parts: 65_535, inflatedBytes: 4 << 30, wholePartBytes: 256 << 20, inflationRatio: 250, ratioFloorBytes: 16 << 20,
    tableDepth: 32, rows: 1_048_576, columns: 16_384, cells: 20_000_000, coveredPlaces: 50_000_000,
    textBytes: 1 << 30)
}
