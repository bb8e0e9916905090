internal import LanmuDiagnostics
package import LanmuGrid
package import LanmuRecognition

extension RecognisedTable {
  /// The first plan of a document that holds nothing but a sketched grid.
  package init(_ sketch: String, layout: Grid.Layout = .spanned) throws {
    let document = TableDocument(format: "sketch", blocks: [.table(Grid(sketch: sketch, layout: layout))])
    guard let table = try PlanRecogniser().recognise(document).value.tables.first else { throw NoTable() }
    self = table
  }

  private struct NoTable: Error {}
}
