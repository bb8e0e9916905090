import Lanmu
import LanmuDiagnostics

/// Where a result goes: a file, written beside its place and renamed, or standard output.
struct OutputSink {
  /// `nil` for standard output.
  var path: String?
  var replacing: Bool

  /// Writes a text result; a line break at its end is added where it is missing.
  func write(_ text: String) throws(LanmuError) {
    let whole = text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    guard let path else { return try StandardStreams.write(Array(whole.utf8)) }
    try OutputFile(path: path, replacing: replacing).write(whole)
  }

  /// Writes a binary result (a workbook); standard output takes it only if it is no terminal.
  ///
  /// `produce` fills the file whose path it is given.
  func writeFile(_ produce: (_ path: String) throws(LanmuError) -> Void) throws(LanmuError) {
    if let path { return try OutputFile(path: path, replacing: replacing).write(produce) }
    if DescriptorWriter.isTerminal(DescriptorWriter.standardOutput) { throw Self.terminalRefused }
    try StandardStreams.write(OutputFile.bytes(of: produce))
  }

  /// Refuses early, before any work, what `write` and `writeFile` would refuse in the end, and to replace an input.
  func check(binary: Bool, inputs: [String] = []) throws(LanmuError) {
    guard let path else {
      if binary, DescriptorWriter.isTerminal(DescriptorWriter.standardOutput) { throw Self.terminalRefused }
      return
    }
    if let input = inputs.first(where: { FilePlace.areSame($0, path) }) { throw Self.inputRefused(input, path) }
    switch FilePlace(at: path) {
    case .directory: throw OutputError.isDirectory(path)
    case .file where !replacing: throw OutputError.exists(path)
    case .file, .device, .nothing: break
    }
  }

  private static func inputRefused(_ input: String, _ path: String) -> LanmuError {
    LanmuError(
      .init("output.isInput"), .usage,
      message: Message(
        zh: "输出“\(path)”就是输入文件“\(input)”，写入会毁掉原件",
        en: "the output “\(path)” is the input “\(input)”, which would be lost"),
      remedy: Message(zh: "用 -o 换一个文件名", en: "name another file with -o"))
  }

  private static let terminalRefused = LanmuError(
    .init("output.terminal"), .usage,
    message: Message(zh: "工作簿不能输出到终端", en: "a workbook cannot be printed on a terminal"),
    remedy: Message(zh: "用 -o 指定文件，或用管道接收", en: "name a file with -o, or pipe the output somewhere"))
}
