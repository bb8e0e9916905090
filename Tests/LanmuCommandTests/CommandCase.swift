import Foundation

/// A case of the command as it stands in a Markdown file: what is run, on what, and what comes of it.
///
///     ## A heading names the case
///     ```input plan.tsv            a file that the command finds; `base64` behind the name for binary ones
///     ```stdin                     what comes in through standard input; nothing if left out
///     ```run                       the command's words, as a shell would split them at spaces
///     ```out                       standard output, exactly; left out if it does not matter
///     ```err                       standard error, exactly; left out if it does not matter
///     ```exit                      the exit code; 0 if left out
///     ```file NAME                 a file that must have been written with this text
///     ```nofile NAME               a file that must not be there
struct CommandCase: Sendable, CustomStringConvertible {
  var name: String
  var inputs: [(name: String, bytes: Data)] = []
  var standardInput = Data()
  var arguments: [String] = []
  var output: String?
  var errors: String?
  var exitCode: Int32 = 0
  var files: [(name: String, text: String)] = []
  var absentFiles: [String] = []

  var description: String { name }

  /// The cases of a Markdown file.
  static func cases(in text: String, file: String) -> [CommandCase] {
    var cases: [CommandCase] = []
    var fence: [Substring]?
    var body: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let opened = fence {
        if line == "```" {
          if !cases.isEmpty { cases[cases.count - 1].add(opened, body.map { $0 + "\n" }.joined()) }
          fence = nil
        } else {
          body.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = line.dropFirst(3).split(separator: " ")
        body = []
      } else if line.hasPrefix("## ") {
        cases.append(CommandCase(name: file + ": " + line.dropFirst(3)))
      }
    }
    return cases
  }

  private mutating func add(_ fence: [Substring], _ body: String) {
    let name = fence.count > 1 ? String(fence[1]) : ""
    switch fence.first {
    case "input":
      if fence.last == "base64" {
        inputs.append((name, Data(base64Encoded: body.filter { !$0.isWhitespace }) ?? Data()))
      } else if fence.last == "empty" {
        inputs.append((name, Data()))
      } else {
        inputs.append((name, Data(body.utf8)))
      }
    case "stdin": standardInput = Data(body.utf8)
    case "run": arguments = body.split(whereSeparator: \.isWhitespace).map(String.init)
    case "out": output = body
    case "err": errors = body
    case "exit": exitCode = Int32(body.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
    case "file": files.append((name, body))
    case "nofile": absentFiles.append(name)
    default: break
    }
  }
}
