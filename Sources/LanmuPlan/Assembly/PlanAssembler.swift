public import LanmuDiagnostics
public import LanmuRecognition

/// Turns a recognised document into a plan: rows become entries with rules, assignments and units.
public struct PlanAssembler: Sendable {
  /// A user's own directory; the built-in one is asked after it.
  public var directory: UnitDirectory?

  public init(directory: UnitDirectory? = nil) { self.directory = directory }

  /// The plan of a document, with a diagnostic for whatever was guessed or not understood.
  public func assemble(_ document: RecognisedDocument, source: PlanSource = PlanSource()) -> Outcome<Plan> {
    var plan = Plan(
      title: document.title, documentNumber: document.documentNumber, issuer: document.issuer,
      issuedOn: document.issuedOn, source: source)
    var diagnostics: [Diagnostic] = []
    for (index, table) in document.tables.enumerated() {
      plan.tables.append(
        PlanTable(
          kind: table.kind, title: table.title, header: table.header, fields: table.fields, note: table.note,
          spansLost: table.spansLost, cellsLost: table.cellsLost))
      var builder = EntryBuilder(table: table, index: index)
      for row in table.rows { plan.entries.append(builder.entry(for: row, diagnostics: &diagnostics)) }
    }
    let known = (directory.map { $0.adding(.builtIn) } ?? .builtIn).valid(on: plan.dateOfNames)
    var assignments = AssignmentBuilder(plan: plan, directory: known)
    assignments.fill(&plan, diagnostics: &diagnostics)
    if let directory { diagnostics += RenameNotes(directory: directory, plan: plan).diagnostics() }
    EntryIdentity.assign(to: &plan.entries, tables: plan.tables)
    return Outcome(plan, diagnostics: diagnostics)
  }
}
