import ArgumentParser
import Lanmu
import LanmuContainer
import LanmuDiagnostics
import LanmuReports
import LanmuTemplates
import LanmuWorkbook

/// `lanmu template`: the built-in templates, to be edited in Excel or WPS.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: helpText(zh: "导出、检查工作簿模板。", en: "Exports and checks the templates of workbooks."),
    discussion: helpText(
      zh: """
        模板是普通的 .xlsx 文件，可用 Excel 或 WPS 编辑。占位符：{单位} 取值；{.栏目} 逐行重复；{#频道}…{/频道} 成块重复，可嵌套；\
        {.栏目|合并相同} 合并相邻相同的单元格；{?文号} 有值才保留该行；工作表名、页眉页脚中同样可用。
        """,
      en: """
        Templates are ordinary .xlsx files, edited in Excel or WPS. Placeholders: {单位} a value; {.栏目} a repeating row; \
        {#频道}…{/频道} a repeating block; {.栏目|合并相同} merges equal neighbours; {?文号} keeps a row only if the value is there. \
        They also work in names of sheets, headers and footers.
        """),
    subcommands: [TemplateExportCommand.self, TemplateCheckCommand.self, TemplateDraftCommand.self])
}

extension TemplateKind: ExpressibleByArgument {}

extension TemplateKind {
  /// The built-in template's bytes.
  var builtIn: [UInt8] {
    switch self {
    case .tasks: BuiltInTemplates.tasks
    case .census: BuiltInTemplates.census
    case .diff: BuiltInTemplates.diff
    }
  }
}

/// `lanmu template export`: a built-in template as a file.
struct TemplateExportCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: helpText(zh: "导出内置模板。", en: "Writes a built-in template."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: .text(zh: "模板种类", en: "Which template."))
  var kind: TemplateKind

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    try output.sink.check(binary: true)
    let path = output.output ?? "-"
    guard path != "-" else {
      try StandardStreams.write(kind.builtIn)
      return .success
    }
    try OutputFile(path: path, replacing: output.force).write(kind.builtIn)
    console.say(
      Message(
        zh: "\(path)：可用 Excel 或 WPS 编辑，用 lanmu template check 检查，用 --template 使用",
        en: "\(path): edit it in Excel or WPS, check it with lanmu template check, use it with --template"))
    return .success
  }
}

/// `lanmu template check`: what a template asks for that nobody knows, and what it would lose.
struct TemplateCheckCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: helpText(zh: "检查模板：未知的占位符、不配对的块、无法保留的内容。", en: "Lists unknown placeholders, unpaired blocks, and losses.")
  )

  @OptionGroup var general: GeneralOptions

  @Option(
    help: .text(
      zh: "模板种类（默认由其占位符判断）", en: "Which kind of template it is (default: told by its placeholders)."))
  var kind: TemplateKind?

  @Argument(help: .text(zh: "模板文件", en: "The template.", valueName: "file"))
  var file: String

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let template = try WorkbookParts(.file(path: file))
    let (kind, diagnostics) = try check(template)
    for diagnostic in diagnostics {
      let cell = diagnostic.position.row.flatMap { row in
        diagnostic.position.column.map { CellArea.reference(row: row, column: $0) }
      }
      let place = [diagnostic.position.sheet, cell ?? diagnostic.position.part].compactMap(\.self).joined(
        separator: "!")
      try StandardStreams.write(
        Array("\(place.isEmpty ? file : place)\t\(diagnostic.message.text(in: console.language))\n".utf8))
    }
    let faults = diagnostics.count { $0.severity >= .warning }
    console.say(
      faults == 0
        ? Message(
          zh: "\(file)：可用作 \(kind.rawValue) 的模板", en: "\(file): can be used as a template of \(kind.rawValue)")
        : Message(
          zh: "\(file)：作为 \(kind.rawValue) 的模板，\(faults) 处需要处理",
          en: "\(file): as a template of \(kind.rawValue), \(faults) places need attention"))
    return faults == 0 ? .success : ExitCode(LanmuError.Category.data.rawValue)
  }

  /// What is found of the kind that was named, or of the one that knows most of the placeholders.
  private func check(_ template: WorkbookParts) throws(LanmuError) -> (TemplateKind, [Diagnostic]) {
    var best: (kind: TemplateKind, found: [Diagnostic])?
    for kind in kind.map({ [$0] }) ?? TemplateKind.allCases {
      let found = try TemplateCheck.check(
        template, sample: TemplateSamples.record(for: kind), aliases: kind.aliases, identifiers: kind.identifiers)
      if let best, Self.faults(in: best.found) <= Self.faults(in: found) { continue }
      best = (kind, found)
    }
    return best.map { ($0.kind, $0.found) } ?? (.tasks, [])
  }

  /// How much is wrong; most of all, to be no template of the kind.
  private static func faults(in found: [Diagnostic]) -> Int {
    found.contains { $0.code == "template.foreign" } ? .max : found.count { $0.severity >= .warning }
  }
}

/// `lanmu template draft`: how the built-in templates were first made.
struct TemplateDraftCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: helpText(zh: "由程序自身的版式生成模板初稿。", en: "Drafts a template from the program's own layout."),
    shouldDisplay: false)

  @OptionGroup var general: GeneralOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: .text(zh: "模板种类", en: "Which template."))
  var kind: TemplateKind

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    guard let draft = try TemplateSamples.draft(for: kind) else { return .success }
    let sink = output.sink
    try sink.check(binary: true)
    try sink.writeFile { path throws(LanmuError) in _ = try draft.write(to: path, replacing: true) }
    return .success
  }
}
