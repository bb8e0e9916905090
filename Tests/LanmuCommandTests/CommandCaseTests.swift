import Foundation
import Testing

/// The cases under Cases/, each run as a process of its own.
@Suite struct CommandCaseTests {
  static let cases: [CommandCase] = {
    let folder = CommandRun.repository.appending(path: "Tests/LanmuCommandTests/Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name -> [CommandCase] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return CommandCase.cases(in: text, file: name)
    }
  }()

  @Test func thereAreCases() {
    #expect(Self.cases.count > 10)
  }

  @Test(arguments: cases)
  func runsAsWritten(_ item: CommandCase) throws {
    try CommandRun.withFolder { folder in
      for (name, bytes) in item.inputs {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: place)
      }
      let run = try CommandRun(item.arguments, in: folder, input: item.standardInput)
      #expect(run.exitCode == item.exitCode, "\(run.errorText)")
      if let output = item.output { #expect(run.outputText == output) }
      if let errors = item.errors { #expect(run.errorText == errors) }
      for (name, text) in item.files {
        #expect(try String(contentsOf: folder.appending(path: name), encoding: .utf8) == text)
      }
      for name in item.absentFiles {
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: name).path))
      }
      // Whatever happens, nothing half-written is left behind.
      let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") }
      #expect(left.isEmpty)
    }
  }
}
