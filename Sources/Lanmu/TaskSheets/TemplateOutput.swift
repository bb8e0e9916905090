internal import LanmuContainer
package import LanmuDiagnostics
package import LanmuReports

/// A filled template as a file.
package enum TemplateOutput {
  package static func write(
    _ record: TemplateRecord, in template: WorkbookParts, aliases: [String: String], to path: String, replacing: Bool
  ) throws(LanmuError) -> [Diagnostic] {
    let outcome = try TemplateFiller(record, aliases: aliases).fill(template)
    try OutputFile(path: path, replacing: replacing).write { temporary throws(LanmuError) in
      try outcome.value.write(to: temporary)
    }
    return outcome.diagnostics
  }
}
