/// What was published in one column of the content system by one unit.
package struct RecordCell: Sendable, Hashable {
  /// Place in `RecordLedger.paths`; -1 for rows without a path.
  package var path: Int
  /// Place in `RecordLedger.units`; -1 for rows without a unit.
  package var unit: Int
  /// Items with any date or none, up to the day of monitoring; repeated rows once.
  package var total = 0
  /// Of the month's items, those that were published elsewhere first.
  package var reprintedInMonth = 0
  package var undated = 0
  package var first: CivilDate?
  package var last: CivilDate?
  /// Counts by day since the ledger's horizon; older items are in `total`, `first` and `last` alone.
  package var days = DayCounts()
}

/// The newest item of a column of the content system; of several on one day, the first that came.
package struct NewestItem: Sendable, Hashable {
  package var day = CivilDate.earliest
  package var title = ""
  package var link = ""
}

/// An item that is looked at on its own: an interview, a consultation, or one with a date of origin.
package struct RecordItem: Sendable, Hashable {
  package var path: Int
  package var unit: Int
  package var title: String
  package var published: CivilDate
  /// The day on which the information came into being, where the export has it.
  package var event: CivilDate?
}
