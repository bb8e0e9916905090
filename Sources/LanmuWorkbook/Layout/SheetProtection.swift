/// What stays possible on a protected sheet besides filling in unlocked cells. There is never a password.
package struct SheetProtection: Sendable, Hashable {
  package var allowsFormattingRows: Bool
  package var allowsFormattingColumns: Bool
  package var allowsFormattingCells: Bool
  package var allowsInsertingRows: Bool
  package var allowsSorting: Bool
  package var allowsFiltering: Bool
  package var allowsHyperlinks: Bool

  package init(
    allowsFormattingRows: Bool = false, allowsFormattingColumns: Bool = false, allowsFormattingCells: Bool = false,
    allowsInsertingRows: Bool = false, allowsSorting: Bool = false, allowsFiltering: Bool = false,
    allowsHyperlinks: Bool = false
  ) {
    self.allowsFormattingRows = allowsFormattingRows
    self.allowsFormattingColumns = allowsFormattingColumns
    self.allowsFormattingCells = allowsFormattingCells
    self.allowsInsertingRows = allowsInsertingRows
    self.allowsSorting = allowsSorting
    self.allowsFiltering = allowsFiltering
    self.allowsHyperlinks = allowsHyperlinks
  }
}
