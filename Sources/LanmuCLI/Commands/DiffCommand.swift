public import ArgumentParser
import Lanmu
public import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuPlan
import LanmuReports

/// `lanmu diff`: what changed from one version of a plan to the next.
struct DiffCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: helpText(zh: "比较方案的两个版本。", en: "Tells what changed from one version of a plan to the next."),
    discussion: helpText(
      zh: "两个版本可以是不同格式。排版、分页、列序、行序都不算变化；单位更名只报告一次。",
      en:
        "The versions may be of different formats. Layout, page breaks and order are no change; a renamed unit is told once."
    ))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "text"))
  var to: ChangeFormat?

  @Option(
    help: .text(zh: "只看一个单位的变化", en: "Only what changes for this unit.", valueName: "name"))
  var unit: String?

  @Option(
    help: .text(
      zh: "隐去的差异：none 不隐，typography 标点排版（默认），wording 连同不影响责任的措辞",
      en: "What to hide: none, typography (the default), or wording that changes no duty as well."))
  var ignore: IgnoredNoise = .typography

  @Option(
    help: .text(
      zh: "工作簿的模板（见 lanmu template export diff）", en: "The workbook's template (see lanmu template export diff).",
      valueName: "file"))
  var template: String?

  @Flag(help: .text(zh: "有变化则以 1 退出", en: "Exit with 1 if there are differences."))
  var exitCode = false

  @Argument(help: .text(zh: "旧方案，- 为标准输入", en: "The old plan; - for standard input."))
  var old: String

  @Argument(help: .text(zh: "新方案，- 为标准输入", en: "The new plan; - for standard input."))
  var new: String

  func validate() throws {
    if template != nil, (to ?? output.output.flatMap(ChangeFormat.init(extensionOf:))) != .xlsx {
      throw ValidationError(
        helpText(
          zh: "--template 只用于工作簿：请加 --to xlsx，或让 -o 的文件名以 .xlsx 结尾",
          en: "--template is for workbooks: add --to xlsx, or -o with a name that ends in .xlsx."))
    }
    try InputOptions.checkStandardInput([old, new])
  }

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let format = try output.format(asked: to, otherwise: .text)
    try output.sink.check(binary: format.isBinary, inputs: [old, new])
    let reader = try reading.planReader()
    let (before, after) = try input.plans(old, new, with: reader)
    console.report(before.diagnostics, of: old)
    console.report(after.diagnostics, of: new)
    var options = DifferenceOptions(ignoring: ignore)
    if let own = reader.directory {
      // A new name counts from its day on; until then the old plan's name is another unit's.
      let valid = own.valid(on: after.value.dateOfNames)
      options.directory = valid.adding(options.directory)
      options.successions = options.successions.adding(valid)
    }
    var difference = try after.value.difference(from: before.value, options: options)
    if let unit { difference = try difference.limited(to: unit, old: before.value, new: after.value) }
    if let template {
      try fill(template, with: difference, console)
    } else {
      try format.write(difference, to: output, language: console.language)
    }
    return exitCode && !difference.isEmpty ? .failure : .success
  }

  private func fill(
    _ template: String, with difference: PlanDifference, _ console: Console
  ) throws(LanmuError) {
    let prepared = try PreparedTemplate(WorkbookParts(.file(path: template)))
    var notes: [Diagnostic] = []
    try output.sink.writeFile { path throws(LanmuError) in
      notes = try TemplateOutput.write(
        ChangeTemplateData.record(of: difference), in: prepared, aliases: ChangeTemplateData.aliases, to: path,
        replacing: true)
    }
    console.report(notes, of: template)
  }
}

extension IgnoredNoise: ExpressibleByArgument {}
