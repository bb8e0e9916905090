import ArgumentParser

/// Where a command's result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .text(zh: "输出文件（默认标准输出）", en: "The output file (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(help: .text(zh: "覆盖已有的输出", en: "Replace an existing output."))
  var force = false

  /// The place to write the result to; `-o -` is standard output as well.
  var sink: OutputSink { OutputSink(path: output == "-" ? nil : output, replacing: force) }
}
