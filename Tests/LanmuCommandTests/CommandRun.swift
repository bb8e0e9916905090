import Foundation

/// The built command, run as a process.
struct CommandRun {
  var output: Data
  var errors: Data
  var exitCode: Int32

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// The repository, found from this file.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static var samples: URL { repository.appending(path: "Samples") }

  /// The command lies beside the tests' own executable.
  static var executable: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = bundle
    for _ in 0..<4 {
      let candidate = folder.appending(path: "lanmu")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return bundle.appending(path: "lanmu")
  }

  /// Runs the command; `%SAMPLES%` in an argument is the samples' folder.
  init(_ arguments: [String], in folder: URL, input: Data = Data(), environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments.map { $0.replacingOccurrences(of: "%SAMPLES%", with: Self.samples.path) }
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
    // Files, not pipes: a pipe that another child has inherited never ends, and a full one stops the command.
    let streams = FileManager.default.temporaryDirectory.appending(path: "lanmu-streams-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["in", "out", "err"].map { streams.appending(path: $0) }
    try input.write(to: names[0])
    try Data().write(to: names[1])
    try Data().write(to: names[2])
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    output = try Data(contentsOf: names[1])
    errors = try Data(contentsOf: names[2])
    exitCode = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Gives `body` a folder of its own and removes it afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lanmu-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
