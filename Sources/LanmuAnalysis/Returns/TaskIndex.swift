package import LanmuGrid

/// The index workbook beside the units' task sheets.
package enum TaskIndex {
  /// The units that an index lists, by its hidden sheet; `nil` for a workbook that is no index.
  package static func units(in grids: [Grid]) -> [String]? {
    guard let meta = ReturnMeta(grids), meta.isIndex else { return nil }
    return meta.units.map(\.unit)
  }
}
