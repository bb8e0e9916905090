/// How much of a plan's table is lost on the way into a text that loses anything.
package struct Severity: Sendable, Hashable {
  /// The share of rows that lost their covered cells; in the others these are empty fields.
  package var lostRows: Double
  /// The share of rows that have slipped by a field, each for itself.
  package var driftedRows: Double
  /// The share of pages whose fields have slipped.
  package var driftedPages: Double

  package init(lostRows: Double, driftedRows: Double, driftedPages: Double) {
    self.lostRows = lostRows
    self.driftedRows = driftedRows
    self.driftedPages = driftedPages
  }

  package static let mild = Severity(lostRows: 0.4, driftedRows: 0.05, driftedPages: 0.2)
  package static let usual = Severity(lostRows: 1, driftedRows: 0.12, driftedPages: 0.5)
  package static let severe = Severity(lostRows: 1, driftedRows: 0.3, driftedPages: 1)

  /// The severities by the names under which a bench asks for them.
  package static let named: [(name: String, severity: Severity)] = [
    ("mild", mild), ("usual", usual), ("severe", severe),
  ]
}
