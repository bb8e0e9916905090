internal import LanmuContainer
package import LanmuDiagnostics
package import LanmuReports

/// A filled template as a file.
package enum TemplateOutput {
  /// `change` may add to the filled workbook before it is written.
  package static func write(
    _ record: TemplateRecord, in template: PreparedTemplate, aliases: [String: String], to path: String,
    replacing: Bool, change: (inout WorkbookParts) throws(LanmuError) -> Void = { _ in }
  ) throws(LanmuError) -> [Diagnostic] {
    var outcome = try TemplateFiller(record, aliases: aliases).fill(template)
    try change(&outcome.value)
    try OutputFile(path: path, replacing: replacing).write { temporary throws(LanmuError) in
      try outcome.value.write(to: temporary)
    }
    return outcome.diagnostics
  }
}
