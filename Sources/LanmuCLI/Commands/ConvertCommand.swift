import ArgumentParser
import Lanmu
import LanmuDiagnostics
import LanmuPlan

/// `lanmu convert`: plans into the normalized model, in any of its formats.
struct ConvertCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: helpText(zh: "把方案转换为规范化的数据。", en: "Converts plans into the normalized model."),
    discussion: helpText(
      zh: "多个方案时，用 -o 指定目录，每个方案各成一个文件。",
      en: "Several plans are written into the directory named by -o, a file each."))

  @OptionGroup var general: GeneralOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var reading: PlanOptions
  @OptionGroup var output: OutputOptions

  @Option(help: .format(otherwise: "json"))
  var to: PlanFormat?

  @Flag(help: .text(zh: "有存疑之处则以 1 退出", en: "Exit with 1 if anything is in doubt."))
  var strict = false

  @Argument(help: .text(zh: "方案，- 为标准输入", en: "The plans; - for standard input.", valueName: "plan"))
  var plans: [String]

  func validate() throws {
    if plans.count > 1, output.output == nil {
      throw ValidationError(
        helpText(zh: "多个方案要用 -o 指定输出目录", en: "Several plans need a directory to be written into: -o DIR."))
    }
    if plans.count(where: { $0 == "-" }) > 1 {
      throw ValidationError(helpText(zh: "标准输入只能读一次", en: "Standard input can be read only once."))
    }
  }

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    let reader = try reading.planReader()
    var doubts = 0
    if plans.count == 1 {
      let format = try output.format(asked: to, otherwise: .json)
      doubts = try convert(plans[0], to: format, into: output.sink, with: reader, console)
    } else if let directory = output.output {
      try FilePlace.makeDirectory(directory)
      for (plan, name) in zip(plans, names(for: to ?? .json)) {
        let sink = OutputSink(path: directory + "/" + name, replacing: output.force)
        doubts += try convert(plan, to: to ?? .json, into: sink, with: reader, console)
      }
    }
    return strict && doubts > 0 ? .failure : .success
  }

  /// Converts one plan and returns how many doubts it left.
  private func convert(
    _ argument: String, to format: PlanFormat, into sink: OutputSink, with reader: PlanReader, _ console: Console
  ) throws(LanmuError) -> Int {
    try sink.check(binary: format.isBinary, inputs: [argument])
    let outcome = try input.plan(argument, with: reader)
    console.report(outcome.diagnostics, of: argument)
    try format.write(outcome, to: sink, language: console.language)
    let plan = outcome.value
    let doubtful = plan.entries.count { entry in
      let rules = entry.supply.rules + entry.update.rules
      return !entry.doubts.isEmpty || rules.contains { $0.kind == .unknown }
    }
    let warnings = outcome.diagnostics.count(where: { $0.severity == .warning })
    let errors = outcome.diagnostics.count(where: { $0.severity == .error })
    console.say(
      Message(
        zh:
          "\(argument)：\(plan.tables.count) 张表，\(plan.entries.count) 个条目，\(plan.units.count) 个单位；\(doubtful) 个条目存疑，\(warnings) 条警告\(errors > 0 ? "，\(errors) 处内容丢失" : "")",
        en:
          "\(argument): \(plan.tables.count) tables, \(plan.entries.count) entries, \(plan.units.count) units; \(doubtful) entries in doubt, \(warnings) warnings\(errors > 0 ? ", content lost at \(errors) places" : "")"
      ))
    return doubtful + warnings + errors
  }

  /// The file names for several plans, different from each other.
  private func names(for format: PlanFormat) -> [String] {
    var taken: Set<String> = []
    return plans.map { plan in
      let last = plan.split(separator: "/").last.map(String.init) ?? "plan"
      let stem = last == "-" ? "stdin" : last
      var name = stem + "." + format.rawValue
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = stem + "-\(number)." + format.rawValue
        number += 1
      }
      return name
    }
  }
}
