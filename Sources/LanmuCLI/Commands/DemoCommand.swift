import ArgumentParser
import LanmuDiagnostics

/// `lanmu demo`: the whole job on built-in samples.
struct DemoCommand: LanmuSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: helpText(zh: "用内置样例把整个流程做一遍。", en: "Does the whole job on built-in samples."))

  @OptionGroup var general: GeneralOptions

  @Option(
    name: .shortAndLong,
    help: .text(zh: "输出目录", en: "The output folder.", valueName: "dir"))
  var output = "lanmu-demo"

  @Flag(help: .text(zh: "覆盖已有的文件", en: "Replace existing files."))
  var force = false

  func run(_ console: Console) throws(LanmuError) -> ExitCode {
    try Demo(folder: output, replacing: force, language: console.language).run { console.say($0) }
    console.say(
      Message(
        zh: """
          全部写入 \(output)。先看：
            5-普查-2026-11.xlsx 的“普查汇总”——哪里出了问题、该谁处理
            6-任务清单-2026-12/ 里任一单位的清单——可以直接打印下发
            3-修订变化.txt——两版方案之间改了什么
          """,
        en: """
          Everything is in \(output). Look first at
            5-普查-2026-11.xlsx, sheet 普查汇总: what is wrong, and who has to act
            6-任务清单-2026-12/, any unit's sheet: ready to print and send
            3-修订变化.txt: what changed between the two versions of the plan
          """))
    return .success
  }
}
