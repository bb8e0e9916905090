internal import LanmuContainer
package import LanmuDiagnostics
package import LanmuReports

/// A filled template as a file.
package enum TemplateOutput {
  /// `change` may add to the filled workbook before it is written.
  ///
  /// - Parameter isChecked: whether `check` has been asked before, for a template that is filled many times.
  package static func write(
    _ record: TemplateRecord, in template: PreparedTemplate, aliases: [String: String], to path: String,
    replacing: Bool, isChecked: Bool = false, change: (inout WorkbookParts) throws(LanmuError) -> Void = { _ in }
  ) throws(LanmuError) -> [Diagnostic] {
    if !isChecked { try check(template, record, aliases: aliases) }
    var outcome = try TemplateFiller(record, aliases: aliases).fill(template)
    try change(&outcome.value)
    try OutputFile(path: path, replacing: replacing).write { temporary throws(LanmuError) in
      try outcome.value.write(to: temporary)
    }
    return outcome.diagnostics.map { diagnostic in
      var copy = diagnostic
      copy.position.file = copy.position.file ?? template.name
      return copy
    }
  }

  /// - Throws: `template.foreign` for a workbook that has a place for nothing of the record: filled, it would be itself.
  package static func check(
    _ template: PreparedTemplate, _ record: TemplateRecord, aliases: [String: String]
  ) throws(LanmuError) {
    guard try !TemplateFiller(record, aliases: aliases).hasPlace(in: template) else { return }
    throw LanmuError(
      .init("template.foreign"), .data,
      message: Message(
        zh: "这个工作簿不是此命令的模板：其中没有它的占位符",
        en: "this workbook is no template of this command: it has none of its placeholders"),
      remedy: Message(
        zh: "用 lanmu template export 导出模板再修改，用 lanmu template check 检查",
        en: "start from lanmu template export, and try lanmu template check"),
      position: SourcePosition(file: template.name))
  }
}
