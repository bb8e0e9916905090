package import LanmuDiagnostics

extension PlanEntry {
  /// Where the entry stood, for findings and diagnostics.
  package var position: SourcePosition { SourcePosition(line: origin.line, table: origin.table, row: origin.row) }
}
