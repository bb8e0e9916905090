import ArgumentParser
import Lanmu
import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan

/// `lanmu check`: what is missing, doubtful or contradictory in a plan.
struct CheckCommand: LanmuSubcommand {
  enum Format: String, OutputFormat { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: helpText(
      zh: "检查方案：缺项、存疑、前后矛盾之处，并指明位置。", en: "Finds what is missing, doubtful or contradictory in a plan, with positions.")
  )

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "text"))
  var to: Format?

  @Flag(help: .text(zh: "有警告或错误则以 1 退出", en: "Exit with 1 if there are warnings or errors."))
  var strict = false

  @Option(
    help: .text(
      zh: "把识别出的表格布局写成约定文件（YAML），修改后供 --profile 使用",
      en: "Write the layout that was recognised into a profile (YAML), to be edited and given to --profile.",
      valueName: "file"))
  var writeProfile: String?

  @Argument(help: .text(zh: "方案，- 为标准输入", en: "The plan; - for standard input.", valueName: "plan"))
  var plan: String

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let sink = output.sink
    try sink.check(binary: false, inputs: [plan])
    let format = try output.format(asked: to, otherwise: .text)
    let reader = try reading.planReader()
    let profileSink = writeProfile.map { OutputSink(path: $0, replacing: output.force) }
    try profileSink?.check(binary: false, inputs: [plan])
    let source = try input.source(plan)
    let outcome = try input.plan(source, with: reader)
    if let profileSink { try profileSink.write(ProfileWriter().text(input.profile(source, with: reader))) }
    // A time that is not understood, or read with a doubt, is a finding; it need not be told twice.
    let findingCodes: Set = ["time.unknown", "time.doubtful"]
    let told = outcome.diagnostics.filter { !findingCodes.contains($0.code) }
    console.report(told.filter { $0.severity < .warning }, of: plan)
    let readings = told.filter { $0.severity >= .warning }.map(CheckFinding.init(reading:))
    let lost = readings.count { $0.severity == .error }
    let findings = readings + PlanCheck(directory: reader.directory).findings(in: outcome.value)
    switch format {
    case .json:
      let bytes = try CheckReport(source: outcome.value.source, findings: findings).json(language: console.language)
      try sink.write(String(decoding: bytes, as: UTF8.self))
    case .text:
      let text = DiagnosticText(language: console.language, usesColour: false)
      try sink.write(text.lines(of: findings.map(\.diagnostic), file: plan).joined(separator: "\n"))
    }
    let warnings = findings.count { $0.severity >= .warning }
    console.say(
      Message(
        zh:
          "\(plan)：\(lost == 0 ? "" : "\(lost) 处内容丢失，")\(warnings - lost) 条警告，\(findings.count - warnings) 条提示",
        en:
          "\(plan): \(lost == 0 ? "" : "content lost at \(lost) places, ")\(warnings - lost) warnings, \(findings.count - warnings) notes"
      ))
    return strict && warnings > 0 ? .failure : .success
  }
}
